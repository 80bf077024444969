"""Sentences about money: the whole, the years, the parts, what comes after the horizon."""

from kla_plan.indonesian import join, percent, rupiah, rupiah_short, terbilang
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.words import count, period
from kla_plan.report.tables import REALISED_FUND, Dimension, budget

_NOUNS: dict[Dimension, str] = {
    "opd": "perangkat daerah penanggung jawab",
    "klaster": "klaster",
    "sumber_dana": "sumber dana",
}


def total(plan: Plan) -> str:
    """State the rupiah of the whole horizon, in figures and in words."""
    amount = plan.cost()
    span = period(plan.years)
    if amount == 0:
        return f"Rencana aksi {span} tidak memerlukan belanja tambahan."
    return (
        f"Kebutuhan anggaran rencana aksi {span} seluruhnya {rupiah(amount)} "
        f"({terbilang(amount)} rupiah)."
    )


def by_year(plan: Plan) -> str:
    """Say in which year most and least is spent, and in which years nothing."""
    spent = {year: plan.cost(year) for year in plan.years}
    used = {year: amount for year, amount in spent.items() if amount}
    if not used:
        return "Tidak ada belanja yang direncanakan pada tahun mana pun."
    parts = []
    high, low = max(used, key=lambda y: used[y]), min(used, key=lambda y: used[y])
    if len(used) == 1:
        parts.append(f"Seluruh belanja direncanakan pada tahun {high}.")
    elif used[high] == used[low]:
        parts.append(f"Belanja setiap tahun sama besar, yaitu {rupiah_short(used[high])}.")
    else:
        parts.append(
            f"Kebutuhan terbesar jatuh pada tahun {high}, yaitu {rupiah_short(used[high])}, dan "
            f"terkecil pada tahun {low}, yaitu {rupiah_short(used[low])}."
        )
    idle = [str(year) for year, amount in spent.items() if not amount]
    if idle:
        parts.append(f"Pada tahun {join(idle)} tidak ada belanja yang direncanakan.")
    return " ".join(parts)


def by_group(plan: Plan, by: Dimension) -> str:
    """Say which parts take the largest shares; empty where nothing is spent."""
    table = budget(plan, by)
    table = table[(table["jumlah"] > 0) & (table["kode"] != REALISED_FUND)]
    whole = plan.cost()
    if table.empty:
        return ""
    largest = table.sort_values("jumlah", ascending=False, kind="stable").head(3)
    rows = largest.to_dict("records")
    names = [
        f"{_named(row, by)} ({rupiah_short(row['jumlah'])} atau {percent(row['jumlah'] / whole)})"
        for row in rows
    ]
    if len(table) == 1:
        return f"Seluruh anggaran yang direncanakan berada pada {names[0]}."
    opening = f"Anggaran tersebar pada {count(len(table), _NOUNS[by])}."
    rest = f", disusul {join(names[1:])}" if names[1:] else ""
    return f"{opening} Porsi terbesar berada pada {names[0]}{rest}."


def _named(row: dict[object, object], by: Dimension) -> str:
    return str(row["nama"]).replace(" — ", ": ") if by == "klaster" else str(row["nama"])


def realised(plan: Plan) -> str:
    """Say how much of the sum is already spent; empty where no year is realised."""
    years = [year for year in plan.years if year <= plan.pack.last_realised_year]
    if not years:
        return ""
    spent = sum(plan.cost(year) for year in years)
    return (
        f"Dari jumlah tersebut, {rupiah(spent)} merupakan realisasi tahun {period(years)}; sumber "
        "dana realisasi tidak dirinci."
    )


def after(plan: Plan) -> str:
    """Say what falls due after the last year; empty where nothing does."""
    due = {year: amount for year, amount in sorted(plan.after_horizon.items()) if amount}
    if not due:
        return ""
    years = list(due)
    amounts = [f"{rupiah(amount)} pada tahun {year}" for year, amount in due.items()]
    return (
        f"Setelah tahun {plan.years[-1]} masih terdapat kewajiban pemeliharaan dan pembayaran "
        f"lanjutan sebesar {join(amounts)}, yang perlu dicadangkan dalam dokumen perencanaan "
        "berikutnya."
        if len(years) <= 3
        else f"Setelah tahun {plan.years[-1]} masih terdapat kewajiban pemeliharaan dan pembayaran "
        f"lanjutan {rupiah(sum(due.values()))} selama {period(years)}, yang perlu dicadangkan "
        "dalam dokumen perencanaan berikutnya."
    )


def unfunded(plan: Plan) -> str:
    """Say how many activities need no money of the region's budget."""
    paid = {activity for activity, _, _ in plan.spending}
    free = [code for code in plan.activities if code not in paid]
    if not free:
        return ""
    outside = [c for c in free if plan.pack.opds[plan.pack.activities[c].opd].jenis != "apbd"]
    text = f"{count(len(free), 'kegiatan', start=True)} tidak memerlukan belanja"
    if not outside:
        return f"{text} karena dilaksanakan sebagai tugas rutin perangkat daerah."
    if len(outside) == len(free):
        return f"{text} APBD karena dilaksanakan oleh instansi vertikal atau mitra."
    return (
        f"{text}; {count(len(outside), 'kegiatan')} di antaranya dilaksanakan oleh instansi "
        "vertikal atau mitra, selebihnya sebagai tugas rutin perangkat daerah."
    )
