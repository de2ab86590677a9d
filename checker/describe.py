"""The rulebook as plain data: what tables, JSON and the hash of the rules derive from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from checker.advice import Advice, Line
from checker.cautions import CAUTIONS
from checker.edition import LEFT_TO_THE_EDITION
from checker.model import Age, Choice, Graded, Option, Question, Rule, Several
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import ROUTE
from checker.rulebook import CLASHES, FLOOR, INDICATORS, QUESTIONS, RULES, STEPS, TERMS, TOPICS, UNDECIDED
from checker.sources import SOURCES

__all__ = [
    "CHECKER",
    "VERSIONS",
    "Data",
    "cited",
    "questions_data",
    "row_data",
    "rulebook_data",
    "to_json",
]

CHECKER = "0.1.0"

Data = dict[str, object]


def to_json(data: object) -> str:
    """The one form in which the project writes JSON: the same bytes everywhere, ended by a newline."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def kind(question: Question) -> str:
    if isinstance(question, Age):
        return "age"
    if isinstance(question, Graded):
        return "graded"
    return "several" if isinstance(question, Several) else "choice"


def option_data(option: Option) -> Data:
    return {"id": option.id, "text": option.text, **({"phrase": option.phrase} if option.phrase else {})}


def question_data(question: Question) -> Data:
    data: Data = {
        "id": question.id,
        "kind": kind(question),
        "name": question.name,
        "asks": question.asks,
        "why": question.why,
        "help": question.help,
    }
    if question.beside:
        data["beside"] = question.beside
    if isinstance(question, Age):
        data |= {"least": question.least, "most": question.most}
    if isinstance(question, Choice):
        data["options"] = [option_data(option) for option in question.options]
    data["applies_alone"] = question.applies_alone
    if isinstance(question, Several):
        data["applies_above"] = list(question.applies_above)
    if isinstance(question, Graded) and question.most_alone:
        data["most_alone"] = question.most_alone
    if question.clauses:
        data["clauses"] = list(question.clauses)
    if question.source:
        data["source"] = question.source
    return data


def questions_data() -> Data:
    """Every question with its options, and the topics they are asked in."""
    return {
        "questions": [question_data(question) for question in QUESTIONS.values()],
        "topics": [{"id": topic.id, "title": topic.title, "questions": list(topic.questions)} for topic in TOPICS],
    }


def cited(clauses: Sequence[str], source: str) -> Data:
    """The source that something rests on, or else the first of its clauses."""
    return {"source": source} if source else {"clause": clauses[0]}


def rule_data(rule: Rule) -> Data:
    return {
        "id": rule.id,
        "step": rule.step.id,
        "when": dict(rule.when),
        **cited([rule.clause], rule.source),
    }


def line_data(line: Line) -> Data:
    return {"id": line.id, "text": line.text, **cited(line.basis.clauses, line.basis.source)}


def row_data(row: Advice) -> Data:
    """A row of the route as a result carries it: each line with the source or else the clause that it rests on."""
    return {"id": row.id, "lines": [line_data(line) for line in row.lines]}


def advice_in_full(rows: Iterable[Advice]) -> list[Data]:
    return [{**row_data(row), "clauses": list(row.clauses), "contacts": list(row.contacts)} for row in rows]


def clashes_data() -> list[Data]:
    return [
        {**asdict(clash), "ruled_out": "any" if clash.ruled_out is None else list(clash.ruled_out)} for clash in CLASHES
    ]


def rulebook_data() -> Data:
    """All that decides or words a result. Its hash, as `to_json` writes it, is the version of the rules."""
    return {
        **questions_data(),
        "clashes": clashes_data(),
        "steps": [{"id": step.id, "title": title, "clause": clause} for step, (title, clause) in STEPS.items()],
        "rules": [rule_data(rule) for rule in RULES],
        "floor": FLOOR,
        "indicators": [{"id": item.id, "text": item.text, "clause": item.clause} for item in INDICATORS],
        "terms": [{"id": term, "title": title, "clause": clause} for term, (title, clause) in TERMS.items()],
        "undecided": [{"clause": row.clause, "reason": row.reason} for row in UNDECIDED],
        "route": advice_in_full(ROUTE.values()),
        "needs": {
            "child": advice_in_full(NEEDS_CHILD.values()),
            "other": advice_in_full(NEEDS_OTHER.values()),
        },
        "cautions": advice_in_full(CAUTIONS.values()),
        "sources": [{"id": source.id, "kind": source.kind, "title": source.title} for source in SOURCES.values()],
    }


VERSIONS: Data = {
    "schema": 2,
    "checker": CHECKER,
    "rules": hashlib.sha256(to_json(rulebook_data()).encode()).hexdigest(),
    "policy": LEFT_TO_THE_EDITION["edition"],
}
