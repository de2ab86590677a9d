"""The rows that the benchmarks print."""

from __future__ import annotations

import statistics
import sys
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Row", "amount", "laid_out", "note", "spread", "unmeasured"]

MESSAGE = 160
"""The most characters of an error that the table tells."""


@dataclass(frozen=True)
class Row:
    """A figure: what was measured, what came out, what is wanted, and whether that was missed."""

    what: str
    measured: str
    wanted: str = ""
    missed: bool = False


def unmeasured(what: str, error: Exception) -> Row:
    """A row that says why there is no figure; the whole message goes to whoever waits."""
    message = str(error).strip()
    if not isinstance(error, RuntimeError):
        message = f"{type(error).__name__}: {message}"
    note(f"{what}, not measured: {message}")
    return Row(what, f"not measured: {on_one_line(message)}", missed=True)


def on_one_line(message: str) -> str:
    """The first words of an error's message, none of them cut in two; of a traceback, its last line."""
    before, traceback, after = message.partition("Traceback (most recent call last):")
    if traceback:
        message = f"{before}{after.splitlines()[-1]}"
    return textwrap.shorten(message.partition("Stacktrace:")[0], MESSAGE, placeholder=" …")


def note(text: str) -> None:
    """Tell whoever waits how far it is. Only the table goes to the standard output."""
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
    """The table as text, each column as wide as it needs."""
    lines = [Row("what", "measured", "wanted"), *rows]
    what, measured = (max(len(getattr(row, column)) for row in lines) for column in ("what", "measured"))
    heading, *texts = (
        f"{row.what:{what}}  {row.measured:{measured}}  {row.wanted}{', missed' * row.missed}".rstrip() for row in lines
    )
    return "\n".join([heading, "-" * max(map(len, [heading, *texts])), *texts])
