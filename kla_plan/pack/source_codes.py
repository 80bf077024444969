"""Finding codes that are declared outside the register, read from the package's own source.

Rooms above this one declare a code where they use it: a call of ``Finding`` with its code, the
table of ``plan/verify/codes.py``, the entries of ``explain/words``. Reading the source, without
importing it, finds all of them; nobody keeps a second list.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kla_plan.findings import Severity

_CODE: Final = re.compile(r"KLA-[A-Z]-\d{3}")
#: Stands for what a message fills in.
GAP: Final = "…"
_VARIES: Final = "Pesannya menyebut apa yang salah dan di mana."


@dataclass(frozen=True, slots=True)
class Declared:
    """One code as it is declared: its message, with :data:`GAP` for what varies, and remedy.

    ``remedy`` is empty where the finding itself works it out.
    """

    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR


def declared(package: Path | None = None) -> dict[str, Declared]:
    """Return every code that the source of the package declares, in the order of the codes.

    A code that is declared more than once counts the first time.
    """
    root = package or Path(__file__).resolve().parents[1]
    found: dict[str, Declared] = {}
    for path in sorted(root.rglob("*.py")):
        for each in _in_module(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(each.code, each)
    return dict(sorted(found.items()))


def _in_module(tree: ast.Module) -> Iterator[Declared]:
    texts = _constants(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) == "Finding":
            yield from _finding(node, texts)
        elif isinstance(node, ast.Call) and _called(node) == "Entry" and _code(node.args[0]):
            yield Declared(_code(node.args[0]), _text(node.args[2], texts), "")
        elif isinstance(node, ast.Dict):
            yield from _table(node, texts)


def _finding(node: ast.Call, texts: Mapping[str, str]) -> Iterator[Declared]:
    given = dict(zip(("code", "message", "remedy"), node.args, strict=False))
    given |= {word.arg: word.value for word in node.keywords if word.arg}
    code = _code(given.get("code"))
    if not code:
        return
    warns = "WARNING" in ast.dump(given["severity"]) if "severity" in given else False
    yield Declared(
        code,
        re.sub(rf"\.{GAP}$", ".", _text(given.get("message"), texts)) or _VARIES,
        _text(given.get("remedy"), texts),
        Severity.WARNING if warns else Severity.ERROR,
    )


def _table(node: ast.Dict, texts: Mapping[str, str]) -> Iterator[Declared]:
    for key, value in zip(node.keys, node.values, strict=True):
        if _code(key) and isinstance(value, ast.Call) and len(value.args) == 2:
            message, remedy = (_text(part, texts) for part in value.args)
            yield Declared(_code(key), message, remedy)


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _code(node: ast.expr | None) -> str:
    text = node.value if isinstance(node, ast.Constant) else None
    return text if isinstance(text, str) and _CODE.fullmatch(text) else ""


def _constants(tree: ast.Module) -> dict[str, str]:
    """Return the texts that a module gives names to."""
    found = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        for target in targets:
            if isinstance(target, ast.Name) and (text := _text(value, {})):
                found[target.id] = text
    return found


def _text(node: ast.expr | None, texts: Mapping[str, str]) -> str:
    """Return a text with :data:`GAP` for what is filled in; empty if it is no text of its own."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return re.sub(rf"{GAP}+", GAP, "".join(_text(part, texts) for part in parts))
        case ast.FormattedValue():
            return GAP
        case ast.Name(id=name):
            return texts.get(name, "")
        case _:
            return ""
