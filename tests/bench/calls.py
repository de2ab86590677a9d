"""How fast the checker answers: natively, and from the page to its worker and back."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

from arms import both
from browsers import browser, name_of
from host import serve
from sets import fields, parity_sets
from table import Row
from visit import visit

from checker import Answers, assess, range_for

__all__ = ["rows"]

ROUND_TRIPS = """
const [sets, done] = arguments;
const worker = window.benchWorker;
const times = [];
let asked;
const ask = () => {
  asked = performance.now();
  worker.postMessage({ id: `bench-${times.length}`, call: "show_form", text: sets[times.length] });
};
worker.addEventListener("message", ({ data }) => {
  if (data.failed) done({ failed: data.failed });
  if (data.id !== `bench-${times.length}`) return;
  times.push(performance.now() - asked);
  if (times.length === sets.length) done({ times });
  else ask();
});
ask();
"""
WARM_UP, CALLS = 20, 400
MOST = 10


def a_second(act: Callable[[Answers], object], sets: list[Answers], runs: int) -> float:
    """The best run over all sets."""
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        for answers in sets:
            act(answers)
        found.append(len(sets) / (time.perf_counter() - start))
    return max(found)


def round_trips() -> tuple[str, list[float]]:
    """The browser, and milliseconds of each call after the warm-up."""
    sets = [fields(given) for given in parity_sets()[:: 2000 // (WARM_UP + CALLS)][: WARM_UP + CALLS]]
    with both() as folders, serve(folders["ours"]) as host, browser("chromium") as driver:
        visit(driver, host.base)
        found = driver.execute_async_script(ROUND_TRIPS, sets)
        if "failed" in found:
            raise RuntimeError(found["failed"])
        return name_of(driver), found["times"][WARM_UP:]


def rows(repeats: int | None) -> Iterator[Row]:
    sets = [Answers(**given) for given in parity_sets()]
    runs = repeats or 5
    acts: list[tuple[str, Callable[[Answers], object], int]] = [
        ("range alone", range_for, 20_000),
        ("full result", assess, 1_000),
    ]
    for what, act, least in acts:
        found = a_second(act, sets, runs)
        wanted = f"at least {least:,} a second"
        yield Row(f"{what}, native, one core", f"{found:,.0f} a second", wanted, missed=found < least)
    called, trips = round_trips()
    percentile = statistics.quantiles(trips, n=20)[-1]
    measured = f"{percentile:.1f} ms (median {statistics.median(trips):.1f})"
    yield Row(
        f"worker round trip, {called}, 95th percentile of {len(trips)}",
        measured,
        f"at most {MOST} ms",
        missed=percentile > MOST,
    )
