"""Every fault is found, named by code, sheet and cell, in CSV and in Excel alike."""

import pytest
from openpyxl.utils.exceptions import IllegalCharacterError
from support.broken import CASES, Case
from support.grids import edited, tiny_grids, write_book, write_csv_folder

from kla_plan.findings import FindingsError, Severity, errors
from kla_plan.pack import inspect, load_pack
from kla_plan.pack.rules import RULES


def _findings(case: Case, form: str, folder):
    grids = edited(case.edits)
    if form == "csv":
        return inspect(write_csv_folder(folder / "kecil", grids))
    return inspect(write_book(folder / "kecil.xlsx", grids))


def _place(finding):
    return f"{finding.place.sheet.rpartition('/')[2]}!{finding.place.cell}"


def test_the_undamaged_pack_has_no_findings(tmp_path):
    assert inspect(write_csv_folder(tmp_path / "kecil", tiny_grids())) == ()
    assert inspect(write_book(tmp_path / "kecil.xlsx", tiny_grids())) == ()


FORMS = [
    pytest.param(case, form, id=f"{case.code} {case.name} {form}")
    for case in CASES
    for form in ("csv", "xlsx")
    if case.only in {"", form}
]


@pytest.mark.parametrize(("case", "form"), FORMS)
def test_a_fault_is_named_where_it_is(case, form, tmp_path):
    found = _findings(case, form, tmp_path)
    mine = [finding for finding in found if finding.code == case.code]
    assert case.where in {_place(finding) for finding in mine}, [str(f) for f in found]
    here = next(finding for finding in mine if _place(finding) == case.where)
    assert case.says in f"{here.message} {here.remedy}"
    assert here.remedy
    wrong = {finding.code for finding in errors(found)}
    allowed = case.also | ({case.code} if RULES[case.code].severity is Severity.ERROR else set())
    assert wrong <= allowed, [str(finding) for finding in errors(found)]


def test_all_faults_are_told_at_once(tmp_path):
    edits = {"jawaban!B2": "abc", "pagu!A3": "26", "kegiatan!D2": "Dinas Z", "profil!B4": "desa"}
    with pytest.raises(FindingsError) as caught:
        load_pack(write_csv_folder(tmp_path / "kecil", edited(edits)))
    codes = {finding.code for finding in caught.value.findings}
    assert codes == {"KLA-K-002", "KLA-K-015", "KLA-D-001", "KLA-K-012"}
    assert "lembar jawaban, sel B2 (nilai: abc)" in str(caught.value)


def test_excel_cannot_even_hold_control_characters(tmp_path):
    with pytest.raises(IllegalCharacterError):
        write_book(tmp_path / "x.xlsx", edited({"opd!B2": "Dinas\x07Alfa"}))
