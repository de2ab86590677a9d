"""Answers in; the range, its reasons, what is not known and what would change it, out. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from checker.advice import Advice
from checker.answers import Answers
from checker.cautions import cautions_for
from checker.model import Indicator, Range, Value
from checker.needs import needs_for
from checker.result import Change, Reason, Result, State
from checker.route import ROUTE_TURNS_ON, route_for
from checker.rulebook import CLASHES, INDICATORS, TERMS
from checker.situation import Situation
from checker.thresholds import AT_LEAST, MOST_CONCERNING_FIRST, POSSIBLE, known_bits, open_bits, range_of

__all__ = ["assess", "enough_known", "range_for"]

Route = tuple[Advice, ...]


def range_for(answers: Answers) -> Range:
    """The range alone: from the step that `answers` establish to the step they do not rule out. Never raises."""
    return range_of(known_bits(answers.given), open_bits(answers.given, alone=answers.alone))


def shown_reasons(answers: Answers, known: int) -> list[Reason]:
    """The rules that matched, but for those of which another, of the same or a higher step, asks at least as much."""
    matched = [(bits, rule) for bits, rule in MOST_CONCERNING_FIRST if bits & known == bits]
    return [
        Reason(rule, {question: str(answers.given[question]) for question in rule.when})
        for bits, rule in matched
        if not any(other.step >= rule.step and more & bits == bits for more, other in matched if other is not rule)
    ]


def terms_for(situation: Situation) -> tuple[str, ...]:
    """The policy's words that such behaviour is called by."""
    applies = {
        "hsb": True,
        "ta-hsb": situation.at_least("online", "pornography") or situation.at_least("images", "own_willing"),
        "sexually-reactive": situation.says("trauma", "yes"),
    }
    return tuple(term for term in TERMS if applies[term]) if situation.it_is_problematic_or_worse() else ()


INDICATED_AT: dict[str, tuple[str, str]] = {
    "frequency": ("frequency", "beyond_expected"),
    "interference": ("interference", "present"),
    "coercion": ("pressure", "coercion"),
    "distress": ("distress", "present"),
    "secrecy": ("intervention", "continued_in_secret"),
}


def divergence(answers: Answers) -> State:
    """The sign of different ages or abilities. Met only where the reader names one: the policy gives no age gap."""
    named = answers.given.get("imbalance")
    if isinstance(named, tuple) and {"age", "ability"} & set(named):
        return "met"
    return "not_met" if answers.alone or answers.given.get("power") == "equal" else "not_known"


def indicator_state(indicator: Indicator, answers: Answers, situation: Situation) -> State:
    if indicator.id == "divergence":
        return divergence(answers)
    question, option = INDICATED_AT[indicator.id]
    if question not in answers.given:
        return "not_met" if question not in POSSIBLE[answers.alone] else "not_known"
    return "met" if situation.at_least(question, option) else "not_met"


def contradicts(given: Mapping[str, Value], question: str, option: str) -> bool:
    """Whether answering `question` with `option` would rule out another answer that is given."""
    return any(c.question == question and c.value == option and c.other in given for c in CLASHES)


def unknown_most_decisive_first(answers: Answers, known: int, unknown: int) -> tuple[str, ...]:
    """The graded questions still to be answered: first those of which some answer would leave the narrowest range."""

    def widths(question: str, options: tuple[str, ...]) -> tuple[int, int]:
        by_option = AT_LEAST[question]
        others = unknown & ~by_option[options[-1]]
        answerable = [option for option in options if not contradicts(answers.given, question, option)]
        after = [range_of(known | by_option[option], others).width for option in answerable]
        return min(after), sum(after)

    missing = {q: widths(q, options) for q, options in POSSIBLE[answers.alone].items() if q not in answers.given}
    return tuple(sorted(missing, key=missing.__getitem__))


def enough_known(answers: Answers, result: Result, put: Collection[object]) -> bool:
    """Whether no further graded answer can move the range, and each question that the route turns on has been `put`."""
    return not result.range.width and all(question in put for question in ROUTE_TURNS_ON if question in answers.open)


def nearest_change(
    answers: Answers, now: tuple[Range, Route], question: str, options: tuple[str, ...]
) -> Change | None:
    """The first of `options` that would change the range or the route; `now` is both as they are."""
    for option in options:
        if contradicts(answers.given, question, option):
            continue
        given = {**answers.given, question: option}
        changed = range_of(known_bits(given), open_bits(given, alone=answers.alone))
        if (changed, route_for(Situation(given, changed))) != now:
            return Change(question, option, changed)
    return None


def changes(answers: Answers, now: tuple[Range, Route], *, up: bool) -> Iterator[Change]:
    """For each graded question answered, the nearest option up, or down, that changes the range or the route."""
    for question, options in POSSIBLE[answers.alone].items():
        if question in answers.given:
            at = options.index(str(answers.given[question]))
            change = nearest_change(answers, now, question, options[at + 1 :] if up else options[:at][::-1])
            if change:
                yield change


def assess(answers: Answers, *, lower: bool = False) -> Result:
    """Return the range of steps that `answers` allow, with the reasons, the route and what is not known.

    The lower end counts missing answers as least concerning, the upper end as most concerning; rules are monotone, so
    both ends are exact. `would_lower` is filled only where `lower` is true, which only published examples use: on a
    live case it would show how to make a problem look smaller. Never raises.
    """
    known = known_bits(answers.given)
    unknown = open_bits(answers.given, alone=answers.alone)
    situation = Situation(answers.given, range_of(known, unknown))
    shown = shown_reasons(answers, known)
    least = situation.range.least
    needs_child, needs_other = needs_for(situation)
    route = route_for(situation)
    now = (situation.range, route)
    return Result(
        range=situation.range,
        reasons=tuple(reason for reason in shown if reason.rule.step == least),
        noted=tuple(reason for reason in shown if reason.rule.step < least),
        terms=terms_for(situation),
        indicators=tuple((item, indicator_state(item, answers, situation)) for item in INDICATORS),
        unknown=unknown_most_decisive_first(answers, known, unknown),
        would_raise=tuple(changes(answers, now, up=True)),
        would_lower=tuple(changes(answers, now, up=False)) if lower else (),
        route=route,
        needs_child=needs_child,
        needs_other=needs_other,
        cautions=cautions_for(situation),
    )
