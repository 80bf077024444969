"""A plan against planning documents: cases small enough to settle by hand.

The toy plan: A1 (D1, 2.08.06.2.01.0001) acts in 2024 for 100 million; A3 (D1, here given the code
2.08.06.2.01.0002) in 2024 for 20 and in 2025 for 44 million; A2 is the vertical body V1's, 2026.
"""

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from support import toy_plan
from support.toy_plan import MILLION

from kla_plan.pack.columns import Nomenklatur, ProfilRow, Realisasi
from kla_plan.pack.model import Pack
from kla_plan.pack.records import DokumenRencana, Records
from kla_plan.plan.plan import Plan
from kla_plan.report.alignment import (
    KINDS,
    Alignment,
    Status,
    align,
    alignment_table,
    changes,
    coded,
    document_counts,
    excesses,
    missing_documents,
    programme,
    programme_name,
    programmes,
    references,
)
from kla_plan.report.alignment.codes import under
from kla_plan.report.sentences import alignment as said

S1, S2 = "2.08.06.2.01.0001", "2.08.06.2.01.0002"
YEARS = (2024, 2025, 2026)


def row(
    kind: str, code: str, year: int | None = None, pagu: int | None = None, opd: str = ""
) -> DokumenRencana:
    return DokumenRencana(dokumen=kind, kode=code, opd=opd, tahun=year, pagu=pagu)


def with_code(activity: str = "A3", code: str = S2) -> Plan:
    plan = toy_plan.plan()
    record = replace(plan.pack.activities[activity], sub_kegiatan=code)
    activities = {**plan.pack.activities, activity: record}
    return replace(plan, pack=replace(plan.pack, activities=activities))


def knowing(plan: Plan, *documents: DokumenRencana) -> Pack:
    return replace(plan.pack, records=Records(documents=documents))


def found(*documents: DokumenRencana, plan: Plan | None = None) -> Alignment:
    mine = plan or with_code()
    return align(mine, knowing(mine, *documents))


def status(result: Alignment, activity: str, kind: str, year: int) -> Status:
    return next(m.status for m in result.actions[activity].of(kind) if m.year == year)


def test_parts_of_codes_are_compared_not_letters() -> None:
    assert under("2.08.06.2.01", "2.08.06")
    assert not under("2.08.060", "2.08.06")
    assert not under("2.08.06", "2.08.06.2.01")
    assert programme(S1) == "2.08.06"
    assert programme("2.08") == ""


def test_without_documents_nothing_is_claimed() -> None:
    result = found()
    assert result.given == frozenset()
    for activity, kind in product(("A1", "A3"), KINDS):
        assert result.actions[activity].status(kind) is Status.UNKNOWN
    assert result.actions["A2"].status() is Status.OUTSIDE


def test_only_years_in_which_an_activity_acts_or_is_paid_count() -> None:
    result = found()
    years = {code: action.years for code, action in result.actions.items()}
    assert years == {"A1": (2024,), "A2": (2026,), "A3": (2024, 2025)}


def test_the_rpjmd_is_asked_for_the_programme_only() -> None:
    result = found(row("rpjmd", "2.08.06"))
    assert status(result, "A1", "rpjmd", 2024) is Status.ALIGNED
    assert status(result, "A3", "rpjmd", 2025) is Status.ALIGNED
    deeper = found(row("rpjmd", "2.08.06.2.01"))
    assert status(deeper, "A3", "rpjmd", 2024) is Status.ALIGNED
    other = found(row("rpjmd", "2.08.07"))
    assert status(other, "A1", "rpjmd", 2024) is Status.MISSING
    assert other.actions["A2"].status("rpjmd") is Status.OUTSIDE


def test_a_heading_row_proves_nothing_where_the_document_goes_deeper() -> None:
    result = found(
        row("renja", "2.08.06", 2024), row("renja", S1, 2024), row("renja", "2.08.06", 2025)
    )
    assert status(result, "A1", "renja", 2024) is Status.ALIGNED
    assert status(result, "A3", "renja", 2024) is Status.MISSING  # 2024 lists its sub-kegiatan
    assert status(result, "A3", "renja", 2025) is Status.ALIGNED  # 2025 names the programme only


def test_years_and_opd_bound_what_a_row_says() -> None:
    result = found(row("rkpd", S2, 2025), row("renja", S1, 2024, opd="D2"))
    assert status(result, "A3", "rkpd", 2025) is Status.ALIGNED
    assert status(result, "A3", "rkpd", 2024) is Status.UNKNOWN
    match = result.actions["A1"].of("renja")[0]
    assert (match.status, match.elsewhere) == (Status.UNKNOWN, ("D2",))
    own = found(row("renja", S2, 2024, opd="D1"), row("renja", S1, 2024, opd="D2"))
    match = own.actions["A1"].of("renja")[0]
    assert (match.status, match.elsewhere) == (Status.MISSING, ("D2",))


