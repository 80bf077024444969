"""Step 3: every control makes a new scenario, or says at itself why it does not."""

from decimal import Decimal
from pathlib import Path

import ipywidgets as widgets
import pytest
from support.packs import tiny_pack
from support.panels import control, press, seen, text, walk

from kla_plan.pack.model import Pack
from kla_plan.scenario import Kunci, Scenario, Target, make_scenario
from kla_plan.workbench.panels.shape import panel
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Grid, Table

YEARS = (2025, 2027)


@pytest.fixture
def pack() -> Pack:
    return tiny_pack(
        kegiatan=[
            {"kegiatan": "A", "volume_maks": 2, "opd": "Dinkes"},
            {"kegiatan": "B", "volume_maks": 2},
            {"kegiatan": "W", "volume_maks": 2, "wajib": True},
        ],
        biaya=[("A", 0, 1_000_000), ("B", 0, 2_000_000), ("W", 0, 1_000_000)],
        prasyarat=[("W", "B")],
        opd=[{"opd": "DP3A"}, {"opd": "Dinkes"}],
        pagu=[
            {"tahun": year, "sumber_dana": fund, "batas_atas": 5_000_000}
            for year in range(YEARS[0], YEARS[1] + 1)
            for fund in ("DAU", "PAD")
        ]
        + [{"tahun": 2025, "opd": "Dinkes", "batas_atas": 4_000_000, "batas_bawah": 1_000_000}],
        years=YEARS,
    )


@pytest.fixture
def store(pack: Pack, tmp_path: Path) -> Store:
    scenario = make_scenario({"bobot_tahun": {2027: 3}, "diskon_verifikasi": 0.03})
    return Store(State(folder=tmp_path, pack=pack, loaded=pack, scenario=scenario))


@pytest.fixture
def shown(store: Store) -> widgets.Widget:
    return panel(store)


def scenario(store: Store) -> Scenario:
    assert store.state.scenario is not None
    assert store.state.notice is None
    return store.state.scenario


def grid(shown: widgets.Widget, testid: str) -> Grid:
    [found] = [w for w in walk(shown) if isinstance(w, Grid) and w.testid == testid]
    return found


def table(shown: widgets.Widget) -> Table:
    [found] = [w for w in walk(shown) if isinstance(w, Table)]
    return found


def test_without_a_pack_it_says_what_to_do(tmp_path: Path) -> None:
    shown = panel(Store(State(folder=tmp_path)))
    assert "langkah 1" in text(shown)
    assert not any(isinstance(w, Grid) for w in seen(shown))


def test_figures_are_read_in_indonesian(shown: widgets.Widget, store: Store) -> None:
    control(shown, "Inflasi per tahun (%)").value = "4,5"
    control(shown, "Diskon verifikasi (%)").value = "12 %"
    control(shown, "Celah optimalitas (%)").value = "1"
    control(shown, "Batas waktu (detik)").value = "90"
    made = scenario(store)
    assert (made.inflasi, made.diskon_verifikasi) == (Decimal("0.045"), Decimal("0.12"))
    assert (made.pemecah.celah, made.pemecah.batas_detik) == (0.01, 90)
    assert control(shown, "Diskon verifikasi (%)").value == "12"


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("Inflasi per tahun (%)", "lima", '"lima" bukan bilangan'),
        ("Inflasi per tahun (%)", "", "harus diisi"),
        ("Diskon verifikasi (%)", "100", "Paling besar 99"),
        ("Batas waktu (detik)", "0", "Paling kecil 1"),
    ],
)
def test_a_wrong_figure_is_said_and_the_old_one_stays(
    shown: widgets.Widget, store: Store, name: str, typed: str, words: str
) -> None:
    before = scenario(store)
    control(shown, name).value = typed
    assert scenario(store) is before
    assert words in text(shown)
    assert "tetap dipakai" in text(shown)
    control(shown, "Celah optimalitas (%)").value = "2"
    assert (control(shown, name).value, words in text(shown)) == (typed, True)


