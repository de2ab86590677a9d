"""The first result over a line of 10 Mbit/s: what is fetched, compressed, takes its time on it."""

from __future__ import annotations

from collections.abc import Iterator

from arms import both
from host import TEN_MEGABIT
from startup import compared, seconds, served, visits_of
from table import Row

__all__ = ["rows"]


def rows(repeats: int | None) -> Iterator[Row]:
    with both() as folders, served(folders, TEN_MEGABIT) as hosts:
        called, visits = visits_of("chromium", hosts, repeats or 3, visits=1)
        yield compared(f"first result, {called}, cold, 10 Mbit/s, of stock", seconds(visits, 0))
