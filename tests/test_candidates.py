"""Candidates of the tiny pack: reach, cost and points per rupiah worked out by hand."""

import math
from pathlib import Path

import pytest
from support.tiny import TABLES, with_rows, write_tiny

from kla_plan.candidates import (
    activity_values,
    candidates,
    coverage,
    indicator_coverage,
    integrators,
    near_duplicates,
    uncovered,
)
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.scenario import Scenario


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return load_pack(write_tiny(tmp_path / "contoh"))


def changed(tmp_path: Path, table: str, *rows: dict[str, object]) -> Pack:
    """Return the tiny pack with rows added to one table."""
    return load_pack(write_tiny(tmp_path / "contoh", with_rows(table, [*TABLES[table], *rows])))


def row(pack: Pack, activity: str, scenario: Scenario | None = None) -> dict[str, object]:
    table = candidates(pack, scenario).set_index("kegiatan")
    return dict(table.loc[activity])


def test_a_once_only_activity_with_a_fixed_cost(pack: Pack) -> None:
    found = row(pack, "A1")

    assert (found["fraksi_awal"], found["fraksi_akhir"], found["poin"]) == (0.5, 1.0, 2.0)
    assert found["menutup"] == 1.0
    assert found["biaya"] == 100_000_000
    assert found["poin_per_juta"] == pytest.approx(0.02)


def test_an_effect_that_lasts_one_year_is_repeated_every_year(pack: Pack) -> None:
    found = row(pack, "A2")

    assert (found["volume"], found["tahun"]) == (3.0, 3)
    assert found["biaya"] == 60_000_000
    assert found["poin"] == 4.0


def test_volume_is_spread_over_years_and_upkeep_is_paid_to_the_end(pack: Pack) -> None:
    # 4 units at 2 a year: 2 × (2·30 + 5) million; upkeep 2 million per unit and later year:
    # the first two in 2027 and 2028, the other two in 2028.
    found = row(pack, "A3")

    assert (found["volume"], found["tahun"]) == (4.0, 2)
    assert found["biaya"] == (2 * 65 + 2 * 2 * 2 + 2 * 2) * 1_000_000
    assert found["prasyarat"] == "A1"
    assert found["opd_pendukung"] == "Dinas A"


def test_no_more_volume_than_the_indicators_cap_leaves_points_for(pack: Pack) -> None:
    # The cap leaves 1 of the 3 missing points: the level 0.75 is enough, five units of 0.05.
    found = row(pack, "A4")

    assert found["selisih"] == 1.0
    assert (found["volume"], found["fraksi_akhir"], found["poin"]) == (5.0, 0.75, 1.0)
    assert found["biaya"] == 50_000_000


def test_progress_below_the_next_level_earns_nothing_alone(pack: Pack) -> None:
    found = row(pack, "A5")

    assert (found["kenaikan"], found["poin"], found["biaya"]) == (0.25, 0.0, 0)
    assert found["poin_per_juta"] == 0.0


def test_on_a_continuous_scale_every_progress_counts_and_no_cost_is_infinitely_good(
    pack: Pack,
) -> None:
    found = row(pack, "A5", Scenario(skala="kontinu"))

    assert found["poin"] == 1.0
    assert math.isinf(float(str(found["poin_per_juta"])))


def test_forbidden_activities_and_those_that_need_them_are_no_candidates(pack: Pack) -> None:
    table = candidates(pack, Scenario(larang=("A1",)))

    assert set(table["kegiatan"]) == {"A2", "A4", "A5"}


def test_all_activities_of_a_paket_are_paid_for_together(tmp_path: Path) -> None:
    rows = [
        {"kegiatan": "A1", "pertanyaan": "P1.2", "kenaikan": 1, "paket": "B1"},
        {"kegiatan": "A3", "pertanyaan": "P1.2", "kenaikan": 1, "paket": "B1", "volume_perlu": 2},
    ]
    pack = load_pack(write_tiny(tmp_path / "contoh", with_rows("dampak", rows)))

    table = candidates(pack).set_index("kegiatan")

    # A1: 100 million. A3: 2 units in 2026, 2·30 + 5, upkeep 2·2 in 2027 and in 2028.
    assert table.loc["A1", "biaya"] == 100_000_000
    assert table.loc["A3", "biaya"] == 73_000_000
    assert set(table["biaya_paket"]) == {173_000_000}
    assert set(table["poin"]) == {4.0}


def test_a_paket_with_an_unreachable_volume_is_no_candidate(tmp_path: Path) -> None:
    rows = [
        {"kegiatan": "A1", "pertanyaan": "P1.2", "kenaikan": 1, "paket": "B1"},
        {"kegiatan": "A3", "pertanyaan": "P1.2", "kenaikan": 1, "paket": "B1", "volume_perlu": 4},
    ]
    few = [{**each, "volume_maks": 3} if each["kegiatan"] == "A3" else each
           for each in TABLES["kegiatan"]]  # fmt: skip
    tables = {**with_rows("dampak", rows), "kegiatan": few}
    pack = load_pack(write_tiny(tmp_path / "contoh", tables), check=False)

    assert candidates(pack).empty


def test_an_effect_that_shows_after_the_horizon_is_no_candidate(tmp_path: Path) -> None:
    rows = [{"kegiatan": "A1", "pertanyaan": "P1.1", "kenaikan": "0.5", "jeda": 3}]
    pack = load_pack(write_tiny(tmp_path / "contoh", with_rows("dampak", rows)), check=False)

    assert candidates(pack).empty


