"""Names, arguments and help of the commands that advise on a plan; the work is in ``risk``.

Like :mod:`kla_plan.cli` this imports nothing heavy, so that help appears at once.
"""

import importlib
from pathlib import Path
from typing import Annotated, Any

import typer

from kla_plan.commands.arguments import Drawn, Out, Pack, Saved, Settings
from kla_plan.commands.usage import Command


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    for command in (risk, sure, robust, stable, replan, fair):
        app.command(command.__name__, cls=Command, options_metavar="[OPSI]")(command)


def _run(action: str, *arguments: Any, **options: Any) -> None:
    """Run a command by name and end the process with its exit code."""
    guarded = importlib.import_module("kla_plan.commands.outcome").guarded
    work = importlib.import_module("kla_plan.commands.risk")
    raise typer.Exit(guarded(lambda: getattr(work, action)(*arguments, **options)))


def risk(
    saved: Saved,
    out: Drawn = None,
    draws: Annotated[
        int, typer.Option("--draws", metavar="N", min=100, help="Banyaknya undian.")
    ] = 2000,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="Benih undian.")] = 20240,
) -> None:
    """Hitung peluang setiap predikat dari rencana tersimpan."""
    _run("run_risk", saved, out, draws, seed)


def sure(
    saved: Saved,
    goal: Annotated[str, typer.Option("--goal", metavar="PREDIKAT", help="Predikat atau poin.")],
    of: Annotated[int, typer.Option("--year", metavar="TAHUN", help="Tahun sasaran.")],
    out: Out,
    level: Annotated[
        float, typer.Option("--level", metavar="P", min=0.05, max=0.99, help="Peluang terkecil.")
    ] = 0.8,
    cheapest: Annotated[  # noqa: FBT002 - an option is what typer makes of it
        bool, typer.Option("--termurah", help="Cari yang termurah, bukan yang nilainya tertinggi.")
    ] = False,
) -> None:
    """Susun rencana yang mencapai sasaran dengan peluang tertentu, dan harganya."""
    _run("run_sure", saved, (goal, of), level, out, cheapest=cheapest)


def robust(
    saved: Saved,
    out: Out,
    costs: Annotated[
        int, typer.Option("--biaya", metavar="K", min=0, help="Banyaknya biaya yang melonjak.")
    ] = 0,
    jump: Annotated[
        str, typer.Option("--lonjakan", metavar="PORSI", help="Besar lonjakan, misalnya 0.2.")
    ] = "0.2",
    answers: Annotated[
        int, typer.Option("--jawaban", metavar="K", min=0, help="Banyaknya jawaban yang gagal.")
    ] = 0,
) -> None:
    """Susun rencana yang tahan terhadap keadaan terburuk, dan harganya."""
    _run("run_robust", saved, (costs, jump, answers), out)


def stable(
    saved: Saved,
    factor: Annotated[
        str, typer.Option("--pagu", metavar="FAKTOR", help="Faktor pagu baru, misalnya 1.1.")
    ],
    out: Out,
    loss: Annotated[
        float, typer.Option("--loss", metavar="PORSI", min=0, help="Kehilangan terbesar.")
    ] = 0.01,
) -> None:
    """Susun rencana untuk pagu lain yang tetap memuat rencana tersimpan."""
    _run("run_stable", saved, factor, loss, out)


def replan(
    pack: Pack,
    saved: Annotated[Path, typer.Option("--plan", metavar="DIR", help="Folder rencana lama.")],
    out: Out,
    settings: Settings = None,
    most: Annotated[
        int | None,
        typer.Option("--max-changes", metavar="N", min=0, help="Perubahan paling banyak."),
    ] = None,
    loss: Annotated[
        float | None,
        typer.Option(
            "--loss",
            metavar="PORSI",
            min=0,
            help="Sesedikit mungkin perubahan, dengan kehilangan paling banyak sekian.",
        ),
    ] = None,
) -> None:
    """Susun ulang rencana dari realisasi dan lembar skor baru, beserta sebab perubahannya."""
    _run("run_replan", saved, pack, settings or (), (most, loss), out)


def fair(
    saved: Saved,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KUNCI=NILAI",
            help="Aturan keadilan; boleh berulang, "
            "misalnya maks_porsi_opd=0.3. Kosong: aturan usulan.",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Folder tabel harga.")
    ] = None,
) -> None:
    """Hitung harga setiap aturan keadilan."""
    _run("run_fair", saved, settings or (), out)
