"""Measures and prints the checker's speed; nothing here fails because a machine is slow."""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import engine
from serving import serving
from sets import parity_sets

from checker import Answers, assess, range_for
from overrides.publish.build import build

ROUND_TRIPS = """
const [sets, done] = arguments;
const worker = new Worker(new URL("assets/checker/worker.js", document.baseURI), { type: "module" });
const times = [];
let asked;
const ask = () => {
  asked = performance.now();
  worker.postMessage({ id: times.length, call: "result_json", text: sets[times.length] });
};
worker.onmessage = ({ data }) => {
  if (data.failed) done([]);
  if (data.answer) times.push(performance.now() - asked);
  if (times.length === sets.length) done(times);
  else ask();
};
"""
WARM_UP, CALLS = 20, 400


def a_second(act, sets: list[Answers]) -> float:
    """The best of five runs over all sets."""
    runs = []
    for _ in range(5):
        start = time.perf_counter()
        for answers in sets:
            act(answers)
        runs.append(len(sets) / (time.perf_counter() - start))
    return max(runs)


def round_trips() -> list[float]:
    """Milliseconds of each call after the warm-up, from the page to the worker and back."""
    sets = [json.dumps(given) for given in parity_sets()[:: 2000 // (WARM_UP + CALLS)][: WARM_UP + CALLS]]
    driver = engine.start()
    try:
        driver.set_script_timeout(120)
        with serving(build()) as base:
            driver.get(base)
            return driver.execute_async_script(ROUND_TRIPS, sets)[WARM_UP:]
    finally:
        driver.quit()


def main() -> None:
    sets = [Answers(**given) for given in parity_sets()]
    trips = round_trips()
    percentile = statistics.quantiles(trips, n=20)[-1]
    rows = [
        ("the range alone, native, one core", f"{a_second(range_for, sets):,.0f} a second", "20,000 a second"),
        ("a full result, native, one core", f"{a_second(assess, sets):,.0f} a second", "1,000 a second"),
        (f"worker round trip, 95th percentile of {len(trips)}", f"{percentile:.1f} ms", "at most 10 ms"),
        ("worker round trip, median", f"{statistics.median(trips):.1f} ms", ""),
    ]
    for what, measured, wanted in rows:
        print(f"{what:48} {measured:>20}   {wanted}")


if __name__ == "__main__":
    main()
