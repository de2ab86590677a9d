"""From eight known answers to a copied record, and from a result to another: clicks, keys and scrolling.

    uv run poe clicks [SITE]

Each thing is pressed where it stands, after as little scrolling as brings it whole onto the screen.
"""

from __future__ import annotations

import sys
from pathlib import Path

from browser import engine
from browser.page import Page
from serving import serving

from checker.rulebook import TOPICS
from overrides.serve import Site

ROOT = Path(__file__).parents[2]
EIGHT = {
    "age": "13",
    "involved": "child",
    "other_age": "6",
    "consent": "unwanted",
    "power": "unequal",
    "pressure": "manipulation",
    "intrusion": "slight",
    "frequency": "repeated",
}
PRESSED = """
const [selector, text] = arguments;
const shown = [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
const target = shown.find((each) => !text || each.textContent === text);
const before = scrollY;
const { top, bottom } = target.getBoundingClientRect();
const foot = document.querySelector(".all .beside")?.getBoundingClientRect();
const low = foot && foot.top > 100 && !target.closest(".beside") ? foot.top : innerHeight;
const head = document.querySelector(".md-header").getBoundingClientRect().bottom;
if (bottom > low) scrollBy({ top: bottom - low, behavior: "instant" });
else if (top < head) scrollBy({ top: top - head, behavior: "instant" });
const scrolled = Math.abs(scrollY - before) / innerHeight;
target.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
target.click();
return scrolled;
"""
COPIED = "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }"


class Walk:
    """What a reader presses, one after the other."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0
        self.scrolled = 0.0

    def press(self, selector: str, text: str = "") -> None:
        self.scrolled += self.page.run(PRESSED, selector, text)
        self.pressed += 1

    def answer(self, question: str, value: str) -> None:
        if "age" in question:
            self.press(f"#q-{question} [data-chosen]", value)
        else:
            self.press(f"label[for=q-{question}-{value}]")

    def show_and_copy(self) -> None:
        self.press("[type=submit]")
        self.page.until_result()
        self.page.until("return document.activeElement.id.startsWith('result-')")
        self.press(".act [data-copy]")
        self.page.until("return window.copied")


AT = "return document.querySelector('.topic:not([hidden]) h2').id"


def go_to(walk: Walk, topic: str) -> None:
    """By the way on where it is the next, else by the list of topics where that is shown, or on and on."""
    places = [f"topic-{each.id}" for each in TOPICS]
    link = f".ways a[href='#{topic}']"
    while (at := walk.page.run(AT)) != topic:
        listed = walk.page.run(f"return document.querySelector(`{link}`).checkVisibility()")
        further = places.index(topic) - places.index(at) > 1
        walk.press(link if listed and further else ".topic:not([hidden]) [data-next]", "" if further else "Continue")


def by_topics(page: Page) -> Walk:
    walk = Walk(page)
    for topic in TOPICS:
        known = [question for question in topic.questions if question in EIGHT]
        if known:
            go_to(walk, f"topic-{topic.id}")
        for question in known:
            walk.answer(question, EIGHT[question])
    walk.show_and_copy()
    return walk


def on_one_page(page: Page) -> Walk:
    walk = Walk(page)
    walk.press(".ways a[href='#questions']")
    for topic in TOPICS:
        for question in topic.questions:
            if question in EIGHT:
                walk.answer(question, EIGHT[question])
    walk.show_and_copy()
    return walk


def changed(page: Page) -> Walk:
    walk = Walk(page)
    walk.press("[data-id=pressure] .change")
    walk.press("label[for=q-pressure-coercion]")
    page.until("return document.activeElement.matches('.changed-answers')")
    return walk


WAYS = (("a topic at a time", by_topics), ("all on one page", on_one_page))


def main(site: Path) -> None:
    with serving(site, Site) as base, engine.starter("chromium") as start:
        page = Page(start(), base)
        for width, height in ((1280, 720), (390, 844)):
            page.emulate(width=width, height=height)
            for name, way in WAYS:
                page.open("check/")
                page.until_state("ready")
                page.run(COPIED)
                walk = way(page)
                print(f"{width}x{height} {name:18} {walk.pressed:3} clicks, {walk.scrolled:.1f} screens scrolled")
                again = changed(page)
                print(f"{width}x{height} one answer changed {again.pressed:2} clicks, {again.scrolled:.1f} screens")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
