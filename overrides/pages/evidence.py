"""The page about how far the checker was tried: of which checker its figures are, and what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.bases import basis, clause_links
from checker.model import Rule, Step
from checker.rulebook import RULES, STEPS
from checker.tree import Node, el
from overrides.pages.figures import begun, header, number, pairs, table
from overrides.words.evidence import Evidence, checker_hash
from overrides.words.settings import day

__all__ = ["fuzz", "matrix", "mutation", "properties", "sets", "speed", "standing", "too_slow"]


def standing(evidence: Evidence) -> Node:
    """When it was measured and of which checker; where that is no longer this one, it says so first."""
    now = checker_hash()
    days = sorted({part["date"] for part in evidence["measured"].values()})
    machines = sorted({part["machine"] for part in evidence["measured"].values()})
    of = el(
        "p",
        "",
        f"Measured on {' and '.join(map(day, days))}: {'; '.join(machines)}. The files of the checker had the hash ",
        el("code", "", evidence["checker"][:16]),
        ". That hash covers the rules and their words, not the page's scripts. Speed and faults depend on those too.",
    )
    if evidence["checker"] == now:
        return el("div", {"class": "evidence-standing", "data-evidence": "current"}, of)
    earlier = el(
        "p",
        "",
        el("strong", "", "These figures are for an earlier version of the checker."),
        " Its files now have the hash ",
        el("code", "", now[:16]),
        ". Nothing here has been measured on it yet.",
    )
    return el("div", {"class": "admonition warning evidence-standing", "data-evidence": "earlier"}, earlier, of)


def sets(evidence: Evidence) -> Node:
    """How many complete answer sets each step has."""
    counts = evidence["sets"]
    body = [(STEPS[step][0], counts["steps"][step.id], counts["alone"][step.id]) for step in Step]
    total = ("Any", sum(row[1] for row in body), sum(row[2] for row in body))
    return table(
        "figures-table",
        el("caption", "", f"Each set was placed, one by one, in {counts['seconds']:.0f} seconds"),
        header("Step", "All", "Nobody else", counts=2),
        el(
            "tbody",
            "",
            *(
                el("tr", "", el("th", {"scope": "row"}, name), *(el("td", "count", number(count)) for count in row))
                for name, *row in (*body, total)
            ),
        ),
    )


PROPERTIES = {
    "highest-rule": (
        "The checker gives the step of the highest rule that fits.",
        "{over} sets, drawn from every step, and the edges of every rule",
    ),
    "counted-twice": (
        "Another way to count finds as many sets at each step.",
        "{over} complete sets, by a table and by a tree of answers",
    ),
    "never-lower": ("A more concerning answer never lowers the step.", "{over} complete sets, each question in turn"),
    "route": (
        "A more concerning answer never weakens what to do.",
        "{over} comparisons. Apart from the step, only three answers change what to do, so they stand for every set",
    ),
    "red-flags": (
        "Answers that may never come out below a step, such as force, never do.",
        "{over} red flags, each over every complete set",
    ),
    "every-rule": (
        "Every rule decides a set, or gives a more exact reason for one.",
        "{over} rules",
    ),
    "ends": (
        "The range, what is asked first and what would change it are right.",
        "{over} drawn sets of every kind, most with answers missing, against trying the answers one by one",
    ),
}
"""What was shown about the rules, and on how many sets."""


def properties(evidence: Evidence) -> Node:
    """What was shown of the rules, over how much, and how many counter-examples there were."""

    def told(over: str, row: Mapping[str, Any]) -> str:
        against = f"{number(row['against'])} against it" if row["against"] else "no exception"
        return f"{over.format(over=number(row['over']))}: {against}."

    return el(
        "dl",
        "figures",
        *(
            node
            for id_, (what, over) in PROPERTIES.items()
            for node in (
                el("dt", {"data-property": id_}, what),
                el(
                    "dd",
                    {"data-against": str(evidence["properties"][id_]["against"])},
                    told(over, evidence["properties"][id_]),
                ),
            )
        ),
    )


def rule_row(rule: Rule, alone: int | None, *, linked: bool) -> Node:
    """A rule, its step, and how many sets it alone decides; `linked`: leading to its row on the page of the rules."""
    name = rule.id.replace("-", " ")
    shown = el("a", {"href": f"/check/how-it-decides.md#rule-{rule.id}"}, name) if linked else name
    count = "not counted yet" if alone is None else number(alone)
    return el("tr", "", el("td", "", shown, f" ({STEPS[rule.step][0].lower()})"), el("td", "count", count))


def group_heading(rule: Rule) -> Node:
    """The clause that a rule rests on, or else its source."""
    rests_on = clause_links([rule.clause]) if rule.clause else basis((), rule.source)[2:]
    return el("tr", "", el("th", {"colspan": "2", "scope": "rowgroup"}, *rests_on))


def matrix(evidence: Evidence, *, linked: bool) -> Node:
    """Every rule under the clause or the source that it rests on, with the number of sets that it alone decides.

    `linked`: each rule leads to its row on the page of the rules, which has none while the checker is withdrawn.
    """
    groups: dict[str, list[Node]] = {}
    for rule in RULES:
        rows = groups.setdefault(rule.clause or rule.source, [group_heading(rule)])
        rows.append(rule_row(rule, evidence["rules"].get(rule.id), linked=linked))
    return table(
        "figures-table",
        el("caption", "", "Rules by clause"),
        header("Rule, and its step", "Sets it alone decides", counts=1),
        *(el("tbody", "", *rows) for rows in groups.values()),
    )


def mutation(evidence: Evidence) -> Node:
    """How many small faults put into the checker the tests found."""
    score = evidence["mutation"]
    rows: list[tuple[str, Node]] = [
        ("Faults put in, one at a time", number(score["mutants"])),
        ("Found by the tests", f"{number(score['found'])}: {score['found'] / score['mutants']:.1%}"),
        ("Not found", f"{number(len(score['survived']))}, each with its reason"),
        ("Made by", score["tool"]),
    ]
    reasons = (el("li", "", f"{row['where']}: {row['why']}") for row in score["survived"])
    shown = [el("details", "", el("summary", "", "What was not found, and why"), el("ul", "", *reasons))]
    return el("div", "", pairs(rows), *(shown if score["survived"] else []))


def fuzz(evidence: Evidence) -> Node:
    """How the reading of hostile and broken input came out."""
    tried = evidence["fuzz"]
    rows: list[tuple[str, Node]] = [
        ("Inputs", number(tried["inputs"])),
        *((form, number(count)) for form, count in tried["forms"].items()),
        ("Read", number(tried["read"])),
        ("Refused, with every problem", number(tried["refused"])),
        ("The slowest", f"{tried['slowest'] * 1000:.0f} milliseconds"),
        ("Crashes, hangs, problems left out, markup shown", number(len(tried["wrong"]))),
    ]
    return pairs(rows)


def speed_told(row: Mapping[str, Any]) -> tuple[str, str]:
    return begun(row["what"]), f"{begun(row['measured'])}. Wanted: {row['wanted'] or 'nothing set'}."


def speed(evidence: Evidence) -> Node:
    """What was measured of the checker's speed, and what was wanted."""
    return pairs(map(speed_told, evidence["speed"]))


def too_slow(evidence: Evidence) -> Node:
    """What was slower than was wanted, or was not measured; nothing where there is no such."""
    missed = [speed_told(row) for row in evidence["speed"] if row["missed"]]
    rows = (
        el("li", {"data-missed": ""}, el("strong", "", "It is slower than we wanted."), f" {what}: {said}")
        for what, said in missed
    )
    return el("div", "", *([el("ul", "", *rows)] if missed else []))
