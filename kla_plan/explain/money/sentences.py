"""The value of money in words."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kla_plan.explain.money.result import MoneyPoint, ValueOfMoney

from kla_plan.explain.band import measure, unit_of
from kla_plan.indonesian import number, rupiah_short

HEADS = {"pagu": "Pagu", "tahun": "Tahun", "opd": "OPD", "sumber_dana": "Sumber dana"}


def sentences(found: "ValueOfMoney") -> list[str]:
    """Say what more money brings, where it brings most, and what was left out."""
    unit, known = unit_of(found.plan), found.plan.proof.objective
    lines = []
    for point in found.levels:
        if point.value is None:
            lines.append(f"Dengan pagu {point.change.key} kali: {_nothing(point)}.")
            continue
        better = abs(point.value - known)
        side = "bertambah" if point.change.rupiah > 0 else "berkurang"
        limit = "" if point.bound is None else f" (batas terbukti {measure(point.bound, unit)})"
        lines.append(
            f"Dengan pagu {point.change.key} kali, nilai rencana yang ditemukan {side} "
            f"{measure(better, unit)} menjadi {measure(point.value, unit)}{limit}."
        )
    asked = [p for p in found.extras if p.asked and p.value is not None]
    if asked:
        best = asked[0]
        lines.append(
            f"Tambahan uang paling bernilai pada {HEADS[best.change.kind]} {best.change.key}: "
            f"{rupiah_short(best.change.rupiah)} memberi "
            f"{measure(abs((best.value or 0.0) - known), unit)} pada rencana yang ditemukan."
        )
    left = [p for p in (*found.levels, *found.extras) if not p.asked]
    if left:
        lines.append(
            f"Sebanyak {number(len(left))} titik belum dihitung karena waktunya habis; untuk itu "
            "hanya ada batas dari relaksasi."
        )
    return lines


def _nothing(point: "MoneyPoint") -> str:
    if point.bound is not None and abs(point.bound) == float("inf"):
        return "terbukti tidak ada rencana yang memenuhi semua aturan"
    return "belum ditemukan rencana dalam waktu yang tersedia"
