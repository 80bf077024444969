"""Which fields the tags of a template use, held against those that there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import Environment, nodes

from kla_plan.report.word.fields import Field, Kind

#: Filters that give an item of a list, and those that give the list again.
_ITEM, _SAME = {"first", "last", "random"}, {"list", "reverse", "sort", "unique"}


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that a template uses and nobody gives.

    Attributes
    ----------
    path
        The whole name as written, with ``[]`` for an item: ``bab2.profil[].nila``.
    known
        Names that stand at that place.
    """

    path: str
    known: tuple[str, ...]


@dataclass(slots=True)
class Used:
    """What a template uses.

    Attributes
    ----------
    unknown
        Names that do not exist.
    unseen
        Places that were empty in every value seen, so that names below them could not be judged.
    """

    unknown: list[Unknown] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    field: Field


type _Scope = Mapping[str, _Place | None]


def used_fields(xml: str, root: Field, rules: Environment) -> Used:
    """Look at every tag of a template, also at those in branches that are not taken.

    Parameters
    ----------
    xml
        The template's text with its tags.
    root
        The group of all values.

    Raises
    ------
    jinja2.TemplateError
        If a tag is broken.
    """
    used = Used()
    scope = {name: _Place(name, one) for name, one in root.inner.items()}
    _visit(rules.parse(xml), scope, used)
    used.unknown = list({one.path: one for one in used.unknown}.values())
    used.unseen = list(dict.fromkeys(used.unseen))
    return used


def _visit(node: nodes.Node, scope: _Scope, used: Used) -> None:
    if isinstance(node, nodes.For):
        _visit_loop(node, scope, used)
        return
    inner = dict(scope)
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Assign):
            place = _resolve(child.node, inner, used)
            inner |= {name.name: place for name in _targets(child.target)}
        elif isinstance(child, nodes.Expr):
            _resolve(child, inner, used)
        else:
            _visit(child, inner, used)


def _visit_loop(node: nodes.For, scope: _Scope, used: Used) -> None:
    looped = _resolve(node.iter, scope, used)
    item: _Place | None = None
    if looped is not None and looped.field.kind is Kind.LIST:
        if looped.field.row is None:
            used.unseen.append(looped.path)
        else:
            item = _Place(f"{looped.path}[]", looped.field.row)
    named = _targets(node.target)
    inner = {**scope, "loop": None, **{name.name: None for name in named}}
    if isinstance(node.target, nodes.Name):
        inner[node.target.name] = item
    for child in (*node.body, *node.else_):
        _visit(child, inner, used)
    if node.test is not None:
        _resolve(node.test, inner, used)


def _targets(target: nodes.Node) -> list[nodes.Name]:
    return [target] if isinstance(target, nodes.Name) else list(target.find_all(nodes.Name))


def _resolve(node: nodes.Node, scope: _Scope, used: Used) -> _Place | None:
    """Return what an expression is; ``None`` where that is not known from the values."""
    if isinstance(node, nodes.Name):
        if node.name not in scope:
            used.unknown.append(Unknown(node.name, tuple(scope)))
            return None
        return scope[node.name]
    if isinstance(node, nodes.Getattr):
        return _member(_resolve(node.node, scope, used), node.attr, used)
    if isinstance(node, nodes.Getitem):
        return _item(node, scope, used)
    if isinstance(node, nodes.Filter) and node.node is not None:
        return _filtered(node, scope, used)
    for child in node.iter_child_nodes():
        _resolve(child, scope, used)
    return None


def _member(base: _Place | None, name: str, used: Used) -> _Place | None:
    if base is None:
        return None
    inner = base.field.inner
    if name in inner:
        return _Place(f"{base.path}.{name}", inner[name])
    if not inner and not base.field.example and base.field.kind is not Kind.LIST:
        used.unseen.append(base.path)  # empty in every value seen: a group may stand there
        return None
    own = {Kind.TEXT: str, Kind.LIST: list, Kind.GROUP: dict}.get(base.field.kind)
    if own is None or not hasattr(own, name):
        used.unknown.append(Unknown(f"{base.path}.{name}", tuple(inner)))
    return None


def _item(node: nodes.Getitem, scope: _Scope, used: Used) -> _Place | None:
    base = _resolve(node.node, scope, used)
    if not isinstance(node.arg, nodes.Const):
        _resolve(node.arg, scope, used)
        return None
    if isinstance(node.arg.value, str):
        return _member(base, node.arg.value, used)
    if base is None or base.field.row is None:
        return None
    return _Place(f"{base.path}[]", base.field.row)


def _filtered(node: nodes.Filter, scope: _Scope, used: Used) -> _Place | None:
    base = _resolve(node.node, scope, used) if node.node is not None else None
    for argument in (*node.args, *(pair.value for pair in node.kwargs)):
        _resolve(argument, scope, used)
    if node.name in _SAME:
        return base
    if node.name in _ITEM and base is not None and base.field.row is not None:
        return _Place(f"{base.path}[]", base.field.row)
    return None
