"""What a result must be, read from the design and the vocabulary alone and worked out the slow way.

Only the rules' rows are taken from the checker (`test_cases` holds them to the design); nothing of how it decides.
"""

from itertools import combinations
from math import prod
from typing import NamedTuple

from vocabulary import GRADED, contradicts, possible

from checker.model import Step
from checker.rulebook import RULES

RANK = {question: {option: rank for rank, option in enumerate(options)} for question, options in GRADED.items()}
ROWS = [
    (rule.step, [(question, RANK[question][option]) for question, option in rule.when.items()])
    for rule in sorted(RULES, key=lambda rule: rule.step, reverse=True)
]


class Ends(NamedTuple):
    least: Step
    most: Step

    @property
    def width(self) -> int:
        return self.most - self.least


def graded(given):
    return {question: answer for question, answer in given.items() if question in GRADED}


def missing(given):
    return [question for question in possible(given) if question not in given]


def step_of(answers):
    """The highest step of a rule that `answers`, each graded question to its option, meet."""
    ranks = {question: RANK[question][option] for question, option in answers.items()}
    return next(step for step, asked in ROWS if all(ranks.get(question, 0) >= rank for question, rank in asked))


def ends(given):
    """Unknowns at their least concerning, then at their most: the design's two evaluations."""
    known = graded(given)
    most = {question: possible(given)[question][-1] for question in missing(given)}
    return Ends(step_of(known), step_of({**most, **known}))


def ends_by_brute_force(given):
    """The lowest and the highest step over every completion of `given`.

    Every completion is one bit of a number, so that a rule is matched against all of them at once: `meets[question]`
    holds, for each rank, the completions whose answer is at or above it.
    """
    choices = {question: len(possible(given)[question]) for question in missing(given)}
    meets = {question: [-1] * (RANK[question][option] + 1) for question, option in graded(given).items()}
    everything, period = (1 << prod(choices.values())) - 1, 1
    for question, count in choices.items():
        repeated = everything // ((1 << period * count) - 1)
        meets[question] = [repeated * ((1 << period * count) - (1 << period * rank)) for rank in range(count)]
        period *= count
    return lowest_and_highest(meets, everything)


def lowest_and_highest(meets, left):
    found = []
    for step, asked in ROWS:
        matched = left
        for question, rank in asked:
            ranks = meets.get(question, ())
            matched &= ranks[rank] if rank < len(ranks) else 0
        if matched:
            found.append(step)
            left &= ~matched
        if not left:
            break
    return Ends(min(found), max(found))


def at_least(given, question, option):
    return question in given and RANK[question][given[question]] >= RANK[question][option]


def children(given):
    """Every pair of ages that the answers allow two children to have."""
    ages = [given.get("age"), given.get("other_age")]
    first, second = ([age] if age is not None else range(18) for age in ages)
    return [(one, other) for one in first for other in second]


def not_ruled_out(given):
    """The upper end, with "no sign of it so far" as not known."""
    return ends({question: answer for question, answer in given.items() if answer != "no_sign"}).most


def refers(given, place):
    involved = given.get("involved")
    if place.least >= Step.ABUSIVE or (involved == "adult" and place.least >= Step.PROBLEMATIC):
        return True
    if involved == "child" and at_least(given, "consent", "unwanted") and at_least(given, "power", "unequal"):
        return True
    return involved == "child" and place.least >= Step.PROBLEMATIC and not_ruled_out(given) >= Step.ABUSIVE


def to_act(given):
    """From here on no further answer takes anything away that is to be done."""
    place = ends(given)
    involved = given.get("involved")
    return (
        place.least >= Step.ABUSIVE
        or (involved == "adult" and place.least >= Step.PROBLEMATIC)
        or (involved == "child" and at_least(given, "consent", "unwanted") and at_least(given, "power", "unequal"))
    )


def slight_and_more(given):
    return at_least(given, "intrusion", "slight") and (
        at_least(given, "consent", "unwanted") or at_least(given, "power", "unequal")
    )


def older_refers(given):
    """Whether the row for a child of 13 or over with one under 13 refers."""
    return (
        "intrusion" not in given
        or at_least(given, "intrusion", "intrusive")
        or "development" not in given
        or at_least(given, "development", "unusual")
        or slight_and_more(given)
    )


def contact_refers(given):
    """Whether the row for contact with a child under 13 refers."""
    return (
        at_least(given, "intrusion", "intrusive")
        or at_least(given, "development", "adult_like")
        or slight_and_more(given)
    )


