"""Which rules of contract section 3 occur in a pack: proof that random packs use all."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from kla_plan.pack.columns import Dampak
from kla_plan.pack.model import Pack
from kla_plan.scenario import Kunci, Scenario
from support.randoms import random_pack

type Test = Callable[[Pack, Scenario], bool]


def _activity(test: Callable[..., bool]) -> Test:
    return lambda pack, _: any(test(a) for a in pack.activities.values())


def _cost(test: Callable[..., bool]) -> Test:
    return lambda pack, _: any(test(row) for row in pack.costs)


def _ceiling(test: Callable[..., bool]) -> Test:
    return lambda pack, _: any(test(row) for row in pack.ceilings)


def _effect(per: str, *, lasting: bool, delayed: bool = False) -> Test:
    def test(pack: Pack, _: Scenario) -> bool:
        return any(
            not row.paket and row.per == per and _lasts(pack, row) == lasting
            for row in pack.effects
            if row.jeda > 0 or not delayed
        )

    return test


def _lasts(pack: Pack, row: Dampak) -> bool:
    if row.bertahan is None:
        return not pack.activities[row.kegiatan].berulang
    return row.bertahan


def _bundle(pack: Pack, *, delayed: bool = False, large: bool = False) -> bool:
    rows = [row for row in pack.effects if row.paket]
    return any((row.jeda or not delayed) and (row.volume_perlu > 1 or not large) for row in rows)


def _realised(pack: Pack, when: str) -> bool:
    base, first = pack.profile.base_year, pack.profile.first_year
    spans = {"before": (0, base), "between": (base + 1, first - 1), "in": (first, 9999)}
    low, high = spans[when]
    return any(low <= row.tahun <= high for row in pack.realised)


def _upkeep_of_facts(pack: Pack) -> bool:
    done = {row.kegiatan for row in pack.realised}
    return any(row.kegiatan in done and row.tahun_ke > 0 for row in pack.costs)


def _needed_fact(pack: Pack) -> bool:
    done = {row.kegiatan for row in pack.realised}
    return any(row.butuh in done for row in pack.prerequisites)


def _group(pack: Pack) -> bool:
    groups = [a.kelompok_eksklusif for a in pack.activities.values() if a.kelompok_eksklusif]
    return len(groups) > len(set(groups))


def _tolerance(pack: Pack) -> bool:
    """Whether a third is reached only because a level may be missed by a millionth."""
    thirds = {q.pertanyaan for q in pack.instrument.questions.values() if Fraction(1, 3) in q.skala}
    odd = [row.kenaikan for row in pack.effects if row.pertanyaan in thirds]
    return any(Fraction(1, 3) - Fraction(gain) == Fraction(1, 3 * 10**6) for gain in odd)


def _off_level(pack: Pack) -> bool:
    questions = pack.instrument.questions.values()
    return any(0 < pack.start(q.pertanyaan) not in q.skala for q in questions)


#: Whether a rule occurs, by the rule's name.
EVERY_RULE: dict[str, Test] = {
    "volume: terkecil nol": _activity(lambda a: a.volume_min_per_tahun == 0),
    "volume: terkecil lebih dari satu": _activity(lambda a: (a.volume_min_per_tahun or 0) > 1),
    "volume: per tahun": _activity(lambda a: a.yearly_maximum < a.volume_maks),
    "volume: berulang": _activity(lambda a: a.berulang and a.volume_maks > 1),
    "volume: sekali": _activity(lambda a: not a.berulang and a.volume_maks > 1),
    "biaya: tetap": _cost(lambda r: r.biaya_tetap > 0),
    "biaya: beberapa tahun": _cost(lambda r: r.tahun_ke > 0 and not r.seterusnya),
    "biaya: seterusnya": _cost(lambda r: r.seterusnya),
    "biaya: inflasi": lambda _, s: s.inflasi > 0,
    "biaya: deflasi": lambda _, s: s.inflasi < 0,
    "biaya: tanpa biaya": lambda p, _: any(not p.costs_of(a) for a in p.activities),
    "dana: beberapa": lambda p, _: len(p.funds) > 1,
    "dana: tanpa nama": lambda p, _: not any(r.sumber_dana for r in p.ceilings),
    "dana: terbatas": lambda p, _: any(
        len(p.eligible_funds(a)) < len(p.funds) for a in p.activities
    ),
    "pagu: semua tahun": _ceiling(lambda r: r.tahun is None and r.sumber_dana and not r.opd),
    "pagu: semua dana": _ceiling(lambda r: r.tahun is not None and not r.sumber_dana),
    "pagu: OPD": _ceiling(lambda r: r.tahun is not None and r.opd),
    "pagu: OPD semua tahun": _ceiling(lambda r: r.tahun is None and r.opd),
    "pagu: OPD dan dana": _ceiling(lambda r: bool(r.opd and r.sumber_dana)),
    "pagu: semua": _ceiling(lambda r: (r.tahun, r.sumber_dana, r.opd) == (None, "", "")),
    "pagu: batas bawah": _ceiling(lambda r: r.batas_bawah),
    "pagu: hanya batas bawah": _ceiling(lambda r: r.batas_bawah and r.batas_atas is None),
    "pagu: faktor turun": lambda _, s: s.pagu_faktor < 1,
    "pagu: faktor naik": lambda _, s: s.pagu_faktor > 1,
    "OPD: kapasitas": lambda p, _: any(
        p.opds[a.opd].kapasitas_per_tahun is not None and a.kapasitas_per_unit > 0
        for a in p.activities.values()
    ),
    "urutan: prasyarat": lambda p, _: any(not r.jeda for r in p.prerequisites),
    "urutan: prasyarat berjeda": lambda p, _: any(r.jeda for r in p.prerequisites),
    "urutan: kelompok eksklusif": lambda p, _: _group(p),
    "urutan: wajib": _activity(lambda a: a.wajib),
    "urutan: paling awal": lambda p, _: any(
        (a.mulai_paling_awal or 0) > p.years[0] for a in p.activities.values()
    ),
    "urutan: paling akhir": lambda p, _: any(
        (a.mulai_paling_akhir or 9999) < p.years[-1] for a in p.activities.values()
    ),
    "dampak: per unit, bertahan": _effect("unit", lasting=True),
    "dampak: per unit, tidak bertahan": _effect("unit", lasting=False),
    "dampak: aktif, bertahan": _effect("aktif", lasting=True),
    "dampak: aktif, tidak bertahan": _effect("aktif", lasting=False),
    "dampak: berjeda, bertahan": _effect("unit", lasting=True, delayed=True),
    "dampak: berjeda, tidak bertahan": _effect("unit", lasting=False, delayed=True),
    "dampak: berjeda, aktif": _effect("aktif", lasting=True, delayed=True),
    "dampak: paket": lambda p, _: _bundle(p),
    "dampak: paket berjeda": lambda p, _: _bundle(p, delayed=True),
    "dampak: paket bervolume": lambda p, _: _bundle(p, large=True),
    "skor: toleransi": lambda p, _: _tolerance(p),
    "skor: awal di antara tangga": lambda p, s: s.stepped and _off_level(p),
    "skor: kontinu": lambda _, s: not s.stepped,
    "skor: batas indikator": lambda p, _: any(
        p.instrument.capped(code) for code in p.instrument.indicators
    ),
    "tujuan: maks_skor": lambda _, s: s.tujuan == "maks_skor",
    "tujuan: min_biaya": lambda _, s: s.tujuan == "min_biaya",
    "tujuan: bobot": lambda _, s: bool(s.bobot_tahun),
    "tujuan: target poin": lambda _, s: any(t.poin is not None for t in s.target),
    "tujuan: target >=": lambda _, s: any(t.predikat == "Pratama" for t in s.target),
    "tujuan: target >": lambda _, s: any(t.predikat == "Madya" for t in s.target),
    "tujuan: target verifikasi": lambda _, s: any(t.dasar == "verifikasi" for t in s.target),
    "skenario: kunci": lambda _, s: any(isinstance(k, str) for k in s.kunci),
    "skenario: kunci tahun": lambda _, s: any(isinstance(k, Kunci) for k in s.kunci),
    "skenario: larang": lambda _, s: bool(s.larang),
    "realisasi: sampai tahun dasar": lambda p, _: _realised(p, "before"),
    "realisasi: antara tahun dasar dan awal": lambda p, _: _realised(p, "between"),
    "realisasi: dalam cakrawala": lambda p, _: _realised(p, "in"),
    "realisasi: biaya lanjutan": lambda p, _: _upkeep_of_facts(p),
    "realisasi: memenuhi prasyarat": lambda p, _: _needed_fact(p),
}


def rules_in(pack: Pack, scenario: Scenario) -> frozenset[str]:
    """Return the names of the rules that occur."""
    return frozenset(name for name, test in EVERY_RULE.items() if test(pack, scenario))


def every_rule_seeds(seeds: Iterable[int]) -> dict[str, list[int]]:
    """Return the seeds in which each rule occurs, by rule."""
    seen: dict[str, list[int]] = {name: [] for name in EVERY_RULE}
    for seed in seeds:
        for name in rules_in(*random_pack(seed)):
            seen[name].append(seed)
    return seen
