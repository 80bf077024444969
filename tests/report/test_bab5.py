"""BAB V: every activity with its money, every answer that rises, everything left open."""

from collections import defaultdict
from fractions import Fraction

import pytest
from docx.document import Document as DocumentType
from support import toy_plan
from support.word_reading import angka, sections, short_name, tables, trimmed

from kla_plan.plan.plan import Plan
from kla_plan.report.charts.cluster_charts import (
    causes_chart,
    gains_chart,
    outlook_chart,
    share_chart,
)
from kla_plan.report.sentences import effects
from kla_plan.report.sentences.volumes import volume
from kla_plan.report.tables import cluster_path
from kla_plan.report.tables.progress import rises
from kla_plan.report.tables.rest import LAPSED, NOT_CHOSEN, TOO_FEW, cluster_outlook, remaining
from kla_plan.report.word.bab5 import OPEN, bab5
from kla_plan.report.word.bab5_cluster import RAISED


def start(plan: Plan, question: str) -> Fraction:
    most = Fraction(plan.pack.instrument.questions[question].poin_maks)
    return Fraction(plan.pack.answers[question].poin) / most if most else Fraction(1)


def percentages(share: Fraction) -> set[str]:
    return {f"{angka(share * 100)} %", f"{angka(share * 100, 1)} %"}


def cluster_total(plan: Plan, cluster: str, year: int) -> Fraction:
    """Points of a cluster at the end of a year of the plan, recomputed from the answers."""
    total = Fraction(0)
    for code, indicator in plan.pack.instrument.indicators.items():
        if indicator.klaster == cluster:
            points = sum(
                (
                    Fraction(q.poin_maks) * plan.fractions[year, q.pertanyaan]
                    for q in plan.pack.instrument.questions_of(code)
                ),
                Fraction(0),
            )
            total += min(Fraction(indicator.poin_maks), points)
    return total


