"""The family's table in README, from ``results/keluarga.json`` alone."""

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.family.opponents import OPPONENTS, OURS, REFERENCE

_KINDS = {"longgar": "loose", "ketat": "tight", "sangat_ketat": "very tight"}
_LABELS = {
    "ours": "kla-plan",
    "textbook_highs": "textbook, HiGHS",
    "textbook_cbc": "textbook, CBC",
    "cpsat": "CP-SAT",
    "scip": "SCIP",
}


def family_part(result: Mapping[str, Any]) -> str:
    """Return the table of medians per class, who won, and how it was measured."""
    names = [name for name in result["lawan"] if OPPONENTS[name].proves]
    shown = [name for name in names if name not in result["tidak_terpasang"]]
    heads = [
        "activities", "ceilings", *(f"{_LABELS[name]}: s to 1 %" for name in shown),
        "textbook ÷ kla-plan", "won – lost",
        "gap after 1 s: kla-plan", "textbook", "after 10 s: kla-plan", "textbook",
    ]  # fmt: skip
    rows = {(row["kegiatan"], row["pagu"], row["lawan"]): row for row in result["kelas"]}
    classes = sorted({at[:2] for at in rows}, key=lambda at: (at[0], list(_KINDS).index(at[1])))
    lines = [_line(heads), _line(["--:" for _ in heads])]
    lines += [_line(_cells(result, rows, at, shown)) for at in classes]
    return "\n".join([*lines, "", _notes(result, names)])


def _cells(
    result: Mapping[str, Any],
    rows: Mapping[tuple[int, str, str], Mapping[str, Any]],
    at: tuple[int, str],
    shown: Sequence[str],
) -> list[str]:
    size, kind = at
    limit, years = result["setelan"]["batas_detik"], result["setelan"]["tahun"]
    duel = next(
        (d for d in result["duel"]
         if (d["kegiatan"], d["pagu"], d["tahun"], d["lawan"]) == (*at, years, REFERENCE)),
        None,
    )  # fmt: skip
    pair = [rows.get((size, kind, name)) for name in (OURS, REFERENCE)]
    return [
        f"{size:,}",
        _KINDS[kind],
        *(_seconds(rows.get((size, kind, name)), limit) for name in shown),
        _ratio(duel),
        "–" if duel is None else f"{duel['menang']} – {duel['kalah']}",
        *(_gap(row, measure) for measure in ("celah_1_detik", "celah_10_detik") for row in pair),
    ]


def _seconds(row: Mapping[str, Any] | None, limit: float) -> str:
    """Return a median, or how many of the runs got there where fewer than half did."""
    if row is None or not row["banyak"]:
        return "–"
    if row["ke_1_persen"] is not None:
        return f"{row['ke_1_persen']:.1f}"
    return f"> {limit:.0f} ({row['mencapai_1_persen']}/{row['banyak']})"


def _ratio(duel: Mapping[str, Any] | None) -> str:
    if duel is None or duel["rasio_median"] is None:
        return "–"
    return f"{'≥ ' if duel['sekurangnya'] else ''}{duel['rasio_median']:.1f}×"


def _gap(row: Mapping[str, Any] | None, measure: str) -> str:
    return "–" if row is None or row[measure] is None else f"{row[measure]:.1%}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _notes(result: Mapping[str, Any], names: Sequence[str]) -> str:
    machine, settings = result["mesin"], result["setelan"]
    versions = machine["versi"]
    solvers = ", ".join(
        f"{name} {versions[name]}"
        for name in ("pulp", "highspy", "cbcbox", "ortools", "pyscipopt")
        if name in versions
    )
    how = (
        f"Medians over the generated cities of a class, each with {settings['utas']} thread and at "
        f"most {settings['batas_detik']:.0f} s, building the model included. A run that did not "
        "prove 1 % counts as slower than any; ≥ marks ratios that the limit cut off. "
        f"Measured on {machine.get('prosesor') or 'an unnamed processor'}, {machine['inti']} "
        f"cores, Python {machine['python']}, {solvers}."
    )
    notes = [how]
    missing = [_LABELS[name] for name in names if name in result["tidak_terpasang"]]
    if missing:
        notes.append(f"Not installed and not measured: {', '.join(missing)}.")
    wrong = sum(row["keliru"] for row in result["kelas"])
    failed = sum(row["gagal"] for row in result["kelas"])
    if wrong or failed:
        notes.append(f"{wrong} runs claimed what a plan disproves, {failed} crashed.")
    if result["belum_diukur"]:
        notes.append(f"Not measured yet: {result['belum_diukur']} runs.")
    return " ".join(notes)
