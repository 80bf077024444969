"""Several plans on one page that any browser shows, prints, and Word opens."""

from base64 import b64encode
from html import escape

from kla_plan.report.charts import png
from kla_plan.report.sentences.comparison import overview
from kla_plan.report.tables.comparison import Plans
from kla_plan.runs.comparison_chart import comparison_chart
from kla_plan.runs.pages import comparison as tables

_STYLE = (
    "body{font:15px/1.5 Arial,sans-serif;color:#1a1a1a;max-width:72rem;margin:2rem auto;"
    "padding:0 1rem}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}"
    "table{font-size:13px}"
    "img{max-width:100%;width:720px}"
    "@media print{body{margin:0;max-width:none}tr,img{break-inside:avoid}}"
)
_ALT = "Perkiraan nilai setelah verifikasi dan anggaran per tahun, satu garis setiap rencana."


def comparison_page(plans: Plans) -> str:
    """Return the page as HTML that needs no other file."""
    region = next(iter(plans.values())).pack.profile.full_name
    title = f"Perbandingan {len(plans)} rencana KLA {region}"
    picture = b64encode(png(comparison_chart(plans))).decode()
    parts = [
        f"<h1>{escape(title)}</h1>",
        "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in overview(plans)) + "</ul>",
        _part("Ringkasan", tables.key_figures(plans)),
        (
            f'<h2>Jalannya nilai dan anggaran</h2><img alt="{_ALT}" '
            f'src="data:image/png;base64,{picture}">'
        ),
        _part("Per tahun: nilai setelah verifikasi dan anggaran", tables.by_year(plans)),
        _part("Sasaran", tables.targets(plans), "Tidak ada sasaran pada skenario-skenario ini."),
        _part("Pengaturan yang berbeda", tables.settings(plans), "Semua pengaturan sama."),
        _part("Kegiatan yang berbeda", tables.activities(plans), "Semua kegiatan sama."),
        (
            "<p><em>Nilai setelah verifikasi adalah perkiraan; predikat resmi ditetapkan melalui "
            "evaluasi nasional.</em></p>"
        ),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><title>{escape(title)}'
        f"</title><style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


def _part(title: str, table: tables.Beside, nothing: str = "") -> str:
    return f"<h2>{escape(title)}</h2>{table.html(nothing)}"
