"""Alternatives in words: what distinguishes each, and what stays."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kla_plan.explain.variety.result import Alternatives

from kla_plan.explain.listing import listed
from kla_plan.indonesian import number, percent, rupiah


def sentences(found: "Alternatives") -> list[str]:
    """Say what distinguishes each plan and what all have in common."""
    lines = []
    if not found.found:
        reason = "terbukti tidak ada" if found.complete else "tidak ditemukan dalam batas waktu"
        return [f"Rencana lain dalam kehilangan {percent(found.allowed)} {reason}."]
    for place, other in enumerate(found.found, 1):
        cost = other.plan.cost() - found.plan.cost()
        price = (
            f"{rupiah(abs(cost))} lebih {'mahal' if cost > 0 else 'murah'}"
            if cost
            else "sama biayanya"
        )
        parts = []
        if other.without:
            parts.append(f"tanpa {listed(other.without, 6)}")
        if other.instead:
            parts.append(f"sebagai gantinya {listed(other.instead, 6)}")
        if other.moved:
            parts.append(f"{number(len(other.moved))} kegiatan berubah volume atau tahunnya")
        lines.append(
            f"Pilihan {place} {_worth(other.loss)} dan {price}: "
            f"{'; '.join(parts) or 'hanya pembagian tahunnya berbeda'}."
        )
    lines.append(
        f"{number(len(found.always))} kegiatan ada pada semua {number(len(found.plans))} rencana; "
        "kegiatan itu dapat dimulai tanpa menunggu pilihan."
    )
    if found.complete:
        lines.append("Terbukti tidak ada rencana lain dalam batas kehilangan itu.")
    return lines


def _worth(loss: float) -> str:
    """Say how much is lost; the first plan need not be the best one."""
    if loss < -0.00005:
        return f"lebih baik {percent(-loss, 2)}"
    return f"kehilangan {percent(max(0.0, loss), 2)}"
