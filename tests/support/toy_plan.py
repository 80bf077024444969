"""A region of four questions and a three-year plan, small enough to check by hand.

Scores: 40 (2023), 65 (2024), 75 (2025), 95 (2026). Cost: 120, 44 and 0 million rupiah.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kla_plan.instrument import Indikator, Instrument, Klaster, Pertanyaan, Predikat
from kla_plan.pack.columns import (
    Biaya,
    Dampak,
    Jawaban,
    Kegiatan,
    Nomenklatur,
    Opd,
    Pagu,
    ProfilRow,
    Realisasi,
)
from kla_plan.pack.model import Pack, Profil
from kla_plan.plan.plan import Plan, Proof
from kla_plan.scenario import Scenario

MILLION = 1_000_000
#: A name that Excel would run, and one that XML would misread.
DANGEROUS = "=cmd|' /C calc'!A0"
MARKUP = "Dinas <b>Anak</b> & Keluarga"


def instrument() -> Instrument:
    """Two clusters, three indicators, four questions, 100 points, three predicates."""
    clusters = (("K0", "Kelembagaan", 60), ("K1", "Klaster I — Hak Sipil dan Kebebasan", 40))
    indicators = (
        ("I1", "1", "K0", "Peraturan tentang Anak", 60),
        ("I2", "2", "K1", "Akta Kelahiran, Kartu Identitas, dan Data", 25),
        ("I3", "3", "K1", "Informasi Layak Anak", 15),
    )
    half, full = Fraction(1, 2), Fraction(1)
    fifths = tuple(Fraction(n, 5) for n in range(1, 6))
    questions = (
        ("P1.1", "I1", 40, (half, full), "perda"),
        ("P1.2", "I1", 20, (full,), "inovasi"),
        ("P2.1", "I2", 25, fifths, "capaian_layanan"),
        ("P3.1", "I3", 15, (full,), "lembaga_sarana"),
    )
    return Instrument(
        year="2024",
        clusters={
            code: Klaster(klaster=code, nama=name, poin_maks=Decimal(points))
            for code, name, points in clusters
        },
        indicators={
            code: Indikator(
                indikator=code, nomor=number, klaster=cluster, nama=name, poin_maks=Decimal(points)
            )
            for code, number, cluster, name, points in indicators
        },
        questions={
            code: Pertanyaan(
                pertanyaan=code,
                indikator=indicator,
                poin_maks=Decimal(points),
                tipe=kind,
                label=f"Bunyi {code}",
                opd=("D1",),
                skala=scale,
                asumsi="Skala perkiraan" if code == "P2.1" else "",
            )
            for code, indicator, points, scale, kind in questions
        },
        predicates=(
            Predikat(predikat="Pratama", batas_bawah=Decimal(50), dasar=">="),
            Predikat(predikat="Madya", batas_bawah=Decimal(70), dasar=">"),
            Predikat(predikat="Utama", batas_bawah=Decimal(90), dasar=">"),
        ),
    )


def pack(points: tuple[int, int, int, int] = (20, 0, 5, 15)) -> Pack:
    """Return the region; ``points`` are those of the four questions at the end of 2023."""
    facts = (
        ("nama", "Contoh", ""),
        ("jenis", "kota", ""),
        ("provinsi", "Lampung", ""),
        ("ibu_kota", "Contoh", ""),
        ("jumlah_kecamatan", "5", "Belum bersumber; konfirmasi ke BPS"),
        ("apbd_belanja", "1097523847863", ""),
        ("apbd_tahun", "2025", ""),
        ("kebijakan_lokal", "", "Tidak disebut sumber; lengkapi dari JDIH"),
        ("dokumen_perencanaan", "RPJMD 2021–2026", ""),
        ("latar_belakang", "Gugus Tugas KLA membahas rencana aksi daerah.", ""),
    )
    codes = ("P1.1", "P1.2", "P2.1", "P3.1")
    return Pack(
        slug="contoh",
        profile=Profil(
            code="18.99",
            name="Contoh",
            kind="kota",
            province="Lampung",
            instrument="2024",
            base_year=2023,
            first_year=2024,
            last_year=2026,
            facts={key: ProfilRow(kunci=key, nilai=value, asumsi=why) for key, value, why in facts},
        ),
        instrument=instrument(),
        answers={
            code: Jawaban(
                pertanyaan=code,
                poin=Decimal(value),
                asumsi="Nilai disebar" if code == "P1.1" else "",
            )
            for code, value in zip(codes, points, strict=True)
        },
        opds={
            "D1": Opd(opd="D1", nama=MARKUP),
            "D2": Opd(opd="D2", nama="Dinas Kesehatan"),
            "V1": Opd(opd="V1", nama="Kantor Kementerian Agama", jenis="vertikal"),
        },
        activities={row.kegiatan: row for row in _activities()},
        costs=(
            Biaya(kegiatan="A1", tahun_ke=0, biaya_tetap=100 * MILLION, asumsi="Harga perkiraan"),
            Biaya(kegiatan="A3", tahun_ke=0, biaya_per_unit=10 * MILLION),
        ),
        effects=(
            Dampak(kegiatan="A1", pertanyaan="P1.1", kenaikan=Decimal("0.5"), per="aktif"),
            Dampak(kegiatan="A2", pertanyaan="P1.2", kenaikan=Decimal(1), per="aktif"),
            Dampak(kegiatan="A3", pertanyaan="P2.1", kenaikan=Decimal("0.1")),
            Dampak(kegiatan="A4", pertanyaan="P1.2", kenaikan=Decimal(1), per="aktif"),
        ),
        prerequisites=(),
        ceilings=(
            Pagu(sumber_dana="DAU", batas_atas=900 * MILLION, asumsi="Pagu indikatif"),
            Pagu(sumber_dana="CSR", batas_atas=200 * MILLION, batas_bawah=0),
        ),
        realised=(Realisasi(tahun=2023, kegiatan="A3", volume=Decimal(1), rupiah=9 * MILLION),),
        later_answers={},
        unreachable={},
        nomenclature={
            "2.08.06": Nomenklatur(kode="2.08.06", level="program", nama="PROGRAM PHA"),
            "2.08.06.2.01": Nomenklatur(
                kode="2.08.06.2.01", level="kegiatan", nama="Pelembagaan PHA"
            ),
            "2.08.06.2.01.0001": Nomenklatur(
                kode="2.08.06.2.01.0001", level="sub_kegiatan", nama="Advokasi Kebijakan PHA"
            ),
        },
    )


def _activities() -> tuple[Kegiatan, ...]:
    common = {"opd": "D1", "satuan": "dokumen", "volume_maks": Decimal(1)}
    return (
        Kegiatan(
            kegiatan="A1",
            nama="Penyusunan Peraturan Daerah Kota Layak Anak",
            indikator="I1",
            sub_kegiatan="2.08.06.2.01.0001",
            opd_pendukung=("D2", "V1"),
            indikator_kinerja="Jumlah peraturan daerah",
            asumsi="Volume perkiraan",
            **common,
        ),
        Kegiatan(
            kegiatan="A2",
            nama="Bimbingan perkawinan",
            indikator="I1",
            program_rpjmd="Program Keluarga",
            **common | {"opd": "V1"},
        ),
        Kegiatan(
            kegiatan="A3",
            nama=DANGEROUS,
            indikator="I2",
            data_dukung="Laporan & foto",
            **common | {"satuan": "angkatan", "volume_maks": Decimal(8)},
        ),
        Kegiatan(
            kegiatan="A4", nama="Lomba anak", indikator="I1", berulang=True, **common
        ),
    )  # fmt: skip


def plan() -> Plan:
    """Return the plan that the module describes."""
    return Plan(
        pack=pack(),
        scenario=Scenario(inflasi=Decimal("0.1")),
        volumes={
            ("A1", 2024): Decimal(1),
            ("A3", 2024): Decimal(2),
            ("A3", 2025): Decimal(4),
            ("A2", 2026): Decimal(1),
        },
        spending={
            ("A1", 2024, "DAU"): 100 * MILLION,
            ("A3", 2024, "CSR"): 20 * MILLION,
            ("A3", 2025, "DAU"): 30 * MILLION,
            ("A3", 2025, "CSR"): 14 * MILLION,
        },
        fractions=fractions(
            {
                2024: (1, 0, Fraction(2, 5), 1),
                2025: (1, 0, Fraction(4, 5), 1),
                2026: (1, 1, Fraction(4, 5), 1),
            }
        ),
        after_horizon={},
        proof=Proof(
            status="gap_limit",
            objective=235.0,
            bound=236.175,
            seconds={"menyusun": 0.25, "memecahkan_skor": 1.5},
            solver="HiGHS 1.15.1",
            options={"celah": 0.005},
            size={"kolom": 40, "kolom_bulat": 12, "baris": 30, "unsur": 99},
            stages=(
                {
                    "nama": "skor", "status": "gap_limit", "objective": 235.0, "bound": 236.175,
                    "gap": 0.005,
                },
            ),
        ),
    )  # fmt: skip


def fractions(
    by_year: dict[int, tuple[Fraction | int, ...]],
) -> dict[tuple[int, str], Fraction]:
    """Return answers by year and question from one row per year."""
    codes = ("P1.1", "P1.2", "P2.1", "P3.1")
    return {
        (year, code): Fraction(value)
        for year, row in by_year.items()
        for code, value in zip(codes, row, strict=True)
    }


def empty_plan() -> Plan:
    """Return a plan without any activity: every score stays at 40."""
    same = (Fraction(1, 2), 0, Fraction(1, 5), 1)
    years = dict.fromkeys((2024, 2025, 2026), same)
    proof = replace(plan().proof, status="optimal", objective=120.0, bound=120.0, stages=())
    return replace(plan(), volumes={}, spending={}, fractions=fractions(years), proof=proof)
