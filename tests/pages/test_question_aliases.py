"""The words that find a question: each question has some, the page holds them, and a mistake stops the build."""

from __future__ import annotations

import re

import pytest
from chosen import DOCS
from markup import inside, read_page, text

from checker.rulebook import QUESTIONS
from overrides.words.question_aliases import FILE, read_question_aliases

ALIASES = (DOCS / "parts" / FILE).read_text(encoding="utf-8")


@pytest.fixture
def docs(tmp_path):
    (tmp_path / "parts").mkdir()
    return tmp_path


def problems(docs, text: str) -> list[str]:
    (docs / "parts" / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=FILE) as raised:
        read_question_aliases(docs)
    return str(raised.value).splitlines()


def test_every_question_of_the_form_holds_its_words(site):
    form = inside(read_page(site / "check/index.html"), "form[method]")
    aliases = read_question_aliases(DOCS)
    assert set(aliases) == set(QUESTIONS)
    for question, words in aliases.items():
        field = inside(form, f"#q-{question}")
        own = " ".join(text(field).casefold().split())
        held = field.attributes["data-aliases"].split()
        assert len(set(held)) == len(held)
        for word in re.findall(r"[\w'&-]+", " ".join(words).casefold()):
            starts = [each for each in (*held, *re.findall(r"[\w'&-]+", own)) if len(each) > 4]
            assert word in held or word in own or any(map(word.startswith, starts)), (question, word)


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ('colour = ["red"]', "colour"),
        ("colour = []", "colour"),
    ],
)
def test_a_question_that_is_not_there_is_named(docs, row, named):
    assert any(named in problem for problem in problems(docs, f"{ALIASES}\n{row}\n"))


@pytest.mark.parametrize("words", ['"nude"', "[]", "[1]", '["  "]', '["nude", "Nude"]'])
def test_words_that_find_nothing_are_named(docs, words):
    lines = [line for line in ALIASES.splitlines() if not line.startswith("images = ")]
    (problem,) = problems(docs, "\n".join([*lines, f"images = {words}"]))
    assert "images" in problem


def test_a_question_without_words_is_named(docs):
    lines = [line for line in ALIASES.splitlines() if not line.startswith("images = ")]
    (problem,) = problems(docs, "\n".join(lines))
    assert "images" in problem
