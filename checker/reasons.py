"""Why: each rule that the answers meet, told by those answers, and what counts only together with another answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.answers import Answers
from checker.model import NO_SIGN, Graded, Rule
from checker.result import OnlyTogether, Reason
from checker.route import COUNT_TOGETHER
from checker.rulebook import FLOOR, QUESTIONS, RULES
from checker.thresholds import AT_LEAST, MOST_CONCERNING_FIRST

__all__ = ["because", "only_together", "reasons_for"]


def graded(question: str) -> Graded:
    asked = QUESTIONS[question]
    assert isinstance(asked, Graded)
    return asked


def because(answers: Mapping[str, str]) -> str:
    """The answers that met a rule: a sentence each, never wider than what was answered."""
    phrases = [graded(question).option(option).phrase for question, option in answers.items()]
    return " ".join(f"{phrase[0].upper()}{phrase[1:]}." for phrase in phrases) or FLOOR


def reason(rule: Rule, answers: Answers) -> Reason:
    met_by = {question: str(answers.given[question]) for question in rule.when}
    return Reason(rule, met_by, because(met_by))


def reasons_for(answers: Answers, known: int) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """The rules that matched at the highest step, and those below it, most concerning first.

    A rule of which another, of the same or a higher step, asks at least as much is left out.
    """
    matched = [(bits, rule) for bits, rule in MOST_CONCERNING_FIRST if bits & known == bits]
    shown = [
        reason(rule, answers)
        for bits, rule in matched
        if not any(other.step >= rule.step and more & bits == bits for more, other in matched if other is not rule)
    ]
    highest = shown[0].rule.step
    return (
        tuple(each for each in shown if each.rule.step == highest),
        tuple(each for each in shown if each.rule.step < highest),
    )


def counts_beside(question: str, option: str) -> tuple[str, ...]:
    """The questions of which an answer makes this one count, in the rulebook's order."""
    asked = AT_LEAST[question][option]
    together = [when for when in (*(rule.when for rule in RULES), *COUNT_TOGETHER) if question in when]
    beside = {
        other
        for when in together
        if AT_LEAST[question][when[question]] & ~asked == 0
        for other in when.keys() - {question}
    }
    return tuple(other for other in AT_LEAST if other in beside)


def only_together(answers: Answers, shown: Iterable[Reason]) -> Iterator[OnlyTogether]:
    """The answers above the least concerning that none of the reasons holds."""
    told = {question for reason in shown for question in reason.answers}
    for question, by_option in AT_LEAST.items():
        if question not in answers.given or question in told:
            continue
        option = str(answers.given[question])
        if by_option[option] and option != NO_SIGN:
            yield OnlyTogether(question, option, counts_beside(question, option))
