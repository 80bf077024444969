"""The page of one activity as sentences."""

from typing import TYPE_CHECKING

from kla_plan.explain.band import measure, unit_of
from kla_plan.explain.listing import listed
from kla_plan.indonesian import join, number, rupiah

if TYPE_CHECKING:
    from kla_plan.explain.activity.page import ActivityPage, Room

#: A ceiling of which less than this share is left is called used up.
TIGHT = 0.02


def sentences(page: "ActivityPage") -> list[str]:
    """Write the page: state, money, gain, order, room, and what would change otherwise."""
    return [
        line
        for line in (
            _state(page),
            _money(page),
            _gain(page),
            _order(page),
            _rivals(page),
            _held_back(page),
            *_otherwise(page),
        )
        if line
    ]


def _name(page: "ActivityPage") -> str:
    return f"{page.code} ({page.plan.pack.activities[page.code].nama})"


def _state(page: "ActivityPage") -> str:
    if not page.funded:
        return f"{_name(page)} tidak didanai dalam rencana ini."
    activity = page.plan.pack.activities[page.code]
    years = sorted(page.volumes)
    each = [f"{year}: {number(page.volumes[year])}" for year in years]
    return (
        f"{_name(page)} didanai sejak {years[0]}. Volume ({activity.satuan}) menurut tahun: "
        f"{'; '.join(each)}. Penanggung jawabnya {activity.opd}."
    )


def _money(page: "ActivityPage") -> str:
    if not page.funded:
        return ""
    whole = sum(page.spending.values())
    if not whole:
        return "Kegiatan ini tidak membebani anggaran."
    funds: dict[str, int] = {}
    for (_, fund), amount in page.spending.items():
        funds[fund or "realisasi"] = funds.get(fund or "realisasi", 0) + amount
    parts = [f"{fund} {rupiah(amount)}" for fund, amount in funds.items()]
    return f"Biayanya {rupiah(whole)} selama cakrawala rencana, yaitu dari {join(parts)}."


def _gain(page: "ActivityPage") -> str:
    if not page.earned:
        return "Kegiatan ini tidak menaikkan pertanyaan mana pun secara langsung."
    if not page.funded:
        return f"Kegiatan ini dapat menaikkan {number(len(page.earned))} pertanyaan."
    raised = [e for e in page.earned if e.points > 0]
    last = page.plan.years[-1]
    if not raised:
        return (
            f"Pada tahun {last} tidak ada jawaban yang turun seandainya kegiatan ini dihapus; "
            "kegiatan lain sudah mencukupi, atau manfaatnya pada tahun lain."
        )
    named = [f"{e.question} ({number(e.points)} poin)" for e in raised]
    return (
        f"Pada tahun {last} kegiatan ini menghasilkan {listed(named, 5)}. Seandainya dihapus tanpa "
        f"pengganti, nilai tertimbang seluruh tahun berkurang {number(page.at_once)} poin."
    )


def _order(page: "ActivityPage") -> str:
    parts = []
    if page.needs:
        parts.append(f"Kegiatan ini membutuhkan {join(list(page.needs))} lebih dahulu.")
    if page.needed_by:
        parts.append(f"Bergantung kepadanya: {listed(list(page.needed_by), 8)}.")
    return " ".join(parts)


def _rivals(page: "ActivityPage") -> str:
    inside = set(page.plan.activities)
    rivals = dict.fromkeys(r for e in page.earned for r in e.rivals)
    chosen = [code for code in rivals if code in inside]
    idle = [code for code in rivals if code not in inside]
    if not rivals:
        return "Tidak ada kegiatan lain untuk pertanyaan yang sama." if page.earned else ""
    parts = []
    if chosen:
        parts.append(f"yang ada dalam rencana {listed(chosen, 6)}")
    if idle:
        parts.append(f"yang tidak dipilih {listed(idle, 6)}")
    return f"Kegiatan lain untuk pertanyaan yang sama: {'; '.join(parts)}."


def _held_back(page: "ActivityPage") -> str:
    tight = [room for room in page.room if room.left <= TIGHT * room.top]
    if page.funded or not tight:
        return ""
    named = [f"{_room(room)} (sisa {rupiah(room.left)})" for room in tight]
    return f"Pagu yang dilalui kegiatan ini dan sudah habis terpakai: {listed(named, 5)}."


def _room(room: "Room") -> str:
    parts = [
        f"tahun {room.year}" if room.year else "semua tahun",
        f"sumber dana {room.fund}" if room.fund else "",
        f"OPD {room.opd}" if room.opd else "",
    ]
    return " ".join(part for part in parts if part)


def _otherwise(page: "ActivityPage") -> list[str]:
    forced, unit = page.forced, unit_of(page.plan)
    verb = "dikeluarkan" if forced.way == "keluar" else "dimasukkan"
    if forced.clash:
        rules = "; ".join(f"{c.words.title}: {c.words.have}" for c in forced.clash)
        return [f"Bila {verb}, terbukti tidak ada rencana yang memenuhi semua aturan: {rules}"]
    if forced.band.least == float("inf"):
        return [f"Bila {verb}, terbukti tidak ada rencana yang memenuhi semua aturan."]
    if forced.plan is None:
        return [f"Bila {verb}, belum ditemukan rencana dalam waktu yang tersedia."]
    difference = forced.plan.cost() - page.plan.cost()
    side = "bertambah" if difference > 0 else "berkurang"
    money = f"biaya {side} {rupiah(abs(difference))}" if difference else "biaya tetap"
    first = (
        f"Bila {verb} dan semua yang lain disusun ulang, rencana terbaik yang ditemukan kehilangan "
        f"{measure(forced.band.seen or 0.0, unit)} dan {money}; kehilangan sebenarnya "
        f"{forced.band.words}."
    )
    lines = [first]
    added = [code for code in forced.added if code != page.code]
    dropped = [code for code in forced.dropped if code != page.code]
    if added:
        lines.append(f"Yang masuk bersamanya: {listed(added, 8)}.")
    if dropped:
        lines.append(f"Yang keluar bersamanya: {listed(dropped, 8)}.")
    return lines
