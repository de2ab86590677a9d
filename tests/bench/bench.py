"""Measures and prints the figures; nothing here fails because a machine is slow."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from table import Row, laid_out, note, unmeasured

PARTS = (
    "startup",
    "double_click",
    "slow",
    "bytes",
    "steps",
    "weight",
    "making",
    "lighthouse",
    "memory",
    "calls",
    "axe",
    "plain",
    "search",
)
"""Each is the module of its name, whose `rows(repeats)` measures; without `repeats`, as often as the figures want."""


def measured(part: str, repeats: int | None) -> list[Row]:
    """The part's rows; where it breaks off, those it had and why."""
    note(f"{part} ...")
    rows = []
    try:
        for row in importlib.import_module(part).rows(repeats):
            note(f"  {row.what}: {row.measured}")
            rows.append(row)
    except Exception as error:  # noqa: BLE001 (the other parts are measured all the same)
        rows.append(unmeasured(part, error))
    return rows


def parts(text: str) -> list[str]:
    names = text.split(",")
    unknown = [part for part in names if part not in PARTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: choose from {', '.join(PARTS)}")
    return names


def times(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 up")
    return int(text)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure and print the figures.")
    parser.add_argument("--only", type=parts, default=PARTS, metavar="PART,...", help=", ".join(PARTS))
    parser.add_argument("--repeats", type=times, metavar="N", help="how often; else as often as each figure wants")
    options = parser.parse_args()
    table = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what the build's tools say is not of the table
    rows = [row for part in options.only for row in measured(part, options.repeats)]
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n\n{laid_out(rows)}", file=table, flush=True)


if __name__ == "__main__":
    main()