def test_a_corrected_figure_loses_its_words(shown: widgets.Widget, store: Store) -> None:
    control(shown, "Inflasi per tahun (%)").value = "lima"
    control(shown, "Inflasi per tahun (%)").value = "3"
    assert "bukan bilangan" not in text(shown)
    assert scenario(store).inflasi == Decimal("0.03")


def test_the_factor_of_all_ceilings(shown: widgets.Widget, store: Store) -> None:
    control(shown, "Faktor semua pagu (%)").value = "115"
    assert scenario(store).pagu_faktor == Decimal("1.15")


def test_an_odd_factor_of_a_file_is_shown_as_it_is(store: Store) -> None:
    store.update(scenario=make_scenario({"pagu_faktor": "1.033"}))
    shown = panel(store)
    assert control(shown, "Faktor semua pagu (%)").value == "103,3"
    assert scenario(store).pagu_faktor == Decimal("1.033")


def test_the_aim_warns_of_a_missing_target(shown: widgets.Widget, store: Store) -> None:
    control(shown, "Tujuan").value = "min_biaya"
    assert scenario(store).tujuan == "min_biaya"
    assert "tidak mempunyai target" in text(shown)
    press(shown, "Tambah target")
    assert "tidak mempunyai target" not in text(shown)


def test_targets_are_added_changed_and_removed(shown: widgets.Widget, store: Store) -> None:
    press(shown, "Tambah target")
    [first] = scenario(store).target
    assert (first.tahun, first.dasar) == (2027, "mandiri")
    control(shown, "Tahun").value = "2026"
    control(shown, "Dasar").value = "verifikasi"
    [changed] = scenario(store).target
    assert changed == Target(tahun=2026, predikat=first.predikat, dasar="verifikasi")
    press(shown, "Hapus")
    assert scenario(store).target == ()


def test_a_target_in_points(shown: widgets.Widget, store: Store) -> None:
    press(shown, "Tambah target")
    before = scenario(store)
    control(shown, "Target").value = "nilai tertentu"
    assert scenario(store) is before
    assert "Isi nilai yang harus dicapai" in text(shown)
    control(shown, "Nilai").value = "7,5"
    [made] = scenario(store).target
    assert (made.predikat, made.poin) == (None, Decimal("7.5"))
    control(shown, "Nilai").value = "1000"
    assert scenario(store).target == (made,)
    assert "Nilai tertinggi instrumen ini" in text(shown)


def test_weights_of_years(shown: widgets.Widget, store: Store) -> None:
    weights = grid(shown, "kisi-bobot")
    assert [weights.rows[0][key] for key in ("2025", "2027")] == [1, 3]
    weights.edit([(0, "2025", "1,5"), (0, "2027", "")])
    assert scenario(store).bobot_tahun == {2025: Decimal("1.5")}
    assert weights.rows[0]["2027"] == 1


def test_ceilings_of_funds_make_another_pack(
    shown: widgets.Widget, store: Store, pack: Pack
) -> None:
    funds = grid(shown, "kisi-pagu")
    assert [row["nama"] for row in funds.rows] == ["DAU", "PAD"]
    funds.edit([(0, "2025", "Rp 7.500.000"), (1, "2026", "0")])
    shaped = store.state.pack
    assert shaped is not None
    assert [row.batas_atas for row in shaped.ceilings[:4]] == [7_500_000, 5_000_000, 5_000_000, 0]
    assert pack.ceilings[0].batas_atas == 5_000_000
    assert store.state.loaded is pack
    assert funds.footer["2025"] == "Rp12,5 juta"
    assert "Pagu telah diubah" in text(shown)


def test_a_fund_without_amount_is_asked_for_a_zero(shown: widgets.Widget, store: Store) -> None:
    before = store.state.pack
    funds = grid(shown, "kisi-pagu")
    funds.edit([(0, "2025", "")])
    assert store.state.pack is before
    assert "harus diisi" in funds.errors[0]["text"]


