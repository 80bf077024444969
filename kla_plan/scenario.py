"""``Scenario``: what the planner asks for (contract section 4)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from kla_plan.findings import Finding, FindingsError, Place, did_you_mean


def _exact(value: object) -> object:
    """Read a YAML float as the decimal it was written as: 0.03 is three hundredths."""
    return repr(value) if isinstance(value, float) else value


Exact = Annotated[Decimal, BeforeValidator(_exact)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Target(_Strict):
    """A score to reach in a year: a predicate or a number of points, on one of the two scores."""

    tahun: int
    predikat: str | None = None
    poin: Exact | None = None
    dasar: Literal["mandiri", "verifikasi"] = "mandiri"


class Kunci(_Strict):
    """An activity that must be active in one given year."""

    kegiatan: str
    tahun: int


class Pemecah(_Strict):
    """Solver and its limits.

    ``celah`` is the relative gap at which the search may stop, ``batas_detik`` the wall time.
    """

    nama: Literal["highs", "cbc"] = "highs"
    celah: Annotated[float, Field(ge=0, le=1)] = 0.005
    batas_detik: Annotated[float, Field(gt=0)] = 60


type Share = Annotated[Exact, Field(ge=0, le=1)]


class Sebaran(_Strict):
    """How far an activity that serves areas must reach.

    ``min_porsi`` is the share of its ``volume_maks``; ``satuan`` are the units that are areas.
    """

    min_porsi: Share = Decimal(0)
    satuan: tuple[str, ...] = ("kecamatan", "desa/kelurahan")


class PerlindunganKhusus(_Strict):
    """A floor, in every planned year, for the cluster of children in need of protection.

    ``rupiah_per_tahun`` is an amount, ``porsi`` a share of the year's spending.
    """

    klaster: str = "K5"
    rupiah_per_tahun: Annotated[int, Field(ge=0)] = 0
    porsi: Share = Decimal(0)


class Keadilan(_Strict):
    """Optional rules of fairness; the defaults ask for nothing.

    Attributes
    ----------
    min_poin_klaster
        Self-assessed points that a cluster must have in the last year.
    min_porsi_klaster
        Share of the horizon's spending that a cluster's activities must get.
    maks_porsi_opd
        Largest share of the horizon's spending that one OPD may be responsible for.
    """

    min_poin_klaster: dict[str, Annotated[Exact, Field(ge=0)]] = Field(default_factory=dict)
    min_porsi_klaster: dict[str, Share] = Field(default_factory=dict)
    maks_porsi_opd: Share = Decimal(1)
    sebaran_kecamatan: Sebaran = Sebaran()
    minimal_perlindungan_khusus: PerlindunganKhusus = PerlindunganKhusus()


class Ketahanan(_Strict):
    """What a plan must withstand (Bertsimas and Sim); the defaults ask for nothing.

    Attributes
    ----------
    biaya_terburuk, lonjakan_biaya
        So many activities, the most expensive for each ceiling, cost so much more (a share).
    jawaban_gagal
        So many questions, the most valuable ones, are not raised; targets must still be met.
    """

    biaya_terburuk: Annotated[int, Field(ge=0)] = 0
    lonjakan_biaya: Annotated[Exact, Field(ge=0)] = Decimal("0.2")
    jawaban_gagal: Annotated[int, Field(ge=0)] = 0


class Scenario(_Strict):
    """One scenario; the defaults are those of a pack without a scenario file.

    Attributes
    ----------
    bobot_tahun
        Weight per year in the objective; years that are not named weigh 1.
    pagu_faktor
        Factor on every ``batas_atas``.
    inflasi, diskon_verifikasi
        Yearly price rise; share of the score that verification is expected to take away.
    kunci, larang
        Activities that must be in (at all, or in one year) and that must stay out.
    skala
        ``bertangga``: only the levels of an answer count; ``kontinu``: progress counts as it is.
    keadilan, ketahanan
        Optional rules: fairness, and what the plan must withstand.
    """

    nama: str = "dasar"
    tujuan: Literal["maks_skor", "min_biaya"] = "maks_skor"
    bobot_tahun: dict[int, Annotated[Exact, Field(ge=0)]] = Field(default_factory=dict)
    target: tuple[Target, ...] = ()
    pagu_faktor: Annotated[Exact, Field(ge=0)] = Decimal(1)
    inflasi: Annotated[Exact, Field(gt=-1, le=1)] = Decimal("0.03")
    diskon_verifikasi: Annotated[Exact, Field(ge=0, lt=1)] = Decimal("0.15")
    kunci: tuple[str | Kunci, ...] = ()
    larang: tuple[str, ...] = ()
    skala: Literal["bertangga", "kontinu"] = "bertangga"
    keadilan: Keadilan = Keadilan()
    ketahanan: Ketahanan = Ketahanan()
    pemecah: Pemecah = Pemecah()

    @property
    def stepped(self) -> bool:
        """Whether only the levels of an answer count."""
        return self.skala == "bertangga"

    def weight(self, year: int) -> Decimal:
        """Weight of a year in the objective."""
        return self.bobot_tahun.get(year, Decimal(1))

    def ceiling(self, upper: int) -> Fraction:
        """Return what ``pagu_faktor`` makes of an upper ceiling, in exact rupiah."""
        return Fraction(upper) * Fraction(self.pagu_faktor)

    def as_written(self) -> dict[str, Any]:
        """Return the scenario as plain values, for the manifest and for YAML."""
        return self.model_dump(mode="json")


def load_scenario(path: Path) -> Scenario:
    """Read a scenario file.

    Raises
    ------
    FindingsError
        If the file is no YAML mapping, or a key or value of it is wrong; all at once.
    """
    place = Place(sheet=path.name, file=str(path))
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FindingsError([_unreadable(place, path, error)]) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise FindingsError([_no_yaml(place, error)]) from error
    if raw is None:
        raw = {}
    if not isinstance(raw, Mapping):
        raise FindingsError([_no_yaml(place, raw)])
    return make_scenario(raw, place)


def make_scenario(raw: Mapping[str, Any], place: Place | None = None) -> Scenario:
    """Build a scenario from plain values.

    Raises
    ------
    FindingsError
        With one finding per wrong key or value.
    """
    try:
        return Scenario.model_validate(dict(raw))
    except ValidationError as error:
        where = place or Place(sheet="skenario")
        raise FindingsError([_finding(e, where) for e in error.errors()]) from error


def with_settings(scenario: Scenario, settings: Sequence[str]) -> Scenario:
    """Return the scenario changed by ``kunci=nilai`` settings, as on the command line.

    A key may reach inside: ``pemecah.celah=0.01``, ``bobot_tahun.2030=5``, ``target.0.tahun=2028``.
    Values are YAML.

    Raises
    ------
    FindingsError
        If a setting has no ``=``, names an unknown key, is no YAML or has a wrong value.
    """
    raw = scenario.as_written()
    place = Place(sheet="--set")
    for setting in settings:
        path, equals, text = setting.partition("=")
        if not equals:
            raise FindingsError([_bad_setting(place, setting)])
        try:
            value = yaml.safe_load(text)
        except yaml.YAMLError as error:
            raise FindingsError([_no_yaml(place, setting)]) from error
        if not _put(raw, path.strip().split("."), value):
            raise FindingsError([_bad_setting(place, setting)])
    return make_scenario(raw, place)


def _put(raw: dict[str, Any], path: Sequence[str], value: object) -> bool:
    """Set a value inside nested mappings and lists; return whether the path leads anywhere."""
    *parents, last = path
    node: Any = raw
    for parent in parents:
        if isinstance(node, list):
            if not (parent.isdigit() and int(parent) < len(node)):
                return False
            node = node[int(parent)]
        elif isinstance(node, dict):
            node = node.setdefault(parent, {})
        else:
            return False
    if isinstance(node, list):
        if not (last.isdigit() and int(last) < len(node)):
            return False
        node[int(last)] = value
        return True
    if not isinstance(node, dict):
        return False
    node[int(last) if parents == ["bobot_tahun"] and last.isdigit() else last] = value
    return True


def _bad_setting(place: Place, setting: str) -> Finding:
    return Finding(
        "KLA-S-003",
        "Pengaturan harus berbentuk kunci=nilai, dengan kunci yang ada dalam skenario.",
        "Tulis misalnya --set pagu_faktor=1.1 atau --set pemecah.celah=0.01.",
        place,
        setting,
    )


_REASONS = {
    "missing": "Kunci ini wajib ada.",
    "literal_error": "Pilihan tidak dikenal.",
    "int_parsing": "Harus bilangan bulat.",
    "int_type": "Harus bilangan bulat.",
    "decimal_parsing": "Harus bilangan; tulis desimal dengan titik, misalnya 0.03.",
    "decimal_type": "Harus bilangan; tulis desimal dengan titik, misalnya 0.03.",
    "float_parsing": "Harus bilangan; tulis desimal dengan titik, misalnya 0.005.",
    "greater_than": "Terlalu kecil.",
    "greater_than_equal": "Terlalu kecil.",
    "less_than": "Terlalu besar.",
    "less_than_equal": "Terlalu besar.",
}


def _finding(error: Mapping[str, Any], place: Place) -> Finding:
    path = [str(part) for part in error["loc"]]
    name = ".".join(path)
    here = Place(place.sheet, name, place.file)
    if error["type"] == "extra_forbidden":
        hint = did_you_mean(path[-1], _known_keys(path[:-1]))
        return Finding(
            "KLA-S-001",
            f'Kunci skenario "{name}" tidak dikenal.{hint}',
            f"Kunci yang ada: {', '.join(_known_keys(path[:-1]))}.",
            here,
            str(error["input"]),
        )
    limits = error.get("ctx", {})
    allowed = ", ".join(
        f"{_BOUNDS[key]} {value}" for key, value in limits.items() if key in _BOUNDS
    )
    expected = str(limits.get("expected", "")).replace(" or ", " atau ")
    reason = _REASONS.get(error["type"], "Nilai ini bukan bentuk yang diminta.")
    remedy = (
        f"Pilih {expected}."
        if expected
        else f"Batasnya: {allowed}."
        if allowed
        else "Lihat contoh skenario pada docs/panduan.md."
    )
    return Finding("KLA-S-002", reason, remedy, here, str(error["input"]))


_PARTS: dict[str, type[BaseModel]] = {
    "target": Target,
    "pemecah": Pemecah,
    "kunci": Kunci,
    "Kunci": Kunci,
    "keadilan": Keadilan,
    "sebaran_kecamatan": Sebaran,
    "minimal_perlindungan_khusus": PerlindunganKhusus,
    "ketahanan": Ketahanan,
}
_BOUNDS = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤"}


def _known_keys(path: Sequence[str]) -> list[str]:
    model: type[BaseModel] = Scenario
    for part in path:
        if part.isdigit():
            continue
        model = _PARTS.get(part, model)
    return list(model.model_fields)


def _no_yaml(place: Place, value: object) -> Finding:
    return Finding(
        "KLA-S-004",
        "Berkas skenario tidak dapat dibaca sebagai YAML.",
        "Periksa tanda titik dua dan lekukan baris; contoh ada pada docs/panduan.md.",
        place,
        str(value).splitlines()[0][:120] if str(value) else "",
    )


def _unreadable(place: Place, path: Path, error: OSError) -> Finding:
    return Finding(
        "KLA-S-005",
        "Berkas skenario tidak ditemukan atau tidak dapat dibuka.",
        "Periksa nama berkas dan foldernya.",
        place,
        f"{path} ({error.strerror})",
    )
