"""Where the shipped data, templates and notebooks are.

In a checkout they stand at the top level, where people look for them; in an installed wheel
they travel inside the package as ``kla_plan/bundled``.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "bundled"


def root() -> Path:
    """Return the folder that holds ``data/``, ``templates/`` and ``notebooks/``.

    Raises
    ------
    FileNotFoundError
        If the installation is incomplete.
    """
    for folder in (_BUNDLED, _PACKAGE.parent):
        if (folder / "data" / "instrumen").is_dir():
            return folder
    message = f"Data bawaan kla-plan tidak ditemukan di {_BUNDLED}; pasang ulang kla-plan."
    raise FileNotFoundError(message)


def instruments() -> Path:
    """Return the folder of shipped instruments, one subfolder per evaluation year."""
    return root() / "data" / "instrumen"


def catalogue() -> Path:
    """Return the folder of the shared activity catalogue."""
    return root() / "data" / "katalog"


def regions() -> Path:
    """Return the folder of shipped city packs."""
    return root() / "data" / "daerah"


def templates() -> Path:
    """Return the folder of document templates."""
    return root() / "templates"


def notebooks() -> Path:
    """Return the folder of parameterised notebooks."""
    return root() / "notebooks"
