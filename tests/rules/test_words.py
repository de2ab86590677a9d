"""What people read is plain, speaks of behaviour, and never labels a child."""

import ast
import re
from pathlib import Path

import pytest
from language import LABELS, not_uk_spelling
from textstat import flesch_kincaid_grade

from checker.cautions import CAUTIONS
from checker.model import Choice
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.reasons import because
from checker.route import ROUTE
from checker.rulebook import INDICATORS, QUESTIONS, RULES, STEPS, UNDECIDED

pytestmark = pytest.mark.reads_code

FOLDER = Path(__file__).parents[2] / "checker"


def texts():
    yield from (because(dict(rule.when)) for rule in RULES)
    for question in QUESTIONS.values():
        yield question.asks
        yield question.help
        yield question.beside
        yield from (option.text for option in question.options) if isinstance(question, Choice) else ()
    yield from (item.text for item in INDICATORS)
    yield from (row.reason for row in UNDECIDED)
    for row in (*ROUTE.values(), *NEEDS_CHILD.values(), *NEEDS_OTHER.values(), *CAUTIONS.values()):
        yield from (line.text for line in row.lines)


def strings(module):
    tree = ast.parse((FOLDER / f"{module}.py").read_text())
    found = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in found if not re.fullmatch(r"c-[a-z0-9-]+", text)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_reason_of_a_rule_is_a_sentence_for_each_answer(rule):
    sentence = r"[A-Z][^.!?]*\."
    assert re.fullmatch(" ".join([sentence] * (len(rule.when) or 1)), because(dict(rule.when)))


def test_the_words_can_be_read_at_grade_11():
    ended = [text if text[-1] in ".?:" else f"{text}." for text in texts() if text]
    assert flesch_kincaid_grade("\n".join(ended)) <= 11


@pytest.mark.parametrize("module", sorted(path.stem for path in FOLDER.glob("*.py")))
def test_no_child_is_labelled_and_the_spelling_is_the_uks(module):
    found = [text for text in strings(module) if LABELS.search(text)]
    assert found == []
    assert [text for text in strings(module) if not_uk_spelling(text)] == []


def still_say(word):
    """The pages and the modules of the checker whose words, clauses and ids apart, say `word`."""
    said = re.compile(rf"\b{word}\b", re.IGNORECASE)
    pages = {
        path: path.read_text("utf-8") for path in (FOLDER.parent / "docs").rglob("*.md") if "policy" not in path.parts
    }
    modules = {path: "\n".join(text for text in strings(path.stem) if " " in text) for path in FOLDER.glob("*.py")}
    texts = {path: re.sub(r"\S*[-/#]\S*", "", text) for path, text in {**pages, **modules}.items()}
    return sorted(str(path.relative_to(FOLDER.parent)) for path, text in texts.items() if said.search(text))


def test_what_still_says_a_word_is_found_in_pages_and_in_the_checker():
    assert {"docs/continuum.md", "checker/needs.py"} <= set(still_say("abusive"))
    assert still_say("problematical") == []


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_nothing_calls_a_step_by_another_word_than_the_one_it_is_shown_by(step):
    title = STEPS[step][0]
    others = [] if title.lower() == step.id else still_say(step.id)
    told = (
        f"{step.id} is shown as {title} (STEPS in checker/rulebook.py); these still say {step.id}: {', '.join(others)}"
    )
    assert not others, told


def test_nothing_offers_a_count_of_indicators():
    assert not [text for text in texts() if re.search(r"\b\d+ (of|out of) (6|six)\b", text)]


def test_every_question_and_every_option_has_words_of_its_own():
    asked = [question.asks for question in QUESTIONS.values()]
    assert len(set(asked)) == len(asked)
    for question in QUESTIONS.values():
        options = [option.text for option in question.options] if isinstance(question, Choice) else []
        assert len(set(options)) == len(options)
        assert all(options)


def test_no_two_rules_give_the_same_reason():
    reasons = [because(dict(rule.when)) for rule in RULES]
    assert len(set(reasons)) == len(reasons)
