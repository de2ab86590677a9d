"""The package stands on the standard library alone, and its modules depend one way."""

import ast
import importlib
import re
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from chosen import SETTINGS

from checker.cautions import CAUTIONS
from checker.model import Choice
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import ROUTE
from checker.rulebook import INDICATORS, QUESTIONS, RULES, TERMS, TOPICS
from checker.sources import SOURCES
from overrides.editions.own_words import own_words, speaks_of

pytestmark = pytest.mark.reads_code

FOLDER = Path(__file__).parents[2] / "checker"
LAYERS = (
    {"edition"},  # what is left to whose policy it is
    {"model", "sources", "tree"},  # words and shapes
    {"rulebook"},  # the questions and the rules
    {"answers", "thresholds", "upper"},  # what was answered, and what that meets
    {"situation"},  # the sentences that advice is decided by
    {"advice", "route", "needs", "cautions"},  # what a result says to do and to bear in mind
    {"assess", "reasons", "result", "describe", "result_data"},  # answers in, a result out; both as plain data
    {"advice_tree", "bases", "placed", "problems", "text", "why", "wording"},  # what is shown of them
    {"changed", "record", "referral", "referral_draft", "referral_words"},  # what is made of that
    {"page", "present"},  # all of it, as one
    {"reading", "examples", "rulebook_file", "compare", "moves", "plain", "schema"},  # files and texts
    {"browser", "__main__"},  # who asks: the page, the command line
)
"""Each imports from itself and from those before it. The page is sent none of the last but one."""


def imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield node.module


IMPORTS = {path.stem: set(imported(path)) for path in FOLDER.glob("*.py")}
OWN = {
    module: {name.removeprefix("checker.") for name in names if name.startswith("checker.")}
    for module, names in IMPORTS.items()
}


def reached(module):
    return OWN[module] | {further for name in OWN[module] for further in reached(name)}


def test_only_the_standard_library_is_imported():
    roots = {name.split(".")[0] for names in IMPORTS.values() for name in names}
    assert roots - {"checker"} <= sys.stdlib_module_names


def test_modules_depend_one_way():
    tuple(TopologicalSorter(OWN).static_order())
    assert not any("checker" in names for names in IMPORTS.values())
    height = {module: number for number, layer in enumerate(LAYERS) for module in layer}
    assert height.keys() == OWN.keys() - {"__init__"}, "give each module of checker/ its place in LAYERS"
    upwards = [(module, name) for module in height for name in OWN[module] if height[name] > height[module]]
    assert upwards == []


SHIPPED = reached("browser") | {"browser", "__init__"} | reached("__init__")
SNAPSHOT = {
    *("__init__", "advice", "advice_tree", "answers", "assess", "bases", "browser", "cautions", "changed", "describe"),
    *(
        "edition",
        "model",
        "needs",
        "page",
        "placed",
        "present",
        "problems",
        "reasons",
        "record",
        "referral",
        "referral_draft",
    ),
    *("referral_words", "result", "route", "rulebook", "situation", "sources", "text", "thresholds", "tree", "upper"),
    *("why", "wording"),
}
"""What the page is sent, as Python's memory with `checker.browser` imported."""
OF_THE_LIBRARY = {
    *("__future__", "collections.abc", "dataclasses", "enum", "hashlib", "itertools", "json", "re", "types", "typing")
}


def test_the_page_is_sent_these_modules_and_no_other():
    assert SHIPPED == SNAPSHOT
    used = {name for module in SHIPPED for name in IMPORTS[module] if not name.startswith("checker.")}
    assert used == OF_THE_LIBRARY, "whatever the checker imports of Python's library is sent to each reader"


CALLED_FROM_ELSEWHERE = {"__str__", "range_for"}
"""What nothing of the page calls: Python calls the one, and the other is what the package offers to programs."""


def test_the_page_is_sent_no_function_that_nothing_calls():
    nodes = [node for module in SHIPPED for node in ast.walk(ast.parse((FOLDER / f"{module}.py").read_text()))]
    named = {node.id for node in nodes if isinstance(node, ast.Name)}
    named |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    written = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    offered = set(importlib.import_module("checker.browser").__all__)
    assert written - named - offered == CALLED_FROM_ELSEWHERE


def test_nothing_imports_the_browsers_module_or_the_command_line():
    assert not any({"browser", "__main__"} & names for names in OWN.values())


@pytest.mark.parametrize("module", sorted({*IMPORTS} - {"__init__", "__main__"}))
def test_every_public_module_says_what_it_offers(module):
    found = importlib.import_module(f"checker.{module}")
    assert found.__all__
    assert all(hasattr(found, name) for name in found.__all__)


def test_the_package_offers_answers_and_assess():
    found = importlib.import_module("checker")
    assert {"Answers", "assess"} <= set(found.__all__)
    assert all(hasattr(found, name) for name in found.__all__)


def test_rules_and_rows_have_unique_ids_in_kebab_case():
    assert len({rule.id for rule in RULES}) == len(RULES)
    rows = (*ROUTE, *NEEDS_CHILD, *NEEDS_OTHER, *CAUTIONS, *SOURCES, *TERMS)
    for id_ in (*rows, *(rule.id for rule in RULES), *(topic.id for topic in TOPICS)):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_)


def test_questions_and_options_have_unique_ids_in_snake_case():
    assert all(id_ == question.id for id_, question in QUESTIONS.items())
    for question in QUESTIONS.values():
        options = question.ids() if isinstance(question, Choice) else ()
        assert len(set(options)) == len(options)
        assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", id_) for id_ in (question.id, *options))


def test_indicators_and_topics_have_unique_ids():
    assert len({item.id for item in INDICATORS}) == len(INDICATORS) == 6
    assert len({topic.id for topic in TOPICS}) == len(TOPICS) == 9


def test_no_module_speaks_of_one_council():
    own = own_words(SETTINGS)
    assert len(own) > 8
    found = {path.name: speaks_of(path.read_text(), ["the council", *own]) for path in FOLDER.glob("*.py")}
    assert {name: words for name, words in found.items() if words} == {}


def test_no_age_that_decides_stands_without_its_law():
    constants = [
        node for node in ast.walk(ast.parse((FOLDER / "situation.py").read_text())) if isinstance(node, ast.Constant)
    ]
    numbers = {constant.value for constant in constants if type(constant.value) is int}
    assert numbers <= {0}, "name the age in checker/sources.py, beside the law that says so, and use it by that name"
