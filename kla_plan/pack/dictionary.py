"""What a column means, in words: one wording for notes in the workbook and for the docs."""

from typing import Final

from kla_plan.indonesian import number
from kla_plan.schema import Column, Kind

#: How a value of each kind is written.
HOW_TO_WRITE: Final = {
    Kind.CODE: "Tulis persis seperti di lembar asalnya; sel berformat Text.",
    Kind.TEXT: "Teks bebas.",
    Kind.CHOICE: "Pilih dari daftar.",
    Kind.YEAR: "Empat angka, misalnya 2026.",
    Kind.INTEGER: "Bilangan bulat.",
    Kind.RUPIAH: "Rupiah penuh tanpa desimal, misalnya 250000000.",
    Kind.NUMBER: "Bilangan; tanpa pemisah ribuan.",
    Kind.FLAG: "ya atau tidak.",
    Kind.DATE: "Tanggal, misalnya 2026-03-31 atau 31 Maret 2026.",
    Kind.CODES: "Beberapa kode dipisah titik koma, misalnya Dinkes;Dinsos.",
    Kind.SCALE: "Pecahan menaik dipisah titik koma, berakhir 1, misalnya 0.5;1 atau 1/3;2/3;1.",
}


def needed(column: Column) -> str:
    """Return whether a column must be filled, in one word or two."""
    if column.required:
        return "wajib"
    return "kunci, boleh kosong" if column.key else "pilihan"


def bounds(column: Column) -> str:
    """Return the bounds of a number, or an empty text."""
    low = "" if column.minimum is None else f"paling kecil {number(column.minimum)}"
    high = "" if column.maximum is None else f"paling besar {number(column.maximum)}"
    return ", ".join(filter(None, (low, high)))


def empty_means(column: Column) -> str:
    """Return what an empty cell stands for, or an empty text."""
    return f"kosong berarti {column.default}" if column.default else ""


def note(column: Column) -> str:
    """Return the note of a column as shown over its heading."""
    lines = [
        f"{column.name} ({needed(column)})",
        column.about,
        HOW_TO_WRITE[column.kind],
        f"Satuan: {column.unit}." if column.unit else "",
        f"Pilihan: {', '.join(column.choices)}." if column.choices else "",
        f"Merujuk lembar {column.refers}." if column.refers else "",
        f"Batas: {bounds(column)}." if bounds(column) else "",
        f"Bila {empty_means(column)}." if empty_means(column) else "",
    ]
    return "\n".join(filter(None, lines))


def dictionary_row(column: Column) -> tuple[str, ...]:
    """Return a column as a row of the data dictionary, in the order of :data:`HEADINGS`."""
    details = filter(None, (", ".join(column.choices), bounds(column), empty_means(column)))
    refers = f"lembar {column.refers}" if column.refers else ""
    return (
        column.name,
        needed(column),
        str(column.kind),
        column.unit,
        column.about,
        "; ".join(details),
        refers,
    )


#: Headings of the data dictionary.
HEADINGS: Final = ("kolom", "isian", "jenis", "satuan", "arti", "pilihan, batas, baku", "merujuk")
