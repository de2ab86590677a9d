"""JSON Schemas (2020-12) of answers and of results, made from the rulebook."""

from __future__ import annotations

from checker.advice import CAUTIONS, NEEDS_CHILD, NEEDS_OTHER, ROUTE, SOURCES
from checker.describe import VERSIONS, Data
from checker.model import Age, Choice, Clash, Question, Several, Step
from checker.rulebook import CLASHES, GRADED, INDICATORS, QUESTIONS, RULES, TERMS

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


def result_schema() -> Data:
    """What `describe.result_data` gives."""
    text = {"type": "string", "minLength": 1}
    step = {"enum": [step.id for step in Step]}
    range_ = exactly(**{"from": step, "to": step})
    answers = {
        "type": "object",
        "properties": {q.id: {"enum": list(q.ids())} for q in GRADED},
        "additionalProperties": False,
    }
    reason = resting_on_a_basis(rule={"enum": [r.id for r in RULES]}, step=step, because=text, answers=answers)
    change = exactly(
        question={"enum": [question.id for question in GRADED]},
        option={"enum": sorted({option for question in GRADED for option in question.ids()})},
        range=range_,
    )
    indicator = exactly(
        id={"enum": [item.id for item in INDICATORS]},
        state={"enum": ["met", "not_met", "not_known"]},
        clause={"enum": [item.clause for item in INDICATORS]},
    )

    def rows(known: dict[str, object]) -> Data:
        return listed(resting_on_a_basis(id={"enum": list(known)}, text=text))

    return {
        "$schema": DIALECT,
        "title": "A result of the behaviour checker",
        **exactly(
            range=range_,
            reasons=listed(reason),
            noted=listed(reason),
            terms=listed({"enum": list(TERMS)}),
            indicators={**listed(indicator), "minItems": len(INDICATORS), "maxItems": len(INDICATORS)},
            unknown=listed({"enum": [question.id for question in GRADED]}),
            would_raise=listed(change),
            would_lower=listed(change),
            route=rows({**ROUTE}),
            needs=exactly(child=rows({**NEEDS_CHILD}), other=rows({**NEEDS_OTHER})),
            cautions=rows({**CAUTIONS}),
            versions=exactly(**{key: {"type": "integer" if key == "schema" else "string"} for key in VERSIONS}),
        ),
    }
