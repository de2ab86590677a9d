"""The page about how far the checker was tried: each block of it, from the one file that `poe evidence` writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.bases import basis, clause_links
from checker.model import Step
from checker.rulebook import QUESTIONS, RULES, STEPS
from checker.tree import Node, el
from checker.wording import answer_text
from overrides.words.evidence import Evidence, checker_hash
from overrides.words.faults import ENGINES, GROUPS, Fault
from overrides.words.settings import day

__all__ = [
    "differences",
    "engines",
    "faults",
    "fuzz",
    "matrix",
    "mutation",
    "properties",
    "sets",
    "speed",
    "standing",
    "too_slow",
]


def pairs(rows: Iterable[tuple[str, Node]]) -> Node:
    """Figures: what was counted, and how many."""
    return el("dl", "figures", *(node for term, said in rows for node in (el("dt", "", term), el("dd", "", said))))


def number(found: float) -> str:
    return f"{found:,}"


def begun(words: str) -> str:
    """As the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def header(*heads: str, counts: int) -> Node:
    """The heads of a table whose last columns hold counts."""
    plain = len(heads) - counts
    cells = (
        el("th", {"scope": "col", **({"class": "count"} if at >= plain else {})}, head) for at, head in enumerate(heads)
    )
    return el("thead", "", el("tr", "", *cells))


def standing(found: Evidence) -> Node:
    """When it was measured and of which checker; where that is no longer this one, it says so first."""
    now = checker_hash()
    days = sorted({part["date"] for part in found["measured"].values()})
    machines = sorted({part["machine"] for part in found["measured"].values()})
    of = el(
        "p",
        "",
        f"Measured on {' and '.join(map(day, days))}: {'; '.join(machines)}. The files of the checker had the hash ",
        el("code", "", found["checker"][:16]),
        ". That hash is of the rules and their words, not of the page's scripts. Speed and faults turn on those too.",
    )
    if found["checker"] == now:
        return el("div", {"class": "evidence-standing", "data-evidence": "current"}, of)
    earlier = el(
        "p",
        "",
        el("strong", "", "These figures are of an earlier checker."),
        " Its files now have the hash ",
        el("code", "", now[:16]),
        ". Nothing here was measured on it yet.",
    )
    return el("div", {"class": "admonition warning evidence-standing", "data-evidence": "earlier"}, earlier, of)


def sets(found: Evidence) -> Node:
    """How many complete answer sets each step has."""
    counts = found["sets"]
    body = [(STEPS[step][0], counts["steps"][step.id], counts["alone"][step.id]) for step in Step]
    total = ("Any", sum(row[1] for row in body), sum(row[2] for row in body))
    return el(
        "table",
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
        "{over} comparisons. Beside the step, three answers alone change what to do, so they stand for every set",
    ),
    "red-flags": (
        "What may never come out below a step, such as force, never does.",
        "{over} red flags, each over every complete set",
    ),
    "every-rule": (
        "Every rule decides a set, or gives the more exact reason for one.",
        "{over} rules",
    ),
    "ends": (
        "The range, what is asked first and what would change it are right.",
        "{over} drawn sets of every kind, most with answers missing, against trying the answers one by one",
    ),
}
"""What was shown of the rules, and over how much of what."""


def properties(found: Evidence) -> Node:
    """What was shown of the rules, over how much, and how many counter-examples there were."""

    def told(over: str, row: Mapping[str, Any]) -> str:
        against = f"{number(row['against'])} against it" if row["against"] else "none against it"
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
                    {"data-against": str(found["properties"][id_]["against"])},
                    told(over, found["properties"][id_]),
                ),
            )
        ),
    )


def matrix(found: Evidence, *, linked: bool) -> Node:
    """Every rule under the clause or the source that it rests on, with the number of sets that it alone decides.

    `linked`: each rule leads to its row on the page of the rules, which has none while the checker is withdrawn.
    """
    by_basis: dict[str, list[Node]] = {}
    for rule in RULES:
        name: Node = rule.id.replace("-", " ")
        shown = el("a", {"href": f"how-it-decides.md#rule-{rule.id}"}, name) if linked else name
        decides = found["rules"].get(rule.id)
        alone = "not counted yet" if decides is None else number(decides)
        row = el("tr", "", el("td", "", shown, f" ({STEPS[rule.step][0].lower()})"), el("td", "count", alone))
        by_basis.setdefault(rule.clause or rule.source, []).append(row)
    clauses = {rule.clause for rule in RULES}
    groups = (
        el(
            "tbody",
            "",
            el(
                "tr",
                "",
                el(
                    "th",
                    {"colspan": "2", "scope": "rowgroup"},
                    *(clause_links([on]) if on in clauses else basis((), on)[2:]),
                ),
            ),
            *rows,
        )
        for on, rows in by_basis.items()
    )
    return el(
        "table",
        "figures-table",
        el("caption", "", "Rules by clause"),
        header("Rule, and its step", "Sets it alone decides", counts=1),
        *groups,
    )


def answers_text(when: Mapping[str, str]) -> Node:
    return el(
        "ul",
        "",
        *(
            el("li", "", f"{QUESTIONS[question].asks} \u201c{answer_text(question, option)}\u201d")
            for question, option in when.items()
        ),
    )


