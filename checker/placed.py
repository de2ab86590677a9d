"""Where a range falls, in sentences and as a scale of the five steps. They speak of what was described."""

from __future__ import annotations

from collections.abc import Iterable

from checker.advice import Advice
from checker.advice_tree import advice_list
from checker.cautions import BESIDE_NORMAL, BESIDE_UNDER_10
from checker.model import Range, Step
from checker.result import Result
from checker.rulebook import QUESTIONS, STEPS
from checker.tree import Node, el, joined

__all__ = ["beside_the_place", "ends_text", "placed", "progress_tree", "range_text", "scale", "where_it_falls"]

NAMED_AT_MOST = 3
TRAINED = "A trained person decides."

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
            TRAINED,
        ]
    if least == Step.NORMAL and left:
        return [
            "It cannot be placed yet.",
            "Too little is known. Do not read this as normal.",
            f"Behaviour that is {either(left)} is not ruled out.",
        ]
    step = STEPS[least][0].lower()
    first = f"What was described fits the policy's description of {step} behaviour"
    if not any(reason.rule.clause for reason in result.reasons):
        first = (
            "The policy does not speak of this. "
            f"This project, reading law and guidance, places what was described at {step}"
        )
    more = f"; {either(left)} is not ruled out" if left else ""
    return [f"{first}{more}.", TRAINED]


def upper_end(result: Result) -> list[Node]:
    """What is not known and holds the upper end, where anything does: the first few by name."""
    if not result.holds_upper:
        return []
    names = [QUESTIONS[question].name for question in result.holds_upper]
    more = len(names) - NAMED_AT_MOST
    shown = names if more <= 1 else [*names[:NAMED_AT_MOST], f"{more} more, listed below"]
    return [el("p", "holds-upper", f"Not known: {joined(shown, 'and')}. Do not find out. Say so when you call.")]


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


def ends_text(range_: Range) -> str:
    """A range by the names of its ends."""
    least, most = STEPS[range_.least][0].lower(), STEPS[range_.most][0].lower()
    return least if least == most else f"{least} to {most}"


def range_text(range_: Range) -> Node:
    return el("span", "changed", f" {ends_text(range_)}")


def beside_the_place(result: Result) -> list[Advice]:
    """The cautions that stand beside the place, and not among the others. Normal is never shown without its own."""
    normal = [row for row in result.cautions if row == BESIDE_NORMAL and not result.range.width]
    return [*normal, *(row for row in result.cautions if row == BESIDE_UNDER_10)]


def where_it_falls(result: Result) -> list[Node]:
    """Where it falls, in sentences, with the cautions that never part from it. The scale is apart."""
    beside = beside_the_place(result)
    cautions = [advice_list(beside, "caution")] if beside else []
    return [el("p", "placed", " ".join(placed(result))), *upper_end(result), *cautions]


def so_far(result: Result) -> Node:
    """Where the answers fall so far, and the first thing to do."""
    first = next(line.text for row in result.route for line in row.now)
    return el("div", "so-far", *where_it_falls(result), scale(result), el("p", "do-first", first))


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
    return el("div", "progress", *told, so_far(result))
