"""``Scenario``: what the planner asks for (contract section 4)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
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
    pemecah: Pemecah = Pemecah()

    @property
    def stepped(self) -> bool:
        """Whether only the levels of an answer count."""
        return self.skala == "bertangga"

    def weight(self, year: int) -> Decimal:
        """Weight of a year in the objective."""
        return self.bobot_tahun.get(year, Decimal(1))

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

    A key may reach inside: ``pemecah.celah=0.01``, ``bobot_tahun.2030=5``. Values are YAML.

    Raises
    ------
    FindingsError
        If a setting has no ``=``, names an unknown key or has a wrong value.
    """
    raw = scenario.as_written()
    place = Place(sheet="--set")
    for setting in settings:
        path, equals, text = setting.partition("=")
        if not equals:
            raise FindingsError(
                [
                    Finding(
                        "KLA-S-003",
                        "Pengaturan harus berbentuk kunci=nilai.",
                        "Tulis misalnya --set pagu_faktor=1.1.",
                        place,
                        setting,
                    )
                ]
            )
        *parents, last = path.strip().split(".")
        node: Any = raw
        for parent in parents:
            node = node.setdefault(parent, {}) if isinstance(node, dict) else {}
        if isinstance(node, dict):
            node[int(last) if parents == ["bobot_tahun"] and last.isdigit() else last] = (
                yaml.safe_load(text)
            )
    return make_scenario(raw, place)


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
    allowed = ", ".join(f"{key} {value}" for key, value in limits.items() if key in _BOUNDS)
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


