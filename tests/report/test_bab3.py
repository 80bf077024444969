"""BAB III: the condition of every cluster, the causes of its gap, what can be closed."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from docx.document import Document as DocumentType
from support import toy_plan
from support.word_reading import angka, persen, sections, short_name, tables, trimmed

from kla_plan.gaps import cluster_gaps
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import condition, issues, problems
from kla_plan.report.tables.causes import (
    cluster_holders,
    cluster_kinds,
    open_questions,
    spread_clusters,
)
from kla_plan.report.word.bab3 import HEAVIEST, bab3
from kla_plan.scenario import Scenario


def points(pack: Pack, question: str) -> Fraction:
    return Fraction(pack.answers[question].poin)


def reached(pack: Pack, indicator: str) -> Fraction:
    """Points of an indicator, its maximum respected."""
    inside = pack.instrument.questions_of(indicator)
    total = sum((points(pack, q.pertanyaan) for q in inside), Fraction(0))
    return min(Fraction(pack.instrument.indicators[indicator].poin_maks), total)


def of_cluster(pack: Pack, cluster: str) -> list[str]:
    return [i for i, row in pack.instrument.indicators.items() if row.klaster == cluster]


def gap(pack: Pack, cluster: str) -> Fraction:
    return sum(
        (
            Fraction(pack.instrument.indicators[i].poin_maks) - reached(pack, i)
            for i in of_cluster(pack, cluster)
        ),
        Fraction(0),
    )


def test_indicator_tables_of_every_cluster(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    pack, found = plan.pack, tables(document)
    for code, cluster in pack.instrument.clusters.items():
        rows = found[f"Kondisi indikator {pack.profile.base_year}: {short_name(cluster.nama)}"][1:]
        expected = []
        for indicator in of_cluster(pack, code):
            record = pack.instrument.indicators[indicator]
            most, got = Fraction(record.poin_maks), reached(pack, indicator)
            inside = pack.instrument.questions_of(indicator)
            below = sum(points(pack, q.pertanyaan) < q.poin_maks for q in inside)
            expected.append(
                [
                    indicator.removeprefix("I"), record.nama, trimmed(most), angka(got, 2),
                    angka(most - got, 2), persen(got / most), f"{below} / {len(inside)}",
                ]
            )  # fmt: skip
        assert rows[:-1] == expected
        missing = gap(pack, code)
        whole = Fraction(cluster.poin_maks)
        assert rows[-1][2:6] == [
            trimmed(whole), angka(whole - missing, 2), angka(missing, 2),
            persen((whole - missing) / whole),
        ]  # fmt: skip


def test_heaviest_questions_of_every_cluster(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    pack, found = plan.pack, tables(document)
    seen = 0
    for code, cluster in pack.instrument.clusters.items():
        missing = {
            q.pertanyaan: Fraction(q.poin_maks) - points(pack, q.pertanyaan)
            for i in of_cluster(pack, code)
            if reached(pack, i) < pack.instrument.indicators[i].poin_maks
            for q in pack.instrument.questions_of(i)
        }
        missing = {question: value for question, value in missing.items() if value > 0}
        title = f"Pertanyaan dengan kesenjangan terbesar: {short_name(cluster.nama)}"
        if not missing:
            assert title not in found
            continue
        rows = found[title][1:]
        limit = HEAVIEST + 1 if len(missing) == HEAVIEST + 1 else HEAVIEST
        largest = sorted(missing.values(), reverse=True)[:limit]
        assert [row[4] for row in rows] == [angka(value, 2) for value in largest]
        for question, text, _, answer, rest, able in rows:
            record = pack.instrument.questions[question]
            share = points(pack, question) / Fraction(record.poin_maks)
            assert text == record.label
            assert answer in {f"{angka(share * 100)} %", persen(share)}
            assert rest == angka(missing[question], 2)
            assert able == str(len({e.kegiatan for e in pack.effects if e.pertanyaan == question}))
        seen += len(rows)
    assert seen


def test_summary_of_gaps_adds_up(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    pack, found = plan.pack, tables(document)
    rows = found["Kesenjangan setiap klaster dan jangkauan kegiatan calon (poin)"][1:]
    gaps = {row.nama: gap(pack, code) for code, row in pack.instrument.clusters.items()}
    whole = sum(gaps.values())
    assert [row[1] for row in rows[:-1]] == [
        angka(value, 2) for value in sorted(gaps.values(), reverse=True)
    ]
    for name, missing, share, _, near, far in rows[:-1]:
        assert missing == angka(gaps[name], 2)
        assert share == persen(gaps[name] / whole)
        assert as_number(near) + as_number(far) == as_number(missing)
    assert [rows[-1][1], rows[-1][2]] == [angka(whole, 2), "100,0 %"]
    assert sum(as_number(row[4]) for row in rows[:-1]) == as_number(rows[-1][4])
    assert sum(as_number(row[5]) for row in rows[:-1]) == as_number(rows[-1][5])


def as_number(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def test_only_the_unclear_question_is_out_of_reach(real: Plan, real_word: DocumentType) -> None:
    left = Fraction(22) - points(real.pack, "P7.2")
    rows = tables(real_word)["Kesenjangan setiap klaster dan jangkauan kegiatan calon (poin)"]
    assert rows[-1][5] == angka(left, 2)
    below = sections(real_word)["3.10 Pertanyaan di Luar Jangkauan Belanja"]
    assert f"P7.2 ({trimmed(left)} poin)" in below


def test_the_toy_reaches_all_but_one_step() -> None:
    values = bab3(toy_plan.plan(), lambda _: "")
    # A1 fills P1.1, A2 or A4 fill P1.2, and A3 can raise P2.1 by seven more units of a tenth:
    # from one fifth to nine tenths, the step of four fifths; five points stay out of reach.
    assert values["jumlah"] == {
        "selisih": "60,00", "bagian": "100,0 %", "terjangkau": "55,00", "di_luar": "5,00",
    }  # fmt: skip


def test_sentences_of_a_cluster_state_its_numbers(real: Plan, real_word: DocumentType) -> None:
    pack, said = real.pack, sections(real_word)
    blocks = [text for name, text in said.items() if name.startswith("3.")]
    assert len(blocks) >= len(pack.instrument.clusters)
    chapter = whole_chapter(real_word)
    for code, cluster in pack.instrument.clusters.items():
        most, missing = Fraction(cluster.poin_maks), gap(pack, code)
        share = persen((most - missing) / most)
        assert f"meraih {trimmed(most - missing)} dari {trimmed(most)} poin atau {share}" in chapter
        sums: dict[str, Fraction] = {}
        for question in pack.instrument.questions.values():
            if pack.instrument.cluster_of(question.indikator) == code:
                left = Fraction(question.poin_maks) - points(pack, question.pertanyaan)
                sums[question.tipe] = sums.get(question.tipe, Fraction(0)) + left
        kind = max(sums, key=lambda name: sums[name])
        assert trimmed(sums[kind]) + " poin" in chapter
        assert (
            persen(sums[kind] / sum(sums.values())) in chapter
            or len([value for value in sums.values() if value]) == 1
        )


def whole_chapter(document: DocumentType) -> str:
    text = "\n".join(p.text.replace("\u00a0", " ") for p in document.paragraphs)
    start = text.index("3.1 Gambaran Permasalahan", text.index("BAB I\nPENDAHULUAN"))
    return text[start : text.index("4.1 Tujuan", start)]


def test_chapters_do_not_repeat_themselves(real_word: DocumentType) -> None:
    long = [line for line in whole_chapter(real_word).split("\n") if len(line) > 80]
    assert len(set(long)) == len(long)


def test_kinds_add_up_to_the_questions(real: Plan) -> None:
    table = cluster_kinds(real.pack)
    questions = real.pack.instrument.questions
    assert int(table["pertanyaan"].sum()) == len(questions)
    missing = sum(q.poin_maks - real.pack.answers[code].poin for code, q in questions.items())
    assert float(table["selisih"].sum()) == pytest.approx(float(missing))
    zero = sum(
        1 for code, q in questions.items() if q.poin_maks and real.pack.answers[code].poin == 0
    )
    assert int(table["nol"].sum()) == zero


def test_agencies_share_the_missing_points(real: Plan) -> None:
    pack = real.pack
    held = cluster_holders(pack)
    for code in pack.instrument.clusters:
        missing = sum(
            (
                Fraction(q.poin_maks) - points(pack, q.pertanyaan)
                for i in of_cluster(pack, code)
                for q in pack.instrument.questions_of(i)
                if q.opd
            ),
            Fraction(0),
        )
        assert sum(value for _, value in held[code]) == pytest.approx(float(missing))


def test_a_spread_score_is_not_read_as_a_finding(metro: Plan) -> None:
    assert spread_clusters(metro.pack) == frozenset(metro.pack.instrument.clusters)
    values = bab3(metro, lambda _: "")
    assert "disebar sebanding dengan bobot" in str(values["sebaran"])
    for cluster in values["klaster"]:  # type: ignore[attr-defined]
        text = " ".join([*cluster["kondisi"], *cluster["masalah"]])
        assert "terendah" not in text
        assert "Menurut bobot pertanyaan" in text


def test_a_known_sheet_is_read_as_one(real: Plan) -> None:
    assert spread_clusters(real.pack) == frozenset()
    assert bab3(real, lambda _: "")["sebaran"] == ""


def with_answers(**changes: object) -> Pack:
    pack = toy_plan.pack()
    answers = {code: replace(row, **changes) for code, row in pack.answers.items()}  # type: ignore[arg-type]
    return replace(pack, answers=answers)


def test_evidence_and_verification_are_told_where_they_are_known() -> None:
    assert condition.proven(toy_plan.pack(), "K0") == ""
    pack = with_answers(status_bukti="sebagian")
    assert condition.proven(pack, "K0") == (
        "Dari satu pertanyaan yang sudah bernilai, satu baru sebagian; 20 poin berisiko berkurang "
        "pada saat verifikasi."
    )
    checked = with_answers(poin_verifikasi=Decimal(5))
    row = cluster_gaps(checked).to_dict("records")[1]
    assert condition.verified(row) == (
        "Pada verifikasi nilainya berkurang 10 poin menjadi 10 poin."
    )


def test_standing_of_the_toy_clusters() -> None:
    pack = toy_plan.pack()
    clusters = cluster_gaps(pack)
    assert condition.standing("K0", clusters, spread=False) == (
        "Capaian ini terendah di antara dua bagian instrumen, 6,7 poin persentase di bawah capaian "
        "seluruh instrumen (40,0 %). Dengan bobot 60,0 % dari seluruh poin instrumen, bagian ini "
        "menyumbang 66,7 % dari seluruh kesenjangan."
    )
    assert condition.standing("K1", clusters, spread=False) == (
        "Capaian ini tertinggi di antara dua bagian instrumen, 10,0 poin persentase di atas "
        "capaian seluruh instrumen (40,0 %). Meskipun memuat 40,0 % dari seluruh poin instrumen, "
        "bagiannya dalam seluruh kesenjangan hanya 33,3 %."
    )
    assert condition.answers(pack, "K0") == (
        "Dari dua pertanyaan, satu baru terpenuhi sebagian dan satu belum bernilai sama sekali."
    )


def test_problems_of_the_toy_clusters() -> None:
    pack = toy_plan.pack()
    kinds, questions = cluster_kinds(pack), open_questions(pack)
    own = kinds[kinds["klaster"] == "K0"]
    assert problems.causes(own, spread=False) == (
        "Penyebab terbesar menyangkut peraturan daerah, yaitu satu pertanyaan dengan 20 poin atau "
        "50,0 % dari poin yang belum diraih: belum memenuhi jawaban tertinggi. "
        "Penyebab berikutnya ialah inovasi (20 poin): belum ada yang diakui."
    )
    assert problems.heaviest(questions[questions["klaster"] == "K0"]) == (
        "Satu pertanyaan, P1.1 (20 poin), memuat 50,0 % dari kesenjangan."
    )
    assert problems.holders(pack, cluster_holders(pack)["K0"]) == (
        f"Seluruhnya melekat pada tugas {toy_plan.MARKUP}."
    )
    found = issues.issues(pack, Scenario(), own, questions[questions["klaster"] == "K0"])
    assert found[1] == (
        "Keberadaan inovasi yang diakui pada Peraturan tentang Anak perlu dibenahi: 20 poin "
        "melekat pada P1.2; tersedia dua kegiatan calon."
    )


def test_a_full_sheet_has_no_problems() -> None:
    full = replace(toy_plan.empty_plan(), pack=toy_plan.pack((40, 20, 25, 15)))
    values = bab3(full, lambda _: "")
    assert values["ada_kesenjangan"] is False
    assert all(not c["masalah"] and not c["isu"] for c in values["klaster"])  # type: ignore[attr-defined]
    assert "menjaga capaian" in str(values["ringkasan"])