def route(given):
    """The ids of the rows: the design's table, row by row."""
    place = ends(given)
    something = bool(graded(given))
    abuse_possible = not_ruled_out(given) >= Step.ABUSIVE
    problematic = place.least >= Step.PROBLEMATIC
    applies = {
        "emergency": given.get("danger") == "yes",
        "protect-this-child": given.get("exploited") == "possible" or given.get("trauma") == "yes",
        "health": given.get("hurt") == "yes",
        "refer": refers(given, place),
        "might": abuse_possible and not refers(given, place) and something,
        "under-13-older": given.get("age", 0) >= 13 and given.get("other_age", 13) < 13,
        "under-13-contact": (
            given.get("involved") == "child"
            and (at_least(given, "intrusion", "slight") or at_least(given, "development", "unusual"))
            and all(max(ages) >= 10 and min(ages) < 13 for ages in children(given))
        ),
        "images": at_least(given, "images", "own_willing"),
        "together": given.get("together") == "yes" and (problematic or abuse_possible),
    }
    named = {row for row, holds in applies.items() if holds} - {"health", "together"}
    applies["parents"] = bool(
        {"refer", "might", "protect-this-child"} & named
        or ("under-13-older" in named and older_refers(given))
        or ("under-13-contact" in named and contact_refers(given))
    )
    applies["assess"] = problematic
    applies["no-route"] = not problematic and something and not named
    applies["tell-someone"] = not named and not problematic and not applies["no-route"]
    applies["not-listened-to"] = True
    return [row for row, holds in applies.items() if holds]


def what_to_do(given):
    """The rows, and which of the lines are said that an answer can bring about while the rows stay the same."""
    rows = route(given)
    by_older = "under-13-older" in rows and older_refers(given)
    by_contact = "under-13-contact" in rows and contact_refers(given)
    ages = (given.get("age", 13), given.get("other_age", 13))
    for_the_police = (
        given.get("involved") == "adult"
        or at_least(given, "pressure", "manipulation")
        or at_least(given, "images", "threatened")
        or given.get("exploited") == "possible"
        or min(ages) < 13
    )
    return rows, "refer" not in rows and (by_older or by_contact), "images" in rows and for_the_police


def holds_upper(given):
    """The fewest missing answers without which the upper end would fall, found by trying them all, fewest first."""
    place = ends(given)
    left_out = missing(given) if place.width else []
    for size in range(len(left_out) + 1 if place.width else 0):
        for chosen in combinations(left_out, size):
            least = {question: possible(given)[question][0] for question in chosen}
            if ends({**given, **least}).most < place.most:
                return list(chosen)
    return []


def only_together(given):
    """The graded answers above the least (and above no sign so far) that no shown rule asks for."""
    told = {question for rule in RULES if rule.id in shown(given) for question in rule.when}
    calm = {question: (options[0], "no_sign") for question, options in GRADED.items()}
    return [
        question
        for question in GRADED
        if given.get(question, calm[question][0]) not in calm[question] and question not in told
    ]


def unknown(given):
    """The applicable graded questions not answered, most decisive first, over the answers that could be given."""

    def decisive(question):
        options = [option for option in possible(given)[question] if not contradicts(given, question, option)]
        widths = [ends({**given, question: option}).width for option in options]
        return min(widths), sum(widths), list(GRADED).index(question)

    return sorted(missing(given), key=decisive)


def changes(given, *, up):
    """For each graded question answered, the nearest option up, or down, that changes the range or the route."""
    now = ends(given), what_to_do(given)
    found = []
    for question, options in possible(given).items():
        if question not in given:
            continue
        at = options.index(given[question])
        for option in options[at + 1 :] if up else reversed(options[:at]):
            changed = {**given, question: option}
            if not contradicts(given, question, option) and (ends(changed), what_to_do(changed)) != now:
                found.append((question, option, ends(changed)))
                break
    return found


def shown(given):
    """The ids of the rules that matched and are not hidden by one of the same or a higher step that asks as much."""
    known = graded(given)
    matched = [rule for rule in RULES if all(at_least(known, *asked) for asked in rule.when.items())]
    return {
        rule.id: rule.step
        for rule in matched
        if not any(
            other is not rule
            and other.step >= rule.step
            and all(
                question in other.when and RANK[question][other.when[question]] >= RANK[question][option]
                for question, option in rule.when.items()
            )
            for other in matched
        )
    }


def terms(given):
    if ends(given).least < Step.PROBLEMATIC:
        return []
    with_technology = at_least(given, "online", "pornography") or at_least(given, "images", "own_willing")
    return ["hsb", *["ta-hsb"] * with_technology, *["sexually-reactive"] * (given.get("trauma") == "yes")]


def indicators(given):
    """The state of each of the six, in the vocabulary's order."""

    def state(question, option):
        if question not in possible(given):
            return "not_met"
        if given.get(question, "no_sign") == "no_sign":
            return "not_known"
        return "met" if at_least(given, question, option) else "not_met"

    ages = {given.get("age"), given.get("other_age")} - {None}
    if {"age", "ability"} & set(given.get("imbalance", ())):
        divergence = "met"
    elif given.get("power") == "equal" or given.get("involved") == "nobody":
        divergence = "not_met"
    elif "imbalance" not in given and len(ages) == 2 and at_least(given, "power", "unequal"):
        divergence = "met"
    else:
        divergence = "not_known"
    return {
        "frequency": state("frequency", "beyond_expected"),
        "interference": state("interference", "present"),
        "coercion": state("pressure", "coercion"),
        "distress": state("distress", "present"),
        "divergence": divergence,
        "secrecy": state("intervention", "continued_in_secret"),
    }
