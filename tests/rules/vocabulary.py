"""The vocabulary, typed in by hand: a second reading to hold the rulebook against."""

GRADED: dict[str, tuple[str, ...]] = {
    "development": ("expected", "unusual", "adult_like"),
    "social": ("accepted", "peers_only", "unexpected"),
    "setting": ("suitable", "unsuitable"),
    "frequency": ("once", "repeated", "beyond_expected"),
    "compulsion": ("none", "present"),
    "consent": ("shared", "general", "unclear", "unwanted", "unable", "lacking"),
    "reciprocity": ("mutual", "one_sided"),
    "power": ("equal", "unequal", "misused"),
    "pressure": ("none", "no_sign", "manipulation", "coercion", "force"),
    "victimisation": ("none", "no_sign", "present"),
    "intrusion": ("none", "slight", "intrusive", "highly_intrusive"),
    "violence": ("none", "no_sign", "rough", "expressive", "physical", "instrumental"),
    "intervention": ("stopped", "continued", "continued_in_secret"),
    "distress": ("none", "present"),
    "interference": ("none", "present"),
    "online": ("none", "pornography", "exposing_others", "harassment", "grooming"),
    "harm": ("none", "no_sign", "possible", "happened"),
    "images": ("none", "own_willing", "asked_for", "without_agreement", "threatened"),
}
"""Each graded question's options, least concerning first."""

NO_SIGN = ("pressure", "victimisation", "violence", "harm")
"""The questions that may be answered "no sign of it so far"."""

FACTS: dict[str, tuple[str, ...]] = {
    "danger": ("no", "yes"),
    "hurt": ("no", "yes"),
    "together": ("no", "yes"),
    "exploited": ("no", "possible"),
    "trauma": ("no", "yes"),
    "before": ("no", "yes"),
    "relationship": ("family", "partner", "peer", "online_only", "in_charge", "other"),
    "needs": ("none", "child", "other", "both"),
    "several": ("no", "harmed", "took_part", "both"),
}
INVOLVED = ("nobody", "child", "adult")
IMBALANCE = ("age", "ability", "disability", "strength", "numbers", "in_charge", "held_over", "other")
AGES = {"age": (0, 17), "other_age": (0, 120)}

NOT_ALONE = {
    "other_age",
    "consent",
    "reciprocity",
    "power",
    "imbalance",
    "pressure",
    "victimisation",
    "intrusion",
    "violence",
    "several",
}
"""What does not apply when nobody else was involved."""

ALONE: dict[str, tuple[str, ...]] = {
    **{question: options for question, options in GRADED.items() if question not in NOT_ALONE},
    "online": ("none", "pornography"),
    "images": ("none", "own_willing"),
}
"""The graded questions that apply when nobody else was involved, with the options that can be true."""

TOPICS = (
    ("danger", "hurt", "together"),
    ("age", "involved", "other_age", "relationship"),
    ("consent", "reciprocity", "power", "imbalance", "pressure"),
    ("intrusion", "violence", "victimisation", "harm"),
    ("online", "images"),
    ("development", "social", "setting"),
    ("frequency", "compulsion", "intervention", "several", "before"),
    ("distress", "interference"),
    ("needs", "exploited", "trauma"),
)


def possible(given: dict) -> dict[str, tuple[str, ...]]:
    """The graded questions that apply beside `given`, with the options that can be true."""
    return ALONE if given.get("involved") == "nobody" else GRADED


def contradicts(given: dict, question: str, value: object) -> bool:
    """Whether the vocabulary calls it an error to answer `question` with `value` beside `given`."""
    if given.get("involved") == "nobody":
        return question in NOT_ALONE or (question in ALONE and value not in ALONE[question])
    if question == "other_age":
        return (given.get("involved") == "adult" and value < 18) or (given.get("involved") == "child" and value >= 18)
    if question == "imbalance":
        return given.get("power") == "equal"
    return question == "power" and value == "equal" and "imbalance" in given
