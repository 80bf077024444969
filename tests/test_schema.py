"""Tables are specified once, by their record classes."""

import dataclasses
from dataclasses import dataclass
from decimal import Decimal

import pytest

from kla_plan.pack.columns import CATALOGUE_TABLES, INSTRUMENT_TABLES, PACK_TABLES, Kegiatan
from kla_plan.schema import Kind, column, table, table_of


@table("contoh", "Tabel contoh.")
@dataclass(frozen=True, slots=True, kw_only=True)
class Contoh:
    """A record with one column of every kind of default."""

    kode: str = column(Kind.CODE, "Kode.", key=True)
    lebar: str = column(Kind.TEXT, "Lebar.", default="setengah", unit="m")
    aktif: bool = column(Kind.FLAG, "Aktif.", default=True)
    pasif: bool = column(Kind.FLAG, "Pasif.", default=False)
    kosong: int | None = column(Kind.YEAR, "Tahun.", default=None)
    daftar: tuple[str, ...] = column(Kind.CODES, "Daftar.", default=())
    catatan: int = 0


def test_columns_come_from_the_fields_in_their_order() -> None:
    spec = table_of(Contoh)
    assert (spec.name, spec.record, spec.about) == ("contoh", Contoh, "Tabel contoh.")
    names = [c.name for c in spec.columns]
    assert names == ["kode", "lebar", "aktif", "pasif", "kosong", "daftar"]
    assert [c.name for c in spec.keys] == ["kode"]


def test_a_column_without_a_default_is_required() -> None:
    spec = table_of(Contoh)
    assert [c.required for c in spec.columns] == [True, *[False] * 5]
    with pytest.raises(TypeError):
        Contoh()


def test_defaults_are_shown_as_they_are_written_in_a_file() -> None:
    shown = {c.name: c.default for c in table_of(Contoh).columns}
    assert shown == {
        "kode": "", "lebar": "setengah", "aktif": "ya", "pasif": "tidak", "kosong": "",
        "daftar": "",
    }  # fmt: skip
    assert Contoh(kode="a").lebar == "setengah"


def test_a_column_is_found_by_its_name() -> None:
    assert table_of(Contoh).column("lebar").unit == "m"
    with pytest.raises(KeyError, match="tinggi"):
        table_of(Contoh).column("tinggi")


def test_a_record_without_a_table_has_none() -> None:
    with pytest.raises(AttributeError):
        table_of(str)


@pytest.mark.parametrize(
    "spec", [*PACK_TABLES, *INSTRUMENT_TABLES, *CATALOGUE_TABLES], ids=lambda spec: spec.name
)
def test_every_table_of_the_project_is_specified_completely(spec: object) -> None:
    names = {c.name for c in spec.columns}
    assert spec.about.endswith(".")
    assert spec.keys
    assert len(names) == len(spec.columns)
    for entry in spec.columns:
        assert entry.about.endswith("."), entry.name
        assert bool(entry.choices) == (entry.kind is Kind.CHOICE), entry.name
        assert entry.minimum is None or entry.maximum is None or entry.minimum < entry.maximum
        if entry.refers:
            assert entry.kind in {Kind.CODE, Kind.CODES}
    assert {f.name for f in dataclasses.fields(spec.record)} >= names


def test_the_bounds_of_a_year() -> None:
    """Defaults of contract 3.1, which the record knows."""
    base = {"kegiatan": "A", "nama": "a", "opd": "X", "indikator": "I1", "satuan": "unit"}
    free = Kegiatan(**base, volume_maks=Decimal(8))
    assert (free.yearly_minimum, free.yearly_maximum) == (1, 8)
    divisible = Kegiatan(**base, volume_maks=Decimal(8), bulat=False)
    assert divisible.yearly_minimum == Decimal("0.08")
    bound = Kegiatan(
        **base,
        volume_maks=Decimal(8),
        volume_maks_per_tahun=Decimal(20),
        volume_min_per_tahun=Decimal(0),
    )
    assert (bound.yearly_minimum, bound.yearly_maximum) == (0, 8)
