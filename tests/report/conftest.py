"""Documents of the toy plan and of a real pack, made once for all tests of this room."""

from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentType
from support import toy_plan

from kla_plan.pack.read import load_pack
from kla_plan.plan.baselines import greedy
from kla_plan.plan.plan import Plan
from kla_plan.report import pdf
from kla_plan.report.word.rad import Documents, write_rad
from kla_plan.scenario import Scenario


@pytest.fixture(scope="session")
def toy() -> Plan:
    return toy_plan.plan()


@pytest.fixture(scope="session")
def real() -> Plan:
    return greedy(load_pack("ogan-ilir"), Scenario())


@pytest.fixture(scope="session")
def metro() -> Plan:
    """Return a plan of a pack of which only the total is known."""
    return greedy(load_pack("kota-metro"), Scenario())


@pytest.fixture(scope="session")
def toy_documents(toy: Plan, tmp_path_factory: pytest.TempPathFactory) -> Documents:
    """The toy plan's documents, with page numbers where LibreOffice is installed."""
    return write_rad(
        toy, tmp_path_factory.mktemp("rad"), baselines={"bagi rata": toy_plan.empty_plan()}
    )


@pytest.fixture(scope="session")
def toy_word(toy_documents: Documents) -> DocumentType:
    return Document(str(toy_documents.docx))


@pytest.fixture(scope="session")
def real_word(real: Plan, tmp_path_factory: pytest.TempPathFactory) -> DocumentType:
    """The Word file of a real pack, without the detour over the PDF."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "find_office", lambda: None)
        made = write_rad(real, tmp_path_factory.mktemp("rad"))
    return Document(str(made.docx))


@pytest.fixture(params=["toy", "real"])
def case(request: pytest.FixtureRequest) -> tuple[Plan, DocumentType]:
    """A plan with its Word file: the toy, then the real pack."""
    name = request.param
    return request.getfixturevalue(name), request.getfixturevalue(f"{name}_word")


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pdf, "find_office", lambda: None)
    return Path()
