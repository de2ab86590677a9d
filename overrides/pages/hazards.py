"""The page of the hazard log: by severity, in full, and what has no control or no test."""

from __future__ import annotations

from collections.abc import Iterable

from checker.tree import Node, el
from overrides.words.hazards import Control, Hazard, Log

__all__ = ["hazard_gaps", "hazard_log", "hazard_summary"]

NO_CONTROL = "No control."
NO_TEST = "No test shows this."


def link(hazard: Hazard) -> Node:
    return el("a", {"href": f"#hazard-{hazard.id}"}, hazard.title)


def bearing(log: Log, severity: str) -> list[Node]:
    """How many hazards bear a word for severity, with its meaning, and which."""
    bearers = [each for each in log.hazards if each.severity == severity]
    rows = (el("li", "", link(each), f". {each.likelihood.capitalize()}.") for each in bearers)
    counted = el("strong", "", f"{severity.capitalize()}: {len(bearers)}.")
    return [el("p", "", counted, f" {log.severity[severity]}"), *([el("ul", "", *rows)] if bearers else [])]


def hazard_summary(log: Log) -> Node:
    """Each word for severity with its meaning and the hazards that bear it; then what the words for likelihood mean."""
    groups = (node for severity in log.severity for node in bearing(log, severity))
    means = (
        node
        for word, meaning in log.likelihood.items()
        for node in (el("dt", "", word.capitalize()), el("dd", "", meaning))
    )
    return el("div", "hazard-summary", *groups, el("dl", "", *means))


def points(texts: Iterable[str]) -> Node:
    return el("ul", "", *(el("li", "", each) for each in texts))


def shown_by(control: Control) -> Node:
    names = [node for test in control.tests for node in (el("code", "", test), " ")]
    return el("li", "", *(names or [NO_TEST]))


def controls(hazard: Hazard) -> list[Node]:
    """What is done about it, numbered; and under the same numbers the tests that show it, which open."""
    if not hazard.controls:
        return [el("p", "", NO_CONTROL)]
    count = sum(len(control.tests) for control in hazard.controls)
    does = (
        el("li", "", control.does, *([] if control.tests else [el("strong", "no-test", f" {NO_TEST}")]))
        for control in hazard.controls
    )
    tests = [
        el("details", "tests", el("summary", "", f"Tests: {count}"), el("ol", "", *map(shown_by, hazard.controls)))
    ]
    return [el("ol", "", *does), *(tests if count else [])]


def hazard_section(hazard: Hazard) -> list[Node]:
    parts = [
        ("Causes", [points(hazard.causes)]),
        ("Who could be harmed, and how", [el("p", "", hazard.harm)]),
        ("What is done about it", controls(hazard)),
        ("What remains", [points(hazard.remains)]),
        *([("What has no control", [points(hazard.gaps)])] if hazard.gaps else []),
    ]
    rows = (node for term, shown in parts for node in (el("dt", "", term), el("dd", "", *shown)))
    rated = el("p", "", f"Severity: {hazard.severity}. Likelihood: {hazard.likelihood}.")
    return [el("h3", {"id": f"hazard-{hazard.id}"}, hazard.title), rated, el("dl", "hazard", *rows)]


def hazard_log(log: Log) -> Node:
    """Every hazard in full."""
    return el("div", "hazards", *(node for each in log.hazards for node in hazard_section(each)))


def missing(hazard: Hazard) -> list[str]:
    """What of a hazard has no control, or a control that no test shows."""
    none = [] if hazard.controls else [NO_CONTROL]
    return [*none, *hazard.gaps, *(f"{each.does} {NO_TEST}" for each in hazard.controls if not each.tests)]


def hazard_gaps(log: Log) -> Node:
    """What has no control, and each control that no test shows, by hazard."""
    rows = ((each, missing(each)) for each in log.hazards)
    return el("ul", "hazard-gaps", *(el("li", "", link(each), points(lacking)) for each, lacking in rows if lacking))
