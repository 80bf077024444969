"""The price of each rule of fairness: the plan with it beside the plan without any."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pandas as pd

from kla_plan.explain.fairness.shares import area_reach
from kla_plan.explain.risk.price import Price
from kla_plan.indonesian import percent, rupiah
from kla_plan.plan.evaluate import Volumes
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.scenario import Keadilan


@dataclass(frozen=True, slots=True)
class Fairness:
    """Prices of rules of fairness, each taken alone and at last all together.

    Attributes
    ----------
    plan
        The plan without any of them.
    prices
        By rule in words, where a plan was found.
    without
        Reason by rule for which no plan was found: *tidak mungkin* or *waktu habis*.
    """

    plan: Plan
    prices: dict[str, Price] = field(default_factory=dict)
    without: dict[str, str] = field(default_factory=dict)

    def table(self) -> pd.DataFrame:
        """Return one row per rule.

        Returns
        -------
        pandas.DataFrame
            ``aturan, hasil, poin_tertimbang, poin_akhir, rupiah_tambahan, celah``.
        """
        rows = []
        for name, price in self.prices.items():
            kept = "sudah terpenuhi" if price.other is self.plan else "ada harganya"
            row = price.row(name)
            rows.append({"aturan": row.pop("rencana"), "hasil": kept, **row})
        rows += [{"aturan": name, "hasil": why} for name, why in self.without.items()]
        names = ["aturan", "hasil", "poin_tertimbang", "poin_akhir", "rupiah_tambahan", "celah"]
        return pd.DataFrame(rows, columns=names)

    def sentences(self) -> list[str]:
        """Say every price in words."""
        said = [
            f"{name}: rencana ini sudah memenuhinya, tanpa harga."
            if price.other is self.plan
            else price.sentence(name)
            for name, price in self.prices.items()
        ]
        return said + [f"{name}: {why}." for name, why in self.without.items()]


def price_of_fairness(plan: Plan, wish: Keadilan | None = None) -> Fairness:
    """Return the price of each rule of a wish for fairness against a plan without them.

    Parameters
    ----------
    plan
        The plan of a scenario without ``keadilan``.
    wish
        The rules; by default those that :func:`usual_wishes` proposes from the plan itself.
    """
    asked = wish or usual_wishes(plan)
    parts = dict(_parts(asked))
    if len(parts) > 1:
        parts["Semuanya bersama"] = asked
    prices: dict[str, Price] = {}
    without: dict[str, str] = {}
    for name, part in parts.items():
        fair = plan.scenario.model_copy(update={"keadilan": part})
        if _keeps(plan, part):
            prices[name] = Price(plan, plan)
            continue
        near = [price.other for price in prices.values() if _keeps(price.other, part)]
        start = near[0].volumes if near else _start(plan, part)
        try:
            made = make_plan(plan.pack, fair, start=start)
            prices[name] = Price(plan, made)
        except InfeasibleError:
            without[name] = "tidak ada rencana yang dapat memenuhinya"
        except NoPlanInTimeError:
            without[name] = "belum ditemukan rencana dalam batas waktu"
    return Fairness(plan, prices, without)


def usual_wishes(plan: Plan) -> Keadilan:
    """Return wishes that a plan is usually asked about.

    Every cluster at least half of its points; no OPD above 30 % of the money; areas served by half
    or more; protection at least 10 % of every year's money. The levels are proposals to argue
    about, no rules of KLA.
    """
    clusters = plan.pack.instrument.clusters
    raw: dict[str, Any] = {
        "min_poin_klaster": {c: str(row.poin_maks / 2) for c, row in clusters.items()},
        "maks_porsi_opd": "0.3",
        "sebaran_kecamatan": {"min_porsi": "0.5"},
    }
    default = Keadilan().minimal_perlindungan_khusus.klaster
    if default in clusters:
        raw["minimal_perlindungan_khusus"] = {"porsi": "0.1"}
    return Keadilan.model_validate(raw)


def _keeps(plan: Plan, part: Keadilan) -> bool:
    """Whether the plan keeps the rules anyway, so that it stays the best one."""
    fair = plan.scenario.model_copy(update={"keadilan": part})
    return not any(f.code.startswith("KLA-P-06") for f in verify_plan(replace(plan, scenario=fair)))


def _start(plan: Plan, part: Keadilan) -> Volumes:
    """Return what is left of the plan without activities that reach too few areas.

    What needs one of them goes too, so that the rest keeps its order.
    """
    least = float(part.sebaran_kecamatan.min_porsi)
    fair = plan.scenario.model_copy(update={"keadilan": part})
    table = area_reach(replace(plan, scenario=fair))
    gone = set(table.loc[table["bagian"] < least, "kegiatan"])
    while more := {row.kegiatan for row in plan.pack.prerequisites if row.butuh in gone} - gone:
        gone |= more
    return {key: volume for key, volume in plan.volumes.items() if key[0] not in gone}


def _parts(wish: Keadilan) -> Iterator[tuple[str, Keadilan]]:
    if any(floor > 0 for floor in wish.min_poin_klaster.values()):
        yield "Poin minimum per klaster", Keadilan(min_poin_klaster=wish.min_poin_klaster)
    if any(share > 0 for share in wish.min_porsi_klaster.values()):
        yield "Porsi minimum per klaster", Keadilan(min_porsi_klaster=wish.min_porsi_klaster)
    if wish.maks_porsi_opd < Decimal(1):
        name = f"Porsi OPD paling banyak {percent(wish.maks_porsi_opd)}"
        yield name, Keadilan(maks_porsi_opd=wish.maks_porsi_opd)
    if wish.sebaran_kecamatan.min_porsi > 0:
        name = f"Jangkauan wilayah sekurangnya {percent(wish.sebaran_kecamatan.min_porsi)}"
        yield name, Keadilan(sebaran_kecamatan=wish.sebaran_kecamatan)
    floor = wish.minimal_perlindungan_khusus
    if floor.rupiah_per_tahun or floor.porsi:
        level = rupiah(floor.rupiah_per_tahun) if floor.rupiah_per_tahun else percent(floor.porsi)
        yield (
            f"Perlindungan khusus sekurangnya {level} per tahun",
            Keadilan(minimal_perlindungan_khusus=floor),
        )
