"""What a costly file costs the others: `python tests/bench_hostile.py` prints ratios, measured in one run.

For each file of attacks/cost a class of two, whoever handed it in and an honest one, is graded beside a
class of the honest one alone, and so are the feedback pages made. A batch may take twice its time, and
the grader 50 MB more memory. The honest one alone is measured anew each time, since machines change
their speed.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from helpers import boxed, costly

MOST_TIMES = 2.0
MOST_MORE = 50 << 20
"""Bytes."""
STEPS = ("grade", "feedback")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    names = [attack.stem for attack in costly.ATTACKS]
    parser.add_argument("attacks", nargs="*", choices=[*names, []], default=names, metavar="ATTACK")
    chosen = parser.parse_args().attacks
    if boxed.MISSING:
        sys.exit(f"bench_hostile: {boxed.MISSING}")
    with tempfile.TemporaryDirectory() as folder:
        alone = costly.a_class(Path(folder, "alone"), [])
        beyond = []
        for attack in costly.ATTACKS:
            if attack.stem in chosen:
                both = costly.a_class(Path(folder, attack.stem), [attack])
                if not line(attack.stem, alone.folder, both.folder):
                    beyond.append(attack.stem)
    print(f"{len(chosen) - len(beyond)} of {len(chosen)} within the limits")
    sys.exit(", ".join(beyond) or 0)


def line(name: str, alone: Path, both: Path) -> bool:
    """Measure and print one line; whether it is within the limits."""
    said, within = [], True
    for step in STEPS:
        without, told = costly.measured(alone, step), costly.measured(both, step)
        times = sum(told["seconds"].values()) / sum(without["seconds"].values())
        more = told["memory"] - without["memory"]
        within &= times <= MOST_TIMES and more <= MOST_MORE
        said.append(f"{step} {times:4.2f} times, {more >> 20:+4} MB")
    print(f"{name:<32} {'  '.join(said)}{'' if within else '  BEYOND'}", flush=True)
    return within


if __name__ == "__main__":
    main()
