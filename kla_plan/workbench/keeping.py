"""Saving and reopening from the workbench: what goes to disk, and what comes back."""

from dataclasses import dataclass, field, replace
from typing import Any

from kla_plan.findings import errors
from kla_plan.pack.checks import check_scenario
from kla_plan.pack.model import Pack
from kla_plan.workbench.agreement import belongs
from kla_plan.workbench.files import Work, renamed, shaped
from kla_plan.workbench.saved import Opened, Saved
from kla_plan.workbench.state import Kind, Notice, State

_CHOOSE = "Pilih paket daerahnya dahulu pada langkah 1, lalu buka lagi."


@dataclass(slots=True)
class Known:
    """The files as this tab has last written or opened them, by name."""

    stamps: dict[str, str] = field(default_factory=dict)

    def note(self, saved: Saved) -> None:
        """Remember a file as it is now."""
        self.stamps[saved.name] = saved.stamp

    def stamp(self, name: str) -> str | None:
        """Return the stamp of a file that this tab may replace; ``None``: it has not seen it."""
        return self.stamps.get(name)

    def forget(self, name: str) -> None:
        """Forget a file that is gone."""
        self.stamps.pop(name, None)


def work_of(state: State, name: str, author: str, note: str) -> Work:
    """Return what of a state is saved under a name.

    Raises
    ------
    ValueError
        If there is no scenario yet.
    """
    if state.pack is None or state.scenario is None:
        message = "a pack must be chosen before its scenario is saved"
        raise ValueError(message)
    plan = state.plan if belongs(state.plan, state.pack, state.scenario) else None
    return Work(
        state.scenario.model_copy(update={"nama": name}),
        author,
        note,
        shaped(state.pack, state.loaded),
        None if plan is None else renamed(plan, name),
    )


def after_saving(state: State, work: Work, saved: Saved) -> dict[str, Any]:
    """Return what changes in the state once something was saved."""
    where = f"skenario/{saved.path.name}"
    with_plan = f", rencananya di rencana/{saved.name}" if saved.plan else ""
    missing = "" if saved.plan else " Rencana belum dihitung untuk skenario ini."
    changes: dict[str, Any] = {
        "notice": Notice(
            Kind.INFO, f"“{work.scenario.nama}” tersimpan di {where}{with_plan}.{missing}"
        )
    }
    # The planner may have gone on in the meantime; only the name is taken over.
    if state.scenario is not None and state.scenario.nama != work.scenario.nama:
        name = work.scenario.nama
        changes["scenario"] = state.scenario.model_copy(update={"nama": name})
        if belongs(state.plan, state.pack, state.scenario) and state.plan is not None:
            changes["plan"] = renamed(state.plan, name)
    return changes


def after_opening(state: State, saved: Saved, opened: Opened) -> dict[str, Any]:
    """Return what changes in the state once a saved scenario was opened."""
    pack = _pack(state, opened)
    if pack is None:
        return {"notice": choose_first(saved)}
    changes: dict[str, Any] = {
        "pack": pack,
        "scenario": opened.scenario,
        "clash": None,
        "notice": _opened(state, saved, opened, pack),
    }
    if state.loaded is None and opened.plan is not None:
        profile = pack.profile
        changes |= {"loaded": pack, "source": f"{profile.full_name} (rencana “{saved.name}”)"}
    if opened.plan is not None:
        changes["plan"] = opened.plan
    return changes


def choose_first(saved: Saved) -> Notice:
    """Say that a scenario without a plan needs a pack."""
    return Notice(Kind.WARNING, f"“{_name(saved)}” belum dapat dibuka.", _CHOOSE)


def _name(saved: Saved) -> str:
    return saved.scenario.nama if saved.scenario else saved.name


def _pack(state: State, opened: Opened) -> Pack | None:
    """Return the pack in use with the saved ceilings; without one, that of the saved plan."""
    if state.loaded is None:
        return None if opened.plan is None else opened.plan.pack
    return (
        state.loaded if opened.ceilings is None else replace(state.loaded, ceilings=opened.ceilings)
    )


def _opened(state: State, saved: Saved, opened: Opened, pack: Pack) -> Notice:
    name = f"“{_name(saved)}” dibuka"
    wrong = errors(check_scenario(pack, opened.scenario))
    if wrong:
        details = "\n".join(map(str, wrong))
        first = wrong[0]
        text = f"{name}, tetapi tidak cocok dengan paket ini: {first.message}"
        return Notice(Kind.WARNING, text, first.remedy, details)
    if opened.plan is None:
        return Notice(
            Kind.INFO, f"{name} tanpa rencana.", "Hitung pada langkah 4 untuk melihat hasilnya."
        )
    if opened.plan.pack != pack:
        return Notice(
            Kind.WARNING,
            f"{name} dengan rencananya. Data paket sudah berubah sejak rencana itu dihitung.",
            "Rencana yang tampil memakai data waktu itu; hitung lagi untuk memakai data sekarang.",
        )
    undo = "Skenario sebelumnya dapat dikembalikan dengan Urungkan pada langkah 3."
    return Notice(Kind.INFO, f"{name} dengan rencananya.", undo if state.scenario else "")
