"""How fast the checker answers: natively, and from the page to its worker and back."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

from arms import both
from browsers import browser, name_of
from host import serve
from sets import form, parity_sets
from table import Row
from visit import visit

from checker import Answers, assess, range_for

__all__ = ["rows"]

ROUND_TRIPS = """
const [forms, done] = arguments;
const worker = window.benchWorker;
const times = [];
let asked;
const ask = () => {
  asked = performance.now();
  worker.postMessage({ id: `bench-${times.length}`, call: "show_form", text: forms[times.length] });
};
worker.addEventListener("message", ({ data }) => {
  if (data.failed) done({ failed: data.failed });
  if (data.id !== `bench-${times.length}`) return;
  times.push(performance.now() - asked);
  if (times.length === forms.length) done({ times });
  else ask();
});
ask();
"""
WARM_UP, CALLS = 20, 400
MOST = 10


def a_second(act: Callable[[Answers], object], sets: list[Answers], runs: int) -> float:
    """How many of the sets it answers in a second, in the best of the runs over all of them."""
    rates = []
    for _ in range(runs):
        start = time.perf_counter()
        for answers in sets:
            act(answers)
        rates.append(len(sets) / (time.perf_counter() - start))
    return max(rates)


def round_trips() -> tuple[str, list[float]]:
    """The browser, and how many milliseconds each result took, after the warm-up, from the page and back to it."""
    sets = parity_sets()
    forms = [form(answers) for answers in sets[:: len(sets) // (WARM_UP + CALLS)][: WARM_UP + CALLS]]
    with both() as folders, serve(folders["ours"]) as host, browser("chromium") as driver:
        visit(driver, host.base)
        told = driver.execute_async_script(ROUND_TRIPS, forms)
        if "failed" in told:
            raise RuntimeError(told["failed"])
        return name_of(driver), told["times"][WARM_UP:]


def rows(repeats: int | None) -> Iterator[Row]:
    sets = [Answers(**answers) for answers in parity_sets()]
    runs = repeats or 5
    acts: list[tuple[str, Callable[[Answers], object], int]] = [
        ("range alone", range_for, 20_000),
        ("full result", assess, 1_000),
    ]
    for what, act, least in acts:
        rate = a_second(act, sets, runs)
        wanted = f"at least {least:,} a second"
        yield Row(f"{what}, native, one core", f"{rate:,.0f} a second", wanted, missed=rate < least)
    called, trips = round_trips()
    percentile = statistics.quantiles(trips, n=20)[-1]
    measured = f"{percentile:.1f} ms (median {statistics.median(trips):.1f})"
    yield Row(
        f"worker round trip, {called}, 95th percentile of {len(trips)}",
        measured,
        f"at most {MOST} ms",
        missed=percentile > MOST,
    )
