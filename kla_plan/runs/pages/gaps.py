"""Sentences of notebook 01, from the pack alone."""

from collections.abc import Hashable, Mapping

from kla_plan.gaps import evidence_gaps, predicate_gaps, question_gaps
from kla_plan.gaps.evidence import NOT_STATED
from kla_plan.indonesian import number, percent
from kla_plan.pack.model import Pack
from kla_plan.report.sentences.score import rank
from kla_plan.report.sentences.words import count
from kla_plan.scenario import Scenario


def region(pack: Pack) -> str:
    """Return the line below a page's title: which region, which years, which instrument."""
    profile = pack.profile
    return (
        f"**{profile.full_name}** · rencana {profile.first_year}–{profile.last_year} · tahun dasar "
        f"{profile.base_year} · instrumen {profile.instrument}"
    )


def standing(pack: Pack, scenario: Scenario) -> str:
    """Say where the region stands and what it lacks to the next predicate."""
    own, checked = predicate_gaps(pack, scenario).to_dict("records")
    maximum = number(float(pack.instrument.maximum))
    return (
        f"Pada akhir tahun {pack.profile.base_year} nilai penilaian mandiri adalah "
        f"**{number(own['total'], 2)}** dari {maximum} poin ({rank(own['predikat'])}). "
        f"{_verified(scenario, checked)}"
    )


def _verified(scenario: Scenario, row: Mapping[Hashable, object]) -> str:
    total = number(float(str(row["total"])), 2)
    if row["cara"] == "hasil verifikasi":
        return f"Hasil verifikasinya **{total}** poin ({rank(str(row['predikat']))})."
    discount = percent(scenario.diskon_verifikasi)
    return (
        f"Setelah verifikasi nilainya diperkirakan turun {discount} menjadi **{total}** poin "
        f"({rank(str(row['predikat']))})."
    )


def caps(pack: Pack) -> str:
    """Name the indicators whose questions add up to more than the indicator's maximum."""
    capped = [code for code in pack.instrument.indicators if pack.instrument.capped(code)]
    if not capped:
        return ""
    return (
        f"Pada indikator {', '.join(capped)} jumlah poin maksimum pertanyaannya melebihi poin "
        "maksimum indikator. Yang menentukan adalah poin maksimum indikator; kolom *Selisih "
        "efektif* sudah memperhitungkannya."
    )


def open_questions(pack: Pack) -> str:
    """Say how many questions are below their maximum and how many points that is."""
    table = question_gaps(pack)
    below = table[table["selisih"] > 0]
    untouched = int((below["poin"] == 0).sum())
    text = (
        f"Dari {number(len(table))} pertanyaan, {number(len(below))} belum bernilai penuh dengan "
        f"jumlah selisih {number(float(below['selisih'].sum()), 2)} poin."
    )
    if untouched:
        text += f" {count(untouched, 'pertanyaan', start=True)} masih bernilai nol."
    return text


def proof_missing(pack: Pack) -> str:
    """Say how many claimed points are not proven, by status of the evidence."""
    table = evidence_gaps(pack)
    if table.empty:
        return "Data dukung semua pertanyaan yang bernilai sudah lengkap."
    parts = [
        f"{number(len(rows))} pertanyaan ({number(float(rows['poin'].sum()), 2)} poin) "
        f"{'belum dicatat status buktinya' if status == NOT_STATED else f'berstatus {status}'}"
        for status, rows in table.groupby("status_bukti", sort=False)
    ]
    return f"Poin yang diklaim tanpa data dukung lengkap: {'; '.join(parts)}."


def assumed(pack: Pack) -> str:
    """Say how many answers are assumptions."""
    answers = [answer for answer in pack.answers.values() if answer.asumsi]
    if not answers:
        return "Semua jawaban bersumber; tidak ada yang diandaikan."
    reasons = list(dict.fromkeys(answer.asumsi for answer in answers))
    listed = "; ".join(reasons[:3])
    return (
        f"{number(len(answers))} dari {number(len(pack.answers))} jawaban memuat asumsi yang perlu "
        f"dikonfirmasi: {listed}."
    )
