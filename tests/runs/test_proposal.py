"""What notebook 05 shows for the budget: sums that are those of the plan."""

from support import toy_plan

from kla_plan.plan.plan import Plan
from kla_plan.runs.pages import proposal

MILLION = toy_plan.MILLION


def plan() -> Plan:
    return toy_plan.plan()


def test_coded_and_uncoded_rows_are_the_whole_year() -> None:
    for year in plan().years:
        coded = proposal.rkpd(plan(), year)[f"Pagu {year} (Rp)"].sum()
        assert coded + proposal.uncoded(plan(), year)["rupiah"].sum() == plan().cost(year)
    (row,) = proposal.rkpd(plan(), 2024).to_dict("records")
    assert row["Program"] == "PROGRAM PHA"
    assert row["sub_kegiatan_kode"] == "2.08.06.2.01.0001"
    assert row["Target"] == "1 dokumen"
    assert row["Pagu 2023 (Rp)"] is None
    assert row["Prakiraan maju 2025 (Rp)"] == 0


def test_the_way_is_told_by_agency() -> None:
    (row,) = proposal.route(plan(), 2024).to_dict("records")
    assert row["opd"] == "D1"
    assert row["Kebutuhan (Rp)"] == 120 * MILLION
    assert row["Di luar APBD (Rp)"] == 20 * MILLION
    assert row["Masuk KUA-PPAS (Rp)"] == row["Belum dalam RKPD (Rp)"] == 100 * MILLION
    first, second = proposal.route_words(plan(), 2024)
    assert "14 Juli 2023" in first
    assert "Rp100.000.000" in second


def test_what_is_bound_and_when() -> None:
    table = proposal.bound(plan(), 2024)
    assert list(table["tahun"][:3]) == [2024, 2025, 2026]
    assert table["Kewajiban (Rp)"].sum() == 0
    assert "tidak memuat pembayaran lanjutan" in proposal.bound_words(plan(), 2024)
    assert "perkiraan" in set(proposal.steps(2024)["status"])
