"""How tables, sentences and charts look in a notebook."""

import re

import pandas as pd
from matplotlib.figure import Figure

from kla_plan.gaps import cluster_gaps
from kla_plan.pack.read import load_pack
from kla_plan.runs.pages import chart, say, show
from kla_plan.runs.pages.headings import COLUMNS, written


def cells(html: str) -> list[str]:
    return re.findall(r"<td[^>]*>(.*?)</td>", html)


def test_headings_and_numbers_are_indonesian() -> None:
    table = pd.DataFrame({"nama": ["Kelembagaan"], "poin": [1234.5], "rupiah": [1_500_000]})

    html = show(table).data

    assert re.findall(r"<th style[^>]*>(.*?)</th>", html) == ["Nama", "Poin", "Anggaran (Rp)"]
    assert cells(html) == ["Kelembagaan", "1.234,50", "1.500.000"]
    assert "text-align:right" in html


def test_columns_are_chosen_in_order_and_the_rest_is_said() -> None:
    table = pd.DataFrame({"nama": ["a", "b", "c"], "poin": [1.0, 2.0, 3.0], "tipe": ["x"] * 3})

    html = show(table, "poin nama", top=2, headings={"nama": "Kegiatan"}).data

    assert cells(html) == ["1,00", "a", "2,00", "b"]
    assert "Kegiatan" in html
    assert "Ditampilkan 2 dari 3 baris." in html


def test_what_a_planner_typed_is_text_and_never_markup() -> None:
    table = pd.DataFrame({"nama": ["<script>alert(1)</script>"]})

    assert "<script>" not in show(table).data


def test_unknown_infinite_and_empty_have_words() -> None:
    assert written("poin_verifikasi", float("nan")) == "–"
    assert written("poin_per_juta", float("inf")) == "tanpa biaya APBD"
    assert written("prasyarat", "") == "–"
    assert written("prasyarat", "A1;A2") == "A1, A2"
    assert "Tidak ada baris" in show(pd.DataFrame({"nama": []})).data


def test_a_year_is_no_thousand_and_counts_of_questions_are_numbers() -> None:
    table = pd.DataFrame({"tahun": [2027], "pertanyaan": [1234], 2028: [5_000_000]})

    assert cells(show(table).data) == ["2027", "1.234", "5.000.000"]


def test_sentences_become_paragraphs_and_lists_bullets() -> None:
    assert say("Satu.", "", ["dua", "tiga"], []).data == "Satu.\n\n- dua\n- tiga"


def test_a_chart_is_a_picture_with_words_for_those_who_cannot_see_it() -> None:
    picture = chart(Figure(), "Nilai menurut tahun")

    assert picture.data.startswith(b"\x89PNG")
    assert picture.alt == "Nilai menurut tahun"


def test_every_column_of_a_shown_table_has_a_heading() -> None:
    table = cluster_gaps(load_pack("ogan-ilir"))

    assert set(table.columns) <= set(COLUMNS)
