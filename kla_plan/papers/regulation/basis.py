"""``Mengingat``: verified titles in the order of rank, dots where the region must fill in."""

from kla_plan.pack.model import Profil
from kla_plan.papers.paper import OpenPoint
from kla_plan.papers.regulation.words import DOTS
from kla_plan.report.word.legal import NATIONAL, TO_CHECK

PLACE = "Mengingat"
LEGAL = "Bagian Hukum Sekretariat Daerah"
PLANNERS = "Bappeda"
_BY_LAW = f"Nomor {DOTS} Tahun {DOTS} tentang"


def legal_basis(profile: Profil) -> tuple[str, ...]:
    """Return the rules in the order of their rank, each without its closing mark.

    The law that made the region stands after the constitution; regional regulations stand last.
    Their titles are not in the pack, so that the drafting form's dots stand for them.
    """
    constitution, *others = NATIONAL
    law = f"Undang-Undang {_BY_LAW} Pembentukan {DOTS}"
    return (constitution, law, *others, *_regional(profile))


def has_regulation(profile: Profil) -> bool:
    """Say whether the pack names a regional regulation (Perda) on KLA."""
    return profile.fact("kebijakan_lokal").casefold().startswith(("perda", "peraturan daerah"))


def _regional(profile: Profil) -> tuple[str, ...]:
    name = profile.full_name
    gazette = (
        f"(Lembaran Daerah {name} Tahun {DOTS} Nomor {DOTS}, Tambahan Lembaran Daerah {name} "
        f"Nomor {DOTS})"
    )
    rules = [f"Peraturan Daerah {name} {_BY_LAW} Rencana Pembangunan Jangka Menengah Daerah {DOTS}"]
    if has_regulation(profile):
        rules.append(f"Peraturan Daerah {name} {_BY_LAW} {DOTS}")
    return tuple(f"{rule} {gazette}" for rule in rules)


def points(profile: Profil) -> tuple[OpenPoint, ...]:
    """Return what must be looked up before the list is complete."""
    own = [
        OpenPoint(
            PLACE,
            f"Nomor, tahun, judul lengkap, dan Lembaran Negara undang-undang yang membentuk "
            f"{profile.full_name}.",
            LEGAL,
        ),
        OpenPoint(
            PLACE,
            "Nomor, tahun, judul lengkap, dan Lembaran Daerah Peraturan Daerah tentang RPJMD"
            f"{_as_known(profile, 'dokumen_perencanaan')}.",
            PLANNERS,
        ),
        OpenPoint(PLACE, _regulation(profile), LEGAL),
        OpenPoint(
            PLACE,
            "Nomor Lembaran Negara dan Tambahan Lembaran Negara Peraturan Pemerintah Nomor 78 "
            "Tahun 2021.",
            LEGAL,
        ),
    ]
    return (*own, *(OpenPoint(PLACE, text, LEGAL) for text in TO_CHECK))


def _regulation(profile: Profil) -> str:
    known = _as_known(profile, "kebijakan_lokal")
    if has_regulation(profile):
        return (
            f"Nomor, tahun, judul lengkap, dan Lembaran Daerah Peraturan Daerah tentang KLA{known}."
        )
    return (
        "Ada atau tidaknya Peraturan Daerah tentang KLA; bila ada, tambahkan sesudah Peraturan "
        f"Daerah tentang RPJMD{known}."
    )


def _as_known(profile: Profil, key: str) -> str:
    value = profile.fact(key)
    return f" (pada data daerah tertulis: {value.rstrip('.')})" if value else ""
