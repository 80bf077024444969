"""Why there is no plan, in words, with buttons that apply the suggested changes."""

from collections.abc import Callable, Sequence
from html import escape

import ipywidgets as widgets

from kla_plan.explain.give_way import give_way
from kla_plan.explain.infeasible import Conflict, head, sentences
from kla_plan.explain.repair import Repair
from kla_plan.problem.case import Case
from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.look import bullets, button, card, column, html
from kla_plan.workbench.solving import apply
from kla_plan.workbench.state import Clash, State
from kla_plan.workbench.store import Store

_NONE = (
    "Tidak ada rencana yang dapat memenuhi semua aturan. Pertentangannya tidak ditemukan dalam "
    "batas waktu; coba turunkan target, naikkan pagu, atau lepaskan kegiatan yang dikunci."
)
_SEARCHING = "Tidak ada rencana yang dapat memenuhi semua aturan; sebabnya sedang dicari …"
#: So many single changes are offered; the other rules of the clash are folded away.
_OFFERED = 5
_SINGLE = "Jalan keluar dengan perubahan paling kecil"
_WHOLE = "Jalan keluar dengan beberapa perubahan kecil sekaligus"
_APPLY = "Terapkan perubahan ini"


def clash_view(store: Store) -> widgets.Widget:
    """Return the place where a clash is explained; empty without one."""
    box = column()
    box.add_class("kla-pertentangan")

    def draw(state: State) -> None:
        box.children = () if state.clash is None else tuple(_parts(store, state.clash))

    store.on("clash", draw)
    draw(store.state)
    return box


def _parts(store: Store, clash: Clash) -> list[widgets.Widget]:
    conflicts = sorted(clash.conflicts, key=_ease)
    proposed = {step.clause for step in clash.repair.steps} if clash.repair else set()
    single = proposed if len(proposed) == 1 else set()  # offered as the cheapest way out already
    enough = [c for c in conflicts if c.alone is not None and c.clause not in single]
    offered = enough[:_OFFERED]
    parts: list[widgets.Widget] = [html(_head(clash))]
    if clash.repair is not None and clash.repair.steps:
        parts.append(_repair(store, clash.repair))
    elif conflicts and not clash.complete:
        parts.append(html('<p class="kla-redup">Jalan keluar termurah sedang dicari …</p>'))
    parts.extend(_conflict(store, clash, conflict) for conflict in offered)
    rest = [c for c in conflicts if c not in offered and c.clause not in single]
    if rest:
        parts.append(html(_rest(rest, open_=not offered and not proposed)))
    return parts


def _ease(conflict: Conflict) -> tuple[bool, float]:
    """Order rules by how little it takes to change them alone, the smallest change first."""
    return conflict.alone is None, 1.0 if conflict.share is None else conflict.share


def _head(clash: Clash) -> str:
    if clash.conflicts:
        lines = [head(clash.conflicts), *sentences(clash.conflicts)]
    else:
        lines = [_NONE if clash.complete else _SEARCHING]
    inside = "".join(f"<p>{escape(line)}</p>" for line in lines)
    kind = "kla-kabar kla-peringatan"
    return f'<div class="{kind}" role="status" data-testid="pertentangan">{inside}</div>'


def _rest(conflicts: Sequence[Conflict], *, open_: bool) -> str:
    words = "".join(f"<li>{_words(conflict)}</li>" for conflict in conflicts)
    mark = " open" if open_ else ""
    title = "Aturan yang bertentangan" if open_ else "Aturan lain yang ikut bertentangan"
    return f"<details{mark}><summary>{title}</summary><ul>{words}</ul></details>"


def _words(conflict: Conflict) -> str:
    words = conflict.words
    return f"<strong>{escape(words.title)}</strong>: {escape(words.have)} {escape(words.change)}"


def _conflict(store: Store, clash: Clash, conflict: Conflict) -> widgets.Widget:
    """Return one rule, changing which alone is enough, with the button that does so."""
    words, amount = conflict.words, conflict.alone or 0.0
    text = card(
        f"<h3>{escape(words.title)}</h3><p>{escape(words.have)}</p><p>{escape(words.change)}</p>"
    )

    def change() -> None:
        case = Case(clash.pack, clash.scenario)
        apply(store, *give_way(case, {conflict.clause: amount}))

    return column(html(text), _applying(store, _APPLY, words.change, change))


def _repair(store: Store, repair: Repair) -> widgets.Widget:
    lines = [f"{step.words.title}: {step.change}" for step in repair.steps]
    sure = repair.sentences()[-1]
    one = len(lines) == 1
    title = _SINGLE if one else _WHOLE
    text = card(
        f"<h3>{title}</h3>{bullets(lines)}<p>{escape(sure)}</p>", testid="perbaikan-termurah"
    )

    def change() -> None:
        if repair.plan is not None:
            store.update(plan=repair.plan)  # the search begins from what is known to be possible
        apply(store, repair.pack, repair.scenario)

    return column(
        html(text),
        _applying(store, _APPLY if one else "Terapkan semuanya", "; ".join(lines), change),
    )


def _applying(store: Store, label: str, words: str, change: Callable[[], None]) -> widgets.Button:
    apply_it = button(label, help_text=words, primary=True)
    apply_it.layout.align_self = "flex-start"
    apply_it.on_click(guarded(store)(quietly(change)))
    return apply_it
