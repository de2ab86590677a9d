"""Answers that may never come out below a step, written from the clauses alone, without the rules."""

# (answers at or above these options, the step they may never come out below, the clause that says so)
RED_FLAGS: tuple[tuple[dict[str, str], str, str], ...] = (
    ({"setting": "unsuitable"}, "inappropriate", "c-6-inappropriate-context"),
    ({"social": "peers_only"}, "inappropriate", "c-6-inappropriate-peers"),
    # The clause joins the two with "and", so neither is a row alone.
    ({"development": "unusual", "social": "unexpected"}, "problematic", "c-6-problematic-unusual"),
    # "More explicit than sex play."
    ({"development": "adult_like"}, "problematic", "c-5-problematic"),
    # Unequal power alone is not misuse, and c-5-abusive also asks for pressure, so no higher.
    ({"development": "adult_like", "power": "unequal"}, "problematic", "c-5-problematic"),
    ({"consent": "unclear"}, "problematic", "c-6-problematic-unclear"),
    ({"reciprocity": "one_sided"}, "problematic", "c-6-problematic-reciprocity"),
    ({"power": "unequal"}, "problematic", "c-6-problematic-reciprocity"),
    ({"compulsion": "present"}, "problematic", "c-6-problematic-compulsive"),
    # The next four: c-6-indicators says "abnormal" and names no step; c-5-problematic is the first that fits.
    ({"frequency": "beyond_expected"}, "problematic", "c-6-frequency"),
    ({"interference": "present"}, "problematic", "c-6-interference"),
    ({"distress": "present"}, "problematic", "c-6-distress"),
    ({"intervention": "continued_in_secret"}, "problematic", "c-6-secrecy"),
    # "Potentially harmful to the child or others."
    ({"harm": "possible"}, "problematic", "c-5-problematic"),
    # The next three: named as TA-HSB, and c-5-umbrella starts HSB at problematic.
    ({"online": "pornography"}, "problematic", "c-1-5-pornography"),
    ({"online": "exposing_others"}, "problematic", "c-1-5-exposing"),
    ({"online": "harassment"}, "problematic", "c-1-5-harassment"),
    # Grooming is manipulation with intent, which c-5-abusive covers.
    ({"online": "grooming"}, "abusive", "c-1-5-grooming"),
    ({"pressure": "coercion"}, "abusive", "c-6-abusive-coercion"),
    ({"pressure": "force"}, "abusive", "c-6-abusive-coercion"),
    # The clause also asks for potential harm, which this pair is taken to carry.
    ({"pressure": "manipulation", "power": "unequal"}, "abusive", "c-5-abusive"),
    ({"power": "misused"}, "abusive", "c-6-abusive-power"),
    ({"victimisation": "present"}, "abusive", "c-6-abusive-victimising"),
    ({"consent": "lacking"}, "abusive", "c-6-abusive-consent"),
    ({"violence": "expressive"}, "abusive", "c-6-abusive-expressive"),
    # No clause names images: without that child's agreement is read as consent lacking.
    ({"images": "without_agreement"}, "abusive", "c-6-abusive-consent"),
    # No clause names images: a threat is read as coercion.
    ({"images": "threatened"}, "abusive", "c-6-abusive-coercion"),
    # Highly intrusive alone is not a row: the clause is about abuse, and coercion is what makes it so.
    ({"intrusion": "highly_intrusive", "pressure": "coercion"}, "violent", "c-6-violent-intrusive"),
    ({"violence": "physical"}, "violent", "c-6-violent-physical"),
    # Sadism (c-6-violent-sadism) shares this option.
    ({"violence": "instrumental"}, "violent", "c-6-violent-instrumental"),
)