def test_what_is_above_the_pagu_of_a_document() -> None:
    rows = (
        row("rkpd", S2, 2025, 40 * MILLION, "D1"),  # A3 needs 44: 4 too much
        row("rkpd", "2.08.06", 2024, 120 * MILLION),  # A1 and A3 need 100 + 20: exactly enough
        row("rpjmd", "2.08.06", 2024, 119_999_999),  # one rupiah too little
        row("rpjmd", "2.08.06", None, 1),  # of an unknown span: not compared
        row("renja", S2, 2025, 40 * MILLION, "D2"),  # another OPD's
        row("renja", S2, 2023, 0, "D1"),  # before the plan
    )
    mine = with_code()
    over = excesses(mine, knowing(mine, *rows))
    assert [(e.line, e.needed, e.pagu, e.more, e.activities) for e in over] == [
        (rows[0], 44 * MILLION, 40 * MILLION, 4 * MILLION, ("A3",)),
        (rows[2], 120 * MILLION, 119_999_999, 1, ("A1", "A3")),
    ]
    result = found(*rows)
    assert result.undated == 1
    assert status(result, "A3", "rkpd", 2025) is Status.OVER
    assert status(result, "A3", "rkpd", 2024) is Status.ALIGNED
    assert status(result, "A1", "rpjmd", 2024) is Status.OVER
    text = said.follow_up(mine, result, result.actions["A3"])
    assert "RKPD 2025: pagu kurang Rp4.000.000." in text
    assert "RPJMD 2024: pagu 2.08.06 kurang Rp1." in text


def test_realised_years_cannot_be_proposed_any_more() -> None:
    plan = with_code()

    done = Realisasi(tahun=2024, kegiatan="A1", volume=1, rupiah=100 * MILLION)
    plan = replace(plan, pack=replace(plan.pack, realised=(*plan.pack.realised, done)))
    rows = (row("rkpd", "2.08.06", 2024, 0),)
    result = found(*rows, plan=plan)
    assert set(result.actions) == {"A2", "A3"}
    assert result.actions["A3"].years == (2025,)
    assert result.excesses == ()


def test_an_activity_without_sub_kegiatan_takes_the_programme_it_names() -> None:
    plan = with_code(code="")
    assert coded(plan.pack, "A3").code == ""
    record = replace(plan.pack.activities["A3"], program_rpjmd="Program  PHA")
    pack = replace(plan.pack, activities={**plan.pack.activities, "A3": record})
    assert (coded(pack, "A3").code, coded(pack, "A3").by_name) == ("2.08.06", True)
    result = found(row("renja", S1, 2024), plan=replace(plan, pack=pack))
    assert status(result, "A3", "renja", 2024) is Status.ALIGNED
    twin = Nomenklatur(kode="2.14.01", level="program", nama="Program PHA")
    twins = replace(pack, nomenclature={**pack.nomenclature, "2.14.01": twin})
    assert coded(twins, "A3").code == ""


def test_changes_group_what_is_lacking() -> None:
    mine = with_code()
    result = found(
        row("rpjmd", "2.08.07"),
        row("renja", "2.08.07", 2024, opd="D1"),
        row("renja", "2.08.07", 2025, opd="D1"),
        row("renja", S2, 2025, opd="D2"),
    )
    rows = changes(mine, result)
    seen = [(c.kind, c.opd, c.code, c.years, c.activities, c.rupiah, c.elsewhere) for c in rows]
    assert seen == [
        ("rpjmd", "D1", "2.08.06", (2024, 2025), ("A1", "A3"), 164 * MILLION, ()),
        ("renja", "D1", S1, (2024,), ("A1",), 100 * MILLION, ()),
        ("renja", "D1", S2, (2024, 2025), ("A3",), 64 * MILLION, ("D2",)),
    ]
    assert said.change(mine, rows[0]) == "2.08.06 PROGRAM PHA"
    assert said.change(mine, rows[2]) == f"{S2} (tercantum pada D2; sepakati pelaksananya)"


def test_missing_documents_are_named_by_opd_where_others_are_given() -> None:
    mine = with_code()
    none = missing_documents(mine, found())
    assert [(m.kind, m.opd, m.years, m.activities) for m in none] == [
        (kind, "", (2024, 2025), ("A1", "A3")) for kind in KINDS
    ]
    some = found(row("renja", "2.08.07", 2024, opd="D2"), row("rkpd", "2.08.06", 2024))
    rows = missing_documents(mine, some)
    assert [(m.kind, m.opd, m.years, m.activities) for m in rows] == [
        ("rpjmd", "", (2024, 2025), ("A1", "A3")),
        ("renstra", "", (2024, 2025), ("A1", "A3")),
        ("rkpd", "", (2025,), ("A3",)),
        ("renja", "D1", (2024, 2025), ("A1", "A3")),
    ]
    assert said.all_missing(some, rows) == (
        "Isi RKPD untuk tahun 2025 belum dimasukkan, sehingga satu aksi belum dapat diperiksa "
        "seluruhnya. Isi Renja satu perangkat daerah untuk tahun 2024–2025 belum dimasukkan, "
        "sehingga dua aksi belum dapat diperiksa seluruhnya."
    )