def test_activity_tables_of_the_clusters(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    pack, found = plan.pack, tables(document)
    seen: list[str] = []
    for code, cluster in pack.instrument.clusters.items():
        inside = [
            a
            for a in plan.activities
            if pack.instrument.cluster_of(pack.activities[a].indikator) == code
        ]
        rows = found.get(f"Ringkasan rencana aksi: {short_name(cluster.nama)}", [])
        assert sorted(row[0] for row in rows[1:-1]) == sorted(inside)
        spent = {a: sum(r for (b, _, _), r in plan.spending.items() if b == a) for a in inside}
        for activity, name, who, when, money in rows[1:-1]:
            record = pack.activities[activity]
            assert name == record.nama
            agency, funds = who.split("\n")
            used = {fund for a, _, fund in plan.spending if a == activity}
            assert agency == record.opd
            assert set(funds.split("; ")) == (used or {"–"})
            years, delivered = when.split("\n")
            active = sorted(year for a, year in plan.volumes if a == activity)
            assert years.split("–")[0].split(", ")[0] == str(active[0])
            assert years[-4:] == str(active[-1])
            assert delivered == expected_volume(plan, activity)
            assert money == angka(spent[activity])
        if inside:
            assert rows[-1][4] == angka(sum(spent.values()))
        seen += inside
    assert sorted(seen) == sorted(plan.activities)


def expected_volume(plan: Plan, activity: str) -> str:
    record = plan.pack.activities[activity]
    amounts = [Fraction(v) for (a, _), v in plan.volumes.items() if a == activity]
    if not record.berulang:
        return f"{trimmed(sum(amounts))} {record.satuan}"
    low, high = trimmed(min(amounts)), trimmed(max(amounts))
    each = low if low == high else f"{low}–{high}"
    yearly = " per tahun" if "/" in record.satuan else "/tahun"
    return f"{each} {record.satuan}{yearly if len(amounts) > 1 else ''}"


def test_answers_that_rise(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    pack, found, last = plan.pack, tables(document), plan.years[-1]
    for code, cluster in pack.instrument.clusters.items():
        raised = {
            q: Fraction(row.poin_maks) * (plan.fractions[last, q] - start(plan, q))
            for q, row in pack.instrument.questions.items()
            if pack.instrument.cluster_of(row.indikator) == code
            and plan.fractions[last, q] > start(plan, q)
        }
        title = f"Kenaikan jawaban pertanyaan: {short_name(cluster.nama)}"
        if not raised:
            assert title not in found
            continue
        *rows, total = found[title][1:]
        assert total[-1] == angka(sum(raised.values(), Fraction(0)), 2)
        assert len(rows) == min(len(raised), RAISED + 1)
        named = [row for row in rows if row[0] != "lainnya"]
        for question, label, before, after, years, activities, points in named:
            assert label == pack.instrument.questions[question].label
            assert before in percentages(start(plan, question))
            assert after in percentages(plan.fractions[last, question])
            assert points == angka(raised[question], 2)
            steps = [start(plan, question), *(plan.fractions[t, question] for t in plan.years)]
            grows = [t for t, a, b in zip(plan.years, steps, steps[1:], strict=False) if b > a]
            assert (years[:4], years[-4:]) == (str(grows[0]), str(grows[-1]))
            serving = [
                a
                for a in plan.activities
                if any(e.pertanyaan == question for e in pack.effects_of(a))
            ]
            assert activities == ", ".join(serving)
        rest = [points for question, points in raised.items()
                if question not in {row[0] for row in named}]  # fmt: skip
        if rest:
            assert rows[-1][1].startswith(f"{len(rest)} pertanyaan lain tentang ")
            assert rows[-1][-1] == angka(sum(rest, Fraction(0)), 2)
            assert max(rest) <= min(raised[row[0]] for row in named)


def test_split_of_every_cluster_adds_up(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    last = plan.years[-1]
    rows = tables(document)[f"Pembagian poin setiap klaster pada akhir tahun {last}"][1:]
    base = plan.pack.start_score()
    for row, (code, cluster) in zip(rows[:-1], plan.pack.instrument.clusters.items(), strict=True):
        before, after = base.clusters[code], cluster_total(plan, code, last)
        assert row[:4] == [
            cluster.nama, trimmed(Fraction(cluster.poin_maks)), angka(before, 2),
            angka(after - before, 2),
        ]  # fmt: skip
        left = Fraction(cluster.poin_maks) - after
        near, far = (as_number(text) for text in row[4:])
        assert abs(near + far - left) < Fraction(1, 50)
    for column in range(1, 6):
        parts = sum((as_number(row[column]) for row in rows[:-1]), Fraction(0))
        assert abs(parts - as_number(rows[-1][column])) < Fraction(1, 20)


def as_number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def test_open_questions_of_the_last_year(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    pack, last = plan.pack, plan.years[-1]
    expected: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for code, indicator in pack.instrument.indicators.items():
        inside = pack.instrument.questions_of(code)
        points = {q.pertanyaan: Fraction(q.poin_maks) * plan.fractions[last, q.pertanyaan]
                  for q in inside}  # fmt: skip
        if sum(points.values()) >= indicator.poin_maks:
            continue
        for question in inside:
            rest = Fraction(question.poin_maks) - points[question.pertanyaan]
            if rest > 0:
                expected[indicator.klaster][question.pertanyaan] = rest
    rows = tables(document)[f"Pertanyaan yang belum bernilai penuh {last}"][1:]
    shown = [row for row in rows if len(row) > 1]
    for asked, label, answer, left_over, reason in shown:
        record = pack.instrument.questions[asked]
        missing = expected[pack.instrument.cluster_of(record.indikator)][asked]
        assert (label, left_over) == (record.label, angka(missing, 2))
        assert answer in percentages(plan.fractions[last, asked])
        assert reason
    assert len(shown) == sum(min(OPEN, len(group)) for group in expected.values())
    left = sum(len(group) for group in expected.values()) - len(shown)
    text = sections(document)["5.3 Dampak yang Diharapkan"]
    assert (f"{left} pertanyaan lain dengan sisa" in text) == (left > 0)


def test_reasons_for_what_is_left(real: Plan) -> None:
    table = remaining(real).set_index("pertanyaan")["sebab"]
    served = {e.pertanyaan for a in real.activities for e in real.pack.effects_of(a)}
    for question, reason in table.items():
        if reason == NOT_CHOSEN:
            assert question not in served
        elif reason == TOO_FEW:
            assert question in served
    assert table["P7.2"].startswith("Bunyi butir belum dapat dipastikan")


def test_an_answer_that_falls_back_is_told(metro: Plan) -> None:
    table = remaining(metro).set_index("pertanyaan")["sebab"]
    last = metro.years[-1]
    fell = [
        code
        for code in metro.pack.instrument.questions
        if max(metro.fractions[t, code] for t in metro.years) > metro.fractions[last, code]
    ]
    assert fell
    assert {table[code] for code in fell if code in table} == {LAPSED}


def test_money_of_the_toy_is_drawn_and_said(toy: Plan) -> None:
    values = bab5(toy, lambda _: "gambar")
    parts = {key: values[f"{key}_anggaran"]["gambar"] for key in ("klaster", "opd", "dana")}  # type: ignore[index]
    assert parts == {"klaster": "gambar", "opd": "", "dana": "gambar"}
    assert values["dampak"] == (
        "Dari 100 poin, 40 poin sudah diraih pada tahun 2023 dan 55 poin ditambahkan oleh rencana "
        "ini. Sisanya, 5 poin berada di luar jangkauan kegiatan calon. Sisa terbesar berada pada "
        "Klaster I (Hak Sipil dan Kebebasan) (5 poin)."
    )


def test_effects_of_the_toy_plan(toy: Plan) -> None:
    found = rises(toy)
    own = [rise for rise in found if rise.cluster == "K1"]
    assert effects.raised(toy, "K1", own) == (
        "Satu pertanyaan naik, tetapi belum ada yang sampai bernilai penuh."
    )
    path = cluster_path(toy).to_dict("records")
    assert effects.by_year(toy, path[1]) == (
        "Tambahan per tahun paling besar jatuh pada tahun 2025 (10 poin) dan tahun 2024 (5 poin), "
        "sedangkan tahun 2026 tanpa tambahan."
    )
    left = remaining(toy)
    assert effects.left(toy, path[0], left[left["klaster"] == "K0"]) == (
        "Pada akhir tahun 2026 tidak ada lagi poin yang tersisa pada bagian ini."
    )
    assert volume(toy, "A3") == "6 angkatan"


def test_a_plan_without_activities_raises_nothing() -> None:
    still = toy_plan.empty_plan()
    assert rises(still) == ()
    values = bab5(still, lambda _: "gambar")
    assert values["ada_dampak"] is False
    assert values["gambar_tambahan"] == ""
    assert "Tidak ada pertanyaan" in values["klaster"][0]["dampak"]  # type: ignore[index]


def drawn(figure: object) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]  # type: ignore[attr-defined]


def test_charts_show_the_plan(real: Plan) -> None:
    last = real.years[-1]
    gain = (
        sum(
            (cluster_total(real, code, last) for code in real.pack.instrument.clusters), Fraction(0)
        )
        - real.pack.start_score().total
    )
    assert drawn(gains_chart(real))[-1] == f"+{trimmed(gain)}"
    missing = sum(
        Fraction(q.poin_maks) - Fraction(real.pack.answers[code].poin)
        for code, q in real.pack.instrument.questions.items()
    )
    assert drawn(causes_chart(real.pack))[-1] == trimmed(missing)
    total = real.pack.instrument.maximum
    assert drawn(share_chart(real))[-1] == f"{angka(real.score(last).total / total * 100, 1)} %"
    bars = outlook_chart(real).axes[0].patches
    widths = sum(bar.get_width() for bar in bars)  # type: ignore[attr-defined]
    assert widths == pytest.approx(100 * len(real.pack.instrument.clusters))


def test_outlook_respects_the_caps(metro: Plan) -> None:
    table = cluster_outlook(metro)
    parts = table[["awal", "tambahan", "sisa_terjangkau", "sisa_di_luar"]]
    assert (parts.sum(axis=1) - table["poin_maks"]).abs().max() == pytest.approx(0, abs=1e-6)
    assert float(parts[["awal", "sisa_terjangkau", "sisa_di_luar"]].min().min()) >= -1e-9
