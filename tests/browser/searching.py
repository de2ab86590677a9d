"""The search as somebody uses it: a question is typed, and the pages that it finds are read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Asked", "answered", "found_by", "search", "share"]

TYPE = """
const [questions, done] = arguments;
const query = document.querySelector(".md-search__input");
const found = document.querySelector(".md-search-result__list");
const meta = document.querySelector(".md-search-result__meta");
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const typed = (text) => {
  query.value = text;
  query.dispatchEvent(new Event("keyup"));
};
const settled = async (quiet) => {
  let last, same = 0;
  for (let i = 0; i < 200 && same < 4; i++) {
    await pause(20);
    const now = meta.textContent + found.innerHTML.length;
    same = now === last && now.includes(quiet) ? same + 1 : 0;
    last = now;
  }
};
(async () => {
  query.focus();
  const results = [];
  for (const question of questions) {
    typed("");
    await settled("Type to start");
    typed(question);
    await settled("match");
    const items = [...found.querySelectorAll(":scope > .md-search-result__item")].slice(0, 5);
    results.push(items.map((item) => item.querySelector("a").pathname.slice(1)));
  }
  done(results);
})();
"""


@dataclass(frozen=True)
class Asked:
    """A question, and the pages of which one should be among the first."""

    question: str
    pages: tuple[str, ...]


def asked() -> list[Asked]:
    rows = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))["page"]
    return [Asked(question, tuple(row["paths"])) for row in rows for question in row["asked"]]


def found_by(driver, base: str, questions: Iterable[str]) -> list[list[str]]:
    """The first five pages that each question finds, best first. `base` is the site's own root."""
    driver.get(base)
    return driver.execute_async_script(TYPE, list(questions))


def answered(driver, base: str) -> list[tuple[Asked, list[str]]]:
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