def test_references_are_those_of_the_pack_and_never_invented() -> None:
    plan = toy_plan.plan()
    bare = references(plan)
    assert [(r.cluster, r.indicator, r.activities, r.rupiah) for r in bare] == [
        ("K0", "I1", ("A1", "A2"), 100 * MILLION), ("K1", "I2", ("A3",), 64 * MILLION),
    ]  # fmt: skip
    assert {(r.policy, r.action_plan) for r in bare} == {("", "")}

    facts = {
        "perpres_lampiran_1_k0": "Bab III huruf A",
        "perpres_lampiran_2_k0": "Nomor 1",
        "perpres_lampiran_2_i2": "Nomor 7",
    }
    rows = {key: ProfilRow(kunci=key, nilai=text) for key, text in facts.items()}
    profile = replace(plan.pack.profile, facts={**plan.pack.profile.facts, **rows})
    known = references(plan, replace(plan.pack, profile=profile))
    assert [(r.policy, r.action_plan) for r in known] == [
        ("Bab III huruf A", "Nomor 1"), ("", "Nomor 7"),
    ]  # fmt: skip
    assert "Seluruh 4 rujukan ke kedua lampiran belum diisi" in said.references_open(bare)
    assert said.coverage(plan, bare).endswith(
        "2 dari 3 indikator. Indikator 3 tidak dilayani aksi dalam rencana ini; nilainya sudah "
        "penuh pada tahun dasar."
    )
    poorer = replace(plan, pack=toy_plan.pack((20, 0, 5, 0)))
    assert said.coverage(poorer, bare).endswith("kesenjangan poinnya belum ditangani.")
    assert "Dari 4 rujukan ke kedua lampiran, 1 belum diisi" in said.references_open(known)


def test_programmes_add_up_to_what_agencies_spend() -> None:
    mine = with_code()
    rows = programmes(mine, found(row("rpjmd", "2.08.07")))
    assert [(p.code, p.name, p.opds, p.activities, p.rupiah, p.status) for p in rows] == [
        ("2.08.06", "PROGRAM PHA", ("D1",), ("A1", "A3"), 164 * MILLION, Status.MISSING)
    ]
    assert programme_name(mine.pack, "2.08.06", "Program PHA") == "Program PHA"
    assert programme_name(mine.pack, "2.08.06", "Program lain") == "PROGRAM PHA"
    assert programme_name(mine.pack, "9.99.99", "Program lain") == "Program lain"


@pytest.mark.parametrize("documents", [(), ("rpjmd", "rkpd"), ("rpjmd", "renstra", "renja")])
def test_counts_hold_every_activity_once(real: Plan, documents: tuple[str, ...]) -> None:
    """Half of the codes of a real plan, in every other year, at three levels."""
    codes = sorted({a.sub_kegiatan for a in real.pack.activities.values()} - {""})
    rows = [
        row(kind, code if place % 3 else programme(code), year, 10**9 * (place % 2))
        for kind in documents
        for place, code in enumerate(codes[::2])
        for year in real.years[::2]
    ]
    result = align(real, replace(real.pack, records=Records(documents=tuple(rows))))
    table = document_counts(result)
    assert list(table["jumlah"]) == [len(real.activities)] * 4
    assert [sum(r[s.value] for s in Status) for r in table.to_dict("records")] == [
        len(real.activities)
    ] * 4
    lines = alignment_table(real, result)
    for kind in KINDS:
        mine = lines[lines["dokumen"] == kind]
        assert int(mine["rupiah"].sum()) == real.cost()
        assert mine.groupby("kegiatan").ngroups == len(real.activities)
    outside = Counter(real.pack.opds[real.pack.activities[a].opd].jenis for a in real.activities)
    assert list(table[Status.OUTSIDE.value]) == [outside["vertikal"] + outside["mitra"]] * 4
    names = {row.nama.casefold(): row.kode for row in real.pack.nomenclature.values()}
    for excess in result.excesses:
        need = 0
        for (activity, year, _), rupiah in real.spending.items():
            record = real.pack.activities[activity]
            code = record.sub_kegiatan or names.get(record.program_rpjmd.casefold(), "")
            if year == excess.year and f"{code}.".startswith(f"{excess.line.kode}."):
                need += rupiah
        assert excess.needed == need > excess.pagu
    assert bool(result.excesses) == bool(documents)
    total = sum(p.rupiah for p in programmes(real, result))
    assert total == real.cost()


def test_asking_changes_nothing(real: Plan) -> None:
    first = align(real)
    assert align(real) == first
