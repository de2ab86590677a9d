"""Where a range falls, in sentences and as a scale of the five steps. They speak of what was described."""

from __future__ import annotations

from collections.abc import Iterable

from checker.advice_tree import advice_list
from checker.cautions import BESIDE_NORMAL
from checker.model import Range, Step
from checker.result import Result
from checker.rulebook import QUESTIONS, STEPS
from checker.tree import Node, el, joined

__all__ = ["placed", "progress_tree", "range_text", "scale", "where_it_falls"]

ENOUGH_TO_PLACE = "Enough is known: no other answer can move it. Check your answers, or show the result."
CALL_NOW = "You know enough to call. Call now. The questions can wait."
ASK_WHETHER_TO_REFER = (
    "You know enough to act. Ask your safeguarding lead today whether to refer, or call children's social care. "
    "The questions can wait."
)
SAY_TOO = (
    "Say too if anyone is hurt, or if they will be together tonight.",
    "Say if there is a phone or an image, or if someone may be behind this.",
)


def either(steps: list[Step]) -> str:
    return joined([STEPS[step][0].lower() for step in steps], "or")


def named(questions: Iterable[str], by: str) -> str:
    """What the questions ask about."""
    return joined([QUESTIONS[question].name for question in questions], by)


def placed(result: Result) -> list[str]:
    """The range in sentences, to be shown together: one word alone is never a verdict."""
    least, most = result.range.least, result.range.most
    left = [step for step in Step if least < step <= most]
    if result.normal_for_want_of_a_look:
        return [
            "Nothing known so far goes beyond normal.",
            f"Nobody has properly looked for {named(result.no_sign, 'or')}.",
            "A trained person decides.",
        ]
    if least == Step.NORMAL and left:
        return [
            "It cannot be placed yet.",
            "Too little is known. Do not read this as normal.",
            f"Behaviour that is {either(left)} is not ruled out.",
        ]
    step = STEPS[least][0].lower()
    first = f"What was described fits the policy's description of {step} behaviour."
    if not any(reason.rule.clause for reason in result.reasons):
        first = f"The policy does not speak of this. National guidance and law place what was described at {step}."
    if left:
        return [first, f"Behaviour that is {either(left)} is not ruled out.", "A trained person decides."]
    return [first, "A trained person decides."]


def upper_end(result: Result) -> list[Node]:
    """What is not known and holds the upper end, where anything does."""
    if not result.holds_upper:
        return []
    told = f"Not known: {named(result.holds_upper, 'and')}. Do not find out. Say so when you call."
    return [el("p", "holds-upper", told)]


def scale(result: Result) -> Node:
    """The five steps, each with what the answers say of it in words."""
    range_ = result.range

    def state(step: Step) -> tuple[str, str]:
        if step < range_.least:
            return "below", "goes beyond this"
        if step > range_.most:
            return "above", "no sign so far" if result.no_sign else "does not fit this"
        certain = range_.width == 0 and not result.normal_for_want_of_a_look
        if step == range_.least and (step > Step.NORMAL or certain):
            return "fits", "fits this"
        return "open", "not ruled out"

    return el(
        "ol",
        "scale",
        *(
            el(
                "li",
                {"class": f"scale-{state(step)[0]}"},
                el("span", "scale-step", title),
                " ",
                el("span", "scale-state", state(step)[1]),
            )
            for step, (title, _) in STEPS.items()
        ),
    )


def range_text(range_: Range) -> Node:
    """A range by the names of its ends."""
    least, most = STEPS[range_.least][0].lower(), STEPS[range_.most][0].lower()
    return el("span", "changed", f" {least}" if least == most else f" {least} to {most}")


def where_it_falls(result: Result, *, so_far: bool = False) -> list[Node]:
    """Where it falls, in sentences and as a scale. Normal never stands without its caution beside it."""
    beside = BESIDE_NORMAL in result.cautions and not (so_far and result.range.width)
    cautions = [advice_list([BESIDE_NORMAL], "ul", "caution")] if beside else []
    return [el("p", "placed", " ".join(placed(result))), *upper_end(result), *cautions, scale(result)]


def first_to_do(result: Result) -> str:
    """What the reader knows enough for: to call, or below abusive at under 10, to ask whether to refer."""
    lines = {line.id for row in result.route for line in row.lines}
    return ASK_WHETHER_TO_REFER if "ask-whether-to-refer" in lines else CALL_NOW


def progress_tree(result: Result, *, enough_to_act: bool, enough_to_place: bool) -> Node:
    """Where the answers so far fall, while they are being given, and whether they are enough to act on, or to place."""
    told = []
    if enough_to_act:
        told = [el("div", "enough-to-act", *(el("p", "", line) for line in (first_to_do(result), *SAY_TOO)))]
    elif enough_to_place:
        told = [el("p", "enough", ENOUGH_TO_PLACE)]
    return el("div", "progress", *told, el("div", "so-far", *where_it_falls(result, so_far=True)))