def test_a_ceiling_below_its_floor_waits_until_it_is_mended(
    shown: widgets.Widget, store: Store
) -> None:
    before = store.state.pack
    opds = grid(shown, "kisi-pagu-opd")
    opds.edit([(0, "2025", "900.000")])
    assert store.state.pack is before
    assert [(error["row"], error["key"]) for error in opds.errors] == [(0, "2025")]
    assert "belum diterapkan" in text(shown)
    control(shown, "Inflasi per tahun (%)").value = "2"
    assert opds.rows[0]["2025"] == 900_000
    grid(shown, "kisi-pagu-bawah").edit([(0, "2025", "500.000")])
    after = store.state.pack
    assert after is not None
    row = next(row for row in after.ceilings if row.opd == "Dinkes")
    assert (row.batas_atas, row.batas_bawah) == (900_000, 500_000)
    assert opds.errors == []
    assert "belum diterapkan" not in text(shown)


def test_a_pending_ceiling_can_be_taken_back(shown: widgets.Widget, store: Store) -> None:
    opds = grid(shown, "kisi-pagu-opd")
    opds.edit([(0, "2025", "900.000")])
    opds.undo()
    assert opds.errors == []
    assert "belum diterapkan" not in text(shown)
    assert store.state.pack is store.state.loaded


def test_undo_brings_back_ceilings_and_wishes(
    shown: widgets.Widget, store: Store, pack: Pack
) -> None:
    start = scenario(store)
    grid(shown, "kisi-pagu").edit([(0, "2025", "1.000.000")])
    control(shown, "Inflasi per tahun (%)").value = "2"
    press(shown, "Urungkan perubahan skenario")
    assert control(shown, "Inflasi per tahun (%)").value == "3"
    assert scenario(store) == start
    press(shown, "Urungkan perubahan skenario")
    assert store.state.pack == pack
    assert grid(shown, "kisi-pagu").rows[0]["2025"] == 5_000_000
    assert control(shown, "Urungkan perubahan skenario").disabled
    press(shown, "Ulangi perubahan skenario")
    assert grid(shown, "kisi-pagu").rows[0]["2025"] == 1_000_000


def test_activities_are_required_forbidden_and_released(
    shown: widgets.Widget, store: Store
) -> None:
    activities = table(shown)
    assert control(shown, "Wajibkan").disabled
    activities.selected = "A"
    press(shown, "Wajibkan")
    assert scenario(store).kunci == ("A",)
    control(shown, "pada tahun").value = 2026
    press(shown, "Wajibkan")
    assert scenario(store).kunci == (Kunci(kegiatan="A", tahun=2026),)
    assert next(row["status"] for row in activities.rows) == "wajib ada 2026"
    press(shown, "Larang")
    assert (scenario(store).kunci, scenario(store).larang) == ((), ("A",))
    assert activities.selected == "A"
    press(shown, "Lepaskan")
    assert scenario(store).larang == ()


@pytest.mark.parametrize(("code", "words"), [("W", "wajib, tetapi dilarang"), ("B", "membutuhkan")])
def test_a_wish_that_clashes_is_refused_in_words(
    shown: widgets.Widget, store: Store, code: str, words: str
) -> None:
    before = scenario(store)
    table(shown).selected = code
    press(shown, "Larang")
    assert scenario(store) is before
    assert words in text(shown)


def test_a_scenario_with_a_fault_can_be_mended_step_by_step(store: Store) -> None:
    store.update(scenario=make_scenario({"larang": ["W"], "kunci": ["tidak-ada"]}))
    shown = panel(store)
    control(shown, "Inflasi per tahun (%)").value = "2"
    assert scenario(store).inflasi == Decimal("0.02")


def test_rules_without_a_control_are_kept_and_mentioned(store: Store) -> None:
    store.update(scenario=make_scenario({"ketahanan": {"jawaban_gagal": 2}}))
    shown = panel(store)
    control(shown, "Inflasi per tahun (%)").value = "2"
    assert scenario(store).ketahanan.jawaban_gagal == 2
    assert "tetap berlaku" in text(shown)
