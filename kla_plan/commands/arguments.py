"""Arguments and options that several commands share, with their help."""

from pathlib import Path
from typing import Annotated

import typer

Pack = Annotated[
    str,
    typer.Argument(metavar="PAKET", help="Folder paket, berkas .xlsx, atau nama paket bawaan."),
]
Scenario = Annotated[
    str, typer.Option("--scenario", metavar="F", help="Nama skenario paket, atau berkas YAML.")
]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KUNCI=NILAI", help="Ubah satu kunci skenario; boleh berulang."),
]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder keluaran.")]
Saved = Annotated[Path, typer.Argument(metavar="DIR", help="Folder rencana tersimpan.")]
Drawn = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Folder tabel dan grafik.")
]
