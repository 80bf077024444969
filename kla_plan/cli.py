"""The command line ``kla-plan``: names, arguments and help; the work is done in ``commands``.

Everything heavy is imported inside the commands, so that help appears at once.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from kla_plan.commands import advice, explain
from kla_plan.commands.arguments import Out, Pack, Saved, Scenario, Settings
from kla_plan.commands.usage import Command, Group, mistake, speak_indonesian

app = typer.Typer(
    cls=Group,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    options_metavar="[OPSI]",
    subcommand_metavar="PERINTAH [MASUKAN]...",
    context_settings={"help_option_names": ["--help", "-h"]},
    help="Menyusun Rencana Aksi Daerah Kota/Kabupaten Layak Anak dari lembar penilaian.",
)


def _run(action: Callable[[], int | None]) -> None:
    """End the process with the exit code of what was done."""
    from kla_plan.commands.outcome import guarded

    raise typer.Exit(guarded(action))


@app.command("check", cls=Command, options_metavar="[OPSI]")
def check(
    pack: Pack,
    as_json: Annotated[bool, typer.Option("--json", help="Tulis laporan sebagai JSON.")] = False,
) -> None:
    """Periksa seluruh paket sekaligus."""
    from kla_plan.commands.packs import run_check

    _run(lambda: run_check(pack, as_machine=as_json))


@app.command("gap", cls=Command, options_metavar="[OPSI]")
def gap(pack: Pack, out: Out, scenario: Scenario = "") -> None:
    """Hitung kesenjangan dan cocokkan kegiatan calonnya."""
    from kla_plan.commands.packs import run_gap

    _run(lambda: run_gap(pack, scenario, out))


@app.command("plan", cls=Command, options_metavar="[OPSI]")
def plan(pack: Pack, out: Out, scenario: Scenario = "", settings: Settings = None) -> None:
    """Cari rencana terbaik dan simpan."""
    from kla_plan.commands.plans import run_plan

    _run(lambda: run_plan(pack, scenario, settings or (), out))


@app.command("draft", cls=Command, options_metavar="[OPSI]")
def draft(pack: Pack, out: Out, scenario: Scenario = "", settings: Settings = None) -> None:
    """Susun rencana, notebook, matriks, dan naskah RAD KLA (pekerjaan utama)."""
    from kla_plan.commands.draft import run_draft

    _run(lambda: run_draft(pack, scenario, settings or (), out))


@app.command("year", cls=Command, options_metavar="[OPSI]")
def year(
    pack: Pack,
    saved: Annotated[Path, typer.Option("--plan", metavar="DIR", help="Folder rencana tersimpan.")],
    of: Annotated[int, typer.Option("--year", metavar="TAHUN", help="Tahun yang dirinci.")],
    out: Out,
) -> None:
    """Susun rencana tahunan dari rencana tersimpan."""
    from kla_plan.commands.year import run_year

    _run(lambda: run_year(pack, saved, of, out))


@app.command("papers", cls=Command, options_metavar="[OPSI]")
def papers(
    saved: Saved,
    out: Out,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="BERKAS", help="Hanya berkas ini; boleh berulang."),
    ] = None,
    pack: Annotated[
        str,
        typer.Option(
            "--pack", metavar="PAKET", help="Paket terkini: realisasi, bukti, dan dokumen rencana."
        ),
    ] = "",
    day: Annotated[
        str,
        typer.Option("--day", metavar="TANGGAL", help="Tanggal berkas, untuk menilai tenggat."),
    ] = "",
) -> None:
    """Susun semua berkas gugus tugas dari rencana tersimpan."""
    from kla_plan.commands.papers import run_papers

    _run(lambda: run_papers(saved, only or (), pack, day, out))


@app.command("feedback", cls=Command, options_metavar="[OPSI]")
def feedback(
    pack: Pack,
    forms: Annotated[
        list[Path], typer.Argument(metavar="F.xlsx", help="Buku kerja yang dikembalikan OPD.")
    ],
    out: Out,
    saved: Annotated[
        Path | None,
        typer.Option("--plan", metavar="DIR", help="Rencana tersimpan asal formulirnya."),
    ] = None,
) -> None:
    """Baca usulan OPD menjadi paket baru dan daftar perubahan."""
    from kla_plan.commands.feedback import run_feedback

    _run(lambda: run_feedback(pack, forms, saved, out))


@app.command("evidence", cls=Command, options_metavar="[OPSI]")
def evidence(
    pack: Pack,
    tracker: Annotated[
        Path, typer.Argument(metavar="PELACAK.xlsx", help="Pelacak data dukung yang sudah diisi.")
    ],
    out: Out,
) -> None:
    """Masukkan pelacak data dukung yang kembali ke paket baru."""
    from kla_plan.commands.papers import run_evidence

    _run(lambda: run_evidence(pack, tracker, out))


@app.command("verify", cls=Command, options_metavar="[OPSI]")
def verify(saved: Saved) -> None:
    """Periksa ulang rencana tersimpan terhadap paketnya, tanpa pengoptimal."""
    from kla_plan.commands.results import run_verify

    _run(lambda: run_verify(saved))


@app.command("compare", cls=Command, options_metavar="[OPSI]")
def compare(
    saved: Annotated[
        list[Path], typer.Argument(metavar="DIR", help="Folder-folder rencana tersimpan.")
    ],
    out: Out = Path("perbandingan"),
) -> None:
    """Bandingkan beberapa rencana berdampingan."""
    from kla_plan.commands.results import run_compare

    _run(lambda: run_compare(saved, out))


@app.command("sweep", cls=Command, options_metavar="[OPSI]")
def sweep(
    packs: Annotated[list[str], typer.Argument(metavar="PAKET", help="Paket-paket.")],
    scenarios: Annotated[
        list[str] | None,
        typer.Option("--scenario", metavar="F", help="Skenario; boleh berulang. Kosong: semua."),
    ] = None,
    out: Out = Path("sapuan"),
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", help="Jumlah proses sekaligus.")
    ] = None,
) -> None:
    """Jalankan banyak paket dan skenario; yang sudah ada tidak diulang."""
    from kla_plan.commands.results import run_sweep

    _run(lambda: run_sweep(packs, scenarios or (), out, workers))


@app.command("workbook", cls=Command, options_metavar="[OPSI]")
def workbook(
    pack: Pack,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="F.xlsx", help="Berkas keluaran.")],
) -> None:
    """Buat buku kerja Excel dari paket."""
    from kla_plan.commands.packs import run_workbook

    _run(lambda: run_workbook(pack, out))


@app.command("unpack", cls=Command, options_metavar="[OPSI]")
def unpack(
    book: Annotated[Path, typer.Argument(metavar="F.xlsx", help="Buku kerja paket.")],
    out: Annotated[Path, typer.Argument(metavar="DIR", help="Folder paket yang dibuat.")],
) -> None:
    """Urai buku kerja menjadi folder paket."""
    from kla_plan.commands.packs import run_unpack

    _run(lambda: run_unpack(book, out))


@app.command("new", cls=Command, options_metavar="[OPSI]")
def new(out: Annotated[Path, typer.Argument(metavar="DIR", help="Folder yang dibuat.")]) -> None:
    """Buat folder kerja baru dari templat."""
    from kla_plan.commands.packs import run_new

    _run(lambda: run_new(out))


@app.command("lab", cls=Command, options_metavar="[OPSI]")
def lab(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder kerja.")] = Path(),
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Buka peramban.")] = True,
    voila: Annotated[bool, typer.Option("--voila", help="Halaman tanpa kode (Voilà).")] = False,
) -> None:
    """Buka meja kerja di JupyterLab, atau sebagai halaman tanpa kode."""
    from kla_plan.commands.lab import run_lab

    _run(lambda: run_lab(folder, browser=browser, voila=voila))


advice.register(app)
explain.register(app)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and end the process with its exit code.

    Parameters
    ----------
    arguments
        Words after the program's name; by default those of this process.
    """
    from kla_plan.commands.screen import tell, use_utf8

    use_utf8()
    speak_indonesian()
    try:
        code = app(arguments, prog_name="kla-plan", standalone_mode=False)
    except TyperException as error:
        names = [command.name or "" for command in app.registered_commands]
        if words := mistake(error, names):
            tell(words)
            tell("Lihat kla-plan --help atau kla-plan PERINTAH --help.")
        code = 2
    sys.exit(code or 0)


if __name__ == "__main__":
    main()
