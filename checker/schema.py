"""JSON Schemas (2020-12) of answers and of results, made from the rulebook."""

from __future__ import annotations

from collections.abc import Iterable

from checker.cautions import CAUTIONS
from checker.describe import VERSIONS, Data
from checker.model import Age, Choice, Clash, Question, Several, Step
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import ROUTE
from checker.rulebook import CLASHES, GRADED, INDICATORS, QUESTIONS, RULES, TERMS
from checker.sources import SOURCES

__all__ = ["answers_schema", "result_schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def answer_schema(question: Question) -> Data:
    about: Data = {"title": question.asks}
    if question.help:
        about["description"] = question.help
    if isinstance(question, Age):
        return {**about, "type": "integer", "minimum": question.least, "maximum": question.most}
    assert isinstance(question, Choice)
    options: Data = {"enum": list(question.ids())}
    if isinstance(question, Several):
        return {**about, "type": "array", "items": options, "minItems": 1, "uniqueItems": True}
    return {**about, **options}


def clash_schema(clash: Clash) -> Data:
    if clash.ruled_out is None:
        never: object = False
    elif isinstance(clash.ruled_out, range):
        never = {"not": {"minimum": clash.ruled_out.start, "maximum": clash.ruled_out.stop - 1}}
    else:
        never = {"not": {"enum": list(clash.ruled_out)}}
    return {
        "if": {"properties": {clash.question: {"const": clash.value}}, "required": [clash.question]},
        "then": {"properties": {clash.other: never}},
    }


def answers_schema() -> Data:
    """What `Answers` accepts, as JSON: flat, ids to values, missing where not known."""
    return {
        "$schema": DIALECT,
        "title": "Answers to the behaviour checker",
        "type": "object",
        "properties": {question.id: answer_schema(question) for question in QUESTIONS.values()},
        "additionalProperties": False,
        "allOf": [clash_schema(clash) for clash in CLASHES],
    }


def exactly(**properties: object) -> Data:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def listed(items: object) -> Data:
    return {"type": "array", "items": items}


def resting_on_a_basis(**properties: object) -> Data:
    """An object with `properties`, and a clause of the policy or else a source."""
    clause = {"type": "string", "pattern": "^c-[0-9](-[a-z0-9]+)*$"}
    return {
        "oneOf": [
            exactly(**properties, clause=clause),
            exactly(**properties, source={"enum": list(SOURCES)}),
        ]
    }


TEXT: Data = {"type": "string", "minLength": 1}
STEP: Data = {"enum": [step.id for step in Step]}
RANGE = exactly(**{"from": STEP, "to": STEP})
GRADED_ID: Data = {"enum": [question.id for question in GRADED]}


def reason_schema() -> Data:
    options = {question.id: {"enum": list(question.ids())} for question in GRADED}
    answers: Data = {"type": "object", "properties": options, "additionalProperties": False}
    return resting_on_a_basis(rule={"enum": [rule.id for rule in RULES]}, step=STEP, because=TEXT, answers=answers)


def change_schema() -> Data:
    options = sorted({option for question in GRADED for option in question.ids()})
    return exactly(question=GRADED_ID, option={"enum": options}, range=RANGE)


def indicator_schema() -> Data:
    return exactly(
        id={"enum": [item.id for item in INDICATORS]},
        state={"enum": ["met", "not_met", "not_known"]},
        clause={"enum": [item.clause for item in INDICATORS]},
    )


def rows(known: Iterable[str]) -> Data:
    return listed(resting_on_a_basis(id={"enum": list(known)}, text=TEXT))


def result_schema() -> Data:
    """What `describe.result_data` gives."""
    return {
        "$schema": DIALECT,
        "title": "A result of the behaviour checker",
        **exactly(
            range=RANGE,
            reasons=listed(reason_schema()),
            noted=listed(reason_schema()),
            terms=listed({"enum": list(TERMS)}),
            indicators={**listed(indicator_schema()), "minItems": len(INDICATORS), "maxItems": len(INDICATORS)},
            unknown=listed(GRADED_ID),
            would_raise=listed(change_schema()),
            would_lower=listed(change_schema()),
            route=rows(ROUTE),
            needs=exactly(child=rows(NEEDS_CHILD), other=rows(NEEDS_OTHER)),
            cautions=rows(CAUTIONS),
            versions=exactly(**{key: {"type": "integer" if key == "schema" else "string"} for key in VERSIONS}),
        ),
    }
