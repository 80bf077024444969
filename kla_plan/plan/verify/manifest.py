"""The numbers of ``manifest.json``: read them as a proof, and recompute the others."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, TypeGuard

from kla_plan.findings import Finding, FindingsError, Place
from kla_plan.indonesian import number, rupiah
from kla_plan.plan.plan import Plan, Proof
from kla_plan.plan.verify.claims import WRITTEN
from kla_plan.plan.verify.codes import found
from kla_plan.plan.verify.scores import sheet
from kla_plan.scenario import Scenario, make_scenario

_NEEDED = (
    "versi", "masukan", "skenario", "pemecah", "status", "objective", "bound", "gap", "seconds",
    "skor_per_tahun", "biaya_per_tahun", "biaya_setelah_cakrawala", "verified",
)  # fmt: skip
#: Points in the manifest may be rounded to six decimals.
_ROUNDED = Fraction(1, 10**6)


def read_claims(
    manifest: Mapping[str, Any], findings: list[Finding]
) -> tuple[Scenario, Proof, dict[int, int]] | None:
    """Return scenario, proof and costs after the horizon, or ``None`` with findings."""
    before = len(findings)
    findings.extend(_shape(key, "tidak ada") for key in _NEEDED if key not in manifest)
    if manifest.get("verified") is not True:
        findings.append(
            found(
                "KLA-P-059",
                "Manifest tidak menyatakan rencana lolos pemeriksaan (verified: true).",
                Place("manifest", "verified", "manifest.json"),
            )
        )
    scenario = _scenario(manifest, findings)
    bound = manifest.get("bound")
    if not _is_number(manifest.get("objective")):
        findings.append(_shape("objective", "bukan bilangan"))
    if bound is not None and not _is_number(bound):
        findings.append(_shape("bound", "bukan bilangan"))
    later = _by_year(manifest.get("biaya_setelah_cakrawala"))
    if later is None or any(amount.denominator != 1 for amount in later.values()):
        findings.append(_shape("biaya_setelah_cakrawala", "bukan rupiah bulat per tahun"))
    blocking = [f for f in findings[before:] if f.code == "KLA-P-054"]
    if scenario is None or later is None or blocking:
        return None
    stages = manifest.get("tahap")
    proof = Proof(
        status=str(manifest["status"]),
        objective=manifest["objective"],
        bound=bound,
        seconds={},
        solver="",
        options={},
        size={},
        stages=tuple(s for s in stages if isinstance(s, dict)) if isinstance(stages, list) else (),
    )
    return scenario, proof, {year: int(amount) for year, amount in later.items()}


def _scenario(manifest: Mapping[str, Any], findings: list[Finding]) -> Scenario | None:
    raw = manifest.get("skenario")
    if not isinstance(raw, dict):
        findings.append(_shape("skenario", "bukan daftar kunci dan nilai"))
        return None
    try:
        return make_scenario(raw, Place("manifest", "skenario", "manifest.json"))
    except FindingsError as error:
        findings.extend(error.findings)
        return None


def check_manifest(
    manifest: Mapping[str, Any], plan: Plan, answers: Mapping[tuple[int, str], Fraction]
) -> Iterator[Finding]:
    """Yield a finding for every number of the manifest that the plan does not give."""
    costs = {year: Fraction(plan.cost(year)) for year in plan.years}
    totals = {year: sheet(plan.pack, answers, year).total for year in plan.years}
    yield from _series("biaya_per_tahun", manifest["biaya_per_tahun"], costs, Fraction(0), _money)
    yield from _series("skor_per_tahun", manifest["skor_per_tahun"], totals, _ROUNDED, _points)
    gap = plan.proof.gap
    stated = manifest["gap"]
    if (stated is None) != (gap is None) or (
        gap is not None and not _close(stated, Fraction(gap), WRITTEN)
    ):
        yield _differs("gap", stated, "-" if gap is None else number(Fraction(gap), 9))


def _series(
    key: str,
    raw: object,
    expected: Mapping[int, Fraction],
    tolerance: Fraction,
    write: Callable[[Fraction], str],
) -> Iterator[Finding]:
    stated = _by_year(raw)
    if stated is None:
        yield _shape(key, "bukan bilangan per tahun")
        return
    for year in sorted({*stated, *expected}):
        if year not in stated or year not in expected:
            yield _differs(f"{key}.{year}", stated.get(year, "tidak ada"), "sesuai cakrawala")
        elif abs(stated[year] - expected[year]) > tolerance:
            yield _differs(f"{key}.{year}", write(stated[year]), write(expected[year]))


def _points(value: Fraction) -> str:
    return number(value, 6)


def _money(value: Fraction) -> str:
    """Write rupiah; what is no whole rupiah is shown as it stands."""
    return rupiah(int(value)) if value.denominator == 1 else f"Rp{number(value, 6)}"


def _by_year(raw: object) -> dict[int, Fraction] | None:
    if not isinstance(raw, dict):
        return None
    result = {}
    for year, value in raw.items():
        if not str(year).isdigit() or not _is_number(value):
            return None
        result[int(year)] = Fraction(value)
    return result


def _is_number(value: object) -> TypeGuard[int | float]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < float("inf")


def _close(value: object, expected: Fraction, tolerance: Fraction) -> bool:
    return _is_number(value) and abs(Fraction(value) - expected) <= tolerance


def _shape(key: str, problem: str) -> Finding:
    place = Place("manifest", key, "manifest.json")
    return found("KLA-P-054", f'Kunci "{key}" pada manifest {problem}.', place)


def _differs(key: str, stated: object, expected: str) -> Finding:
    place = Place("manifest", key, "manifest.json")
    return found("KLA-P-055", f"{key} tertulis {stated}; seharusnya {expected}.", place)
