"""What the draft leaves open: official fields, legal questions, and numbers not yet confirmed."""

from collections.abc import Iterator
from datetime import date

from kla_plan.indonesian import number
from kla_plan.pack.model import Profil
from kla_plan.papers.paper import OpenPoint
from kla_plan.papers.regulation import basis
from kla_plan.papers.regulation.basis import LEGAL, PLANNERS
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.assumed import share
from kla_plan.report.word.facts import women_and_children_agency

_TASK_FORCE = "Sekretariat Gugus Tugas KLA"


def open_points(plan: Plan, day: date | None) -> tuple[OpenPoint, ...]:
    """Return everything that the draft cannot know, in the order of the text."""
    profile = plan.pack.profile
    return (
        OpenPoint("Judul", "Nomor dan tahun peraturan.", LEGAL),
        *_considerations(plan),
        *basis.points(profile),
        *_articles(plan),
        *_entry_into_force(profile, day),
        *_signatures(profile),
        OpenPoint(
            "Bentuk naskah",
            "Kertas F4 sudah dipakai; jenis huruf Bookman Old Style 12 dipasang di Word melalui "
            "gaya Normal, karena huruf itu tidak tersedia pada setiap komputer.",
            LEGAL,
        ),
        OpenPoint(
            "Pembahasan",
            "Keharusan pengharmonisasian dan fasilitasi rancangan peraturan kepala daerah menurut "
            "ketentuan yang berlaku.",
            LEGAL,
        ),
    )


def _considerations(plan: Plan) -> Iterator[OpenPoint]:
    assumed = sum(1 for answer in plan.pack.answers.values() if answer.asumsi)
    if assumed:
        yield OpenPoint(
            "Menimbang huruf b",
            f"Nilai penilaian mandiri: {number(assumed)} dari {number(len(plan.pack.answers))} "
            "jawaban masih berupa asumsi; cocokkan dengan rekap penilaian resmi.",
            women_and_children_agency(plan.pack.profile),
        )
    yield OpenPoint(
        "Menimbang huruf c",
        "Pasal 8 Peraturan Presiden Nomor 25 Tahun 2021 menghendaki RAD KLA dimuat dalam "
        "Peraturan Daerah; putuskan apakah peraturan ini melaksanakan Peraturan Daerah tentang "
        "KLA atau menunggu pembentukannya.",
        LEGAL,
    )


def _articles(plan: Plan) -> Iterator[OpenPoint]:
    yield OpenPoint(
        "Pasal 1",
        "Kesesuaian setiap pengertian dengan rumusan dalam peraturan yang lebih tinggi; rumusan "
        "Anak dan KLA mengikuti Pasal 1 Peraturan Presiden Nomor 25 Tahun 2021.",
        LEGAL,
    )
    yield OpenPoint(
        "Pasal 5",
        "Putuskan apakah naskah lengkap RAD KLA dijadikan lampiran tambahan.",
        LEGAL,
    )
    yield OpenPoint(
        "Pasal 6 dan Pasal 11",
        f"Target dan kebutuhan pendanaan bergantung pada data masukan. {share(plan)}",
        PLANNERS,
    )
    yield OpenPoint(
        "Pasal 8",
        "Susunan Gugus Tugas KLA dalam keputusan kepala daerah yang berlaku, termasuk unsur dunia "
        "usaha dan media massa.",
        _TASK_FORCE,
    )
    yield OpenPoint(
        "Lampiran III",
        "Nama perangkat daerah menurut Peraturan Daerah tentang susunan perangkat daerah, serta "
        "kesediaan instansi vertikal dan mitra.",
        PLANNERS,
    )


def _entry_into_force(profile: Profil, day: date | None) -> Iterator[OpenPoint]:
    local = profile.fact("kebijakan_lokal")
    known = f" Pada data daerah tertulis: {local.rstrip('.')}." if local else ""
    yield OpenPoint(
        "Pasal 18",
        f"Ada atau tidaknya peraturan kepala daerah terdahulu yang harus dicabut.{known}",
        LEGAL,
    )
    if day is not None and day.year > profile.first_year:
        yield OpenPoint(
            "Pasal 18",
            f"Masa RAD KLA dimulai tahun {profile.first_year}, sedangkan naskah dibuat tahun "
            f"{day.year}; periksa apakah tahun yang telah lewat tetap dimuat.",
            LEGAL,
        )


def _signatures(profile: Profil) -> Iterator[OpenPoint]:
    capital = profile.facts.get("ibu_kota")
    if capital is None or not capital.nilai or capital.asumsi:
        yield OpenPoint("Penandatanganan", "Tempat penetapan dan pengundangan.", LEGAL)
    yield OpenPoint("Penandatanganan", "Tanggal penetapan dan nama kepala daerah.", LEGAL)
    yield OpenPoint("Pengundangan", "Tanggal pengundangan dan nama Sekretaris Daerah.", LEGAL)
    yield OpenPoint("Pengundangan", "Tahun dan nomor Berita Daerah.", LEGAL)
