"""Re-check a saved plan from its own folder alone."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from kla_plan.findings import Finding, FindingsError, Place
from kla_plan.indonesian import half_up
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify.check import verify_plan
from kla_plan.plan.verify.codes import found
from kla_plan.plan.verify.deeds import read_deeds
from kla_plan.plan.verify.inputs import PACK, check_inputs
from kla_plan.plan.verify.manifest import check_manifest, read_claims
from kla_plan.plan.verify.progress import answers
from kla_plan.plan.verify.scores import sheet
from kla_plan.plan.verify.tables import Reader, Rows, finite

_DECIMALS = 6


def verify_folder(directory: str | Path) -> tuple[Finding, ...]:
    """Re-check a saved plan: files, inputs, every rule, every number.

    Parameters
    ----------
    directory
        Folder with ``manifest.json``, ``paket/``, ``volume.csv``, ``belanja.csv``, ``skor.csv``
        and ``skor_indikator.csv`` (contract section 5).

    Returns
    -------
    tuple of Finding
        Everything that does not hold; empty if the saved plan holds.
    """
    reader = Reader(Path(directory))
    findings = reader.findings
    manifest = reader.manifest()
    volumes = reader.rows(
        "volume.csv", {"kegiatan": str, "tahun": int}, {"volume": finite, "aktif": int}
    )
    spending = reader.rows(
        "belanja.csv", {"kegiatan": str, "tahun": int, "sumber_dana": str}, {"rupiah": int}
    )
    questions = reader.rows(
        "skor.csv", {"tahun": int, "pertanyaan": str}, {"fraksi": finite, "poin": finite}
    )
    indicators = reader.rows(
        "skor_indikator.csv", {"tahun": int, "indikator": str}, {"poin": finite}
    )
    if manifest is None:
        return tuple(findings)
    findings.extend(check_inputs(reader.folder, manifest))
    pack = _pack(reader)
    claims = read_claims(manifest, findings)
    if pack is None or claims is None or volumes is None or spending is None:
        return tuple(findings)
    findings.extend(_inactive(volumes))
    scenario, proof, later = claims
    plan = Plan(
        pack=pack,
        scenario=scenario,
        volumes={(a, t): row[0] for (a, t), row in volumes.items() if row[1] or row[0]},
        spending={key: row[0] for key, row in spending.items()},
        fractions={},
        after_horizon=later,
        proof=proof,
    )
    earned = answers(read_deeds(plan), scenario)
    plan = _with_answers(plan, earned)
    findings.extend(verify_plan(plan))
    findings.extend(check_manifest(manifest, plan, earned))
    if questions is not None:
        expected = _question_rows(plan, earned)
        findings.extend(_compare("skor", "KLA-P-057", questions, expected))
    if indicators is not None:
        expected = _indicator_rows(plan, earned)
        findings.extend(_compare("skor_indikator", "KLA-P-058", indicators, expected))
    return tuple(findings)


def _pack(reader: Reader) -> Pack | None:
    if not (reader.folder / PACK).is_dir():
        reader.findings.append(
            found("KLA-P-050", f"Folder {PACK} tidak ada.", Place(PACK, "", PACK))
        )
        return None
    try:
        return load_pack(reader.folder / PACK)
    except FindingsError as error:
        reader.findings.extend(error.findings)
        return None


def _with_answers(plan: Plan, earned: Mapping[tuple[int, str], Fraction]) -> Plan:
    return Plan(
        pack=plan.pack,
        scenario=plan.scenario,
        volumes=plan.volumes,
        spending=plan.spending,
        fractions=earned,
        after_horizon=plan.after_horizon,
        proof=plan.proof,
    )


def _inactive(volumes: Rows) -> Iterator[Finding]:
    for number, ((activity, year), (volume, active)) in enumerate(volumes.items(), start=2):
        if active not in {0, 1} or (volume and not active):
            yield found(
                "KLA-P-056",
                f"Kegiatan {activity} tahun {year}: volume {volume} dengan aktif {active}; "
                "seharusnya 1.",
                Place("volume", f"D{number}", "volume.csv"),
                str(active),
            )


def _question_rows(plan: Plan, earned: Mapping[tuple[int, str], Fraction]) -> Rows:
    maxima = plan.pack.instrument.questions
    return {
        key: (_rounded(fraction), _rounded(fraction * Fraction(maxima[key[1]].poin_maks)))
        for key, fraction in earned.items()
    }


def _indicator_rows(plan: Plan, earned: Mapping[tuple[int, str], Fraction]) -> Rows:
    return {
        (year, code): (_rounded(points),)
        for year in plan.years
        for code, points in sheet(plan.pack, earned, year).indicators.items()
    }


def _rounded(value: Fraction) -> Decimal:
    return half_up(value, _DECIMALS)


def _compare(name: str, code: str, stated: Rows, expected: Rows) -> Iterator[Finding]:
    place = Place(name, "", f"{name}.csv")
    for key in expected.keys() - stated.keys():
        yield found("KLA-P-056", f"Baris {key[0]}, {key[1]} tidak ada pada {name}.csv.", place)
    for number, (key, row) in enumerate(stated.items(), start=2):
        here = Place(name, f"A{number}", f"{name}.csv")
        if key not in expected:
            yield found("KLA-P-056", f"Baris {key[0]}, {key[1]} tidak dikenal.", here)
        elif row != expected[key]:
            yield found(
                code,
                f"{key[1]} tahun {key[0]} tertulis {_shown(row)}; seharusnya "
                f"{_shown(expected[key])}.",
                here,
            )


def _shown(row: tuple[object, ...]) -> str:
    return " / ".join(str(value) for value in row)
