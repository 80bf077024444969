"""Values of the report on integration: the facts as an Indonesian reader reads them."""

from collections import Counter
from fractions import Fraction

from kla_plan.indonesian import join, number, rupiah
from kla_plan.pack.model import Pack
from kla_plan.pack.records import ProgramBerjalan
from kla_plan.papers.integration.facts import Integration
from kla_plan.papers.integration.match import Ground
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_activity
from kla_plan.report.sentences.words import count
from kla_plan.report.word.common import dokumen

_NOTHING_KNOWN = (
    "Program yang sudah berjalan pada perangkat daerah belum didata: lembar program_berjalan pada "
    "paket masih kosong. Karena itu belanja yang sudah melayani hak anak belum dapat dipisahkan "
    "dari belanja baru, dan seluruh belanja RAD KLA di bawah ini diperlakukan sebagai belanja baru."
)


def values(plan: Plan, current: Pack, facts: Integration) -> dict[str, object]:
    """Return every value of the template."""
    return {
        "dokumen": dokumen(plan),
        "program": {"kalimat": _programmes(current, facts)},
        "penandaan": _tagging(facts),
        "tumpang": _overlaps(plan, facts),
        "ganda": _doubles(facts),
        "sasaran": _groups(facts),
        "kosong": _unserved(plan, facts),
    }


def _programmes(pack: Pack, facts: Integration) -> list[str]:
    rows = pack.records.running
    if not rows:
        return [_NOTHING_KNOWN]
    agencies = len({row.opd for row in rows})
    kinds = (
        (Ground.STATED, "dinyatakan sendiri oleh OPD"),
        (Ground.CODE, "terlihat dari kode sub kegiatan yang sama"),
        (Ground.LIST, "diduga dari usulan nomenklatur"),
        (Ground.NAME, "diduga dari kemiripan nama"),
        (Ground.NONE, "belum terlihat"),
    )
    found = Counter(match.ground for match in facts.matches)
    known = [f"{words} pada {count(found[kind], 'baris')}" for kind, words in kinds if found[kind]]
    silent = sum(row.pagu is None for row in rows)
    text = f"Didata {count(len(rows), 'baris program')} dari {count(agencies, 'OPD')}."
    unknown = f"{count(silent, 'baris', start=True)} belum menyebut anggaran." if silent else ""
    return [f"{text} Keterkaitan dengan KLA {join(known)}. {unknown}".strip()]


def _tagging(facts: Integration) -> dict[str, object]:
    return {
        "baris": [
            {
                "tahun": row.year,
                "melayani": number(row.serving),
                "diduga": number(row.presumed),
                "lain": number(row.other),
                "jumlah": number(row.whole),
            }
            for row in facts.tagged
            if row.whole
        ],
        "catatan": (
            "Melayani KLA: dinyatakan OPD atau kode sub kegiatannya sama dengan kegiatan RAD KLA. "
            "Diduga: menurut usulan nomenklatur atau kemiripan nama, dan perlu dikonfirmasi OPD."
        ),
    }


def _overlaps(plan: Plan, facts: Integration) -> dict[str, object]:
    whole, covered = plan.cost(), sum(row.covered for row in facts.overlaps)
    first = f"Belanja RAD KLA {plan.years[0]}–{plan.years[-1]} seluruhnya {rupiah(whole)}."
    if facts.overlaps:
        second = (
            f"Paling banyak {rupiah(covered)} di antaranya dapat ditutup program yang sudah "
            f"berjalan, sehingga belanja baru sekurangnya {rupiah(whole - covered)}. Besarnya "
            "perlu disepakati dengan OPD, karena anggaran program dapat juga memuat pekerjaan lain."
        )
    else:
        second = (
            "Tidak ada program berjalan yang pasti sama dengan kegiatan RAD KLA pada tahun yang "
            "sama, sehingga seluruhnya merupakan belanja baru."
        )
    names = plan.pack.activities
    return {
        "kalimat": [first, second],
        "baris": [
            {
                "kegiatan": names[row.activity].nama,
                "tahun": row.year,
                "rencana": number(row.planned),
                "berjalan": number(row.running),
                "tertutup": number(row.covered),
            }
            for row in facts.overlaps
        ],
    }


def _doubles(facts: Integration) -> dict[str, object]:
    found = len(facts.doubles)
    return {
        "kalimat": (
            f"{count(found, 'pasangan program', start=True)} dari OPD yang berbeda tampak serupa "
            "dan perlu dibahas agar tidak dibiayai dua kali."
            if found
            else "Tidak ditemukan program dari OPD berbeda yang tampak serupa pada tahun yang sama."
        ),
        "baris": [
            {
                "tahun": pair.one.tahun,
                "satu": _named(pair.one),
                "dua": _named(pair.other),
                "alasan": pair.why,
            }
            for pair in facts.doubles
        ],
    }


def _named(row: ProgramBerjalan) -> str:
    budget = "anggaran belum diketahui" if row.pagu is None else rupiah(row.pagu)
    return f"{row.nama} ({row.opd}, {budget})"


def _groups(facts: Integration) -> dict[str, object]:
    several = sum(len(group.agencies) > 1 for group in facts.groups)
    return {
        "kalimat": (
            f"{count(len(facts.groups), 'kelompok penerima', start=True)} disebut menurut tahun, "
            f"{count(several, 'kelompok')} di antaranya dilayani lebih dari satu OPD. Jumlah orang "
            "tidak dijumlahkan, karena belum diketahui siapa yang menerima lebih dari satu program."
            if facts.groups
            else "Penerima manfaat program berjalan belum didata."
        ),
        "baris": [
            {
                "nama": group.name,
                "tahun": group.year,
                "opd": ", ".join(group.agencies),
                "banyak": "–" if group.largest is None else number(group.largest),
                "rupiah": number(group.rupiah) if group.rupiah else "–",
                "dana": ", ".join(group.funds) or "–",
            }
            for group in facts.groups
        ],
    }


def _unserved(plan: Plan, facts: Integration) -> dict[str, object]:
    acting = Counter(plan.pack.activities[code].indikator for code in plan.activities)
    spent: Counter[str] = Counter()
    for activity, amount in spent_by_activity(plan).items():
        spent[plan.pack.activities[activity].indikator] += amount
    score = plan.pack.start_score()
    rows = [plan.pack.instrument.indicators[code] for code in facts.unserved]
    return {
        "kalimat": (
            f"{count(len(rows), 'indikator', start=True)} masih kekurangan poin dan belum dilayani "
            "program berjalan yang didata."
            if rows
            else "Setiap indikator yang masih kekurangan poin sudah dilayani program berjalan."
        ),
        "baris": [
            {
                "nama": f"{row.indikator.removeprefix('I')} {row.nama}",
                "kurang": number(Fraction(row.poin_maks) - score.indicators[row.indikator], 2),
                "kegiatan": number(acting[row.indikator]),
                "rupiah": number(spent[row.indikator]),
            }
            for row in rows
        ],
    }
