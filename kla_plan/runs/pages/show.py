"""``show`` a table, draw a ``chart``, ``say`` a sentence: the three things a notebook cell does."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
from IPython.display import HTML, Image, Markdown
from matplotlib.figure import Figure

from kla_plan.indonesian import number
from kla_plan.report.charts import png
from kla_plan.runs.pages.headings import UNBROKEN, heading, numeric, written

#: Style of the cells and of the headings of a table.
CELL = "padding:3px 10px;vertical-align:top;border-bottom:1px solid #e3e3e3"
HEAD = "white-space:normal;padding:4px 10px;vertical-align:bottom;border-bottom:2px solid #555"
_EMPTY = "Tidak ada baris untuk ditampilkan."


def say(*paragraphs: str | Iterable[str]) -> Markdown:
    """Return sentences as text: one paragraph each; a list of sentences becomes bullet points."""
    parts = [
        part if isinstance(part, str) else "\n".join(f"- {line}" for line in part)
        for part in paragraphs
    ]
    return Markdown("\n\n".join(part for part in parts if part))


def show(
    table: pd.DataFrame,
    *columns: str | int,
    top: int | None = None,
    headings: Mapping[str, str] | None = None,
) -> HTML:
    """Return a table with Indonesian headings and numbers.

    Parameters
    ----------
    columns
        Columns to show, in order; all without any. One text may name several: ``"nama poin"``.
    top
        Show the first so many rows and say how many there are.
    headings
        Headings that differ from the usual ones.
    """
    if table.empty:
        return HTML(f"<p><em>{_EMPTY}</em></p>")
    chosen: Sequence[Any] = _names(columns) or list(table.columns)
    part = (table if top is None else table.head(top))[list(chosen)].astype(object)
    names = [(headings or {}).get(str(column), heading(column)) for column in chosen]
    styles = [_style(column, list(part[column])) for column in chosen]
    head = "".join(
        f'<th style="{style};{HEAD}">{escape(name)}</th>'
        for name, style in zip(names, styles, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="{style};{CELL}">{escape(written(column, value))}</td>'
            for column, value, style in zip(chosen, row, styles, strict=True)
        )
        + "</tr>"
        for row in part.itertuples(index=False, name=None)
    )
    return HTML(
        '<table style="border-collapse:collapse;margin-left:0">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        + _rest(len(part), len(table))
    )


def chart(figure: Figure, text: str = "") -> Image:
    """Return a chart as a picture that can be copied into slides.

    Parameters
    ----------
    text
        What the picture shows, for those who cannot see it.
    """
    return Image(png(figure), format="png", width=860, alt=text or None)


def _names(columns: Iterable[str | int]) -> list[str | int]:
    names: list[str | int] = []
    for column in columns:
        names.extend(column.split() if isinstance(column, str) else [column])
    return names


def _style(column: object, values: Sequence[object]) -> str:
    right = numeric(column, values)
    unbroken = ";white-space:nowrap" if right or column in UNBROKEN else ""
    return f"text-align:{'right' if right else 'left'}{unbroken}"


def _rest(shown: int, rows: int) -> str:
    if shown >= rows:
        return ""
    return f"<p><em>Ditampilkan {number(shown)} dari {number(rows)} baris.</em></p>"
