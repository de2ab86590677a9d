"""The module that the page calls: strings in, strings out, nothing guessed and nothing raised."""

import json
import re

import pytest
from drawn import draws
from outline import nodes
from vocabulary import GRADED

from checker import Answers, assess
from checker.browser import show_example, show_form
from checker.page import page_tree

TAGS = {
    *("div", "section", "h2", "h3", "p", "ul", "ol", "li", "a", "span", "strong", "details", "summary"),
    *("clause", "contact", "said", "words"),
    *("dl", "dt", "dd", "textarea", "button", "template", "h4"),
}
ATTRIBUTES = re.compile(
    r"class|id|href|type|autocomplete|rows|open|tabindex|aria-label|aria-labelledby|ref|data-[a-z-]+"
)
HOSTILE = ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><b>', "&lt;", "javascript:alert(1)")


def form(*pairs, before=None):
    return json.loads(show_form(json.dumps({"pairs": pairs, "before": before})))


def fields(answers):
    """The fields of a form that was answered so: everything is text, and a list is a field for each."""
    return [
        (name, str(value))
        for name, values in answers.items()
        for value in (values if isinstance(values, tuple) else (values,))
    ]


def is_result(shown):
    """Whether what is shown is a result, and no list of problems."""
    return "data-from" in shown["tree"][1]


def named(tree):
    """The questions that a list of problems links to."""
    return [node[1]["href"] for node in nodes(tree) if isinstance(node, list) and node[0] == "a"]


@pytest.mark.draws
def test_the_form_gives_the_tree_of_the_same_answers():
    for answers in draws("form", 150):
        assert form(*fields(answers)) == {"tree": page_tree(Answers(**answers), assess(Answers(**answers)))}


@pytest.mark.draws
def test_an_example_gives_the_tree_with_what_would_change_it():
    for answers in draws("example", 100):
        shown = json.loads(show_example(json.dumps({"pairs": fields(answers)})))
        assert shown == {"tree": page_tree(Answers(**answers), assess(Answers(**answers), lower=True), published=True)}


def test_the_shown_result_carries_the_ends_of_its_range():
    tree = form(("pressure", "manipulation"))["tree"]
    assert (tree[1]["data-from"], tree[1]["data-to"]) == ("problematic", "violent")


def test_only_an_example_is_shown_with_what_would_change_it():
    given = {"pressure": "manipulation", "age": "12"}
    answers = Answers(pressure="manipulation", age=12)
    for show, published in ((show_form, False), (show_example, True)):
        shown = json.loads(show(json.dumps({"pairs": [*given.items()]})))
        assert shown == {"tree": page_tree(answers, assess(answers, lower=published), published=published)}
        assert [part in json.dumps(shown) for part in ("result-raise", "result-lower")] == [published] * 2


def test_fields_that_cannot_be_read_are_a_problem_that_says_so():
    told = json.loads(show_form("3"))["tree"][2]
    lines = [node for node in nodes(told) if isinstance(node, list) and node[0] == "li"]
    assert len(lines) == 1
    assert re.fullmatch(r"input: seen [a-z ]+; allowed: [a-z ]+", lines[0][2])


def to_do(shown):
    """The rows of what to do, with what each says."""
    return [node for node in nodes(shown["tree"]) if isinstance(node, list) and "route-row" in node[1].get("class", "")]


@pytest.mark.parametrize("bad", [("age", "14 years"), ("consent", "maybe"), ("zz", "x"), ("together", "no way")])
@pytest.mark.parametrize(
    "good", [(), (("danger", "yes"), ("hurt", "yes")), (("pressure", "force"), ("exploited", "possible"))]
)
def test_what_the_answers_that_fit_call_for_stands_beside_the_problems(good, bad):
    shown = form(*good, bad)
    assert not is_result(shown)
    assert to_do(shown) == to_do(form(*good))
    assert '["contact"' in json.dumps(shown)


def test_of_two_answers_that_contradict_each_other_the_more_concerning_still_counts():
    shown = form(("involved", "nobody"), ("consent", "unwanted"), ("danger", "yes"))
    assert not is_result(shown)
    assert to_do(shown) == to_do(form(("consent", "unwanted"), ("danger", "yes")))


def test_space_is_taken_off_an_age_and_off_no_option():
    assert is_result(form(("age", " 12 ")))
    assert not is_result(form(("consent", " shared ")))


