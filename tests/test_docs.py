"""The documentation tells the truth: generated parts, links, pictures, YAML and shell examples."""

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
import yaml
from PIL import Image
from support.tiny import write_tiny

from benchmarks import readme
from kla_plan.cli import app, main
from kla_plan.pack.records import Records
from kla_plan.papers.registry import papers
from kla_plan.problem.rules import OPTIONAL, RULES
from kla_plan.scenario import Scenario, make_scenario
from kla_plan.schema import table_of

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "panduan.md"
MODEL = ROOT / "docs" / "model.md"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_RUNNABLE = re.compile(
    r"^```sh jalan\n(?P<lines>.*?)^```|^<!-- uji: (?P<mark>.+?) -->", re.DOTALL | re.MULTILINE
)
#: What a planner needs from the first folder to the document and back.
COMMANDS = {
    "check", "compare", "draft", "evidence", "feedback", "gap", "lab", "new", "papers", "plan",
    "sweep", "unpack", "verify", "workbook", "year",
}  # fmt: skip
#: A scenario of the tiny pack that the guide's commands name.
HEMAT = "nama: hemat\ntujuan: min_biaya\ntarget: [{tahun: 2028, poin: 12}]\n"
CITY = {
    "paket": "kota-contoh",
    "kegiatan": 12,
    "waktu_ke_celah": {
        "0.01": {"detik": 3.21, "celah_tercapai": 0.009},
        "0.005": {"detik": None, "celah_tercapai": 0.007},
    },
    "perbandingan": {
        "optimasi": {"nilai_tahun_akhir": 901.239, "rupiah": 12_345_678_901, "celah": 0.00417},
        "rakus": {"nilai_tahun_akhir": 880.0, "rupiah": 11_000_000_000, "celah": None},
        "bagi_rata": {"nilai_tahun_akhir": 1001.5, "rupiah": 0, "celah": None},
    },
}
MACHINE = {"prosesor": "Uji", "inti": 2, "python": "3.13.0", "versi": {"pulp": "4.2"}}


def test_readme_holds_what_the_committed_files_say() -> None:
    text = readme.README.read_text(encoding="utf-8")

    assert set(re.findall(r"<!-- angka:(\w+) -->", text)) == set(readme.parts())
    assert readme.renewed(text, readme.parts()) == text


def test_the_table_of_cities_says_what_was_measured() -> None:
    lines = readme.cities_part({"kota": [CITY], "mesin": MACHINE}).splitlines()

    assert lines[2] == (
        "| `kota-contoh` | 12 | 901.24 | 880.00 | 1,001.50 | 12.35 | 11.00 | 0.00 "
        "| 0.42% | 3.2 | – |"
    )
    assert "Uji, 2 cores, Python 3.13.0, pulp 4.2" in lines[-1]


def test_a_part_is_replaced_and_an_unknown_one_refused() -> None:
    text = "a\n<!-- angka:kota -->\nlama\n<!-- /angka -->\nb\n"

    new = "a\n<!-- angka:kota -->\nbaru\n<!-- /angka -->\nb\n"
    assert readme.renewed(text, {"kota": lambda: "baru"}) == new
    with pytest.raises(KeyError):
        readme.renewed(text, {})


def test_check_fails_where_a_figure_was_typed_by_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = tmp_path / "kota.json"
    results.write_text(json.dumps({"kota": [CITY], "mesin": MACHINE}), encoding="utf-8")
    page = tmp_path / "README.md"
    page.write_text("<!-- angka:kota -->\n<!-- /angka -->\n", encoding="utf-8")
    monkeypatch.setattr(readme, "README", page)
    monkeypatch.setattr(readme, "RESULTS", results)

    assert readme.main(["--check"]) == 1
    assert readme.main([]) == 0
    assert readme.main(["--check"]) == 0
    page.write_text(page.read_text(encoding="utf-8").replace("901.24", "999.99"), encoding="utf-8")
    assert readme.main(["--check"]) == 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    local = [link for link in _LINK.findall(text) if "://" not in link]

    for link in local:
        file, _, heading = link.partition("#")
        target = page.parent / file if file else page
        assert target.exists(), link
        if heading:
            assert heading in set(_anchors(target.read_text(encoding="utf-8"))), link


