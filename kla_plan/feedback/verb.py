"""Returned forms in, a changed pack and the list of its changes out."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from kla_plan.feedback.additions import additions
from kla_plan.feedback.agree import agree
from kla_plan.feedback.apply import lay_over
from kla_plan.feedback.book import CHANGES_BOOK, write_book
from kla_plan.feedback.ceilings import ceilings
from kla_plan.feedback.form import CHANGE, REFUSE, YES
from kla_plan.feedback.identity import plan_mark
from kla_plan.feedback.look import answered, belongs, sealed, twice
from kla_plan.feedback.read import Returned, read_returned
from kla_plan.feedback.refusals import refusals
from kla_plan.feedback.result import Change, Outcome, Tally
from kla_plan.feedback.rows import change_rows
from kla_plan.findings import Finding, FindingsError, errors, raise_errors
from kla_plan.pack.assemble import assemble
from kla_plan.pack.build import build
from kla_plan.pack.cells import RawPack
from kla_plan.pack.checks import run_checks
from kla_plan.pack.draft import Draft
from kla_plan.pack.model import Pack
from kla_plan.pack.output import write_new_folder
from kla_plan.pack.source import read_raw
from kla_plan.pack.write import write_raw_folder
from kla_plan.plan.plan import Plan


def read_feedback(
    source: str | Path,
    files: Sequence[Path],
    *,
    plan: Plan | None = None,
    locked: Mapping[str, str] | None = None,
) -> Outcome:
    """Read returned forms and lay their changes over a pack; nothing is written.

    Parameters
    ----------
    source
        The pack that the plan was made from.
    files
        Returned workbooks, one per agency.
    plan
        The plan whose forms these must be; without it they must at least be of one plan.
    locked
        Name of a scenario that demands an activity, by activity.

    Raises
    ------
    FindingsError
        With every finding of all files, if one of them is an error; or if the changed pack would
        not pass its own checks, with places in the forms.
    """
    raw = read_raw(source)
    pack = build(*_checked(raw))
    forms = _read(files, pack, plan)
    refused = refusals(forms, pack, locked or {})
    gone = frozenset(change.key[0] for change in refused.dropped)
    agreed, new, money = agree(forms, pack, gone), additions(forms, pack), ceilings(forms, pack)
    cells: tuple[Change, ...] = (*refused.dropped, *agreed.changes, *money.changes)
    changed = lay_over(raw, cells, new.rows)
    _checked(changed)
    return Outcome(
        region=pack.profile.full_name,
        changes=(*cells, *new.changes),
        conflicts=(*refused.conflicts, *agreed.conflicts, *new.conflicts, *money.conflicts),
        notes=agreed.notes,
        sums=money.sums,
        tallies=_tallies(forms, pack, plan),
        tables=changed.tables,
    )


def write_outcome(
    outcome: Outcome, target: Path, beside: Callable[[Path], None] | None = None
) -> None:
    """Write the changed pack as a new folder, with the list of changes in it.

    Parameters
    ----------
    beside
        Adds what else belongs into the folder, such as scenarios.

    Raises
    ------
    FindingsError
        If the folder exists and is not empty; nobody's pack is changed in place.
    """

    def fill(folder: Path) -> None:
        write_raw_folder(outcome.tables, folder)
        write_book(outcome, folder / CHANGES_BOOK)
        if beside is not None:
            beside(folder)

    write_new_folder(target, fill)


def _checked(raw: RawPack) -> tuple[Draft, tuple[Finding, ...]]:
    draft, found = assemble(raw)
    found.extend(run_checks(draft, everything=True))
    if errors(found):
        raise FindingsError(found)
    return draft, tuple(found)


def _read(files: Iterable[Path], pack: Pack, plan: Plan | None) -> list[Returned]:
    """Return the forms, or raise with everything that is wrong with any of them."""
    forms: list[Returned] = []
    found: list[Finding] = []
    wanted = plan_mark(plan) if plan is not None else ""
    for path in files:
        form, said = read_returned(path)
        found.extend(said)
        if form is None:
            continue
        strange = belongs(form, pack, wanted)
        wanted = wanted or ("" if strange else form.identity.rencana)
        found.extend(strange)
        if not strange:
            found.extend([*sealed(form), *answered(form, pack)])
            forms.append(form)
    found.extend(twice(forms))
    raise_errors(found)
    return forms


def _tallies(forms: Sequence[Returned], pack: Pack, plan: Plan | None) -> tuple[Tally, ...]:
    back = {form.opd: form for form in forms}
    asked = set(back) | {
        opd for opd in pack.opds if plan is not None and change_rows(plan, opd)
    }  # fmt: skip
    return tuple(_tally(opd, pack, back.get(opd)) for opd in pack.opds if opd in asked)


def _tally(opd: str, pack: Pack, form: Returned | None) -> Tally:
    name = pack.opds[opd].nama
    if form is None:
        return Tally(opd, name, "")
    answers = Counter(entry.record.setuju for entry in form.changes)
    return Tally(
        opd,
        name,
        form.path.name,
        yes=answers[YES],
        change=answers[CHANGE],
        refuse=answers[REFUSE],
        silent=answers[""],
        additions=len(form.additions),
        ceilings=sum(1 for e in form.ceilings if e.record.usulan_batas_atas is not None),
    )
