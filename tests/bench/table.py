"""The rows that the benchmarks print."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Row", "amount", "laid_out", "note", "spread", "unmeasured"]


@dataclass(frozen=True)
class Row:
    what: str
    measured: str
    wanted: str = ""
    missed: bool = False


def unmeasured(what: str, error: Exception) -> Row:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    told = lines[-1] if "Traceback" in lines[0] else lines[0]
    return Row(what, f"not measured: {told[:120]}", missed=True)


def note(text: str) -> None:
    """Tells whoever waits how far it is; the table alone goes to the standard output."""
    print(text, file=sys.stderr, flush=True)


def spread(values: Sequence[float], unit: str = "s", places: int = 2) -> str:
    """The median, and the least and the most where there are several."""
    middle = f"{statistics.median(values):.{places}f} {unit}"
    if len(values) == 1:
        return middle
    return f"{middle} ({min(values):.{places}f} to {max(values):.{places}f})"


def amount(size: float) -> str:
    return f"{size / 1e6:.2f} MB" if abs(size) >= 1e6 else f"{size / 1e3:.1f} KB"


def laid_out(rows: Iterable[Row]) -> str:
    found = [Row("what", "measured", "wanted"), *rows]
    wide = [max(len(getattr(row, name)) for row in found) for name in ("what", "measured")]
    lines = [
        f"{row.what:{wide[0]}}  {row.measured:{wide[1]}}  {row.wanted}{', missed' * row.missed}".rstrip()
        for row in found
    ]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])
