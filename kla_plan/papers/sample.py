"""A sample brief that fills every part of every paper: for the reference of templates.

The city pack is a shipped one with a part of its ceilings, so that the plan is small; what no
shipped pack has (evidence, running programmes, planning documents, quarters) is made up here and
stands in no paper of a real city.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.pack.records import Bukti, DokumenRencana, ProgramBerjalan, RealisasiTriwulan, Records
from kla_plan.papers.paper import Brief
from kla_plan.plan.baselines import greedy
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Scenario

CITY: Final = "kota-metro"
DAY: Final = date(2026, 3, 31)
#: Share of the ceilings: enough for payments after the last year, few enough to be quick.
SHARE: Final = Decimal("0.4")
_MADE_UP: Final = "Contoh"
_PAGU: Final = 150_000_000


def sample_brief() -> Brief:
    """Return a brief with a small plan, another plan beside it, and every optional table."""
    pack = load_pack(CITY)
    plan = _proven(greedy(pack, Scenario(pagu_faktor=SHARE)))
    current = replace(pack, records=_records(pack, plan))
    return Brief(plan, current, DAY, others={"Contoh pembanding": plan})


def _proven(plan: Plan) -> Plan:
    """Give a plan the stages of a proof, which a rule of thumb has none of, and fixed times."""
    stage = {"nama": "skor", "status": "gap_limit", "objective": 1.0, "bound": 1.0, "gap": 0.005}
    seconds = dict.fromkeys(plan.proof.seconds, 1.0)
    return replace(plan, proof=replace(plan.proof, stages=(stage,), seconds=seconds))


def _records(pack: Pack, plan: Plan) -> Records:
    return replace(
        pack.records,
        evidence=pack.records.evidence or _evidence(pack),
        running=_running(pack, plan),
        documents=_documents(pack, plan),
        quarters=_quarters(plan),
    )


def _evidence(pack: Pack) -> tuple[Bukti, ...]:
    statuses = ("lengkap", "sebagian", "belum")
    return tuple(
        Bukti(pertanyaan=code, bukti="B1", uraian=f"{_MADE_UP} dokumen", status=status, tenggat=DAY)
        for code, status in zip(pack.instrument.questions, statuses, strict=False)
    )


def _running(pack: Pack, plan: Plan) -> tuple[ProgramBerjalan, ...]:
    return tuple(
        ProgramBerjalan(
            program=f"PB{place}",
            tahun=plan.pack.planned_years[0],
            opd=pack.activities[code].opd,
            nama=pack.activities[code].nama,
            sub_kegiatan=pack.activities[code].sub_kegiatan,
            pagu=_PAGU,
            sasaran=f"{_MADE_UP} kelompok sasaran",
            jumlah_sasaran=100,
            indikator=(pack.activities[code].indikator,),
            kegiatan=code,
            asumsi=_MADE_UP,
        )
        for place, code in enumerate(plan.activities[:3], start=1)
    )


def _documents(pack: Pack, plan: Plan) -> tuple[DokumenRencana, ...]:
    coded = [code for code in plan.activities if pack.activities[code].sub_kegiatan][:3]
    return tuple(
        DokumenRencana(
            dokumen=document,
            kode=pack.activities[code].sub_kegiatan,
            opd=pack.activities[code].opd,
            tahun=plan.pack.planned_years[0],
            nama=pack.activities[code].nama,
            pagu=_PAGU,
            asumsi=_MADE_UP,
        )
        for document in ("rpjmd", "renstra", "rkpd", "renja")
        for code in coded
    )


def _quarters(plan: Plan) -> tuple[RealisasiTriwulan, ...]:
    year = plan.pack.planned_years[0]
    active = [code for code, t in plan.volumes if t == year]
    return tuple(
        RealisasiTriwulan(
            tahun=year,
            triwulan=quarter,
            kegiatan=active[0],
            volume=Decimal(1),
            rupiah=1_000_000,
            keterangan=f"{_MADE_UP} hambatan dan tindak lanjut",
        )
        for quarter in (1, 2)
        if active
    )
