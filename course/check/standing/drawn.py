"""A line chart as SVG, in the colours of the page around it."""

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640, 330
LEFT, RIGHT, TOP, BOTTOM = 62, 12, 14, 48
"""Room for axes and names, in the units of the picture."""
STYLES = ('stroke-width="5.5"', 'stroke-width="2.5"', 'stroke-width="1.3" stroke-dasharray="7 5"')
"""Of the lines in order, such that one that lies on another hides none of it."""


@dataclass(frozen=True)
class Line:
    """A line of a chart, and what it is called."""

    name: str
    points: list[tuple[float, float]]


def chart(lines: Sequence[Line], labels: tuple[str, str], alt: str) -> str:
    """At most three lines on axes with two labels, and their legend; ``alt`` says what they argue."""
    x_ticks, y_ticks = (ticks(*_range(lines, axis)) for axis in (0, 1))

    def place(x: float, y: float) -> tuple[float, float]:
        across = (x - x_ticks[0]) / (x_ticks[-1] - x_ticks[0])
        up = (y - y_ticks[0]) / (y_ticks[-1] - y_ticks[0])
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (
            HEIGHT - TOP - BOTTOM
        )

    parts = []
    for tick in x_ticks:
        x, bottom = place(tick, y_ticks[0])
        parts.append(f'<path class="grid" d="M{x:.1f} {TOP}V{bottom:.1f}"/>')
        parts.append(
            f'<text x="{x:.1f}" y="{bottom + 18:.1f}" text-anchor="middle">{tick:g}</text>'
        )
    for tick in y_ticks:
        left, y = place(x_ticks[0], tick)
        parts.append(f'<path class="grid" d="M{left:.1f} {y:.1f}H{WIDTH - RIGHT}"/>')
        parts.append(f'<text x="{left - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{tick:g}</text>')
    for number, (line, style) in enumerate(zip(lines, STYLES, strict=False)):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in line.points))
        parts.append(f'<polyline class="line{number}" {style} points="{points}"/>')
    x_label, y_label = map(html.escape, labels)
    parts.append(
        f'<text x="{(LEFT + WIDTH) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{x_label}</text>'
    )
    middle = f"14 {(TOP + HEIGHT - BOTTOM) / 2}"
    parts.append(
        f'<text transform="translate({middle}) rotate(-90)" text-anchor="middle">{y_label}</text>'
    )
    drawn = f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{html.escape(alt)}">'
    return f"{drawn}{''.join(parts)}</svg>{_legend(lines)}"


def ticks(low: float, high: float) -> list[float]:
    """Four to eleven round numbers at equal distances, from at most ``low`` to at least ``high``."""
    span = max(high - low, 1e-6)
    power = 10.0 ** math.floor(math.log10(span))
    step = next(power * part for part in (0.1, 0.2, 0.5, 1.0, 2.0) if span / (power * part) <= 8)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [number * step for number in range(first, max(last, first + 1) + 1)]


def _range(lines: Sequence[Line], axis: int) -> tuple[float, float]:
    numbers = [point[axis] for line in lines for point in line.points]
    return min(numbers), max(numbers)


def _legend(lines: Sequence[Line]) -> str:
    names = "".join(
        f'<li><svg viewBox="0 0 40 10" aria-hidden="true"><path class="line{number}" {style} '
        f'd="M0 5H40"/></svg> {html.escape(line.name)}</li>'
        for number, (line, style) in enumerate(zip(lines, STYLES, strict=False))
    )
    return f'<ul class="legend">{names}</ul>'
