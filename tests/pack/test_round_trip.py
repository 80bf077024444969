"""CSV → workbook → CSV loses nothing, and no file of a planner is touched."""

import hashlib
import string
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from support.grids import edited, tiny_grids, write_book, write_csv_folder

from kla_plan import resources
from kla_plan.findings import FindingsError
from kla_plan.indonesian import plain_number
from kla_plan.pack import load_pack, unpack_workbook, write_workbook
from kla_plan.pack.columns import PACK_TABLES
from kla_plan.pack.source import TABLES, read_raw
from kla_plan.pack.text import sheet_columns
from kla_plan.pack.write import write_raw_folder
from kla_plan.schema import Kind

SHIPPED = sorted(folder.name for folder in resources.regions().iterdir() if folder.is_dir())


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.csv"))
    }


def _round_trip(source: Path, folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the canonical files of a pack, and the files that a workbook of it gives back."""
    straight = folder / "langsung"
    straight.mkdir()
    write_raw_folder(read_raw(source).tables, straight)
    write_workbook(source, folder / "paket.xlsx")
    unpack_workbook(folder / "paket.xlsx", folder / "kembali")
    return _files(straight), _files(folder / "kembali")


@pytest.mark.parametrize("slug", SHIPPED)
def test_a_shipped_pack_survives_the_round_trip(slug, tmp_path):
    straight, back = _round_trip(resources.regions() / slug, tmp_path)
    assert back == straight
    write_workbook(slug, tmp_path / f"{slug}.xlsx")
    assert load_pack(tmp_path / f"{slug}.xlsx") == load_pack(slug)


def test_canonical_files_are_a_fixed_point(tmp_path):
    source = write_csv_folder(tmp_path / "kecil", tiny_grids())
    straight, back = _round_trip(source, tmp_path)
    assert straight == back
    again = tmp_path / "lagi"
    again.mkdir()
    write_raw_folder(read_raw(tmp_path / "kembali").tables, again)
    assert _files(again) == back


def test_what_cannot_be_read_travels_as_it_is(tmp_path):
    edits = {
        "pagu!D2": "1,5 miliar",
        "kegiatan!G2": "1.500",
        "pagu!H1": "kolom sendiri",
        "pagu!H2": "=SUM(A1:A2)",
        "opd!B2": "https://contoh.id",
        "opd!B3": "baris satu\nbaris dua",
        "catatan": [["apa", "saja"], ["x", "1.0"]],
        "jawaban_2027": [["pertanyaan", "poin"], ["P1.1", "4.0"]],
    }
    source = write_csv_folder(tmp_path / "kecil", edited(edits))
    straight, back = _round_trip(source, tmp_path)
    assert back == straight
    assert "=SUM(A1:A2)" in back["pagu.csv"].decode()
    assert "1,5 miliar" in back["pagu.csv"].decode()
    assert "1.500" in back["kegiatan.csv"].decode()
    assert back["jawaban_2027.csv"].decode().splitlines()[1].startswith("P1.1,4,")
    assert b"x,1.0" in back["catatan.csv"]


TEXT = st.text(
    alphabet=string.ascii_letters + string.digits + " .,;:'\"-/()=+@#%&\n_éàñ→½",
    max_size=40,
)
NUMBER = st.decimals(0, 10**12, places=3).map(plain_number)


BY_KIND = {
    Kind.FLAG: st.sampled_from(["ya", "tidak"]),
    Kind.YEAR: st.integers(2000, 2100).map(str),
    Kind.INTEGER: st.integers(-5, 10**6).map(str),
    Kind.RUPIAH: st.integers(0, 10**16).map(str),
    Kind.NUMBER: NUMBER | st.text("0123456789.,", max_size=9),
    Kind.CODES: st.lists(st.text("ABC 123", min_size=1, max_size=5)).map(";".join),
}


def _cell(column):
    if column.choices:
        return st.sampled_from(column.choices)
    return BY_KIND.get(column.kind, TEXT)


@st.composite
def packs(draw):
    """Any tables of the specification, filled by kind; not necessarily sensible ones."""
    grids = {}
    for spec in draw(st.lists(st.sampled_from(PACK_TABLES), min_size=1, unique=True)):
        columns = [column for column in sheet_columns(spec.name, None).values() if column]
        row = st.tuples(*(st.just("") | _cell(column) for column in columns)).map(list)
        grids[spec.name] = [[c.name for c in columns], *draw(st.lists(row, max_size=4))]
    return grids


# Shrinking rewrites a workbook hundreds of times; the failing pack is small enough as it is.
@settings(max_examples=20, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(packs())
def test_any_pack_survives_the_round_trip(grids):
    with tempfile.TemporaryDirectory() as name:
        source = write_csv_folder(Path(name) / "paket", grids)
        straight, back = _round_trip(source, Path(name))
        assert back == straight


def test_a_target_is_never_overwritten(tmp_path):
    taken = tmp_path / "paket.xlsx"
    taken.write_bytes(b"kerja orang")
    with pytest.raises(FindingsError, match="KLA-B-015"):
        write_workbook("kota-metro", taken)
    assert taken.read_bytes() == b"kerja orang"
    write_workbook("kota-metro", tmp_path / "baru.xlsx")
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "x.txt").write_text("x", encoding="utf-8")
    with pytest.raises(FindingsError, match="KLA-B-015"):
        unpack_workbook(tmp_path / "baru.xlsx", tmp_path / "isi")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["baru.xlsx", "isi", "paket.xlsx"]


def test_sources_are_left_as_they_are(tmp_path):
    source = write_csv_folder(tmp_path / "kecil", tiny_grids())
    before = {path: hashlib.sha256(path.read_bytes()).digest() for path in source.rglob("*.csv")}
    _round_trip(source, tmp_path)
    after = {path: hashlib.sha256(path.read_bytes()).digest() for path in source.rglob("*.csv")}
    assert after == before


@pytest.mark.parametrize(
    ("edits", "code"),
    [
        ({"kegiatan!C2": 2.08}, "KLA-K-008"),
        ({"pagu!D2": "=1+1"}, "KLA-K-009"),
        ({"pagu!J2": "di luar"}, "KLA-K-018"),
    ],
)
def test_what_a_workbook_has_lost_already_is_not_unpacked(edits, code, tmp_path):
    path = write_book(tmp_path / "kecil.xlsx", edited(edits))
    with pytest.raises(FindingsError, match=code):
        unpack_workbook(path, tmp_path / "keluar")
    assert not (tmp_path / "keluar").exists()


def test_what_excel_cannot_hold_is_refused(tmp_path):
    long = write_csv_folder(tmp_path / "a", edited({"opd!B2": "x" * 40_000}))
    name = "catatan yang namanya jauh terlalu panjang"
    named = write_csv_folder(tmp_path / "b", edited({name: [["a"], ["b"]]}))
    for source in (long, named):
        with pytest.raises(FindingsError, match="KLA-B-017"):
            write_workbook(source, tmp_path / "keluar.xlsx")
    assert not (tmp_path / "keluar.xlsx").exists()


def test_more_digits_than_excel_keeps_travel_as_text(tmp_path):
    exact = "3.14159265358979323846"
    source = write_csv_folder(tmp_path / "kecil", edited({"jawaban!B5": exact}))
    straight, back = _round_trip(source, tmp_path)
    assert exact.encode() in back["jawaban.csv"]
    assert back == straight
    assert load_pack(tmp_path / "kembali").answers["P3.1"].poin == Decimal(exact)


def test_every_table_can_be_written():
    assert all(sheet_columns(name, None) for name in TABLES)
