"""Where a range falls, in sentences and as a scale of the five steps. They speak of what was described."""

from __future__ import annotations

from checker.advice_tree import advice_list
from checker.cautions import BESIDE_NORMAL
from checker.model import Range, Step
from checker.result import Result
from checker.rulebook import STEPS
from checker.tree import Node, el

__all__ = ["placed", "progress_tree", "range_text", "scale", "where_it_falls"]

ENOUGH = "Enough is known: no other answer can move it. Check your answers, or show the result."


def either(steps: list[Step]) -> str:
    *others, last = (STEPS[step][0].lower() for step in steps)
    return f"{', '.join(others)} or {last}" if others else last


def placed(result: Result) -> list[str]:
    """The range in sentences, to be shown together: one word alone is never a verdict."""
    least, most = result.range.least, result.range.most
    left = [step for step in Step if least < step <= most]
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


def scale(range_: Range) -> Node:
    """The five steps, each with what the answers say of it in words."""

    def state(step: Step) -> tuple[str, str]:
        if step < range_.least:
            return "below", "goes beyond this"
        if step > range_.most:
            return "above", "does not fit this"
        if step == range_.least and (step > Step.NORMAL or range_.width == 0):
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
    return [el("p", "placed", " ".join(placed(result))), *cautions, scale(result.range)]


def progress_tree(result: Result, *, enough: bool) -> Node:
    """Where the answers so far fall, while they are being given. `enough`: it says that no other can move it."""
    told = [el("p", "enough", ENOUGH)] if enough else []
    return el("div", "progress", el("div", "so-far", *where_it_falls(result, so_far=True)), *told)
