"""How long the build takes: ours against bare Material's of the same words, as the number of pages grows."""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bare import bare_build, bare_project, copies, project, project_build
from pages.plainness import SOURCES
from table import Row, note, spread

__all__ = ["rows"]

TIMES = (1, 5, 25)


@dataclass
class Taken:
    """Seconds by the clock, and of the processor's time, which other work on the machine lengthens less."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def add(self, build: Callable[[Path], object], folder: Path) -> None:
        start, before = time.perf_counter(), of_children()
        build(folder)
        self.clock.append(time.perf_counter() - start)
        self.processor.append(of_children() - before)


def of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ratio(ours: list[float], bare: list[float]) -> float:
    return statistics.median(ours) / statistics.median(bare)


def rows(repeats: int | None) -> Iterator[Row]:
    """The runtime is there already: each project was built once before."""
    with TemporaryDirectory() as temporary:
        first = project(Path(temporary) / "first")
        site = project_build(first)
        for times in TIMES:
            ours = project(Path(temporary) / f"ours-{times}")
            bare = bare_project(site, Path(temporary) / f"bare-{times}")
            for folder in (ours, bare):
                copies(folder, times)
            made, bare_made = Taken(), Taken()
            for turn in range(repeats or 3):
                made.add(project_build, ours)
                bare_made.add(bare_build, bare)
                note(f"{times} times, {turn + 1}: ours {made.clock[-1]:.1f} s, bare {bare_made.clock[-1]:.1f} s")
            measured = (
                f"{ratio(made.clock, bare_made.clock):.2f}: ours {spread(made.clock, places=1)}, "
                f"bare Material {spread(bare_made.clock, places=1)}; "
                f"processor's time {ratio(made.processor, bare_made.processor):.2f}"
            )
            yield Row(f"build, {len(SOURCES) * times} pages, of bare Material", measured, "at most 2, not growing")