def test_an_empty_form_and_empty_fields_are_answers_not_known():
    empty = form()
    assert is_result(empty)
    assert form(("age", ""), ("age", "  "), ("consent", ""), ("imbalance", "")) == empty


@pytest.mark.parametrize(
    "text",
    [
        *("12", " 12 ", "\t12\n", "0", "17", "007", "0012", "018", "18", "121", "999", "1000", "9" * 5000),
        *("abc", "12.5", "12.0", "-1", "+5", "-0", "1e3", "1_2", "0x1", "1 2", "12a", "12,", "true", "NaN"),
        *("\u0663", "\uff11\uff12", "\u00b2", "\u2160", "1\u0662", "12\u00a0", "\u200b12", "12\0", "\ud800", *HOSTILE),
    ],
)
@pytest.mark.parametrize("question", ["age", "other_age"])
def test_an_age_is_the_plain_whole_number_that_its_text_says_or_a_problem(question, text):
    shown = form((question, text))
    plain = re.fullmatch(r"\s*([0-9]+)\s*", text)
    if is_result(shown):
        assert plain
        answers = Answers(**{question: int(plain[1])})
        assert shown["tree"] == page_tree(answers, assess(answers))
    else:
        assert named(shown["tree"]) == [f"#q-{question}"]


@pytest.mark.parametrize("text", ["0", "12", "17", " 12 "])
def test_a_plain_age_in_range_is_accepted(text):
    assert is_result(form(("age", text)))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["age", "consent", "imbalance", "q4"])
def test_hostile_text_stays_text(name, text):
    tree = form((name, text))["tree"]
    assert_plain(tree)
    assert any(json.dumps(text)[1:-1] in node for node in nodes(tree) if isinstance(node, str))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text(text):
    shown = form((text, "none"))
    assert not is_result(shown)
    assert_plain(shown["tree"])


def assert_plain(tree):
    """Lists, strings and dicts of strings only; tags and attributes of a fixed set; links within the page."""
    for node in nodes(tree):
        if isinstance(node, str):
            continue
        tag, attributes, *_ = node
        assert tag in TAGS
        assert all(ATTRIBUTES.fullmatch(name) for name in attributes)
        assert all(isinstance(value, str) for value in attributes.values())
        assert re.fullmatch(r"#q-[a-z_]+|#check-answers", attributes.get("href", "#q-none"))


@pytest.mark.draws
def test_every_tree_is_of_a_few_plain_tags():
    for answers in draws("trees", 200):
        shown = json.loads(show_example(json.dumps({"pairs": fields(answers)})))
        assert_plain(shown["tree"])


@pytest.mark.parametrize(
    ("pairs", "problems"),
    [
        ([("q4", "none")], []),
        ([("consent", "maybe"), ("age", "old")], ["consent", "age"]),
        ([("imbalance", "age"), ("imbalance", "age")], ["imbalance"]),
        ([("imbalance", "speed")], ["imbalance"]),
        ([("involved", "nobody"), ("consent", "shared")], ["consent"]),
        ([("involved", "nobody"), ("images", "threatened")], ["images"]),
        ([("involved", "child"), ("other_age", "18")], ["other_age"]),
        ([("power", "equal"), ("imbalance", "age"), ("age", "18")], ["age", "imbalance"]),
    ],
)
def test_every_problem_of_a_form_is_listed_with_a_link_to_its_question(pairs, problems):
    shown = form(*pairs)
    assert not is_result(shown)
    assert named(shown["tree"]) == [f"#q-{question}" for question in problems]


@pytest.mark.parametrize(
    "pairs", [[("age", "12"), ("age", "13")], [("consent", "lacking"), ("consent", "shared")]], ids=str
)
def test_of_a_question_answered_twice_no_answer_is_dropped(pairs):
    assert not is_result(form(*pairs))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "3",
        "[1]",
        '[["age"]]',
        '[["age", 12]]',
        '[["age", null]]',
        '[[["age"], "1"]]',
        '[[3, "x"]]',
        "[" * 100_000,
        "\ud800",
        '[["age", "\\ud800"]]',
        " " * 10**6,
    ],
)
@pytest.mark.parametrize("show", [show_form, show_example])
def test_no_text_makes_the_form_raise(show, text):
    assert not is_result(json.loads(show(text)))


def test_every_option_can_be_chosen_in_the_form():
    for question, options in GRADED.items():
        for option in options:
            assert is_result(form((question, option)))
