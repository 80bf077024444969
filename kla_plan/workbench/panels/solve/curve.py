"""The small chart of a running search: best so far and bound against time, as SVG.

It is written anew several times a second, which a drawing library would not do in time.
"""

from collections.abc import Sequence
from html import escape

from kla_plan.indonesian import number
from kla_plan.report.charts.style import MUTED, PALETTE
from kla_plan.solve.door import Progress
from kla_plan.workbench.panels.solve.measure import Measure

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 620, 190, 78, 150, 12, 26
_BEST, _BOUND = PALETTE[0], PALETTE[4]

type Points = list[tuple[float, float]]


def curve(reports: Sequence[Progress], measure: Measure) -> str:
    """Return the chart of the present stage; nothing before there are two points of a line.

    A solver that was only given a plan calls that its bound too, until it has one of its own.
    """
    if not reports:
        return ""
    stage = reports[-1].stage
    seen = [report for report in reports if report.stage == stage]
    best = _line(seen, [r.objective for r in seen], stage, measure)
    bound = _line(seen, [r.bound if r.gap else None for r in seen], stage, measure)
    if len(best) < 2 and len(bound) < 2:
        return ""
    frame = _Frame.around(best + bound, seen)
    words = f"Terbaik sejauh ini dan batas sejak {number(seen[0].seconds, 0)} detik"
    return (
        f'<svg data-testid="grafik-pencarian" role="img" aria-label="{escape(words)}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}">'
        f"{frame.axes(stage)}"
        f"{frame.path(bound, _BOUND, 'batas', dashed=True)}"
        f"{frame.path(best, _BEST, 'terbaik', dashed=False)}</svg>"
    )


def _line(
    seen: Sequence[Progress], values: Sequence[float | None], stage: str, measure: Measure
) -> Points:
    return [
        (report.seconds, measure.scaled(stage, value))
        for report, value in zip(seen, values, strict=True)
        if value is not None
    ]


class _Frame:
    """Where a point of time and value stands in the picture."""

    def __init__(self, times: tuple[float, float], values: tuple[float, float]) -> None:
        self._times, self._values = times, values

    @classmethod
    def around(cls, points: Points, seen: Sequence[Progress]) -> "_Frame":
        """Return the frame of all points; the first wild bounds do not squeeze the rest."""
        heights = sorted(value for _, value in points)
        tail = [value for _, value in points[len(points) // 4 :]] or heights
        low, high = min(tail), max(tail)
        space = (high - low) * 0.08 or abs(high) * 0.01 or 1.0
        begun, now = seen[0].seconds, max(seen[-1].seconds, seen[0].seconds + 1)
        return cls((begun, now), (low - space, high + space))

    def x(self, time: float) -> float:
        """Return the horizontal place of a time."""
        first, last = self._times
        return _LEFT + (time - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        """Return the vertical place of a value; what is outside is drawn at the edge."""
        low, high = self._values
        inside = min(high, max(low, value))
        return _TOP + (high - inside) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)

    def path(self, points: Points, colour: str, name: str, *, dashed: bool) -> str:
        """Return a stepped line with its name at the end."""
        if not points:
            return ""
        steps = [f"M{self.x(points[0][0]):.1f},{self.y(points[0][1]):.1f}"]
        for time, value in points[1:]:
            steps.append(f"H{self.x(time):.1f}V{self.y(value):.1f}")
        steps.append(f"H{self.x(self._times[1]):.1f}")
        dash = ' stroke-dasharray="6 4"' if dashed else ""
        up = -3 if dashed else 12
        return (
            f'<path d="{"".join(steps)}" fill="none" stroke="{colour}" stroke-width="2.5"{dash}/>'
            f'<text x="{_WIDTH - _RIGHT + 6}" y="{self.y(points[-1][1]) + up:.1f}" '
            f'font-size="13" fill="{colour}">{escape(name)}</text>'
        )

    def axes(self, stage: str) -> str:
        """Return both axes with a number at each end."""
        left, right, bottom = _LEFT, _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
        scale, decimals = (10**9, 2) if stage == "biaya" else (1, 1)
        unit = " miliar" if stage == "biaya" else ""
        texts = [
            (left - 6, _TOP + 10, "end", f"{number(self._values[1] / scale, decimals)}{unit}"),
            (left - 6, bottom, "end", f"{number(self._values[0] / scale, decimals)}{unit}"),
            (left, _HEIGHT - 8, "start", f"{number(self._times[0], 0)} detik"),
            (right, _HEIGHT - 8, "end", f"{number(self._times[1], 0)} detik"),
        ]
        words = "".join(
            f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="12" fill="{MUTED}">'
            f"{escape(text)}</text>"
            for x, y, anchor, text in texts
        )
        line = f'<path d="M{left},{_TOP}V{bottom}H{right}" fill="none" stroke="#A0A0A0"/>'
        return line + words
