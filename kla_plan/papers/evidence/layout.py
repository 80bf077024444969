"""The sheets of a tracker and their headings: what is written is what is read back."""

from typing import Final

#: Sheets: the pieces, new ones, and (hidden) the pieces as they were handed out.
PIECES, ADDED, ORIGINAL = "pelacak", "bukti_baru", "asal"
#: Heading in the sheet of each column of the table ``bukti`` that the tracker carries.
HEADINGS: Final[dict[str, str]] = {
    "pertanyaan": "Pertanyaan",
    "bukti": "Kode bukti",
    "uraian": "Bukti yang diperlukan",
    "pemegang": "Pemegang ditetapkan",
    "wilayah": "Kode wilayah",
    "status": "Status",
    "tenggat": "Tenggat khusus",
    "keterangan": "Tautan atau catatan",
}
#: Columns of ``bukti`` that a planner changes in the sheet of pieces.
ENTRIES: Final = ("uraian", "pemegang", "status", "tenggat", "keterangan")
#: Further headings of the hidden sheet: where the piece comes from, code of the region.
ORIGIN, REGION = "Asal", "Daerah"
