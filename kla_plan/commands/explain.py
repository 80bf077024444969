"""Names, arguments and help of the commands that explain; the work is in ``explaining``.

Like :mod:`kla_plan.cli` this imports nothing heavy, so that help appears at once.
"""

import importlib
from enum import StrEnum
from typing import Annotated, Any

import typer

from kla_plan.commands.arguments import Drawn, Pack, Saved, Scenario, Settings
from kla_plan.commands.usage import Command


class What(StrEnum):
    """What can be explained about a saved plan."""

    PRICES = "aturan"
    MONEY = "uang"
    WORTH = "nilai"
    ALTERNATIVES = "pilihan"
    FRONTIER = "predikat"
    ACTIVITY = "kegiatan"


Seconds = Annotated[
    float, typer.Option("--seconds", metavar="DETIK", min=1, help="Waktu untuk semua perhitungan.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    for command in (explain, why):
        app.command(command.__name__, cls=Command, options_metavar="[OPSI]")(command)


def _run(action: str, *arguments: Any) -> None:
    """Run a command by name and end the process with its exit code."""
    guarded = importlib.import_module("kla_plan.commands.outcome").guarded
    work = importlib.import_module("kla_plan.commands.explaining")
    raise typer.Exit(guarded(lambda: getattr(work, action)(*arguments)))


def explain(
    saved: Saved,
    what: Annotated[
        What,
        typer.Option(
            "--what",
            metavar="HAL",
            help="aturan: harga setiap aturan; uang: nilai tambahan uang; nilai: nilai setiap "
            "kegiatan; pilihan: rencana lain yang hampir sama baiknya; predikat: biaya dan tahun "
            "setiap predikat; kegiatan: mengapa satu kegiatan (tidak) didanai.",
        ),
    ] = What.PRICES,
    activity: Annotated[
        str,
        typer.Option("--activity", metavar="KODE", help="Kode, untuk --what kegiatan."),
    ] = "",
    seconds: Seconds = 60,
    out: Drawn = None,
) -> None:
    """Jelaskan rencana tersimpan: harga aturan, nilai uang, pilihan lain, biaya predikat."""
    _run("run_explain", saved, str(what), activity, seconds, out)


def why(
    pack: Pack,
    scenario: Scenario = "",
    settings: Settings = None,
    seconds: Seconds = 30,
    out: Drawn = None,
) -> None:
    """Jelaskan mengapa sebuah skenario mustahil, dan perubahan termurah yang membuatnya mungkin."""
    _run("run_why", pack, scenario, settings or (), seconds, out)
