"""Folders that a planner names: always below the working folder."""

from pathlib import Path

from kla_plan.findings import Finding, FindingsError, Place


def subfolder(folder: Path, name: str) -> Path:
    """Return the folder of this name below the working folder.

    Raises
    ------
    FindingsError
        If the name leads out of the working folder, or stands for the working folder itself.
    """
    base = folder.resolve()
    target = (base / name.strip().replace("\\", "/")).resolve()
    if target == base or not target.is_relative_to(base):
        raise FindingsError([_outside(name)])
    return folder / target.relative_to(base)


def _outside(name: str) -> Finding:
    return Finding(
        "KLA-R-008",
        "Hasil hanya ditulis ke subfolder di dalam folder kerja.",
        "Tulis nama subfolder saja, misalnya ekspor/rapat-maret.",
        Place(sheet="folder", file=name),
        name,
    )
