"""From what happened to an exit code and a message; never a traceback."""

import os
from collections.abc import Callable, Sequence
from enum import IntEnum

from rich.text import Text

from kla_plan.commands.screen import err, show_findings, tell, verdict
from kla_plan.explain.infeasible import findings as clash
from kla_plan.explain.infeasible import head
from kla_plan.explain.infeasible.report import explain_impossible
from kla_plan.findings import Finding, FindingsError, errors
from kla_plan.pack.checks.files import NOT_FOUND, TARGET_EXISTS
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError, RejectedPlanError
from kla_plan.problem.presolve import presolve
from kla_plan.runs.interrupt import INTERRUPTED, stoppable

#: Set to anything to see the traceback of an unexpected error.
DEBUG = "KLA_PLAN_DEBUG"
_USAGE_PREFIXES = ("KLA-R-", "KLA-N-")
#: A Word template is data that a planner gives; the other codes of its group are about notebooks.
_TEMPLATE_CODES = frozenset({"KLA-N-004", "KLA-N-005", "KLA-N-006", "KLA-N-007"})
_USAGE_CODES = frozenset({NOT_FOUND.code, TARGET_EXISTS.code, "KLA-S-005", "KLA-S-006"})


class Exit(IntEnum):
    """Exit codes (contract section 5)."""

    DONE = 0
    UNEXPECTED = 1
    USAGE = 2
    INVALID = 3
    INFEASIBLE = 4
    NO_PLAN = 5


def guarded(action: Callable[[], int | None]) -> int:
    """Run a command; return its exit code, having said what went wrong."""
    try:
        return action() or Exit.DONE
    except KeyboardInterrupt:
        tell("Dibatalkan. Hasil lama tidak berubah.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last place where anything can be said
        return _said(error)


def _said(error: Exception) -> int:
    """Say what went wrong; return its exit code."""
    match error:
        case FindingsError():
            show_findings(err(), error.findings)
            tell(verdict(error.findings))
            return usage_or_data(error.findings)
        case InfeasibleError():
            return _infeasible(error)
        case NoPlanInTimeError():
            tell(_NO_TIME)
            return Exit.NO_PLAN
        case RejectedPlanError():
            tell("Rencana yang ditemukan tidak lolos pemeriksaan ulang, jadi tidak ditulis.")
            show_findings(err(), error.findings)
            return Exit.NO_PLAN
        case _:
            return _unexpected(error)


_NO_TIME = (
    "Belum ditemukan rencana yang memenuhi semua aturan dalam batas waktu. Naikkan batasnya, "
    "misalnya --set pemecah.batas_detik=300, atau longgarkan skenario."
)


def usage_or_data(findings: Sequence[Finding]) -> int:
    """Return 2 where the command line names something wrong, 3 where the data are wrong."""
    usage = all(
        (finding.code.startswith(_USAGE_PREFIXES) and finding.code not in _TEMPLATE_CODES)
        or finding.code in _USAGE_CODES
        or finding.place.sheet == "--set"
        for finding in findings
    )
    return Exit.USAGE if usage else Exit.INVALID


def _infeasible(error: InfeasibleError) -> int:
    tell("Tidak ada rencana yang dapat memenuhi semua aturan. Mencari aturan yang bertentangan …")
    dead_ends = errors(presolve(error.case))
    if dead_ends:
        show_findings(err(), dead_ends)
    with stoppable(tell) as wish:
        found = explain_impossible(error.case.pack, error.case.scenario, stop=wish)
    if found.conflicts:
        tell(head(found.conflicts))
        show_findings(err(), clash(found.conflicts))
    for sentence in found.sentences():
        tell(sentence)
    return Exit.INFEASIBLE


def _unexpected(error: Exception) -> int:
    if os.environ.get(DEBUG):
        raise error
    err().print(Text(f"Terjadi kesalahan yang tidak terduga: {type(error).__name__}: {error}"))
    tell(f"Hasil lama tidak berubah. Untuk rinciannya, setel variabel {DEBUG}=1 lalu ulangi.")
    return Exit.UNEXPECTED
