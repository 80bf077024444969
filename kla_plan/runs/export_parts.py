"""What an export can be asked for, and what it answers."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Part(StrEnum):
    """What can be asked for."""

    RAD = "rad"
    MATRIX = "matriks"
    YEARS = "tahunan"
    PAPERS = "berkas"
    PICTURES = "gambar"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes
    ----------
    files
        Paths, in the order of the parts.
    notes
        What could not be made and what to do about it, in Indonesian.
    stopped
        Whether the planner stopped it; the parts finished by then are in ``files``.
    """

    folder: Path
    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()
    stopped: bool = False
