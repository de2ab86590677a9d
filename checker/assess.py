"""Answers in; the range, its reasons, what is not known and what would change it, out. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.answers import Answers
from checker.cautions import cautions_for
from checker.model import NO_SIGN, Indicator, Range, Value
from checker.needs import needs_for
from checker.reasons import only_together, reasons_for
from checker.result import Change, Enough, Result, State
from checker.route import route_for, said_in
from checker.rulebook import CLASHES, INDICATORS, TERMS
from checker.situation import Situation, situation_of
from checker.thresholds import AT_LEAST, POSSIBLE, known_bits, open_bits, range_of
from checker.upper import holds_upper

__all__ = ["assess", "range_for"]

Now = tuple[Range, list[str], set[str]]
"""The range, and what there is to do: the rows of the route and the lines that they say."""


def range_for(answers: Answers) -> Range:
    """The range alone: from the step that `answers` establish to the step they do not rule out. Never raises."""
    return range_of(known_bits(answers.given), open_bits(answers.given, alone=answers.alone))


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


def divergence(answers: Answers, situation: Situation) -> State:
    """The sign of different ages or abilities: met where the reader names one.

    Where they name nothing, two ages that differ will do, if power is unequal: the policy gives no age gap.
    """
    named = answers.given.get("imbalance")
    if isinstance(named, tuple) and {"age", "ability"} & set(named):
        return "met"
    if answers.alone or situation.says("power", "equal"):
        return "not_met"
    differ = situation.the_ages_differ() and situation.at_least("power", "unequal")
    return "met" if differ and named is None else "not_known"


def indicator_state(indicator: Indicator, answers: Answers, situation: Situation) -> State:
    if indicator.id == "divergence":
        return divergence(answers, situation)
    question, option = INDICATED_AT[indicator.id]
    if question not in answers.given or situation.says(question, NO_SIGN):
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


def enough(situation: Situation) -> Enough:
    """Nothing is placed for good while a look at what there is only no sign of so far could still move it."""
    return Enough(situation.there_is_enough_to_act(), situation.range.least == situation.not_ruled_out)


def now_in(situation: Situation) -> Now:
    said = said_in(situation)
    return situation.range, [row.id for row, _ in said], {line.id for _, lines in said for line in lines}


def nearest_change(answers: Answers, now: Now, question: str, options: tuple[str, ...]) -> Change | None:
    """The first of `options` that would change the range or what there is to do; `now` is both as they are."""
    for option in options:
        if contradicts(answers.given, question, option):
            continue
        changed = situation_of({**answers.given, question: option})
        if now_in(changed) != now:
            return Change(question, option, changed.range)
    return None


def changes(answers: Answers, situation: Situation, *, up: bool) -> Iterator[Change]:
    """For each graded question answered, the nearest option up, or down, that changes the range or the route."""
    now = now_in(situation)
    for question, options in POSSIBLE[answers.alone].items():
        if question in answers.given:
            at = options.index(str(answers.given[question]))
            change = nearest_change(answers, now, question, options[at + 1 :] if up else options[:at][::-1])
            if change:
                yield change


def assess(answers: Answers, *, lower: bool = False) -> Result:
    """Return the range of steps that `answers` allow, with the reasons, the route and what is not known. Never raises.

    The lower end counts missing answers as least concerning, the upper end as most; rules are monotone, so both ends
    are exact. `would_lower` is filled only where `lower` is true: on a live case it would show how to make a problem
    look smaller.
    """
    known = known_bits(answers.given)
    unknown = open_bits(answers.given, alone=answers.alone)
    situation = situation_of(answers.given)
    reasons, noted = reasons_for(answers, known)
    needs_child, needs_other = needs_for(situation)
    return Result(
        range=situation.range,
        reasons=reasons,
        noted=noted,
        only_together=tuple(only_together(answers, (*reasons, *noted))),
        no_sign=answers.no_sign,
        terms=terms_for(situation),
        indicators=tuple((item, indicator_state(item, answers, situation)) for item in INDICATORS),
        unknown=unknown_most_decisive_first(answers, known, unknown),
        holds_upper=holds_upper(situation.range, known, unknown),
        enough=enough(situation),
        would_raise=tuple(changes(answers, situation, up=True)),
        would_lower=tuple(changes(answers, situation, up=False)) if lower else (),
        route=route_for(situation),
        needs_child=needs_child,
        needs_other=needs_other,
        cautions=cautions_for(situation),
    )
