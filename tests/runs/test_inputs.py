"""Which scenario and which plan a planner means."""

from decimal import Decimal
from pathlib import Path

import pytest

from kla_plan.findings import FindingsError
from kla_plan.runs.inputs import (
    carry_scenarios,
    find_scenario,
    scenario_names,
    template_file,
    which_scenario,
)
from kla_plan.runs.plans import open_or_make, open_plan, planned_year
from kla_plan.scenario import Scenario


def with_scenario(contoh: Path, name: str, text: str) -> Path:
    folder = contoh / "skenario"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / f"{name}.yaml"


def test_a_pack_without_scenarios_gets_the_defaults(contoh: Path) -> None:
    assert find_scenario(contoh) == Scenario()
    assert scenario_names(contoh) == ("dasar",)


def test_a_scenario_by_name_or_by_path(contoh: Path) -> None:
    path = with_scenario(contoh, "hemat", "nama: hemat\npagu_faktor: 0.5\n")

    assert find_scenario(contoh, "hemat").pagu_faktor == Decimal("0.5")
    assert find_scenario(contoh, path) == find_scenario(contoh, "hemat")
    assert scenario_names(contoh) == ("hemat",)


def test_shipped_packs_have_their_scenarios() -> None:
    assert "nindya-2027" in scenario_names("ogan-ilir")
    assert find_scenario("ogan-ilir", "nindya-2027").tujuan == "min_biaya"


def test_an_unknown_scenario_names_the_nearest(contoh: Path) -> None:
    with_scenario(contoh, "hemat", "nama: hemat\n")

    with pytest.raises(FindingsError) as caught:
        find_scenario(contoh, "hemta")

    assert 'Apakah maksud Anda "hemat"?' in caught.value.findings[0].message


def test_a_folder_that_is_no_plan_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(FindingsError) as caught:
        open_plan(tmp_path)

    assert caught.value.findings[0].code == "KLA-R-004"


def test_the_saved_plan_is_opened_or_a_new_one_made(saved: Path, contoh: Path) -> None:
    opened = open_or_make(saved, "")
    made = open_or_make("", contoh)

    assert opened.volumes == made.volumes
    assert opened.cost() == made.cost()


def test_year_zero_is_the_first_that_can_be_decided(saved: Path) -> None:
    plan = open_plan(saved)

    assert planned_year(plan) == 2026
    assert planned_year(plan, 2028) == 2028
    with pytest.raises(FindingsError, match="2026 sampai 2028"):
        planned_year(plan, 2031)


def test_it_is_said_which_scenario_is_used(contoh: Path) -> None:
    assert which_scenario(contoh) == (
        f"Skenario bawaan, karena tidak ada berkas dasar.yaml di {contoh / 'skenario'}"
    )
    path = with_scenario(contoh, "dasar", "nama: dasar\n")
    assert which_scenario(contoh) == f"Skenario: dasar (berkas {path})"


def test_scenarios_travel_and_the_default_stands_in(contoh: Path, tmp_path: Path) -> None:
    made = carry_scenarios(contoh, tmp_path / "a")
    assert made == tmp_path / "a" / "skenario"
    assert find_scenario(tmp_path / "a") == Scenario()
    assert which_scenario(tmp_path / "a").startswith("Skenario: dasar (berkas ")

    with_scenario(contoh, "hemat", "nama: hemat\n")
    carry_scenarios(contoh, tmp_path / "b")
    assert scenario_names(tmp_path / "b") == ("hemat",)
    assert carry_scenarios("ogan-ilir", tmp_path / "b") is None
    assert scenario_names(tmp_path / "b") == ("hemat",)


def test_the_planners_own_template_is_found_beside_the_tables(contoh: Path) -> None:
    assert template_file(contoh, "rad_kla.docx") is None
    own = contoh / "templat" / "rad_kla.docx"
    own.parent.mkdir()
    own.write_bytes(b"x")
    assert template_file(contoh, "rad_kla.docx") == own
    assert template_file(contoh / "contoh.xlsx", "rad_kla.docx") == own
