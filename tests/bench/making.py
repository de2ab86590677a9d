"""How long the build takes: ours against bare Material's of the same words, as the number of pages grows."""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bare import build_bare, build_copy, copy_project, multiply_pages, write_bare_project
from pages.plainness import SOURCES
from table import Row, note, spread

__all__ = ["rows"]

TIMES = (1, 5, 25)
MOST = 2


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


def ours_and_bare(site: Path, folder: Path, times: int) -> tuple[Path, Path]:
    """A copy of this project and a bare one of the words of its `site`, each with its pages `times` over."""
    ours = copy_project(folder / f"ours-{times}")
    bare = write_bare_project(site, folder / f"bare-{times}")
    for project in (ours, bare):
        multiply_pages(project, times)
    return ours, bare


def compared(times: int, ours: Taken, bare: Taken) -> Row:
    clock, processor = ratio(ours.clock, bare.clock), ratio(ours.processor, bare.processor)
    seconds = f"ours {spread(ours.clock, places=1)}, bare Material {spread(bare.clock, places=1)}"
    measured = f"{clock:.2f}: {seconds}; processor's time {processor:.2f}"
    what = f"build, {len(SOURCES) * times} pages, of bare Material"
    return Row(what, measured, f"at most {MOST}, not growing", missed=clock > MOST)


def rows(repeats: int | None) -> Iterator[Row]:
    """The runtime is there already: the first copy's build has made it where it was not."""
    with TemporaryDirectory() as temporary:
        site = build_copy(copy_project(Path(temporary) / "first"))
        for times in TIMES:
            folders = ours_and_bare(site, Path(temporary), times)
            ours, bare = Taken(), Taken()
            for turn in range(repeats or 3):
                ours.add(build_copy, folders[0])
                bare.add(build_bare, folders[1])
                note(f"{times} times, {turn + 1}: ours {ours.clock[-1]:.1f} s, bare {bare.clock[-1]:.1f} s")
            yield compared(times, ours, bare)