def differences(found: Evidence) -> Node:
    """How far the second reading agrees, and each difference with its reason."""
    second = found["second"]
    steps: dict[str, dict[str, int]] = second["steps"]
    every = sum(count for row in steps.values() for count in row.values())
    moves = [(one, other, steps[one.id][other.id]) for one in Step for other in Step if steps[one.id][other.id]]

    def share(holds: Iterable[int]) -> str:
        count = sum(holds)
        return f"{count / every:.2%}: {number(count)} sets"

    summary = pairs(
        [
            ("The same step", share(count for one, other, count in moves if one == other)),
            ("The second reading is higher", share(count for one, other, count in moves if one < other)),
            ("The rules are higher", share(count for one, other, count in moves if one > other)),
        ]
    )
    rows = (
        el(
            "li",
            "",
            el(
                "p",
                "",
                f"The rules say {row['rules']}. The second reading says {row['second']}. From these answers on:",
            ),
            answers_text(row["when"]),
            el("p", "", el("strong", "", "Why: "), row["why"]),
        )
        for row in second["differences"]
    )
    told = f"All {len(second['differences'])} differences, each with the least answers that bring it about"
    return el("div", "", summary, el("details", "", el("summary", "", told), el("ol", "differences", *rows)))


def mutation(found: Evidence) -> Node:
    """How many small faults put into the checker the tests found."""
    score = found["mutation"]
    rows: list[tuple[str, Node]] = [
        ("Faults put in, one at a time", number(score["mutants"])),
        ("Found by the tests", f"{number(score['found'])}: {score['found'] / score['mutants']:.1%}"),
        ("Not found", f"{number(len(score['survived']))}, each with its reason"),
        ("Made by", score["tool"]),
    ]
    reasons = (el("li", "", f"{row['where']}: {row['why']}") for row in score["survived"])
    shown = [el("details", "", el("summary", "", "What was not found, and why"), el("ul", "", *reasons))]
    return el("div", "", pairs(rows), *(shown if score["survived"] else []))


def fuzz(found: Evidence) -> Node:
    """How the reading of hostile and broken input came out."""
    tried = found["fuzz"]
    rows: list[tuple[str, Node]] = [
        ("Inputs", number(tried["inputs"])),
        *((form, number(count)) for form, count in tried["forms"].items()),
        ("Read", number(tried["read"])),
        ("Refused, with every problem", number(tried["refused"])),
        ("The slowest", f"{tried['slowest'] * 1000:.0f} milliseconds"),
        ("Crashes, hangs, problems left out, markup shown", number(len(tried["wrong"]))),
    ]
    return pairs(rows)


OUTCOMES = {
    "passed": "held",
    "in part": "held in part",
    "failed": "did not hold",
    "skipped": "not tried",
    "not tried": "not tried",
}


def in_prose(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def outcome_text(outcomes: Mapping[str, str], left_out: Mapping[str, str]) -> str:
    """How it came out, the browsers that came out alike named together."""
    by_outcome: dict[str, list[str]] = {}
    for engine, name in ENGINES.items():
        outcome = outcomes.get(engine, "not tried")
        outcome = "in part" if outcome == "passed" and engine in left_out else outcome
        by_outcome.setdefault(outcome, []).append(name)
    told = [f"{OUTCOMES[outcome]} in {in_prose(names)}" for outcome, names in by_outcome.items()]
    sentence = f"{begun('; '.join(told))}."
    return " ".join([sentence, *(f"{ENGINES[engine]}: {why}" for engine, why in left_out.items())])


def faults(found: Evidence, rows: Iterable[Fault]) -> Node:
    """Each fault: what was done, what the reader sees, and how it came out in each browser."""
    outcomes = found["browsers"]["faults"]

    def told(row: Fault) -> list[Node]:
        mine = outcomes.get(row["id"], {})
        worst = next((each for each in ("failed", "not tried", "passed") if each in mine.values()), "not tried")
        return [
            el("dt", {"id": f"fault-{row['id']}"}, row["done"]),
            el("dd", "", row["sees"]),
            el("dd", {"class": "outcome", "data-outcome": worst}, outcome_text(mine, row.get("not_in", {}))),
        ]

    by_group: dict[str, list[Node]] = {}
    for row in rows:
        by_group.setdefault(row["group"], []).extend(told(row))
    return el(
        "div",
        "",
        *(
            node
            for group, shown in by_group.items()
            for node in (
                el("h3", {"id": f"faults-{group}"}, GROUPS[group]),
                el("dl", "faults", *shown),
            )
        ),
    )


def engines(found: Evidence) -> Node:
    """The browsers, and in how many sets each gave the same bytes as Python on its own."""
    browsers = found["browsers"]

    def told(engine: str) -> str:
        tests = browsers["tests"][engine]
        held = f"{number(tests['passed'])} tests held, {number(tests['failed'])} did not."
        return f"{held} The same results, to the byte, as Python on its own: {browsers['parity'][engine]}."

    return pairs([(browsers["versions"][engine], told(engine)) for engine in ENGINES])


def speed_told(row: Mapping[str, Any]) -> tuple[str, str]:
    return begun(row["what"]), f"{begun(row['measured'])}. Wanted: {row['wanted'] or 'nothing set'}."


def speed(found: Evidence) -> Node:
    """What was measured of the checker's speed, and what was wanted."""
    return pairs(map(speed_told, found["speed"]))


def too_slow(found: Evidence) -> Node:
    """What was slower than was wanted, or was not measured; nothing where there is no such."""
    missed = [speed_told(row) for row in found["speed"] if row["missed"]]
    rows = (
        el("li", {"data-missed": ""}, el("strong", "", "It is slower than was wanted."), f" {what}: {said}")
        for what, said in missed
    )
    return el("div", "", *([el("ul", "", *rows)] if missed else []))
