"""Excel's clipboard: what a copied block of cells looks like to another program."""

from collections.abc import Sequence
from html import escape

from playwright.sync_api import Page

#: The start of what Excel 365 puts on the clipboard as HTML.
_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\,"; mso-displayed-thousand-separator:"\\.";}
.xl65 {mso-number-format:"\\#\\,\\#\\#0"; text-align:right;} --></style></head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=448 style='border-collapse:collapse'>
<!--StartFragment-->"""
_FOOT = "<!--EndFragment--></table></body></html>"
_WRITE = """
async ([html, plain]) => navigator.clipboard.write([new ClipboardItem({
  "text/html": new Blob([html], {type: "text/html"}),
  "text/plain": new Blob([plain], {type: "text/plain"}),
})])
"""


def html_of(cells: Sequence[Sequence[str]]) -> str:
    """Return a block of cells as Excel's HTML."""
    rows = "\n".join(
        "<tr height=20 style='height:15.0pt'>"
        + "".join(f"<td class=xl65 align=right>{escape(cell)}</td>" for cell in row)
        + "</tr>"
        for row in cells
    )
    return f"{_HEAD}\n{rows}\n{_FOOT}"


def plain_of(cells: Sequence[Sequence[str]]) -> str:
    """Return a block of cells as Excel's text: tabs, and a line break after every row."""
    return "".join("\t".join(row) + "\r\n" for row in cells)


def copy_from_excel(page: Page, cells: Sequence[Sequence[str]]) -> None:
    """Put a block of cells on the clipboard as Excel does."""
    page.evaluate(_WRITE, [html_of(cells), plain_of(cells)])


def paste(page: Page) -> None:
    """Press Ctrl-V where the focus is: the browser makes the paste event."""
    page.keyboard.press("ControlOrMeta+V")
