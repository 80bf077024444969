"""``python -m benchmarks.family``: measure the family, sum it up, draw its charts.

``--sizes 50,150 --seeds 1-5 --limit 60 --opponents ours,textbook_highs`` choose a part; what has
been measured is kept and not measured again. ``--no-growth`` leaves out the horizons of other
lengths. Nothing else should run on the machine meanwhile.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks.family.generate import SEEDS, SIZES, TIGHTNESS
from benchmarks.family.opponents import OPPONENTS
from benchmarks.family.report import measure_and_report
from benchmarks.family.run import LIMIT, Wish


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for; return the exit code."""
    asked = _parser().parse_args(arguments)
    wish = Wish(
        sizes=asked.sizes,
        tightness=asked.tightness,
        seeds=asked.seeds,
        opponents=asked.opponents,
        limit=asked.limit,
        threads=asked.threads,
        growth=asked.growth,
    )
    missing = measure_and_report(wish, asked.out)
    for name in missing:
        packages = ", ".join(OPPONENTS[name].missing)
        print(f"{OPPONENTS[name].label}: tidak terpasang ({packages})", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.family", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=SIZES)
    parser.add_argument("--seeds", type=_numbers, default=SEEDS)
    parser.add_argument("--tightness", type=_among(TIGHTNESS), default=tuple(TIGHTNESS))
    parser.add_argument("--opponents", type=_among(OPPONENTS), default=tuple(OPPONENTS))
    parser.add_argument("--limit", type=float, default=LIMIT)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--growth", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--out", type=Path, help="folder for a trial; default: the project's own")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    """Read ``1,3`` and ``1-5``."""
    numbers: list[int] = []
    for part in text.split(","):
        first, dash, last = part.partition("-")
        numbers += range(int(first), int(last) + 1) if dash else [int(first)]
    return tuple(numbers)


def _among(known: Iterable[str]) -> Callable[[str], tuple[str, ...]]:
    """Return a reader of names with commas between, all of them known."""
    choices = tuple(known)

    def read(text: str) -> tuple[str, ...]:
        names = tuple(text.split(","))
        unknown = [name for name in names if name not in choices]
        if unknown:
            message = f"{', '.join(unknown)}: choose from {', '.join(choices)}"
            raise argparse.ArgumentTypeError(message)
        return names

    return read


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
