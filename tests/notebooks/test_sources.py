"""The shipped notebooks as they lie in the repository: clean, talking, without logic."""

import ast
from pathlib import Path

import nbformat
import pytest

from kla_plan import resources
from kla_plan.runs.notebooks import NAMES

PATHS = [resources.notebooks() / f"{name}.ipynb" for name in NAMES]
#: Anything that decides, repeats or defines belongs into the package.
LOGIC = (
    ast.If, ast.IfExp, ast.For, ast.While, ast.With, ast.Try, ast.FunctionDef, ast.ClassDef,
    ast.Lambda, ast.ListComp, ast.DictComp, ast.GeneratorExp, ast.BinOp, ast.Compare,
)  # fmt: skip

every = pytest.mark.parametrize("path", PATHS, ids=NAMES)


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def test_the_folder_holds_these_notebooks_and_no_other() -> None:
    assert sorted(resources.notebooks().glob("*.ipynb")) == PATHS


@every
def test_no_output_and_no_counter_is_committed(path: Path) -> None:
    for cell in read(path).cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@every
def test_the_kernel_travels_with_the_notebook(path: Path) -> None:
    notebook = read(path)

    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"


@every
def test_parameters_are_one_tagged_cell_with_a_word_about_each(path: Path) -> None:
    tagged = [c for c in read(path).cells if "parameters" in c.metadata.get("tags", [])]

    assert len(tagged) == 1
    assert all("#" in line for line in tagged[0].source.splitlines())


@every
def test_cells_call_the_package_and_hold_no_logic(path: Path) -> None:
    for cell in read(path).cells:
        if cell.cell_type == "code":
            found = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, LOGIC)]
            assert found == [], cell.source


@every
def test_no_cell_ends_in_a_semicolon(path: Path) -> None:
    assert not [c for c in read(path).cells if c.source.rstrip().endswith(";")]


@every
def test_prose_stands_before_every_table(path: Path) -> None:
    cells = read(path).cells
    prose = [cell for cell in cells if cell.cell_type == "markdown"]

    assert cells[0].cell_type == "markdown"
    assert cells[0].source.startswith("# ")
    # The workbench is one table and explains itself.
    assert len(prose) >= (1 if path.stem == "00_meja_kerja" else 4)
    assert sum(len(cell.source.split()) for cell in prose) > 100
