"""From the moment that the page creates its worker to its first result: ours against stock Pyodide."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from arms import ARMS, STOCK, both
from browsers import BROWSERS, browser, name_of
from host import Host, serve
from table import Row, note, spread, unmeasured
from visit import Visit, visit

__all__ = ["compared", "rows", "seconds", "served", "visits_of"]

WANTED = {"chromium": 0.30, "firefox": 0.33, "webkit": 0.30}
WARM = 0.30
LEAST_LONGTASK = 50
LONGEST_BLOCK = 50


@contextmanager
def served(folders: dict[str, Path], bytes_a_second: float | None = None) -> Iterator[dict[str, Host]]:
    """Each arm's own server, all of them alike."""
    with ExitStack() as stack:
        yield {
            arm: stack.enter_context(serve(folder, bytes_a_second=bytes_a_second)) for arm, folder in folders.items()
        }


def compared(what: str, seconds: dict[str, list[float]], most: float | None = None) -> Row:
    ratio = statistics.median(seconds["ours"]) / statistics.median(seconds["stock"])
    measured = f"{ratio:.2f}: ours {spread(seconds['ours'])}, stock {spread(seconds['stock'])}"
    if most is None:
        return Row(what, measured)
    return Row(what, measured, f"at most {most:.2f}", missed=round(ratio, 2) > most)


def blocks(visits: list[Visit]) -> list[float]:
    return [visit.block for visit in visits]


def block(visits: list[Visit]) -> str:
    """How long the page could not answer: browsers tell of no task that is shorter than `LEAST_LONGTASK`."""
    times = blocks(visits)
    if visits[0].longtasks and statistics.median(times) < LEAST_LONGTASK:
        return f"under {LEAST_LONGTASK} ms (worst {max(times):.0f})" if max(times) else f"under {LEAST_LONGTASK} ms"
    return spread(times, "ms", 0)


Visits = dict[tuple[str, int], list[Visit]]
"""By arm, and by how often the profile had been there before."""


def seconds(visits: Visits, number: int) -> dict[str, list[float]]:
    return {arm: [visit.seconds for visit in visits[arm, number]] for arm in ARMS}


def visits_of(name: str, hosts: dict[str, Host], repeats: int, visits: int) -> tuple[str, Visits]:
    """What the browser calls itself, and visits in pairs that take turns at being first.

    Raises RuntimeError where an arm did not run what it stands for.
    """
    made: Visits = defaultdict(list)
    for turn in range(repeats):
        for arm in ARMS if turn % 2 else reversed(ARMS):
            with browser(name) as driver:
                called = name_of(driver)
                for number in range(visits):
                    made[arm, number].append(visit(driver, hosts[arm].base))
            if (arm == "stock") != any(sent.path.startswith(STOCK) for sent in hosts[arm].sent):
                raise RuntimeError(f"{arm} loaded the other's Pyodide")
            note(f"{called}, pair {turn + 1} of {repeats}, {arm}: {made[arm, 0][-1].seconds:.2f} s")
    return called, made


def of_browser(name: str, hosts: dict[str, Host], repeats: int) -> Iterator[Row]:
    called, visits = visits_of(name, hosts, repeats, visits=2)
    for number, (temperature, wanted) in enumerate((("cold", WANTED[name]), ("warm", WARM))):
        what = f"first result, {called}, {temperature}, of stock"
        yield compared(what, seconds(visits, number), wanted)
    how = "longest task" if visits["ours", 0][0].longtasks else "longest gap of a 10 ms timer"
    measured = ", ".join(f"{arm} {block(visits[arm, 0])}" for arm in ARMS)
    missed = statistics.median(blocks(visits["ours", 0])) > LONGEST_BLOCK
    yield Row(
        f"page blocked meanwhile, {called}, cold, {how}", measured, f"ours at most {LONGEST_BLOCK} ms", missed=missed
    )


def rows(repeats: int | None) -> Iterator[Row]:
    with both() as folders, served(folders) as hosts:
        for name in BROWSERS:
            try:
                yield from of_browser(name, hosts, repeats or 7)
            except Exception as error:  # noqa: BLE001 (the other browsers are measured all the same)
                yield unmeasured(f"first result, {name}", error)
