"""The second reading: rules written from the clauses and the vocabulary alone, without sight of the rulebook."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from checker.compare import moved
from checker.describe import rulebook_data, to_json
from checker.model import NO_SIGN, Step
from checker.rulebook_file import Rulebook, read_rulebook

__all__ = ["rulebook", "second_reading"]

HERE = Path(__file__).parent
When = frozenset[tuple[str, str]]


def rulebook(rules: Sequence[object]) -> Rulebook:
    """The rulebook with these rules in place of its own, as `rules --json` writes them.

    It has no "no sign of it so far", for which no rule asks: the step counts it as least.
    """
    data = {**rulebook_data(), "rules": rules}
    for question in data["questions"]:
        if "options" in question:
            question["options"] = [option for option in question["options"] if option["id"] != NO_SIGN]
    return read_rulebook(to_json(data).encode(), "rules")


def second_rules() -> list[dict[str, object]]:
    rows = tomllib.loads((HERE / "second_reading.toml").read_text("utf-8"))["rule"]
    return [{"id": str(number), "step": row["step"], "when": row["when"]} for number, row in enumerate(rows, 1)]


def falls_short(book: Rulebook, rows: Rulebook) -> dict[str, Step]:
    """The rules of `rows` that `book` falls short of where the rule just matches, and the step that it gives there.

    Both are monotone, so where there is none, no set anywhere comes out below `rows`.
    """
    given = {id_: (step, book.step_of(when)) for id_, (step, when) in rows.rules.items()}
    return {id_: found for id_, (step, found) in given.items() if found < step}


def differences(ours: Rulebook, second: Rulebook) -> dict[str | When, dict[str, object]]:
    """Where a rule of one just matches and the other gives a lower step; by our rule's id or the second's answers."""
    found: dict[str | When, dict[str, object]] = {}
    for id_, lower in falls_short(ours, second).items():
        step, when = second.rules[id_]
        found[frozenset(when.items())] = {"when": dict(when), "rules": lower.id, "second": step.id}
    for id_, lower in falls_short(second, ours).items():
        step, when = ours.rules[id_]
        found[id_] = {"when": dict(when), "rules": step.id, "second": lower.id}
    return found


def explained() -> dict[str | When, str]:
    rows: list[Mapping[str, object]] = tomllib.loads((HERE / "differences.toml").read_text("utf-8"))["difference"]
    found: dict[str | When, str] = {}
    for row in rows:
        second = row.get("second")
        found[frozenset(second.items()) if isinstance(second, dict) else str(row["rule"])] = str(row["why"])
    return found


def unexplained(found: Mapping[str | When, object], reasons: Mapping[str | When, str]) -> Iterator[str]:
    """A line for each difference without a reason, and for each reason without a difference."""
    for key in found.keys() ^ reasons.keys():
        answers = key if isinstance(key, str) else ", ".join(f'{question} = "{option}"' for question, option in key)
        row = f'rule = "{key}"' if isinstance(key, str) else f"second = {{ {answers} }}"
        wanted = f"write {row} and why it differs" if key in found else f"{row} is explained, and differs no more"
        yield f"the second reading, tests/evidence/differences.toml: {wanted}"


def second_reading(rules: Sequence[object]) -> dict[str, object]:
    """How far it and `rules` agree over every complete set, and each difference with its reason.

    Raises ValueError where a difference has no reason, or a reason no difference.
    """
    ours, second = rulebook(rules), rulebook(second_rules())
    found, reasons = differences(ours, second), explained()
    if problems := [*unexplained(found, reasons)]:
        raise ValueError("\n".join(problems))
    pairs = moved(ours, second, []).pairs
    return {
        "rules": len(second.rules),
        "steps": {one.id: {other.id: pairs.get((one, other), 0) for other in Step} for one in Step},
        "differences": [{**row, "why": reasons[key]} for key, row in found.items()],
    }
