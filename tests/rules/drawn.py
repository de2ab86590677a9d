"""Sets of answers, drawn by a fixed seed or by hypothesis; all are sound."""

import random

import oracle
from hypothesis import strategies as st
from vocabulary import ALONE, FACTS, GRADED, IMBALANCE, INVOLVED, NOT_ALONE, contradicts, possible

from checker.model import Step

AGE, OTHER_AGE = range(18), (*range(18), 18, 40, 120)


def sound(given):
    """`given` without the answers that contradict an earlier one, who was involved first."""
    kept = {}
    for question in sorted(given, key=lambda question: question != "involved"):
        if not contradicts(kept, question, given[question]):
            kept[question] = given[question]
    return kept


def facts(rng, keep):
    values = {**FACTS, "age": AGE, "other_age": OTHER_AGE}
    found = {question: rng.choice(options) for question, options in values.items() if rng.random() < keep}
    if rng.random() < keep / 2:
        found["imbalance"] = tuple(rng.sample(IMBALANCE, rng.randint(1, 3)))
    return found


def graded(rng, options_of, keep):
    """Each question answered with the chance `keep`; how often the least concerning is chosen is itself drawn."""
    calm = rng.choice((0.2, 0.6, 0.9, 0.98))
    return {
        question: options[0] if rng.random() < calm else rng.choice(options[1:])
        for question, options in options_of.items()
        if rng.random() < keep
    }


def draw(rng, *, involved=None, keep=None):
    """One set; `keep` is the chance that a question is answered."""
    keep = keep if keep is not None else rng.choice((0.1, 0.4, 0.7, 0.9, 1))
    involved = involved or rng.choice((*INVOLVED, None))
    who = {"involved": involved} if involved else {}
    return sound({**who, **graded(rng, possible(who), keep), **facts(rng, rng.choice((0, 0.3, 0.8)))})


def draws(seed, count, **how):
    rng = random.Random(seed)
    return [draw(rng, **how) for _ in range(count)]


def full_draws(seed, step, count, *, alone):
    """Sets at `step` in which every applicable graded question is answered."""
    rng = random.Random(f"{seed} {step} {alone}")
    found = []
    while len(found) < count:
        given = draw(rng, involved="nobody" if alone else rng.choice(("child", "adult")), keep=1)
        if not oracle.missing(given) and oracle.step_of(oracle.graded(given)) == step:
            if not alone and rng.random() < 0.3:
                del given["involved"]
            found.append(given)
    return found


TO_PROBLEMATIC = (Step.NORMAL, Step.INAPPROPRIATE, Step.PROBLEMATIC)
"""The steps that behaviour which involved nobody else can reach."""

FACTS_ALONE = {question: options for question, options in FACTS.items() if question not in NOT_ALONE}

ONE_ANSWER = {
    **{question: st.sampled_from(options) for question, options in {**GRADED, **FACTS}.items()},
    "age": st.sampled_from(AGE),
    "other_age": st.sampled_from(OTHER_AGE),
    "involved": st.sampled_from(INVOLVED),
    "imbalance": st.lists(st.sampled_from(IMBALANCE), min_size=1, unique=True).map(tuple),
}
ANSWERS = st.fixed_dictionaries({}, optional=ONE_ANSWER).map(sound)
ALONE_ANSWERS = st.fixed_dictionaries(
    {"involved": st.just("nobody")},
    optional={
        **{question: st.sampled_from(options) for question, options in {**ALONE, **FACTS_ALONE}.items()},
        "age": st.sampled_from(AGE),
    },
)
