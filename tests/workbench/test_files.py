"""Kept scenarios: what is written, what is read back, and what is never lost."""

import os
import threading
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from support.tiny import write_tiny

from kla_plan.findings import FindingsError
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_folder
from kla_plan.runs.inputs import find_scenario, scenario_names
from kla_plan.scenario import Scenario
from kla_plan.workbench.files import HISTORY, ChangedError, Work, save, shaped
from kla_plan.workbench.lock import alone
from kla_plan.workbench.saved import (
    files_of,
    free_name,
    open_saved,
    path_of,
    read_saved,
    saved_scenarios,
)


def half(nama: str = "hemat") -> Scenario:
    return Scenario(nama=nama, pagu_faktor=Decimal("0.5"))


def test_author_time_and_note_come_back(tmp_path: Path) -> None:
    note = "Hasil rapat gugus tugas:\n- pagu dipotong separuh # usul Bappeda\n- ditinjau: Maret"

    made = save(tmp_path, Work(half(), "Siti Rahma", note))

    [seen] = saved_scenarios(tmp_path)
    assert seen == made
    assert (seen.header.author, seen.header.note) == ("Siti Rahma", note)
    assert seen.header.time is not None
    assert seen.header.time.tzinfo is not None
    assert seen.scenario == half()


def test_the_file_is_an_ordinary_scenario_of_the_folder(tmp_path: Path) -> None:
    write_tiny(tmp_path)
    save(tmp_path, Work(half(), "Siti", "catatan: dengan titik dua", ceilings=()))

    assert scenario_names(tmp_path) == ("hemat",)
    assert find_scenario(tmp_path, "hemat") == half()


def test_a_plan_is_saved_under_the_name_and_holds(pack: Pack, plan: Plan, tmp_path: Path) -> None:
    made = save(tmp_path, Work(Scenario(nama="rapat 2"), plan=plan))

    assert made.plan == tmp_path / "rencana" / "rapat_2"
    assert verify_folder(made.plan) == ()
    opened = open_saved(made)
    assert opened.plan is not None
    assert opened.plan.scenario == opened.scenario == Scenario(nama="rapat 2")
    assert opened.plan.volumes == plan.volumes
    assert opened.plan.pack == pack
    assert made.plan / "manifest.json" in files_of(made)


def test_a_plan_of_an_earlier_scenario_is_not_offered(plan: Plan, tmp_path: Path) -> None:
    first = save(tmp_path, Work(Scenario(), plan=plan))

    now = save(tmp_path, Work(Scenario(inflasi=Decimal("0.07"))), known=first.stamp)

    assert now.plan is None
    assert open_saved(now).plan is None


def test_shaped_ceilings_are_kept_beside_the_scenario(pack: Pack, tmp_path: Path) -> None:
    less = replace(pack.ceilings[0], batas_atas=12_345_678, asumsi="Usul TAPD; belum pasti")
    mine = replace(pack, ceilings=(less, *pack.ceilings[1:]))
    assert shaped(pack, pack) is None

    made = save(tmp_path, Work(half(), ceilings=shaped(mine, pack)))

    assert open_saved(made).ceilings == mine.ceilings
    again = save(tmp_path, Work(half()), known=made.stamp)
    assert open_saved(again).ceilings is None


def test_a_wrong_ceiling_is_named_with_its_cell(tmp_path: Path, pack: Pack) -> None:
    made = save(tmp_path, Work(half(), ceilings=pack.ceilings))
    sheet = made.path.with_name("hemat.pagu.csv")
    sheet.write_text(sheet.read_text("utf-8").replace("150000000", "banyak", 1), "utf-8")

    with pytest.raises(FindingsError) as caught:
        open_saved(read_saved(made.path))

    assert caught.value.findings[0].place.cell == "D2"


def test_a_file_of_another_tab_is_never_overwritten(tmp_path: Path) -> None:
    mine = save(tmp_path, Work(half(), "Siti"))
    theirs = save(tmp_path, Work(half(), "Budi", "dari tab lain"), known=mine.stamp)
    before = mine.path.read_bytes()

    for known in (None, mine.stamp):
        with pytest.raises(ChangedError) as caught:
            save(tmp_path, Work(half(), "Siti", "versi saya"), known=known)
        assert caught.value.now == theirs
    assert mine.path.read_bytes() == before


