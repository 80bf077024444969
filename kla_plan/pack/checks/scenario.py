"""A scenario against a pack: codes that exist, years of the plan, wishes that do not clash."""

from collections.abc import Iterator
from typing import Final

from kla_plan.findings import Finding, Place, did_you_mean
from kla_plan.indonesian import number
from kla_plan.pack.model import Pack
from kla_plan.pack.rules import rule, warning
from kla_plan.scenario import Scenario, Target

UNKNOWN_KEY: Final = rule(
    "KLA-S-001",
    "Kunci skenario tidak dikenal",
    reason="Kunci salah ketik; isinya tidak akan dipakai.",
    remedy="Perbaiki kuncinya menurut daftar kunci yang ada.",
    example="inflassi: 0.03",
)
WRONG_VALUE: Final = rule(
    "KLA-S-002",
    "Nilai skenario salah",
    reason="Nilai bukan jenis yang diminta atau di luar batasnya.",
    remedy="Lihat pilihan atau batas yang disebut.",
    example="pagu_faktor: -1",
)
WRONG_SETTING: Final = rule(
    "KLA-S-003",
    "Pengaturan bukan kunci=nilai",
    reason="Pilihan --set ditulis tanpa tanda sama dengan.",
    remedy="Tulis misalnya --set pagu_faktor=1.1.",
    example="--set pagu_faktor",
)
NO_YAML: Final = rule(
    "KLA-S-004",
    "Berkas skenario bukan YAML",
    reason="Lekukan baris atau titik dua keliru.",
    remedy="Periksa tanda titik dua dan lekukan baris.",
    example="target: [tahun: 2027",
)
NO_FILE: Final = rule(
    "KLA-S-005",
    "Berkas skenario tidak ada",
    reason="Nama atau letaknya keliru.",
    remedy="Periksa nama berkas dan foldernya.",
    example="--scenario skenario/dassar.yaml",
)
UNKNOWN_ACTIVITY: Final = rule(
    "KLA-S-101",
    "Kegiatan pada skenario tidak dikenal",
    reason="Kode salah ketik, atau kegiatannya dibuang dari paket.",
    remedy="Pakai kode kegiatan yang ada di paket.",
    example="kunci: [K9-99]",
)
IN_AND_OUT: Final = rule(
    "KLA-S-102",
    "Kegiatan wajib sekaligus dilarang",
    reason="Kegiatan dikunci (atau wajib di paket), tetapi juga ada di larang.",
    remedy="Hapus dari salah satunya.",
    example="kunci: [K1-01] dan larang: [K1-01]",
)
YEAR_OUTSIDE: Final = rule(
    "KLA-S-103",
    "Tahun skenario di luar rencana",
    reason="Tahun pada target, bobot_tahun, atau kunci bukan tahun rencana yang masih terbuka.",
    remedy="Pakai tahun antara tahun_awal dan tahun_akhir yang belum terealisasi.",
    example="target tahun 2035 pada rencana 2024–2030",
)
UNKNOWN_PREDICATE: Final = rule(
    "KLA-S-104",
    "Predikat target tidak dikenal",
    reason="Nama predikat salah ketik.",
    remedy="Pakai nama predikat instrumen, misalnya Madya.",
    example="predikat: Nindia",
)
TARGET_FORM: Final = rule(
    "KLA-S-105",
    "Target harus memuat predikat atau poin",
    reason="Target tanpa keduanya tidak berarti; dengan keduanya bermakna ganda.",
    remedy="Isi salah satu saja.",
    example="{tahun: 2027}",
)
TARGET_TOO_HIGH: Final = rule(
    "KLA-S-106",
    "Target di atas nilai tertinggi",
    reason="Instrumen ini tidak dapat mencapai poin sebanyak itu.",
    remedy="Turunkan poin target.",
    example="poin: 1200",
)
NO_TARGET: Final = warning(
    "KLA-S-107",
    "Biaya terendah tanpa target",
    reason="Tanpa target, rencana termurah adalah tidak melakukan apa-apa selain yang wajib.",
    remedy="Tambahkan target, atau pakai tujuan: maks_skor.",
    example="tujuan: min_biaya tanpa target",
)
NEEDED_FORBIDDEN: Final = rule(
    "KLA-S-108",
    "Prasyarat kegiatan wajib dilarang",
    reason="Kegiatan yang harus ada membutuhkan kegiatan yang dilarang.",
    remedy="Izinkan prasyaratnya, atau lepaskan kegiatan yang membutuhkannya.",
    example="kunci K1-02 butuh K1-01, larang: [K1-01]",
)

UNKNOWN_CLUSTER: Final = rule(
    "KLA-S-109",
    "Klaster pada skenario tidak dikenal",
    reason="Kode klaster salah ketik; aturan keadilannya tidak akan berarti apa-apa.",
    remedy="Pakai kode klaster instrumen, misalnya K5.",
    example="keadilan: {min_poin_klaster: {K9: 100}}",
)


