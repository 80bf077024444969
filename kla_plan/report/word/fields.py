"""What a template may use: the names of its values at every depth, seen from the values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from typing import Final

#: Letters of an example that a table of the reference can show.
_SHOWN: Final = 70


class Kind(StrEnum):
    """What a value is to somebody who edits a template, in Indonesian."""

    TEXT = "teks"
    LIST = "daftar"
    GROUP = "kelompok"
    PICTURE = "gambar"


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a template, or a group or list of them.

    Attributes
    ----------
    example
        A value as it was seen; empty for a group, a list, a picture.
    inner
        Values of a group by name.
    row
        What every item of a list is; ``None`` where no list with items was seen.
    always
        Whether the group has this value every time.
    """

    kind: Kind
    example: str = ""
    inner: Mapping[str, "Field"] = field(default_factory=dict)
    row: "Field | None" = None
    always: bool = True


def field_of(seen: Iterable[object]) -> Field:
    """Return what values seen at one place have in common; more values show more of it.

    A group is a mapping or a dataclass, a list any sequence that is no text. What is neither and
    no text or number is a picture.
    """
    values = list(seen)
    groups = [named for value in values if (named := _named(value)) is not None]
    lists = [value for value in values if isinstance(value, list | tuple)]
    if groups:
        names = dict.fromkeys(name for group in groups for name in group)
        return Field(Kind.GROUP, inner={name: _member(name, groups) for name in names})
    if lists:
        items = [item for one in lists for item in one]
        return Field(Kind.LIST, row=field_of(items) if items else None)
    if any(not _plain(value) for value in values):
        return Field(Kind.PICTURE)
    shown = (_example(value) for value in values)
    return Field(Kind.TEXT, next((text for text in shown if text), ""))


def paths(root: Field, prefix: str = "") -> Iterator[tuple[str, Field]]:
    """Yield every place below a group with its path: ``bab1.dasar[]`` is an item of a list."""
    for name, one in root.inner.items():
        path = f"{prefix}{name}"
        yield path, one
        yield from _below(one, path)


def _below(one: Field, path: str) -> Iterator[tuple[str, Field]]:
    if one.kind is Kind.GROUP:
        yield from paths(one, f"{path}.")
    elif one.row is not None:
        if one.row.kind is not Kind.GROUP:
            yield f"{path}[]", one.row
        yield from _below(one.row, f"{path}[]")


def _named(value: object) -> Mapping[str, object] | None:
    if isinstance(value, Mapping):
        return {str(key): inner for key, inner in value.items()}
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    return None


def _member(name: str, groups: Sequence[Mapping[str, object]]) -> Field:
    given = [group[name] for group in groups if name in group]
    one = field_of(given)
    return Field(one.kind, one.example, one.inner, one.row, always=len(given) == len(groups))


def _plain(value: object) -> bool:
    return value is None or isinstance(value, str | bool | int | float)


def _example(value: object) -> str:
    if isinstance(value, bool):
        return "ya" if value else ""
    text = " ".join(str(value).split()) if value is not None else ""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