def _anchors(text: str) -> Iterator[str]:
    """Yield the anchors that headings of a page get on the web."""
    for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_pictures_are_small_and_used() -> None:
    shown = {
        (page.parent / link).resolve()
        for page in PAGES
        for link in _LINK.findall(page.read_text(encoding="utf-8"))
        if link.endswith(".png")
    }

    pictures = {path.resolve() for path in (ROOT / "docs" / "gambar").glob("*.png")}
    assert pictures == shown
    for path in pictures:
        assert path.stat().st_size < 200_000
        with Image.open(path) as picture:
            assert picture.width >= 900


def _yaml_examples() -> list[dict[str, object]]:
    blocks = re.findall(
        r"^```yaml\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    return [yaml.safe_load(block) for block in blocks]


def test_scenario_examples_are_valid_and_leave_out_no_key() -> None:
    shown: dict[str, object] = {}
    for example in _yaml_examples():
        make_scenario(example)
        shown |= example

    assert set(shown) == set(Scenario.model_fields)


def test_the_guide_states_the_defaults_of_the_scenario() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)`(?:, `\w+`)? \| ([^|]+?) \|", text, re.MULTILINE))
    default = Scenario()

    for key in ("nama", "tujuan", "skala"):
        assert rows[key] == f"`{getattr(default, key)}`"
    for key in ("inflasi", "diskon_verifikasi"):
        assert float(rows[key]) == float(getattr(default, key))
    solver = default.pemecah
    assert rows["pemecah"] == f"`{solver.nama}`, {solver.celah:g}, {solver.batas_detik:g}"


def test_the_guide_names_every_basic_command_and_no_other_than_there_are() -> None:
    named = set(re.findall(r"kla-plan ([a-z]+)\b", _code(GUIDE) + _code(ROOT / "README.md")))

    assert {command.name for command in app.registered_commands} >= named >= COMMANDS


def test_the_guide_names_every_paper_and_every_table_that_only_papers_read() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    chapter = text.partition("\n## 11. Berkas gugus tugas\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \|", chapter, re.MULTILINE)

    tables = {table_of(get_args(kind)[0]).name for kind in get_type_hints(Records).values()}
    assert set(rows) >= {paper.name for paper in papers()} | tables


def _code(page: Path) -> str:
    """Return what a page sets in code: blocks and spans."""
    text = page.read_text(encoding="utf-8")
    return "\n".join(re.findall(r"```.*?```|`[^`]+`", text, re.DOTALL))


def test_the_model_page_names_every_rule_file() -> None:
    text = MODEL.read_text(encoding="utf-8")

    for rule in (*RULES, *OPTIONAL):
        assert f"`{rule.__name__.rpartition('.')[2]}.py`" in text


@pytest.mark.slow
def test_the_guides_commands_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for step in _RUNNABLE.finditer(GUIDE.read_text(encoding="utf-8")):
        if step["mark"]:
            _fill(tmp_path, step["mark"])
            continue
        for line in step["lines"].splitlines():
            commands += 1
            said, expected = _run(line, capsys)
            assert said == expected, f"{line}\n{capsys.readouterr().err}"

    assert commands >= 12
    for made in (
        "rencana/manifest.json", "perbandingan", "sapuan/hasil.csv", "kesenjangan",
        "berkas/hal_terbuka.xlsx", "kota-saya-usulan/perubahan.xlsx", "kota-saya-bukti/bukti.csv",
    ):  # fmt: skip
        assert (tmp_path / made).exists()
    assert not (tmp_path / "rencana-mustahil").exists()


def _run(line: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, int]:
    """Run one command line of the guide; return its exit code and the one the guide promises."""
    words, _, remark = line.partition("#")
    name, *arguments = shlex.split(words)
    assert name == "kla-plan"
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    promised = re.search(r"kode (\d)", remark)
    return int(ended.value.code or 0), int(promised[1]) if promised else 0


def _fill(folder: Path, mark: str) -> None:
    """Stand in for the planner who fills a folder in: put a small complete pack there."""
    name, _, what = mark.partition(" ")
    assert what == "terisi"
    shutil.rmtree(folder / name)
    write_tiny(folder / name)
    scenarios = folder / name / "skenario"
    scenarios.mkdir()
    (scenarios / "dasar.yaml").write_text("nama: dasar\n", encoding="utf-8")
    (scenarios / "hemat.yaml").write_text(HEMAT, encoding="utf-8")
