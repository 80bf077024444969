"""How much of an activity is delivered, in words and figures."""

from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan


def volume(plan: Plan, activity: str) -> str:
    """Write the volume of an activity with its unit.

    A repeated activity shows its yearly volume (``12 bulan/tahun``, or a range where the years
    differ), any other the sum over all years (``5 unit``).
    """
    record = plan.pack.activities[activity]
    amounts = [plan.volumes[key] for key in sorted(plan.volumes) if key[0] == activity]
    if not record.berulang:
        return f"{number(sum(amounts))} {record.satuan}"
    low, high = min(amounts), max(amounts)
    amount = number(low) if low == high else f"{number(low)}–{number(high)}"
    if len(amounts) == 1:
        return f"{amount} {record.satuan}"
    # "desa/kelurahan/tahun" would be one unbreakable word with two meanings of the stroke.
    return f"{amount} {record.satuan}{' per tahun' if '/' in record.satuan else '/tahun'}"