def test_a_changed_ceiling_counts_as_a_changed_file(tmp_path: Path, pack: Pack) -> None:
    mine = save(tmp_path, Work(half(), ceilings=pack.ceilings))
    sheet = mine.path.with_name("hemat.pagu.csv")
    sheet.write_text(sheet.read_text("utf-8").replace("150000000", "140000000", 1), "utf-8")

    with pytest.raises(ChangedError):
        save(tmp_path, Work(half()), known=mine.stamp)


def test_a_deleted_file_is_not_brought_back_unasked(tmp_path: Path) -> None:
    mine = save(tmp_path, Work(half()))
    mine.path.unlink()

    with pytest.raises(ChangedError) as caught:
        save(tmp_path, Work(half()), known=mine.stamp)
    assert caught.value.now is None
    assert save(tmp_path, Work(half())).scenario == half()


def test_what_is_replaced_goes_to_the_history(tmp_path: Path, pack: Pack) -> None:
    first = save(tmp_path, Work(half(), "Siti", "pertama", ceilings=pack.ceilings))
    text = first.path.read_bytes()

    save(tmp_path, Work(Scenario(nama="hemat"), "Siti", "kedua"), known=first.stamp)

    kept = sorted((tmp_path / "skenario" / HISTORY).iterdir())
    assert [path.suffix for path in kept] == [".csv", ".yaml"]
    assert kept[1].read_bytes() == text
    assert [seen.name for seen in saved_scenarios(tmp_path)] == ["hemat"]


def test_an_unreadable_file_is_listed_with_its_reason(tmp_path: Path) -> None:
    made = save(tmp_path, Work(half(), "Siti"))
    text = made.path.read_text("utf-8").replace("pagu_faktor", "pagu_fakto")
    made.path.write_text(text, "utf-8")

    [seen] = saved_scenarios(tmp_path)

    assert seen.scenario is None
    assert "pagu_faktor" in seen.findings[0].message
    assert seen.header.author == "Siti"


def test_a_scenario_written_by_hand_has_no_header(tmp_path: Path) -> None:
    path = path_of(tmp_path, "tangan")
    path.parent.mkdir()
    path.write_text("# Skenario kami: hemat\n# [tidak: yaml\nnama: tangan\n", "utf-8")

    seen = read_saved(path)

    assert seen.header.author == ""
    assert seen.header.time is None
    assert seen.scenario == Scenario(nama="tangan")


def test_a_failing_save_leaves_what_was_there(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = save(tmp_path, Work(Scenario(), "Siti", plan=plan))
    names = {path for path in tmp_path.rglob("*") if HISTORY not in path.parts}

    def broken(*_: object) -> None:
        message = "disk penuh"
        raise OSError(message)

    monkeypatch.setattr("kla_plan.workbench.files.write_plan", broken)
    with pytest.raises(OSError, match="disk penuh"):
        save(tmp_path, Work(Scenario(), "Budi", plan=plan), known=first.stamp)

    assert read_saved(first.path) == first
    assert {path for path in tmp_path.rglob("*") if HISTORY not in path.parts} == names


def test_only_one_of_two_writers_at_once_succeeds(tmp_path: Path) -> None:
    first = save(tmp_path, Work(half()))
    outcome: list[str] = []
    ready = threading.Barrier(4)

    def write(author: str) -> None:
        ready.wait()
        try:
            save(tmp_path, Work(half(), author), known=first.stamp)
        except ChangedError:
            outcome.append("")
        else:
            outcome.append(author)

    threads = [threading.Thread(target=write, args=(f"tab {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    winners = [author for author in outcome if author]
    assert len(winners) == 1
    assert read_saved(first.path).header.author == winners[0]


def test_a_lock_left_behind_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    lock = tmp_path / ".a.yaml.kunci"
    lock.touch()
    with pytest.raises(FindingsError), alone(path, patience=0.1):
        pass

    old = time.time() - 3600

    os.utime(lock, (old, old))
    with alone(path, patience=1.0):
        assert lock.exists()
    assert not lock.exists()


@pytest.mark.parametrize("name", ["../../jahat", "a/b:c*?", "  tepi  "])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    made = save(tmp_path, Work(Scenario(nama=name)))

    assert made.path.parent == tmp_path / "skenario"


def test_a_taken_name_is_numbered(tmp_path: Path) -> None:
    save(tmp_path, Work(half()))
    save(tmp_path, Work(half("hemat 2")))

    assert free_name(tmp_path, "hemat") == "hemat 3"
    assert free_name(tmp_path, "lain") == "lain"
