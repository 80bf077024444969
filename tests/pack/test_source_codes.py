"""Every finding code of the package is on the reference page, read from where it is declared."""

import re
from pathlib import Path

import kla_plan
from kla_plan.findings import Severity
from kla_plan.pack.docs import findings_page
from kla_plan.pack.source_codes import declared

SOURCE = Path(kla_plan.__file__).resolve().parent


def test_every_code_that_the_source_names_is_on_the_page() -> None:
    page = findings_page()
    named = {
        code
        for path in SOURCE.rglob("*.py")
        for code in re.findall(r"KLA-[A-Z]-\d{3}\b", path.read_text(encoding="utf-8"))
    }
    assert {code.split("-")[1] for code in named} >= set("BKDSMTPJRN")
    assert [code for code in sorted(named) if f"### {code}" not in page] == []
    assert len(re.findall(r"^### ", page, re.MULTILINE)) == len(named)


def test_a_message_stands_as_it_is_written_with_gaps_for_what_is_filled_in(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        '_HELP = "Tolong."\n'
        "def f(x):\n"
        '    yield Finding("KLA-Q-001", f"Nilai {x} salah.{x}", _HELP)\n'
        '    yield Finding("KLA-Q-002", x, x, severity=Severity.WARNING)\n'
        'CODES = {"KLA-Q-003": Code("Arti.", "Saran " "panjang.")}\n'
        'E = Entry("KLA-Q-004", "pagu", "Arti lain", f, f, f)\n',
        encoding="utf-8",
    )
    found = declared(tmp_path)
    assert list(found) == ["KLA-Q-001", "KLA-Q-002", "KLA-Q-003", "KLA-Q-004"]
    assert (found["KLA-Q-001"].message, found["KLA-Q-001"].remedy) == (
        "Nilai … salah.",
        "Tolong.",
    )
    assert found["KLA-Q-002"].severity is Severity.WARNING
    assert found["KLA-Q-003"].remedy == "Saran panjang."
    assert found["KLA-Q-004"].message == "Arti lain"
