"""A person's machine for the tests of this folder: servers, a browser, and a watch over both.

``lab`` and ``voila`` are running servers (see ``support.servers``), ``page`` is an empty page of
a fresh browser. A test opens a notebook with ``support.browser.open_notebook``. After each test
it is checked that neither page nor kernel tried to reach another machine.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from support import browser as people
from support import servers
from support.servers import Server

HERE = Path(__file__).parent
_FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is tested here: it needs Chromium, takes a while, and reaches only this machine."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1", "::1"]))
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> object:
    """Remember whether a test failed, for the fixtures that keep its traces."""
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def program() -> str:
    """The installed Chromium."""
    found = people.executable()
    if found is None:
        pytest.skip("Chromium is not installed: sudo apt-get install chromium")
    return found


def _server(kind: str, program: str, factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = servers.start(kind, factory.mktemp(kind))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def lab(program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A JupyterLab as ``kla-plan lab`` starts it."""
    yield from _server("lab", program, tmp_path_factory)


@pytest.fixture(scope="session")
def voila(program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Voilà as ``kla-plan lab --voila`` starts it, on all notebooks of its folder."""
    yield from _server("voila", program, tmp_path_factory)


@pytest.fixture(params=["lab", "voila"])
def server(request: pytest.FixtureRequest) -> Server:
    """Each kind of server in turn."""
    return request.getfixturevalue(request.param)


# Playwright's event loop counts as running as long as the browser is open, and no other test
# could run one of its own: so it ends with its module.
@pytest.fixture(scope="module")
def chromium(program: str) -> Iterator[people.Browser]:
    """A running Chromium."""
    with people.chromium(program) as browser:
        yield browser


@pytest.fixture(scope="module")
def shared_page(chromium: people.Browser) -> Iterator[people.Page]:
    """One page for all tests of a module: a kernel for each would take most of the time."""
    watch = people.Watch()
    context = people.watched(chromium, watch)
    yield context.new_page()
    context.close()
    assert watch.left == []


@pytest.fixture
def zoom() -> float:
    """Zoom of the page; a test may parametrise it."""
    return 1.0


@pytest.fixture
def watch() -> people.Watch:
    """What the page of this test does besides showing."""
    return people.Watch()


@pytest.fixture
def browse(
    chromium: people.Browser, zoom: float, watch: people.Watch, request: pytest.FixtureRequest
) -> Iterator[Callable[[], people.Page]]:
    """Open a page, each in a fresh browser; traces of a failure are kept, and nothing may leave."""
    contexts: list[people.BrowserContext] = []

    def another() -> people.Page:
        contexts.append(people.watched(chromium, watch, scale=zoom))
        return contexts[-1].new_page()

    yield another
    if request.node.stash.get(_FAILED, False):
        pages = [page for context in contexts for page in context.pages]
        _keep_traces(pages, watch, request)
    for context in contexts:
        context.close()
    assert watch.left == []
    for server in _used(request):
        assert server.attempts() == []


@pytest.fixture
def page(browse: Callable[[], people.Page]) -> people.Page:
    """An empty page of a fresh browser."""
    return browse()


def _used(request: pytest.FixtureRequest) -> list[Server]:
    found = [request.node.funcargs.get(name) for name in ("lab", "voila", "server")]
    return [server for server in found if server is not None]


def _keep_traces(
    pages: Sequence[people.Page], watch: people.Watch, request: pytest.FixtureRequest
) -> None:
    folder = people.PICTURES / "gagal" / request.node.name
    for number, page in enumerate(pages, 1):
        people.picture(page, f"halaman-{number}", folder)
    (folder / "peramban.log").write_text("\n".join(watch.errors), encoding="utf-8")
    for server in _used(request):
        servers.keep(server, folder)
