"""Shared settings of the suite."""

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--no-skips", action="store_true", help="a skipped test is a failure, as in CI"
    )
    parser.addoption(
        "--update-golden", action="store_true", help="write the stored results anew, on purpose"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin each half of the suite with its longest tests, so that no process ends alone.

    With two processes each takes one half; who is done helps the other, test by test. The browser
    comes first in one half, the notebooks first in the other.
    """
    here = Path(__file__).parent
    rooms = {item: item.path.relative_to(here).parts[0] for item in items}
    first = [item for item in items if rooms[item] == "browser"]
    second = [item for item in items if rooms[item] == "notebooks"]
    rest = [item for item in items if rooms[item] not in {"browser", "notebooks"}]
    share = max(len(items) // 2 - len(first), 0)
    items[:] = [*first, *rest[:share], *second, *rest[share:]]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> object:
    """Turn skips into failures where the machine must have everything."""
    report = yield
    if item.config.getoption("--no-skips") and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be: {report.longrepr}"
    return report


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return the comparison of a text with a stored file, which ``--update-golden`` rewrites."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path.name} is not stored yet: run pytest with --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return compare
