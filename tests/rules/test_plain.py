"""The command line's text: what stands on which line, how far in, and in what order."""

from checker.cautions import CAUTIONS
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.plain import questions_text, rules_text
from checker.route import ROUTE
from checker.rulebook import QUESTIONS, RULES, TOPICS
from checker.text import tree_text
from checker.tree import el

TREE = el(
    "div",
    "",
    el("section", "", el("h2", "", "First"), el("p", "", "One ", el("strong", "", "strong"), ".")),
    el("ul", "contacts", el("contact", {"ref": "police"})),
    "Bare.",
    el(
        "ol",
        "",
        el("li", "", "Plain ", el("clause", {"ref": "c-1"})),
        el("li", "", el("p", "", "Two"), el("ul", "", el("li", "", "inner"), el("li", "", "other"))),
        el("li", "", "Begins ", el("span", "", "inline")),
        el("li", "", el("span", "", "A span"), el("p", "", "A block")),
        el("li", "", el("ol", "", el("li", "", el("ul", "", el("li", "", "deep"))))),
    ),
    el("p", "", el("contact", {"ref": "police"})),
    el("h3", "", "Third"),
    el("h4", "", "Fourth"),
    el("details", "", el("summary", "", "More"), el("ul", "", el("li", "", "hidden"))),
    el("section", "", el("p", "", "Last")),
)
TEXT = """FIRST
One strong.
Bare.
1. Plain [c-1]
2. Two
  - inner
  - other
3. Begins inline
4. A span
  A block
5. 1. - deep

Third

Fourth

MORE
- hidden
Last
"""


def test_a_tree_is_printed_a_line_for_each_block_and_a_step_in_for_each_list_within_another():
    assert tree_text(TREE) == TEXT


def test_each_question_stands_under_its_topic_with_what_may_be_answered():
    topic, following = questions_text().split("\n\n")[1:3]
    assert topic.splitlines()[0] == TOPICS[1].title
    assert following.splitlines()[0] == TOPICS[2].title
    age, involved = QUESTIONS["age"], QUESTIONS["involved"]
    assert topic.splitlines()[1:9] == [
        f"  age: {age.asks}",
        f"    {age.help}",
        "    a whole number from 0 to 17",
        f"  involved: {involved.asks}",
        f"    {involved.help}",
        *(f"    {option.id}: {option.text}" for option in involved.options),
    ]


def test_each_rule_is_a_line_most_concerning_first_and_the_ids_of_the_rows_come_after():
    rules, ids = rules_text().split("\n\n")
    steps = [rule.step for rule in sorted(RULES, key=lambda rule: rule.step, reverse=True)]
    assert [line.split()[0] for line in rules.splitlines()] == [step.id for step in steps]
    rule = next(rule for rule in RULES if rule.id == "highly-intrusive-with-coercion")
    asked = "intrusion at least highly_intrusive and pressure at least coercion"
    assert f"violent {rule.id}: {asked} [{rule.clause}]" in rules.splitlines()
    assert "normal floor: always [c-6-normal]" in rules.splitlines()
    assert "problematic image-asked-for: images at least asked_for [reading-images]" in rules.splitlines()
    assert ids.endswith("\n")
    told = [line.split(": ") for line in ids.splitlines()]
    assert [name for name, _ in told] == ["route", "needs of the child", "needs of the other", "cautions"]
    assert [ids.split(", ") for _, ids in told] == [list(rows) for rows in (ROUTE, NEEDS_CHILD, NEEDS_OTHER, CAUTIONS)]
