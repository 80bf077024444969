"""BAB III Kondisi, Permasalahan, dan Isu Strategis."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from kla_plan.candidates import coverage, indicator_coverage
from kla_plan.gaps import cluster_gaps, indicator_gaps
from kla_plan.indonesian import number, percent
from kla_plan.plan.plan import Plan
from kla_plan.report.charts.cluster_charts import causes_chart
from kla_plan.report.charts.style import cluster_short
from kla_plan.report.sentences import condition, gaps, issues, problems
from kla_plan.report.sentences.effects import level
from kla_plan.report.sentences.kinds import kind_words
from kla_plan.report.tables.causes import (
    cluster_holders,
    cluster_kinds,
    open_questions,
    spread_clusters,
)
from kla_plan.report.word.picture import Picture

#: Rows of the table of heaviest questions of a cluster, unless only one more is left.
HEAVIEST = 5


def bab3(plan: Plan, picture: Picture) -> dict[str, object]:
    """Return the values of BAB III."""
    pack = plan.pack
    tables = {
        "jenis": cluster_kinds(pack),
        "indikator": indicator_gaps(pack),
        "terbuka": open_questions(pack),
        "jangkauan": coverage(pack, plan.scenario),
    }
    clusters = cluster_gaps(pack)
    spread = spread_clusters(pack)
    held = cluster_holders(pack)
    beyond = indicator_coverage(pack, plan.scenario).groupby("klaster")["sisa"].sum()
    missing = float(clusters["selisih"].sum())
    return {
        "jenis": " ".join(
            filter(None, (gaps.kinds(pack), problems.capped(_missing(tables["jenis"]), missing)))
        ),
        "sebaran": issues.spread(pack, spread),
        "ada_kesenjangan": missing > 0,
        "gambar_sebab": picture(causes_chart(pack)) if missing > 0 else "",
        "klaster": [
            {
                "judul": f"3.{place} {row['nama']}",
                "nama": row["nama"],
                "sebutan": cluster_short(row["nama"]),
                **_condition(plan, row, clusters, tables, spread=row["klaster"] in spread),
                **_problems(plan, row, held, tables, spread=row["klaster"] in spread, turn=place),
            }
            for place, row in enumerate(clusters.to_dict("records"), start=2)
        ],
        "nomor_ringkasan": f"3.{len(clusters) + 2}",
        "ringkasan": issues.summary(clusters, beyond.to_dict()),
        "ringkasan_klaster": [
            {
                "nama": row["nama"],
                "selisih": number(row["selisih"], 2),
                "bagian": percent(row["selisih"] / missing if missing else 0.0),
                "jenis": _main_kind(tables["jenis"], str(row["klaster"])),
                "terjangkau": number(row["selisih"] - beyond.get(row["klaster"], 0.0), 2),
                "di_luar": number(float(beyond.get(row["klaster"], 0.0)), 2),
            }
            for row in clusters.sort_values(
                "selisih", ascending=False, kind="stable"
            ).to_dict("records")
        ],
        "jumlah": {
            "selisih": number(missing, 2),
            "bagian": percent(1.0 if missing else 0.0),
            "terjangkau": number(missing - float(beyond.sum()), 2),
            "di_luar": number(float(beyond.sum()), 2),
        },
        "nomor_luar": f"3.{len(clusters) + 3}",
        "tak_terjangkau": gaps.unreachable(pack),
    }  # fmt: skip


def _condition(
    plan: Plan,
    row: Mapping[Hashable, Any],
    clusters: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
    *,
    spread: bool,
) -> dict[str, object]:
    inside = _own(tables["indikator"], row)
    return {
        "kondisi": condition.condition(plan.pack, row, clusters, inside, spread=spread),
        "indikator": [_indicator(plan, line) for line in inside.to_dict("records")],
        "jumlah": {
            "maks": number(row["poin_maks"]),
            "poin": number(row["poin"], 2),
            "selisih": number(row["selisih"], 2),
            "capaian": percent(row["capaian"]),
            "pertanyaan": f"{number(row['belum_penuh'])} / {number(row['pertanyaan'])}",
        },
    }


def _problems(
    plan: Plan,
    row: Mapping[Hashable, Any],
    held: Mapping[str, list[tuple[str, float]]],
    tables: Mapping[str, pd.DataFrame],
    *,
    spread: bool,
    turn: int,
) -> dict[str, object]:
    pack, scenario = plan.pack, plan.scenario
    kinds, questions = _own(tables["jenis"], row), _own(tables["terbuka"], row)
    covered = _own(tables["jangkauan"], row)
    causes = [
        problems.causes(kinds, spread=spread, turn=turn),
        "" if spread else problems.heaviest(questions),
        problems.capped(_missing(kinds), float(row["selisih"])),
        problems.holders(pack, held[str(row["klaster"])], turn=turn),
    ]
    able = problems.reach(pack, scenario, covered, float(row["selisih"]))
    shown = questions if len(questions) <= HEAVIEST + 1 else questions.head(HEAVIEST)
    rest = len(questions) - len(shown)
    return {
        "masalah": [text for text in (" ".join(filter(None, causes)), able) if text],
        "berat": [_question(line, covered) for line in shown.to_dict("records")],
        "catatan": (
            f"{number(rest)} pertanyaan lain yang belum bernilai penuh tidak dimuat."
            if rest > 0
            else ""
        ),
        "isu": issues.issues(pack, scenario, kinds, questions),
    }


def _missing(kinds: pd.DataFrame) -> float:
    return float(kinds["selisih"].sum())


def _own(table: pd.DataFrame, row: Mapping[Hashable, Any]) -> pd.DataFrame:
    return table[table["klaster"] == str(row["klaster"])]


def _indicator(plan: Plan, row: Mapping[Hashable, Any]) -> dict[str, str]:
    return {
        "nomor": plan.pack.instrument.indicators[str(row["indikator"])].indikator.removeprefix("I"),
        "nama": str(row["nama"]),
        "maks": number(row["poin_maks"]),
        "poin": number(row["poin"], 2),
        "selisih": number(row["selisih"], 2),
        "capaian": percent(row["capaian"]),
        "pertanyaan": f"{number(row['belum_penuh'])} / {number(row['pertanyaan'])}",
    }


def _question(row: Mapping[Hashable, Any], covered: pd.DataFrame) -> dict[str, str]:
    able = covered.loc[covered["pertanyaan"] == row["pertanyaan"], "kandidat"]
    return {
        "kode": str(row["pertanyaan"]),
        "bunyi": str(row["label"]),
        "jenis": kind_words(str(row["tipe"])).short,
        "jawaban": level(float(row["poin"]) / float(row["poin_maks"])),
        "selisih": number(row["selisih"], 2),
        "kandidat": number(int(able.sum())),
    }


def _main_kind(kinds: pd.DataFrame, cluster: str) -> str:
    own = kinds[(kinds["klaster"] == cluster) & (kinds["selisih"] > 0)]
    return kind_words(str(own.iloc[0]["tipe"])).short if len(own) else "–"
