"""A tree's shape: its elements with their attributes, and "…" for words. Run it to print that of the page below.

The styles, the scripts and the tests of the pages go by these names. `page.txt` has the shape of the page of `ROWS`, a
result put together by hand, so that no rule, question or sentence that changes changes it.
"""

from dataclasses import replace
from pathlib import Path

from checker import Answers, Step, assess
from checker.cautions import CAUTIONS
from checker.model import Choice, Range
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.page import page_tree
from checker.reasons import because
from checker.result import Change, Enough, OnlyTogether, Reason
from checker.route import ROUTE
from checker.rulebook import INDICATORS, QUESTIONS, RULES

PAGE = Path(__file__).with_name("page.txt")
WIDTH = 100
ABUSIVE = Range(Step.ABUSIVE, Step.VIOLENT)
RULE = {rule.id: rule for rule in RULES}
LEFT_OUT = ("danger", "trauma", "power", "harm")
ANSWERS = Answers(
    **{
        **{q.id: q.ids()[0] for q in QUESTIONS.values() if isinstance(q, Choice) and q.id not in LEFT_OUT},
        "age": 14,
        "involved": "child",
        "other_age": 11,
        "imbalance": ["age", "strength"],
    }
)


def met(rule, **answers):
    return Reason(RULE[rule], answers, because(answers))


ROWS = replace(
    assess(ANSWERS),
    range=ABUSIVE,
    reasons=(met("consent-lacking", consent="lacking"),),
    noted=(met("image-asked-for", images="asked_for"), met("floor")),
    only_together=(OnlyTogether("frequency", "repeated", ("consent", "power")),),
    no_sign=("violence",),
    holds_upper=("power",),
    enough=Enough(to_act=True, to_place=False),
    terms=("hsb", "ta-hsb"),
    indicators=tuple(zip(INDICATORS, ("met", "not_met", "not_known"), strict=False)),
    unknown=("power", "harm"),
    would_raise=(Change("violence", "physical", Range(Step.VIOLENT, Step.VIOLENT)),),
    would_lower=(Change("consent", "shared", ABUSIVE),),
    route=(ROUTE["emergency"], ROUTE["refer"], ROUTE["under-13-older"], ROUTE["not-listened-to"]),
    needs_child=(NEEDS_CHILD["own-needs"],),
    needs_other=(NEEDS_OTHER["safety-first"],),
    cautions=(CAUTIONS["screening-aid"], CAUTIONS["concerns-before"]),
)


def words(text):
    return "…" if any(letter.isalnum() for letter in text) else repr(text)


def opened(tag, attributes):
    shown = {name: words(value) if name == "aria-label" else value for name, value in attributes.items()}
    return " ".join([tag, *(f"{name}={value}" for name, value in shown.items())])


def nodes(tree):
    """Every node of a tree: itself first, then those below it."""
    yield tree
    if isinstance(tree, list):
        for child in tree[2:]:
            yield from nodes(child)


def lines(node, depth=0):
    if isinstance(node, str):
        return ["  " * depth + words(node)]
    tag, attributes, *children = node
    found = [lines(child, depth + 1) for child in children]
    below = [
        line
        for number, each in enumerate(found)
        if isinstance(children[number], str) or not number or each != found[number - 1]
        for line in each
    ]
    line = "  " * depth + opened(tag, attributes)
    joined = f"{line} ({' '.join(map(str.strip, below))})" if below else line
    return [joined] if len(joined) < WIDTH else [line, *below]


def outline(tree):
    """A line an element, or for several if they are short; of elements beside each other that are alike, one."""
    return "\n".join(lines(tree)) + "\n"


if __name__ == "__main__":
    PAGE.write_text(outline(page_tree(ANSWERS, ROWS, published=True)), encoding="utf-8")
