"""JSON Schemas (2020-12) of answers and of results, made from the rulebook."""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers import MEANT_SOMETHING_ELSE, QUESTIONS_VERSION
from checker.cautions import CAUTIONS
from checker.describe import VERSIONS, Data
from checker.model import NO_SIGN, Age, Choice, Clash, Question, Several, Step
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


def version_schema() -> Data:
    """Without the version, the answers that stood for something else before it are not allowed."""
    never = {question: {"not": {"enum": list(options)}} for question, options in MEANT_SOMETHING_ELSE.items()}
    return {"if": {"not": {"required": ["questions"]}}, "then": {"properties": never}}


def answers_schema() -> Data:
    """What a file of answers may hold, as JSON: flat, ids to values, missing where not known."""
    return {
        "$schema": DIALECT,
        "title": "Answers to the behaviour checker",
        "type": "object",
        "properties": {
            "questions": {"title": "The version of the questions", "const": QUESTIONS_VERSION},
            **{question.id: answer_schema(question) for question in QUESTIONS.values()},
        },
        "additionalProperties": False,
        "allOf": [*(clash_schema(clash) for clash in CLASHES), version_schema()],
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


def only_together_schema() -> Data:
    options = sorted({option for question in GRADED for option in question.ids()})
    return exactly(question=GRADED_ID, option={"enum": options}, **{"with": {**listed(GRADED_ID), "minItems": 1}})


def indicator_schema() -> Data:
    return exactly(
        id={"enum": [item.id for item in INDICATORS]},
        state={"enum": ["met", "not_met", "not_known"]},
        clause={"enum": [item.clause for item in INDICATORS]},
    )


def rows(known: Iterable[str]) -> Data:
    return listed(resting_on_a_basis(id={"enum": list(known)}, text=TEXT))


def route_rows() -> Data:
    lines = {line.id for row in ROUTE.values() for line in row.lines}
    line = resting_on_a_basis(id={"enum": sorted(lines)}, text=TEXT)
    return listed(exactly(id={"enum": list(ROUTE)}, lines={**listed(line), "minItems": 1}))


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
            holds_upper=listed(GRADED_ID),
            no_sign=listed({"enum": [question.id for question in GRADED if NO_SIGN in question.ids()]}),
            only_together=listed(only_together_schema()),
            enough=exactly(to_act={"type": "boolean"}, to_place={"type": "boolean"}),
            unknown=listed(GRADED_ID),
            would_raise=listed(change_schema()),
            would_lower=listed(change_schema()),
            route=route_rows(),
            needs=exactly(child=rows(NEEDS_CHILD), other=rows(NEEDS_OTHER)),
            cautions=rows(CAUTIONS),
            versions=exactly(**{key: {"type": "integer" if key == "schema" else "string"} for key in VERSIONS}),
        ),
    }