def test_what_was_realised_before_the_horizon_is_used_up(tmp_path: Path) -> None:
    done = [{"tahun": 2025, "kegiatan": "A3", "volume": 2, "rupiah": 1}]
    pack = load_pack(write_tiny(tmp_path / "contoh", {**TABLES, "realisasi": done}))

    found = row(pack, "A3")

    assert found["volume"] == 2.0
    assert found["fraksi_akhir"] == pytest.approx(0.6)


def test_coverage_tells_what_all_activities_reach_together(tmp_path: Path) -> None:
    smaller = [{**each, "volume_maks": 2} if each["kegiatan"] == "A3" else each
               for each in TABLES["kegiatan"]]  # fmt: skip
    pack = load_pack(write_tiny(tmp_path / "contoh", with_rows("kegiatan", smaller)))

    table = coverage(pack).set_index("pertanyaan")

    assert table.loc["P1.1", ["kandidat", "terjangkau", "sisa"]].tolist() == [2, 2.0, 0.0]
    assert table.loc["P2.1", ["terjangkau", "sisa"]].tolist() == [2.0, 2.0]
    assert "sebagian" in table.loc["P2.1", "alasan"]
    assert "P3.2" not in table.index


def test_only_the_best_of_an_exclusive_group_counts(tmp_path: Path) -> None:
    grouped = [{**each, "kelompok_eksklusif": "X" if each["kegiatan"] in {"A1", "A5"} else ""}
               for each in TABLES["kegiatan"]]  # fmt: skip
    effects = [
        {"kegiatan": "A1", "pertanyaan": "P1.1", "kenaikan": "0.3", "per": "aktif"},
        {"kegiatan": "A5", "pertanyaan": "P1.1", "kenaikan": "0.2", "per": "aktif"},
    ]
    together = {**with_rows("dampak", effects)}
    apart = {**together, "kegiatan": grouped}

    free = load_pack(write_tiny(tmp_path / "a", together))
    bound = load_pack(write_tiny(tmp_path / "b", apart))

    assert coverage(free).set_index("pertanyaan").loc["P1.1", "terjangkau"] == 2.0
    assert coverage(bound).set_index("pertanyaan").loc["P1.1", "terjangkau"] == 0.0


def test_a_gap_without_activity_is_named_with_its_reason(tmp_path: Path) -> None:
    rows = [each for each in TABLES["dampak"] if each["pertanyaan"] != "P1.2"]
    pack = load_pack(write_tiny(tmp_path / "contoh", with_rows("dampak", rows)))

    table = uncovered(pack)

    assert list(table["pertanyaan"]) == ["P1.2"]
    assert table.loc[0, ["kandidat", "sisa"]].tolist() == [0, 4.0]
    assert table.loc[0, "alasan"].startswith("Belum ada kegiatan calon")


def test_the_catalogues_own_reason_is_given_for_the_real_pack() -> None:
    pack = load_pack("ogan-ilir")

    table = uncovered(pack)

    assert set(table["pertanyaan"]) <= set(pack.unreachable)
    assert set(table["alasan"]) <= set(pack.unreachable.values())


def test_indicator_coverage_adds_up_to_the_missing_total(pack: Pack) -> None:
    table = indicator_coverage(pack)

    assert table["selisih"].sum() == 20 - 9
    assert table["sisa"].sum() == 0.0


def test_integrators_serve_several_indicators(tmp_path: Path) -> None:
    extra = {"kegiatan": "A3", "pertanyaan": "P1.1", "kenaikan": "0.5", "per": "aktif"}
    pack = changed(tmp_path, "dampak", extra)

    table = integrators(pack).set_index("kegiatan")

    assert list(table.index) == ["A3"]
    assert table.loc["A3", "indikator"] == 2
    assert set(table.loc["A3", "daftar_opd"].split(";")) == {"Dinas A", "Dinas B"}
    assert table.loc["A3", "poin"] == 6.0


def test_values_are_sorted_by_points_per_rupiah(pack: Pack) -> None:
    table = activity_values(pack)

    # 4/60, 4/142, 2/100 and 1/50 points per million; A5 earns nothing alone.
    assert list(table["kegiatan"]) == ["A2", "A3", "A1", "A4", "A5"]


def twin(**change: object) -> dict[str, object]:
    return {"kegiatan": "A6", "nama": "Penyusunan peraturan wali kota layak anak", "opd": "Dinas B",
            "indikator": "I1", "satuan": "dokumen", "volume_maks": 1, **change}  # fmt: skip


def with_twin(tmp_path: Path, **change: object) -> Pack:
    effect = {"kegiatan": "A6", "pertanyaan": "P1.1", "kenaikan": "0.5", "per": "aktif"}
    tables = {
        **TABLES,
        "kegiatan": [*TABLES["kegiatan"], twin(**change)],
        "dampak": [*TABLES["dampak"], effect],
    }
    return load_pack(write_tiny(tmp_path / "contoh", tables))


def test_alike_activities_of_different_opds_are_found(tmp_path: Path) -> None:
    table = near_duplicates(with_twin(tmp_path))

    assert table[["kegiatan_1", "kegiatan_2"]].to_numpy().tolist() == [["A1", "A6"]]
    assert table.loc[0, "pertanyaan_bersama"] == "P1.1"


def test_the_same_opd_may_have_alike_activities(tmp_path: Path) -> None:
    assert near_duplicates(with_twin(tmp_path, opd="Dinas A")).empty


def test_different_names_are_no_duplicates(tmp_path: Path) -> None:
    assert near_duplicates(with_twin(tmp_path, nama="Kampanye di media")).empty
