"""The scripts and styles beside the widgets, joined into what one widget needs.

A widget's module is loaded in the browser from a text, so one script cannot import another:
shared functions are put in front instead. Only the last script exports.
"""

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent


def script(*names: str) -> str:
    """Return the scripts of these names (``grid_edit`` → ``grid_edit.js``) as one module."""
    return _joined(("common", *names), ".js")


def style(*names: str) -> str:
    """Return the style sheets of these names as one."""
    return _joined(("common", *names), ".css")


def _joined(names: tuple[str, ...], ending: str) -> str:
    files = [(_HERE / name).with_suffix(ending) for name in names]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
