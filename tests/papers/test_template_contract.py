"""What a template may use: the reference page, the shipped templates, and broken ones."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from jinja2.sandbox import SandboxedEnvironment
from support.once import once
from support.tiny import save_tiny_plan, write_tiny

from kla_plan.cli import main
from kla_plan.findings import FindingsError
from kla_plan.pack.read import load_pack
from kla_plan.papers.paper import Template
from kla_plan.papers.registry import papers, word_templates
from kla_plan.papers.sample import sample_brief
from kla_plan.papers.template_docs import known_fields, template_page
from kla_plan.report.word.facts import head_of_region
from kla_plan.report.word.fields import Field, Kind, field_of, paths
from kla_plan.report.word.render import compare_fields, render
from kla_plan.report.word.used_fields import used_fields
from kla_plan.resources import templates

PAGE = Path(__file__).resolve().parents[2] / "docs" / "templat.md"
REGULATION = "rancangan_peraturan.docx"
type Said = tuple[int, str]
type Run = Callable[..., Said]


@dataclass(frozen=True)
class Folders:
    """A pack, a plan saved from it, and where the papers shall go."""

    pack: Path
    plan: Path
    out: Path


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Field]:
    """The fields of every template, from one writing of all papers."""
    return once(tmp_path_factory, "fields", lambda _: known_fields(sample_brief(), papers()))


@pytest.mark.slow
def test_the_reference_page_is_up_to_date(
    known: Mapping[str, Field], golden: Callable[[Path, str], None]
) -> None:
    golden(PAGE, template_page(papers(), known))


@pytest.mark.slow
@pytest.mark.parametrize("template", word_templates(), ids=lambda one: one.file)
def test_a_shipped_template_uses_only_fields_that_exist(
    known: Mapping[str, Field], template: Template
) -> None:
    root = known[template.file]
    assert set(root.inner) <= set(template.names)
    used = compare_fields(templates() / template.file, root)
    assert [one.path for one in used.unknown] == []
    # What stayed empty in the sample cannot be judged; it must be the exception.
    assert len(used.unseen) <= 3


@pytest.mark.slow
def test_meanings_are_of_fields_that_exist(known: Mapping[str, Field]) -> None:
    for template in word_templates():
        there = {path for path, _ in paths(known[template.file])}
        assert set(template.about) <= there, template.file


@dataclass(frozen=True)
class Row:
    nama: str
    isi: tuple[int, ...] = ()


def test_fields_are_seen_at_every_depth_and_joined_over_documents() -> None:
    first = {"a": {"b": [Row("satu"), Row("dua", (7,))]}, "c": "", "d": []}
    second = {"a": {"b": [], "e": True}, "c": "teks", "d": [], "f": object()}
    found = {
        path: (one.kind, one.example, one.always) for path, one in paths(field_of([first, second]))
    }
    assert found == {
        "a": (Kind.GROUP, "", True),
        "a.b": (Kind.LIST, "", True),
        "a.b[].nama": (Kind.TEXT, "satu", True),
        "a.b[].isi": (Kind.LIST, "", True),
        "a.b[].isi[]": (Kind.TEXT, "7", True),
        "a.e": (Kind.TEXT, "ya", False),
        "c": (Kind.TEXT, "teks", True),
        "d": (Kind.LIST, "", True),
        "f": (Kind.PICTURE, "", False),
    }


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("{{ a.b[0].nama }} {{ a['b'] }} {{ c.upper() }} {{ a.b | length }}", []),
        ("{% for r in a.b %}{{ r.nama }}{{ loop.index }}{% endfor %}", []),
        ("{% for r in a.b if r.isi %}{% for n in r.isi %}{{ n }}{% endfor %}{% endfor %}", []),
        ("{{ x }}", ["x"]),
        ("{{ a.x }}", ["a.x"]),
        ("{{ a['x'] }}", ["a.x"]),
        ("{% for r in a.b %}{{ r.x }}{% endfor %}", ["a.b[].x"]),
        (
            "{% for r in a.b %}{% for n in r.isi %}{{ n.x }}{% endfor %}{% endfor %}",
            ["a.b[].isi[].x"],
        ),
        ("{% for r in a.b %}{% endfor %}{{ r }}", ["r"]),
        ("{% if false %}{{ a.x }}{% else %}{{ a.y }}{% endif %}", ["a.x", "a.y"]),
        ("{% set w = a.b | sort | first %}{{ w.nama }}{{ w.x }}", ["a.b[].x"]),
        ("{{ c ~ x | default(y) }}", ["x", "y"]),
        ("{{ d.x }}", ["d.x"]),
    ],
)
def test_names_are_judged_in_every_branch_and_loop(text: str, unknown: list[str]) -> None:
    root = field_of([{"a": {"b": [Row("satu", (7,))]}, "c": "teks", "d": [1]}])
    used = used_fields(text, root, SandboxedEnvironment())
    assert [one.path for one in used.unknown] == unknown
    assert used.unseen == []


def test_what_was_always_empty_is_not_judged_but_told() -> None:
    root = field_of([{"d": [], "e": "", "f": {}}])
    text = "{% for r in d %}{{ r.x }}{% endfor %}{{ e.x }}{{ f.x.y }}"
    used = used_fields(text, root, SandboxedEnvironment())
    assert (used.unknown, used.unseen) == ([], ["d", "e", "f"])


def edited(target: Path, change: Callable[[object], None], name: str = REGULATION) -> Path:
    """Copy a shipped template and change it as an analyst does."""
    document = Document(str(templates() / name))
    change(document)
    target.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(target))
    return target


def paragraph(text: str) -> Callable[[object], None]:
    return lambda document: document.add_paragraph(text)


def in_table(text: str) -> Callable[[object], None]:
    return lambda document: document.tables[0].rows[-1].cells[0].paragraphs[0].add_run(text)


def in_header(text: str) -> Callable[[object], None]:
    return lambda document: document.sections[0].header.paragraphs[0].add_run(text)


BROKEN = [
    (paragraph("{{ peraturn.kepala }}"), "KLA-N-004", 'Apakah maksud Anda "peraturan"?'),
    (paragraph("{{ peraturan.kepla }}"), "KLA-N-004", 'Apakah maksud Anda "kepala"?'),
    (
        paragraph("{% for b in target.mandiri %}{{ b.tks }}{% endfor %}"),
        "KLA-N-004",
        "Tertulis pada target.mandiri[].tks.",
    ),
    (
        paragraph(
            "{% for k in lampiran.klaster %}{% for a in k.kegiatan %}{{ a.pgu }}{% endfor %}"
            "{% endfor %}"
        ),
        "KLA-N-004",
        "Tertulis pada lampiran.klaster[].kegiatan[].pgu.",
    ),
    (in_table("{{ lampiran.jumlh }}"), "KLA-N-004", 'Apakah maksud Anda "jumlah"?'),
    (in_header("{{ dokumen.nma }}"), "KLA-N-004", 'Apakah maksud Anda "nama"?'),
    (paragraph("{{ dokumen.nama "), "KLA-N-005", "{{ dokumen.nama"),
    (paragraph("{% for b in target.mandiri %}{{ b.teks }}"), "KLA-N-005", "{% endfor %}"),
    (paragraph("{{ dokumen.nama | besar }}"), "KLA-N-005", "besar"),
    (paragraph("{%p bila dokumen.nama %}"), "KLA-N-005", "bila"),
    (paragraph("{% for b in dokumen.tahun_dasar %}{{ b }}{% endfor %}"), "KLA-N-007", "int"),
    (paragraph("{{ dokumen.tahun_dasar + dokumen.nama }}"), "KLA-N-007", "int"),
    (paragraph("{{ dokumen.tahun_dasar / 0 }}"), "KLA-N-007", "zero"),
]  # fmt: skip


@pytest.fixture(scope="session")
def plan_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_plan(tmp_path_factory.mktemp("tersimpan"))


@pytest.fixture
def folders(tmp_path: Path, plan_folder: Path) -> Folders:
    return Folders(write_tiny(tmp_path / "paket"), plan_folder, tmp_path / "berkas")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> Said:
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        said = capsys.readouterr()
        return int(ended.value.code or 0), " ".join((said.out + said.err).split())

    return call


def write(run: Run, folders: Folders, *names: str) -> Said:
    only = [word for name in names for word in ("--only", name)]
    return run("papers", folders.plan, *only, "--pack", folders.pack, "--out", folders.out)


@pytest.mark.parametrize(("change", "code", "said"), BROKEN)
def test_a_broken_template_of_a_pack_stops_the_papers_and_nothing_is_written(
    run: Run, folders: Folders, change: Callable[[object], None], code: str, said: str
) -> None:
    own = edited(folders.pack / "templat" / REGULATION, change)
    ended, told = write(run, folders, "peraturan")
    assert ended == 3
    assert code in told
    assert said in told
    assert own.name in told
    assert re.search(r"Traceback|tidak terduga", told) is None
    assert not folders.out.exists()
    assert list(folders.out.parent.glob(".berkas*")) == []


@pytest.mark.parametrize("content", [b"bukan Word", b""])
def test_a_template_that_is_no_word_file_stops_the_papers(
    run: Run, folders: Folders, content: bytes
) -> None:
    (folders.pack / "templat").mkdir()
    (folders.pack / "templat" / REGULATION).write_bytes(content)
    ended, told = write(run, folders, "peraturan")
    assert (ended, "KLA-N-006" in told) == (3, True)
    assert not folders.out.exists()


def test_every_own_template_is_looked_through_before_any_paper_is_made(
    run: Run, folders: Folders
) -> None:
    edited(folders.pack / "templat" / REGULATION, paragraph("{{ salah_satu }}"))
    (folders.pack / "templat" / "rad_kla.docx").write_text("bukan Word")
    ended, told = write(run, folders, "peraturan", "rad")
    assert ended == 3
    assert "KLA-N-004" in told
    assert "KLA-N-006" in told
    assert not folders.out.exists()


def test_an_own_template_is_used(run: Run, folders: Folders) -> None:
    own = folders.pack / "templat" / REGULATION
    edited(own, paragraph("Kop {{ peraturan.kepala }} sendiri"))
    ended, told = write(run, folders, "peraturan")
    assert ended == 0, told
    (made,) = (folders.out / "peraturan").glob("*.docx")
    name = load_pack(folders.pack).profile
    last = Document(str(made)).paragraphs[-1].text
    assert last == f"Kop {head_of_region(name)} sendiri"


def test_all_unknown_names_are_told_at_once(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("{{ a.x }} {{ a.y }} {% if false %}{{ z }}{% endif %}")
    document.save(str(tmp_path / "t.docx"))
    with pytest.raises(FindingsError) as caught:
        render(tmp_path / "t.docx", lambda _: {"a": {"b": 1}})
    assert [finding.value for finding in caught.value.findings] == ["a.x", "a.y", "z"]
