"""The search as somebody uses it, and the pages that a question finds."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from browser.engine import Chromium
from chosen import SETTINGS
from selenium.webdriver.support.ui import WebDriverWait

__all__ = ["Asked", "answered", "found_by", "search", "share"]

NOTE_HOW_IT_BEGINS = """
window.Worker = class extends Worker {
  constructor(address, ...more) {
    super(address, ...more);
    this.address = address;
  }
  postMessage(message, ...more) {
    if (message.type === 0) window.searching = [this.address, message];
    super.postMessage(message, ...more);
  }
};
"""
ASK = """
const [questions, done] = arguments;
const [address, begin] = searching;
const worker = new Worker(address);
const results = [];
worker.onmessage = ({ data: { type, data } }) => {
  if (type === 1) for (const question of questions) worker.postMessage({ type: 2, data: question });
  if (type !== 3) return;
  const pages = data.items.map((group) => group.find(({ location }) => !location.includes("#")).location);
  results.push(pages.slice(0, 5));
  if (results.length < questions.length) return;
  worker.terminate();
  done(results);
};
worker.postMessage(begin);
"""
"""The numbers are the theme's: 0 begins, 1 has begun, 2 asks, 3 answers."""


@dataclass(frozen=True)
class Asked:
    """A question, and the pages of which one should be among the first."""

    question: str
    pages: tuple[str, ...]


def asked() -> list[Asked]:
    rows = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))["page"]
    own = {"area": SETTINGS["publisher"]["area"], "procedures": SETTINGS["procedures"]}
    return [Asked(question.format_map(own), tuple(row["paths"])) for row in rows for question in row["asked"]]


def found_by(driver: Chromium, base: str, questions: Iterable[str]) -> list[list[str]]:
    """The first five pages that each question finds, best first, by the search of the site whose root is `base`.

    The questions go to a worker that is begun as the page begins its own, and not through what shows its answers.
    """
    noting = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": NOTE_HOW_IT_BEGINS})
    driver.get(base)
    driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", noting)
    WebDriverWait(driver, 60, poll_frequency=0.05).until(lambda _: driver.execute_script("return window.searching"))
    return driver.execute_async_script(ASK, list(questions))


def answered(driver: Chromium, base: str) -> list[tuple[Asked, list[str]]]:
    """Each question of `questions.toml` with the pages that it finds."""
    questions = asked()
    return list(zip(questions, found_by(driver, base, [each.question for each in questions]), strict=True))


def search(page, words: str) -> None:
    """Open the search of the page that is open, and type."""
    page.run("document.querySelector('[data-open-search]').click()")
    page.until("return document.activeElement.matches('.md-search__input')")
    page.driver.switch_to.active_element.send_keys(words)


def share(rows: list[tuple[Asked, list[str]]], first: int) -> float:
    """The share of questions with one of their pages among the `first` found."""
    return sum(bool(set(each.pages) & set(found[:first])) for each, found in rows) / len(rows)
