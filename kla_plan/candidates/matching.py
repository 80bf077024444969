"""Which activities close which gap."""

import math
from fractions import Fraction

import pandas as pd

from kla_plan.candidates.delivery import available, cost, deliver_once
from kla_plan.candidates.reach import Reach, bundles, reach
from kla_plan.gaps.points import indicator_gap
from kla_plan.pack.columns import Dampak
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario

COLUMNS = [
    "klaster", "indikator", "pertanyaan", "label", "selisih", "kegiatan", "nama", "opd",
    "opd_pendukung", "satuan", "volume", "tahun", "fraksi_awal", "kenaikan", "fraksi_akhir", "poin",
    "menutup", "biaya", "biaya_paket", "poin_per_juta", "paket", "prasyarat", "asumsi",
]  # fmt: skip


def candidates(pack: Pack, scenario: Scenario | None = None) -> pd.DataFrame:
    """Return one row per question with a gap and activity that raises its answer.

    Every row tells what the activity does on its own (an activity of a ``paket``: together with
    the rest of the paket), as if nothing else were done. Costs follow the convention of
    :mod:`kla_plan.candidates`.

    Returns
    -------
    pandas.DataFrame
        ``klaster, indikator, pertanyaan, label``; ``selisih`` (missing points that count, the
        indicator's cap respected); ``kegiatan, nama, opd`` (must act), ``opd_pendukung``;
        ``satuan, volume`` (needed, all years together), ``tahun`` (number of years of delivery);
        ``fraksi_awal`` (*g0*), ``kenaikan`` (largest rise of progress), ``fraksi_akhir`` (answer
        then), ``poin`` (gained then), ``menutup`` (share of ``selisih``); ``biaya`` (rupiah, this
        activity), ``biaya_paket`` (all activities of the paket; otherwise equal to ``biaya``),
        ``poin_per_juta`` (points per million rupiah of ``biaya_paket``, infinite without cost);
        ``paket, prasyarat`` (``;``-separated), ``asumsi``. Sorted by question, then by points per
        rupiah. ``poin`` 0 with ``kenaikan`` above 0: no level is reached by this one alone.
    """
    scenario = scenario or Scenario()
    usable = set(available(pack, scenario))
    groups = bundles(pack)
    score = pack.start_score()
    rows = []
    for effect in pack.effects:
        members = groups.get((effect.pertanyaan, effect.paket), (effect,))
        missing = _missing(pack, effect.pertanyaan, indicator_gap(pack, score, effect.pertanyaan))
        if missing <= 0 or not all(row.kegiatan in usable for row in members):
            continue
        maximum = Fraction(pack.instrument.questions[effect.pertanyaan].poin_maks)
        enough = pack.start(effect.pertanyaan) + missing / maximum
        found = reach(pack, effect, stepped=scenario.stepped, enough=enough)
        if found is not None:
            rows.append(_row(pack, effect, members, found, missing))
    table = pd.DataFrame(rows, columns=COLUMNS)
    order = {code: at for at, code in enumerate(pack.instrument.questions)}
    return table.sort_values(
        ["pertanyaan", "poin_per_juta", "poin", "kegiatan"],
        ascending=[True, False, False, True],
        key=lambda values: values.map(order) if values.name == "pertanyaan" else values,
        ignore_index=True,
    )


def _missing(pack: Pack, question: str, of_indicator: Fraction) -> Fraction:
    maximum = Fraction(pack.instrument.questions[question].poin_maks)
    return min(maximum * (1 - pack.start(question)), of_indicator)


def _row(
    pack: Pack, effect: Dampak, members: tuple[Dampak, ...], found: Reach, missing: Fraction
) -> dict[str, object]:
    question = pack.instrument.questions[effect.pertanyaan]
    activity = pack.activities[effect.kegiatan]
    start = pack.start(effect.pertanyaan)
    points = min(missing, Fraction(question.poin_maks) * (found.answer - start))
    together = found.rupiah if not effect.paket else sum(_part(pack, row) for row in members)
    return {
        "klaster": pack.instrument.cluster_of(question.indikator),
        "indikator": question.indikator,
        "pertanyaan": question.pertanyaan,
        "label": question.label,
        "selisih": float(missing),
        "kegiatan": activity.kegiatan,
        "nama": activity.nama,
        "opd": activity.opd,
        "opd_pendukung": ";".join(activity.opd_pendukung),
        "satuan": activity.satuan,
        "volume": float(sum(found.delivery.values())),
        "tahun": len(found.delivery),
        "fraksi_awal": float(start),
        "kenaikan": float(found.raised),
        "fraksi_akhir": float(found.answer),
        "poin": float(points),
        "menutup": float(points / missing),
        "biaya": found.rupiah,
        "biaya_paket": together,
        "poin_per_juta": points_per_million(points, together),
        "paket": effect.paket,
        "prasyarat": ";".join(p.butuh for p in pack.prerequisites if p.kegiatan == effect.kegiatan),
        "asumsi": effect.asumsi or activity.asumsi,
    }


def points_per_million(points: Fraction, rupiah: int) -> float:
    """Return points per million rupiah; infinite where points cost nothing."""
    if rupiah == 0:
        return math.inf if points > 0 else 0.0
    return float(points * 1_000_000 / rupiah)


def _part(pack: Pack, effect: Dampak) -> int:
    delivery = deliver_once(pack, effect.kegiatan, effect.volume_perlu, effect.jeda)
    return cost(pack, effect.kegiatan, delivery)
