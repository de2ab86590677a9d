"""How long the result of each example is: in screens and in words, and how much of it is said again.

    uv run poe lengths [SITE]

Folded parts are closed, and nothing but the result is measured: from its first heading to its last line.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from browser import engine
from browser.page import Page
from serving import serving

from checker.examples import read_examples
from overrides.serve import Site

ROOT = Path(__file__).parents[2]
SCREENS = ((1280, 800), (390, 844))
RUN = 6
MEASURED = """
const result = document.querySelector("[data-outcome]");
const actions = [...result.querySelectorAll("[data-today]")].map((row) => row.getBoundingClientRect().bottom);
const act = result.querySelector(".act");
return {
  height: result.getBoundingClientRect().height / innerHeight,
  text: result.innerText,
  today: Math.max(0, ...actions) / innerHeight,
  act: act ? act.getBoundingClientRect().bottom / innerHeight : 0,
};
"""


def said_again(text: str) -> float:
    """The share of runs of six words that stood there before."""
    words = [word.strip(".,:;?!()\u201c\u201d").lower() for word in text.split()]
    runs = [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
    return 1 - len(set(runs)) / len(runs) if runs else 0.0


def line(name: str, figures: Sequence[float]) -> str:
    return f"{name:36}" + "".join(f"{figure:9.2f}" for figure in figures)


def main(site: Path) -> None:
    rows = []
    with serving(site, Site) as base, engine.starter("chromium") as start:
        page = Page(start(), base)
        for example in read_examples(ROOT / "docs/examples"):
            row = []
            for width, height in SCREENS:
                page.emulate(width=width, height=height)
                page.open(f"check/?example={example.id}")
                page.until_result()
                page.until("return document.activeElement.id.startsWith('result-')")
                found = page.run(MEASURED)
                row += [found["height"], found["today"], found["act"]]
            text = found["text"]
            rows.append([*row, len(text.split()), 100 * said_again(text)])
            print(line(example.id, rows[-1]), flush=True)
    columns = list(zip(*rows, strict=True))
    print(line("median", [median(column) for column in columns]))
    print(line("most", [max(column) for column in columns]))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
