"""Who saved a scenario, when and why: a comment at the top of its file.

A comment and not a file of its own: it is written in the same instant as the scenario, stays with
it when it is sent on, and any reader of the scenario passes over it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import yaml

_MARK = "# "
_AUTHOR, _TIME, _NOTE = "disimpan oleh", "waktu", "catatan"


@dataclass(frozen=True, slots=True)
class Header:
    """Author, time (with its time zone) and note of a saved scenario."""

    author: str = ""
    time: datetime | None = None
    note: str = ""


def with_header(header: Header, text: str) -> str:
    """Return the text of a file with the header as a comment above it."""
    time = header.time.isoformat() if header.time else ""
    facts = {_AUTHOR: header.author, _TIME: time, _NOTE: header.note}
    written = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=1000)
    lines = [f"{_MARK}{line}".rstrip() for line in written.splitlines()]
    return "\n".join([*lines, "", text])


def read_header(text: str) -> Header:
    """Return the header of a file; what is no header of ours is passed over."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.removeprefix("#").removeprefix(" "))
    try:
        facts = yaml.safe_load("\n".join(lines))
    except yaml.YAMLError:
        return Header()
    if not isinstance(facts, dict) or _TIME not in facts:
        return Header()
    return Header(_text(facts.get(_AUTHOR)), _time(facts[_TIME]), _text(facts.get(_NOTE)))


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _time(value: Any) -> datetime | None:
    try:
        time = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return time.astimezone()
