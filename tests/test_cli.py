"""The command line: what it writes, what it says, and the exit codes of the contract."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from support.tiny import PROFIL, TABLES, save_tiny_plan, with_rows, write_tiny

import kla_plan
from kla_plan import resources
from kla_plan.cli import main
from kla_plan.commands import lab
from kla_plan.pack.read import load_pack
from kla_plan.plan.files import load_plan
from kla_plan.plan.verify import verify_folder

type Said = tuple[int, str, str]


@pytest.fixture
def contoh(tmp_path: Path) -> Path:
    return write_tiny(tmp_path / "contoh")


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_plan(tmp_path_factory.mktemp("cli"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def call(*words: object) -> Said:
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return call


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "kla_plan.cli", *(str(word) for word in words)]


def environment() -> dict[str, str]:
    package = str(Path(kla_plan.__file__).resolve().parent.parent)
    paths = filter(None, (package, os.environ.get("PYTHONPATH", "")))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "cp1252"}


def test_help_is_indonesian_and_lists_the_commands(run) -> None:
    code, out, _ = run("--help")

    assert code == 0
    for word in ("Pemakaian:", "Perintah", "Opsi", "Tampilkan bantuan ini."):
        assert word in out
    for name in ("check", "gap", "plan", "draft", "year", "verify", "compare", "sweep",
                 "workbook", "unpack", "new", "lab"):  # fmt: skip
        assert re.search(rf"^\W*{name}\b", out, re.MULTILINE), name
    assert not re.search(r"\b(Usage|Options|Commands|Show this message)\b", out)


@pytest.mark.parametrize(
    "name", ["check", "gap", "plan", "draft", "year", "verify", "compare", "sweep", "workbook",
             "unpack", "new", "lab"],
)  # fmt: skip
def test_help_of_every_command_is_indonesian(run, name: str) -> None:
    code, out, _ = run(name, "--help")

    assert code == 0
    assert "Pemakaian: kla-plan" in out
    assert not re.search(r"\b(Usage|Options|Arguments|required|default)\b", out)
    assert not re.search(r"<\w+|list\[", out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["plna"], 'Perintah plna tidak dikenal. Apakah maksud Anda "plan"?'),
        (["plan", "x", "--ot", "y"], "Opsi --ot tidak dikenal."),
        (["plan", "x"], "--out wajib diisi."),
        (["verify"], "DIR wajib diisi."),
        (["year", "x", "--plan", "y", "--year", "dua", "--out", "z"],
         "Nilai --year harus bilangan bulat."),
        (["plan", "x", "--out"], "Opsi --out memerlukan nilai."),
        (["new", "a", "b"], "Ada masukan yang berlebih"),
    ],
)  # fmt: skip
def test_mistakes_in_typing_are_usage_errors(run, words: list[str], said: str) -> None:
    code, _, err = run(*words)

    assert code == 2
    assert said in err


def test_no_words_at_all_shows_the_help(run) -> None:
    code, out, err = run()

    assert code == 2
    assert "Perintah" in out + err


def test_check_of_a_good_pack(run, contoh: Path) -> None:
    code, out, _ = run("check", contoh)

    assert code == 0
    assert "dapat dipakai" in out
    assert "1 dari 5 jawaban masih berupa asumsi." in out


def test_check_of_a_bad_pack_reports_everything_at_once(run, tmp_path: Path) -> None:
    rows = [{**row, "poin": 99} if row["pertanyaan"] in {"P1.1", "P2.1"} else row
            for row in TABLES["jawaban"]]  # fmt: skip
    pack = write_tiny(tmp_path / "contoh", with_rows("jawaban", rows))

    code, out, _ = run("check", pack)
    machine_code, text, _ = run("check", pack, "--json")

    found = json.loads(text)
    assert (code, machine_code) == (3, 3)
    assert found["galat"] == len(found["temuan"]) >= 2
    assert {"B2", "B4"} <= {row["sel"] for row in found["temuan"]}
    assert found["temuan"][0]["kode"] in out
    assert "Saran:" in out


def test_a_pack_that_is_not_there_is_a_usage_error(run, tmp_path: Path) -> None:
    code, _, err = run("gap", "ogan-ilr", "--out", tmp_path / "hasil")

    assert code == 2
    assert 'Apakah maksud Anda "ogan-ilir"?' in err


def test_gap_writes_both_tables(run, contoh: Path, tmp_path: Path) -> None:
    code, out, _ = run("gap", contoh, "--out", tmp_path / "hasil")

    assert code == 0
    assert {path.name for path in (tmp_path / "hasil").iterdir()} == {
        "kesenjangan.csv", "kandidat.csv",
    }  # fmt: skip
    assert "Kota Contoh" in out


def test_plan_writes_a_plan_that_holds_and_says_what_it_is_worth(
    run, contoh: Path, tmp_path: Path
) -> None:
    target = tmp_path / "hasil"

    code, out, err = run("plan", contoh, "--out", target)

    assert code == 0
    assert verify_folder(target) == ()
    assert "Rp357.575.200" in out
    assert "terbukti terbaik" in out
    assert "poin termurah dahulu" in out
    assert "Mencari rencana terbaik" in err
    assert "Skenario bawaan, karena tidak ada berkas dasar.yaml" in err


def test_settings_reach_the_plan(run, contoh: Path, tmp_path: Path) -> None:
    settings = ["--set", "pagu_faktor=0.5", "--set", "bobot_tahun.2028=4"]

    code, _, _ = run("plan", contoh, "--out", tmp_path / "hasil", *settings)

    plan = load_plan(tmp_path / "hasil")
    assert code == 0
    assert float(plan.scenario.pagu_faktor) == 0.5
    assert plan.scenario.weight(2028) == 4


def test_an_earlier_plan_is_replaced_and_a_foreign_folder_is_not(
    run, contoh: Path, tmp_path: Path
) -> None:
    target = tmp_path / "hasil"
    assert run("plan", contoh, "--out", target)[0] == 0
    (target / "catatan.txt").write_text("lama")
    assert run("plan", contoh, "--out", target)[0] == 0
    assert not (target / "catatan.txt").exists()

    code, _, err = run("plan", contoh, "--out", contoh)

    assert code == 2
    assert "KLA-R-001" in err
    assert load_pack(contoh).profile.name == "Contoh"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--set", "targt=[]"], 'Apakah maksud Anda "target"?'),
        (["--set", "pagu_faktor"], "kunci=nilai"),
        (["--scenario", "tidak-ada"], "tidak ditemukan"),
    ],
)
def test_wrong_scenario_words_are_usage_errors(
    run, contoh: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    code, _, err = run("plan", contoh, "--out", tmp_path / "hasil", *words)

    assert code == 2
    assert said in err
    assert not (tmp_path / "hasil").exists()


def test_bad_data_stop_a_plan_with_3(run, tmp_path: Path) -> None:
    profil = {**PROFIL, "tahun_akhir": "2020"}
    pack = write_tiny(tmp_path / "contoh", profil=profil)

    code, _, err = run("plan", pack, "--out", tmp_path / "hasil")

    assert code == 3
    assert "KLA-" in err


def test_an_unreachable_target_ends_with_4_and_the_reason(
    run, contoh: Path, tmp_path: Path
) -> None:
    target = ["--set", "target=[{tahun: 2026, poin: 19}]"]

    code, _, err = run("plan", contoh, "--out", tmp_path / "hasil", *target)

    assert code == 4
    assert "KLA-T-" in err
    assert "Perubahan terkecil" in err
    assert "Aturan berikut tidak dapat dipenuhi bersama-sama (" in err
    assert "Perubahan tunggal terkecil: " in err
    assert "Gabungan perubahan termurah: " in err
    assert not (tmp_path / "hasil").exists()


@pytest.mark.slow
def test_however_slow_the_machine_there_is_at_least_the_simple_plan(run, tmp_path: Path) -> None:
    hurry = ["--set", "pemecah.batas_detik=0.01", "--set", "pemecah.celah=0"]

    code, _, _ = run("plan", "ogan-ilir", "--out", tmp_path / "hasil", *hurry)

    assert code == 0
    assert load_plan(tmp_path / "hasil").proof.status == "time_limit"


@pytest.mark.slow
def test_no_plan_in_time_ends_with_5(run, tmp_path: Path) -> None:
    # The greedy plan misses this target, so the solver has nothing to begin from.
    target = ["--set", "target=[{tahun: 2030, poin: 970}]"]
    hurry = [*target, "--set", "pemecah.batas_detik=0.01", "--set", "pemecah.celah=0"]

    code, _, err = run("plan", "ogan-ilir", "--out", tmp_path / "hasil", *hurry)

    assert code == 5
    assert "pemecah.batas_detik" in err
    assert not (tmp_path / "hasil").exists()


def test_verify_tells_a_good_plan_from_a_forged_one(run, contoh: Path, tmp_path: Path) -> None:
    target = tmp_path / "hasil"
    run("plan", contoh, "--out", target)
    good, praise, _ = run("verify", target)
    spending = target / "belanja.csv"
    text = spending.read_text(encoding="utf-8")
    spending.write_text(text.replace("000\n", "001\n", 1), encoding="utf-8")

    bad, blame, _ = run("verify", target)

    assert (good, bad) == (0, 3)
    assert "lolos pemeriksaan ulang" in praise
    assert "TIDAK lolos" in blame


def test_verify_of_no_plan_is_a_usage_error(run, tmp_path: Path) -> None:
    code, _, err = run("verify", tmp_path)

    assert code == 2
    assert "KLA-R-004" in err


def test_compare_writes_page_workbook_chart_and_table(run, saved: Path, tmp_path: Path) -> None:
    code, out, _ = run("compare", saved, saved, "--out", tmp_path / "banding")

    assert code == 0
    made = {path.suffix for path in (tmp_path / "banding").iterdir()}
    assert made == {".html", ".xlsx", ".csv", ".png"}
    assert "Rp357.575.200" in out


def test_a_broken_template_is_told_before_anything_is_solved(
    run, contoh: Path, tmp_path: Path
) -> None:
    (contoh / "templat").mkdir()
    (contoh / "templat" / "rad_kla.docx").write_text("bukan Word")

    code, _, err = run("draft", contoh, "--out", tmp_path / "hasil")

    assert code == 3
    assert f"Templat naskah: {contoh / 'templat' / 'rad_kla.docx'}" in err
    assert "KLA-N-006" in err
    assert "Mencari rencana terbaik" not in err
    assert not (tmp_path / "hasil").exists()


@pytest.mark.slow
def test_year_writes_its_papers_and_warns_of_a_changed_pack(
    run, saved: Path, contoh: Path, tmp_path: Path
) -> None:
    profil = {**PROFIL, "ibu_kota": "Baru"}
    changed = write_tiny(tmp_path / "berubah", profil=profil)
    words = ["--plan", saved, "--year", "2027", "--out", tmp_path / "tahun"]

    code, out, err = run("year", changed, *words)

    assert code == 0
    assert "rencana_2027.docx" in out
    assert "Paket sudah berubah" in err
    assert "Templat naskah" not in err


def test_year_refuses_another_region_and_another_time(run, saved: Path, contoh: Path) -> None:
    words = ["--plan", saved, "--out", saved.parent / "tahun"]

    other = run("year", "ogan-ilir", *words, "--year", "2027")
    late = run("year", contoh, *words, "--year", "2035")

    assert (other[0], late[0]) == (2, 2)
    assert "bukan Kabupaten Ogan Ilir" in other[2]
    assert "2026 sampai 2028" in late[2]


def test_workbook_and_back(run, contoh: Path, tmp_path: Path) -> None:
    book, folder = tmp_path / "contoh.xlsx", tmp_path / "kembali"

    code, out, _ = run("workbook", contoh, "-o", book)
    assert code == 0
    assert f"dibaca dari {tmp_path / 'skenario'}" in out
    assert run("unpack", book, folder)[0] == 0
    assert (folder / "skenario" / "dasar.yaml").is_file()
    assert load_pack(folder).start_score() == load_pack(contoh).start_score()
    assert run("workbook", contoh, "-o", book)[0] == 2


def test_new_makes_a_folder_and_says_what_to_do(run, tmp_path: Path) -> None:
    code, out, _ = run("new", tmp_path / "kerja")

    assert code == 0
    assert (tmp_path / "kerja" / "profil.csv").is_file()
    assert "kla-plan check" in out


@pytest.mark.slow
def test_sweep_says_each_result_and_skips_the_known(run, contoh: Path, tmp_path: Path) -> None:
    words = ["sweep", contoh, "--out", tmp_path / "toko", "--workers", "1"]

    first, again = run(*words), run(*words)

    assert (first[0], again[0]) == (0, 0)
    assert "Rp357.575.200" in first[1]
    assert "(sudah ada)" in again[1]
    assert run("sweep", tmp_path / "tak-ada", "--out", tmp_path / "toko")[0] == 2


def test_lab_prepares_a_folder_and_asks_for_no_news(tmp_path: Path) -> None:
    folder = lab.prepare(tmp_path)
    (folder / "01_kesenjangan.ipynb").write_text("milik perencana")
    lab.prepare(tmp_path)
    words = lab.command(tmp_path, browser=False)

    assert (folder / "01_kesenjangan.ipynb").read_text() == "milik perencana"
    assert (folder / "05_rencana_tahunan.ipynb").is_file()
    assert "--no-browser" in words
    assert "--ServerApp.log_level=ERROR" in words
    place = next(word.partition("=")[2] for word in words if "app_settings_dir" in word)
    assert '"fetchNews": "false"' in (Path(place) / "overrides.json").read_text(encoding="utf-8")


def test_lab_notebooks_take_the_pack_of_their_folder(contoh: Path, tmp_path: Path) -> None:
    folder = lab.prepare(contoh)
    for path in sorted(folder.glob("*.ipynb")):
        mine, shipped = (
            [("".join(cell["source"]), cell["metadata"]) for cell in json.loads(text)["cells"]]
            for text in (
                path.read_text(encoding="utf-8"),
                (resources.notebooks() / path.name).read_text(encoding="utf-8"),
            )
        )
        assert [pair for pair in mine if pair not in shipped] == [
            (re.sub('^paket = "[^"]*"', 'paket = ".."', source, flags=re.MULTILINE), metadata)
            for source, metadata in shipped
            if "parameters" in metadata.get("tags", ())
        ]
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "kota saya.xlsx").touch()
    assert lab.pack_seen_from(tmp_path / "lain") == "../kota saya.xlsx"
    (tmp_path / "lain" / "lagi.xlsx").touch()
    assert lab.pack_seen_from(tmp_path / "lain") == ""


def test_lab_takes_another_port_where_the_usual_one_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        wanted = taken.getsockname()[1]
        assert lab.free_port(wanted) != wanted
    assert lab.address(8890, "abc").startswith("http://localhost:8890/lab/tree/notebook/00_")


def test_an_unexpected_error_shows_no_traceback(
    run, contoh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KLA_PLAN_DEBUG", raising=False)

    def broken(*_: object, **__: object) -> int:
        message = "nol"
        raise ZeroDivisionError(message)

    monkeypatch.setattr("kla_plan.commands.packs.run_check", broken)

    code, _, err = run("check", contoh)

    assert code == 1
    assert "ZeroDivisionError: nol" in err
    assert "Traceback" not in err


@pytest.mark.slow
def test_as_a_process_the_output_is_utf8_on_any_code_page(tmp_path: Path) -> None:
    target = tmp_path / "hasil baru" / "gap"

    done = subprocess.run(
        command("gap", "ogan-ilir", "--out", target),
        capture_output=True, env=environment(), cwd=tmp_path, timeout=120, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "Klaster I — Hak Sipil" in done.stdout.decode("utf-8")
    assert (target / "kandidat.csv").is_file()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent the POSIX way")
def test_ctrl_c_keeps_the_best_plan_so_far_honestly_labelled(tmp_path: Path) -> None:
    patient = ["--set", "pemecah.celah=0", "--set", "pemecah.batas_detik=300"]
    target = tmp_path / "hasil"
    with subprocess.Popen(
        command("plan", "ogan-ilir", "--out", target, *patient),
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(), text=True,
        encoding="utf-8",
    ) as process:  # fmt: skip
        assert process.stderr is not None
        for line in process.stderr:
            if "rencana terbaik sejauh ini" in line:
                process.send_signal(signal.SIGINT)
                break
        out, _ = process.communicate(timeout=120)

    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    assert process.returncode == 0
    assert manifest["status"] == "time_limit"
    assert manifest["gap"] > 0
    assert "dihentikan" in out
    assert verify_folder(target) == ()