def check_scenario(pack: Pack, scenario: Scenario) -> tuple[Finding, ...]:
    """Return what is wrong with a scenario for this pack; warnings included."""
    return (
        *_activities(pack, scenario),
        *_clashes(pack, scenario),
        *_years(pack, scenario),
        *(
            finding
            for n, target in enumerate(scenario.target)
            for finding in _target(pack, n, target)
        ),
        *_aim(scenario),
        *_fairness(pack, scenario),
    )


def _at(key: str) -> Place:
    return Place(sheet="skenario", cell=key)


def _locked(scenario: Scenario) -> Iterator[tuple[str, int | None]]:
    for lock in scenario.kunci:
        yield (lock, None) if isinstance(lock, str) else (lock.kegiatan, lock.tahun)


def _activities(pack: Pack, scenario: Scenario) -> Iterator[Finding]:
    named = [("kunci", code) for code, _ in _locked(scenario)]
    for key, code in named + [("larang", code) for code in scenario.larang]:
        if code not in pack.activities:
            reason = f'Kegiatan "{code}" tidak ada.{did_you_mean(code, pack.activities)}'
            yield UNKNOWN_ACTIVITY.at(_at(key), code, reason)


def _clashes(pack: Pack, scenario: Scenario) -> Iterator[Finding]:
    forbidden = set(scenario.larang)
    must = dict.fromkeys(code for code, _ in _locked(scenario))
    must |= dict.fromkeys(code for code, row in pack.activities.items() if row.wajib)
    for code in must:
        if code in forbidden:
            how = "wajib" if code in pack.activities and pack.activities[code].wajib else "dikunci"
            yield IN_AND_OUT.at(_at("larang"), code, f"Kegiatan {code} {how}, tetapi dilarang.")
    for row in pack.prerequisites:
        if row.kegiatan in must and row.butuh in forbidden:
            reason = f"Kegiatan {row.kegiatan} membutuhkan {row.butuh}, yang dilarang."
            yield NEEDED_FORBIDDEN.at(_at("larang"), row.butuh, reason)


def _years(pack: Pack, scenario: Scenario) -> Iterator[Finding]:
    span = f"Tahun rencana {pack.years[0]}–{pack.years[-1]}."
    for year in scenario.bobot_tahun:
        if year not in pack.years:
            yield YEAR_OUTSIDE.at(_at(f"bobot_tahun.{year}"), str(year), span)
    for n, target in enumerate(scenario.target):
        if target.tahun not in pack.years:
            yield YEAR_OUTSIDE.at(_at(f"target.{n}.tahun"), str(target.tahun), span)
    for code, locked_year in _locked(scenario):
        if locked_year is not None and locked_year not in pack.planned_years:
            reason = f"{span} Tahun {locked_year} tidak dapat lagi direncanakan."
            yield YEAR_OUTSIDE.at(_at("kunci"), f"{code} {locked_year}", reason)


def _target(pack: Pack, position: int, target: Target) -> Iterator[Finding]:
    where = _at(f"target.{position}")
    if (target.predikat is None) == (target.poin is None):
        reason = (
            "Target memuat predikat sekaligus poin."
            if target.poin is not None
            else ("Target tidak memuat predikat maupun poin.")
        )
        yield TARGET_FORM.at(where, str(target.tahun), reason)
    names = [row.predikat for row in pack.instrument.predicates]
    if target.predikat is not None and target.predikat not in names:
        reason = f'Predikat "{target.predikat}" tidak ada.{did_you_mean(target.predikat, names)}'
        remedy = f"Pakai salah satu: {', '.join(names)}."
        yield UNKNOWN_PREDICATE.at(where, target.predikat, reason, remedy)
    if target.poin is not None and target.poin > pack.instrument.maximum:
        reason = f"Nilai tertinggi instrumen ini {number(pack.instrument.maximum)}."
        yield TARGET_TOO_HIGH.at(where, str(target.poin), reason)


def _aim(scenario: Scenario) -> Iterator[Finding]:
    if scenario.tujuan == "min_biaya" and not scenario.target:
        yield NO_TARGET.at(_at("tujuan"), "min_biaya", "Skenario ini tidak mempunyai target.")


def _fairness(pack: Pack, scenario: Scenario) -> Iterator[Finding]:
    wish, known = scenario.keadilan, pack.instrument.clusters
    floor = wish.minimal_perlindungan_khusus
    named = [("min_poin_klaster", code) for code in wish.min_poin_klaster]
    named += [("min_porsi_klaster", code) for code in wish.min_porsi_klaster]
    if floor.rupiah_per_tahun or floor.porsi:
        named.append(("minimal_perlindungan_khusus.klaster", floor.klaster))
    for key, code in named:
        if code not in known:
            reason = f'Klaster "{code}" tidak ada.{did_you_mean(code, known)}'
            yield UNKNOWN_CLUSTER.at(_at(f"keadilan.{key}"), code, reason)
