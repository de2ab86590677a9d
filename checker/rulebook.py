"""Every question, every rule and every descriptor that no question decides: data only, in clause order.

"Any one descriptor is enough" is this project's cautious reading: the policy lists descriptors and does not say how
many are needed.
"""

from __future__ import annotations

from checker.model import Age, Choice, Clash, Graded, Indicator, Option, Question, Rule, Several, Step, Topic, Undecided

__all__ = ["CLASHES", "INDICATORS", "QUESTIONS", "RULES", "STEPS", "TERMS", "TOPICS", "UNDECIDED"]

STEPS: dict[Step, tuple[str, str]] = {
    Step.NORMAL: ("Normal", "c-6-normal"),
    Step.INAPPROPRIATE: ("Inappropriate", "c-6-inappropriate"),
    Step.PROBLEMATIC: ("Problematic", "c-6-problematic"),
    Step.ABUSIVE: ("Abusive", "c-6-abusive"),
    Step.VIOLENT: ("Violent", "c-6-violent"),
}

WHO: tuple[Question, ...] = (
    Age(
        id="age",
        asks="How old is the child whose behaviour this is?",
        why="What is expected depends on age. So do the law and the way a child is assessed.",
        clauses=("c-3-1", "c-3-2"),
        source="law-under-13",
        help="Age in whole years. Not clear who started it? Do not decide. Answer once for each child.",
        least=0,
        most=17,
    ),
    Choice(
        id="involved",
        asks="Who else was involved or affected?",
        why="If a child or an adult may have been harmed, the policy says who to tell.",
        clauses=("c-7-refer",),
        help=(
            "A child in an image counts. If a child and an adult were both involved, choose the child. "
            "If an adult may have had sexual contact with a child, stop here: tell children's social care or the police."
        ),
        options=(
            Option("nobody", "Nobody else"),
            Option("child", "Another child, or other children (under 18)"),
            Option("adult", "An adult (18 or over)"),
        ),
    ),
    Age(
        id="other_age",
        asks="How old is the other person?",
        why="The law says that a child under 13 cannot consent. A gap in age can make power unequal.",
        clauses=("c-7-refer",),
        source="law-under-13",
        help="Age in whole years. If there were several, give the age of the youngest.",
        applies_alone=False,
        least=0,
        most=120,
    ),
)

GRADED: tuple[Graded, ...] = (
    Graded(
        id="development",
        asks="Is the behaviour expected for a child of this age and stage?",
        why="The policy compares behaviour with what is expected at the child's stage.",
        help=(
            "If age and stage point different ways, choose the more concerning. "
            "A disability may explain behaviour. It never makes it safe."
        ),
        options=(
            Option("expected", "Yes, it is expected for this age and stage"),
            Option("unusual", "No, it is unusual for this age and stage"),
            Option("adult_like", "No, it is more explicit than children of this age choose in play"),
        ),
    ),
    Graded(
        id="social",
        asks="For a child of this age, would people find it acceptable?",
        why="The policy asks whether others of that age would accept it.",
        help="Whether adults feel embarrassed is not the test.",
        options=(
            Option("accepted", "Yes, most people would"),
            Option("peers_only", "Only other children of this age would"),
            Option("unexpected", "No, not even other children of this age would"),
        ),
    ),
    Graded(
        id="setting",
        asks="Was the place and time suitable?",
        why="Some behaviour is expected, but not in that place or at that time.",
        help=(
            "Ask it for a child old enough to know the difference. "
            "For a toddler who does not yet know about privacy, choose suitable."
        ),
        options=(
            Option("suitable", "Yes, suitable"),
            Option("unsuitable", "No, the place or the time was not suitable"),
        ),
    ),
    Graded(
        id="frequency",
        asks="How often has it happened?",
        why="The policy asks whether it happens more often than development would explain.",
        help="Count the whole pattern that you know of, not only the last event.",
        options=(
            Option("once", "Once, as far as is known"),
            Option("repeated", "More than once"),
            Option("beyond_expected", "More often than development would explain"),
        ),
    ),
    Graded(
        id="compulsion",
        asks="Does the child seem unable to stop?",
        why="The policy lists behaviour that a child seems driven to repeat.",
        options=(Option("none", "No"), Option("present", "Yes")),
    ),
    Graded(
        id="consent",
        asks="Did everyone want to take part, understand it, and feel free to stop?",
        why="Whether everyone agreed freely is at the centre of the policy's steps.",
        help=(
            "Understand it as well as children of that age can. This is not the law of consent: the result speaks of that. "
            "'Unclear' means that someone looked and could not tell. It is not the same as not knowing yet."
        ),
        applies_alone=False,
        options=(
            Option("shared", "Yes, the choice was shared"),
            Option("general", "In general yes, though not in every way"),
            Option("unclear", "Unclear: we looked, and cannot tell"),
            Option("unwanted", "No: someone did not want it, and could say so or move away"),
            Option(
                "lacking",
                "No: someone was pressed, afraid, asleep or affected by drink or drugs, "
                "or so much younger or less able that they could not understand",
            ),
        ),
    ),
    Graded(
        id="reciprocity",
        asks="Did they take part together, or did one do it to the other?",
        why="The policy asks whether there is give and take.",
        help="Taking turns is still together, even when one child starts it.",
        applies_alone=False,
        options=(Option("mutual", "They took part together"), Option("one_sided", "One did it to the other")),
    ),
    Graded(
        id="power",
        asks="Did one have more power, enough to affect the other's choice?",
        why="The policy asks whether power is equal, and whether it was misused.",
        help=(
            "Count age, ability, disability, strength, numbers and being in charge. "
            "A few months, or a disability by itself, is not an imbalance. "
            "Choose the last answer where the power was used to bring it about."
        ),
        applies_alone=False,
        options=(
            Option("equal", "No, they were about equal"),
            Option("unequal", "Yes, one had more power"),
            Option("misused", "Yes, and it was used to make this happen"),
        ),
    ),
    Graded(
        id="pressure",
        asks="Was anyone put under pressure?",
        why="Tricks, threats and force each have a place in the policy.",
        help="A threat to tell, or to share an image, is a threat.",
        applies_alone=False,
        options=(
            Option("none", "No pressure"),
            Option("manipulation", "A trick, a promise, a gift or nagging"),
            Option("coercion", "A threat, or frightening someone into it"),
            Option("force", "Force"),
        ),
    ),
    Graded(
        id="victimisation",
        asks="Was anyone targeted, hurt, frightened, humiliated or controlled?",
        why="The policy asks whether somebody was victimised, meant or not.",
        help="Whether or not it was meant. If someone was only upset or embarrassed, answer that where you are asked who is upset.",
        applies_alone=False,
        options=(Option("none", "No"), Option("present", "Yes")),
    ),
    Graded(
        id="intrusion",
        asks="How intrusive was it?",
        why="The policy's last two steps speak of intrusive behaviour.",
        help="If you are torn, choose the higher. You do not need details. Do not ask the child.",
        applies_alone=False,
        options=(
            Option(
                "none",
                "Not intrusive: no private parts, or brief curious looking or touch "
                "of a kind that children of that age share",
            ),
            Option("intrusive", "Intrusive: more than that, or not wanted"),
            Option("highly_intrusive", "Highly intrusive: contact that the law treats among the most serious"),
        ),
    ),
    Graded(
        id="violence",
        asks="Was there any violence in it?",
        why="The policy tells kinds of violence apart.",
        help="A separate fight does not count.",
        applies_alone=False,
        options=(
            Option("none", "No"),
            Option("rough", "It was rough, but no one was hurt"),
            Option("expressive", "It showed anger, or was meant to frighten"),
            Option("physical", "Physical violence was used in it"),
            Option("instrumental", "Violence, cruelty or humiliation was itself part of it"),
        ),
    ),
    Graded(
        id="intervention",
        asks="What happened when an adult stepped in?",
        why="The policy asks what happened once caregivers stepped in.",
        help=(
            "One reminder to a small child is not stepping in. "
            "If it has only just come to light, this is not known yet."
        ),
        options=(
            Option("stopped", "It stopped or eased with ordinary guidance, or no one has needed to step in"),
            Option("continued", "It went on after calm, repeated guidance"),
            Option("continued_in_secret", "It went on in secret after an adult stepped in"),
        ),
    ),
    Graded(
        id="distress",
        asks="Is any child, or anyone it was done to, upset by the behaviour itself?",
        why="The policy counts distress as a sign that behaviour is not as expected.",
        help="Not upset at being found, or at how an adult reacted.",
        options=(Option("none", "No"), Option("present", "Yes")),
    ),
    Graded(
        id="interference",
        asks="Does it get in the way of this child's development or daily life?",
        why="The policy counts behaviour that gets in the way of a child's development.",
        help="Include being left out, bullied or targeted because of it.",
        options=(Option("none", "No"), Option("present", "Yes")),
    ),
    Graded(
        id="online",
        asks="Did the child do any of these online or with a phone?",
        why="The policy's aims name pornography, harassment and grooming online.",
        help=(
            "Choose the most serious that applies. Coming across pornography by accident is not this. "
            "If it was done to this child, tell children's social care or the police."
        ),
        most_alone="pornography",
        options=(
            Option("none", "None of these"),
            Option("pornography", "Using pornography in a way that is beyond the child's development"),
            Option("exposing_others", "Showing pornography to other children"),
            Option("harassment", "Sexual harassment"),
            Option("grooming", "Grooming"),
        ),
    ),
    Graded(
        id="harm",
        asks="Could it harm anyone, or has it?",
        why="The policy asks whether behaviour could harm, or has harmed.",
        help="Include the child whose behaviour it is. Harm here goes beyond what ordinary health advice covers.",
        options=(
            Option("none", "No"),
            Option("possible", "It could cause harm"),
            Option("happened", "It has caused harm"),
        ),
    ),
    Graded(
        id="images",
        asks="Are there sexual images of anyone under 18?",
        why="The law and national guidance say what to do about images of children.",
        help=(
            "Never look at, copy, send or delete an image. Answer for what this child did. "
            "If it was done to them, tell children's social care or the police. "
            "This question comes from national guidance and law, not from the policy."
        ),
        most_alone="own_willing",
        options=(
            Option("none", "No"),
            Option("own_willing", "Of themselves, shared willingly with someone their age"),
            Option("asked_for", "Someone asked or pressed for one"),
            Option(
                "without_agreement",
                "One was made (with AI too), kept, passed on or looked for without that child's agreement",
            ),
            Option("threatened", "Someone threatened to make or share one"),
        ),
    ),
)

YES_NO = (Option("no", "No"), Option("yes", "Yes"))

FACTS: tuple[Question, ...] = (
    Choice(
        id="danger",
        asks="Is anyone in danger now?",
        why="If anyone is in danger, that comes before everything else.",
        source="guidance-safeguarding",
        options=YES_NO,
    ),
    Choice(
        id="hurt",
        asks="Does anyone need medical care, or may it have happened in the last few days?",
        why="Medical care and evidence cannot wait.",
        source="guidance-safeguarding",
        options=YES_NO,
    ),
    Choice(
        id="together",
        asks="Do they live together, or will they be together before someone can act?",
        why="Somebody may have to keep them apart tonight.",
        clauses=("c-2-2",),
        source="guidance-safeguarding",
        options=YES_NO,
    ),
    Choice(
        id="exploited",
        asks="Could someone have made, paid, tricked or controlled the child into this behaviour?",
        why="A child who was made to do something needs protecting too.",
        clauses=("c-2-3", "c-4-c"),
        source="guidance-safeguarding",
        help="The child whose behaviour this is. Someone can be an adult or another child.",
        options=(Option("no", "No"), Option("possible", "Possibly")),
    ),
    Choice(
        id="trauma",
        asks="Is there reason to think that the child whose behaviour this is has been harmed?",
        why="Children who do this may have been harmed themselves. Their needs count too.",
        clauses=("c-2-3", "c-4-c", "c-5-reactive"),
        help="Include having seen, or been shown, sexual things or violence.",
        options=YES_NO,
    ),
    Choice(
        id="before",
        asks="Have there been concerns before?",
        why="Inspectors found that earlier signs had been missed.",
        clauses=("c-1-4",),
        options=YES_NO,
    ),
    Choice(
        id="relationship",
        asks="How do they know each other?",
        why="It says who else needs to know, and who can keep them apart.",
        source="research",
        options=(
            Option("family", "Family, or living as family"),
            Option("partner", "Boyfriend, girlfriend or partner, now or before"),
            Option("peer", "Friends, or children who know each other"),
            Option("online_only", "Only online"),
            Option("in_charge", "One is in charge of the other"),
            Option("other", "Some other way"),
        ),
    ),
    Choice(
        id="needs",
        asks="Does either have a learning disability, autism or a communication need?",
        why="It changes how to talk with a child, and what to bear in mind.",
        source="research",
        options=(
            Option("none", "No"),
            Option("child", "The child whose behaviour it is"),
            Option("other", "The other person"),
            Option("both", "Both"),
        ),
    ),
    Several(
        id="imbalance",
        asks="What makes the power unequal?",
        why="It says which sign of the policy is met. It never moves the step.",
        clauses=("c-5-abusive", "c-6-divergence"),
        source="this-project",
        help="Choose all that apply.",
        applies_alone=False,
        options=(
            Option("age", "Age"),
            Option("ability", "Ability or understanding"),
            Option("disability", "Disability"),
            Option("strength", "Strength or size"),
            Option("numbers", "Numbers"),
            Option("in_charge", "Being in charge"),
            Option("other", "Something else"),
        ),
    ),
)

QUESTIONS: dict[str, Question] = {question.id: question for question in (*WHO, *GRADED, *FACTS)}

TOPICS: tuple[Topic, ...] = (
    Topic("right-now", "Right now", ("danger", "hurt", "together")),
    Topic("who", "Who was involved", ("age", "involved", "other_age", "relationship")),
    Topic("choice", "Choice and power", ("consent", "reciprocity", "power", "imbalance", "pressure")),
    Topic("what-happened", "What happened", ("intrusion", "violence", "victimisation", "harm")),
    Topic("online", "Online and images", ("online", "images")),
    Topic("age-and-place", "Age and place", ("development", "social", "setting")),
    Topic("pattern", "The pattern", ("frequency", "compulsion", "intervention", "before")),
    Topic("effects", "Effects", ("distress", "interference")),
    Topic("background", "Background", ("needs", "exploited", "trauma")),
)

CLASHES: tuple[Clash, ...] = (
    Clash("involved", "adult", "other_age", range(18), "an adult is 18 or over"),
    Clash("involved", "child", "other_age", range(18, 121), "a child is under 18"),
    Clash("power", "equal", "imbalance", None, "nothing makes equal power unequal"),
    *(
        Clash("involved", "nobody", question.id, None, "this question does not apply when nobody else was involved")
        for question in QUESTIONS.values()
        if not question.applies_alone
    ),
    *(
        Clash(
            "involved",
            "nobody",
            question.id,
            question.ids()[len(question.possible(alone=True)) :],
            "it involves someone else",
        )
        for question in GRADED
        if question.most_alone
    ),
)

RULES: tuple[Rule, ...] = (
    Rule(
        id="sexual-harassment-online-repeated",
        step=Step.ABUSIVE,
        when={"online": "harassment", "frequency": "repeated"},
        because="There was sexual harassment or grooming online, and it happened more than once.",
        clause="c-1-5-harassment",
    ),
    Rule(
        id="pornography-beyond-development",
        step=Step.PROBLEMATIC,
        when={"online": "pornography"},
        because=(
            "Pornography was used in a way beyond the child's development or shown to other children, "
            "or there was sexual harassment or grooming online."
        ),
        clause="c-1-5-pornography",
    ),
    Rule(
        id="pornography-shown-to-others",
        step=Step.PROBLEMATIC,
        when={"online": "exposing_others"},
        because="Pornography was shown to other children, or there was sexual harassment or grooming online.",
        clause="c-1-5-exposing",
    ),
    Rule(
        id="sexual-harassment-online",
        step=Step.PROBLEMATIC,
        when={"online": "harassment"},
        because="There was sexual harassment or grooming online.",
        clause="c-1-5-harassment",
    ),
    Rule(
        id="manipulation",
        step=Step.PROBLEMATIC,
        when={"pressure": "manipulation"},
        because="Someone was tricked, promised or given something, nagged, threatened, frightened into it or forced.",
        clause="c-5-problematic",
    ),
    Rule(
        id="roughness",
        step=Step.PROBLEMATIC,
        when={"violence": "rough"},
        because="It was rough, showed anger, was meant to frighten, or involved violence, cruelty or humiliation.",
        clause="c-5-problematic",
    ),
    Rule(
        id="harm-possible",
        step=Step.PROBLEMATIC,
        when={"harm": "possible"},
        because="It could harm someone, or already has.",
        clause="c-5-problematic",
    ),
    Rule(
        id="manipulation-with-unequal-power",
        step=Step.ABUSIVE,
        when={"pressure": "manipulation", "power": "unequal"},
        because=(
            "One had more power than the other, and someone was tricked, promised or given something, "
            "nagged, threatened, frightened into it or forced."
        ),
        clause="c-5-abusive",
    ),
    Rule(
        id="grooming-online",
        step=Step.ABUSIVE,
        when={"online": "grooming"},
        because="There was grooming online.",
        clause="c-5-abusive",
    ),
    Rule(
        id="adult-like-with-unequal-power",
        step=Step.ABUSIVE,
        when={"power": "unequal", "development": "adult_like"},
        because=(
            "One had more power than the other, "
            "and the behaviour was more explicit than children of this age choose in play."
        ),
        clause="c-5-abusive",
    ),
    Rule(
        id="unusual-and-intrusive-with-unequal-power",
        step=Step.ABUSIVE,
        when={"power": "unequal", "development": "unusual", "intrusion": "intrusive"},
        because=(
            "One had more power than the other, and the behaviour was intrusive and not expected "
            "for a child of this age and stage."
        ),
        clause="c-5-abusive",
    ),
    Rule(
        id="unwanted-with-unequal-power",
        step=Step.ABUSIVE,
        when={"consent": "unwanted", "power": "unequal"},
        because="One had more power than the other, and someone did not want it or could not freely choose.",
        clause="c-5-abusive",
    ),
    Rule(
        id="pornography-shown-with-unequal-power",
        step=Step.ABUSIVE,
        when={"online": "exposing_others", "power": "unequal"},
        because=(
            "One had more power than the other, and pornography was shown to other children "
            "or there was sexual harassment or grooming online."
        ),
        clause="c-5-abusive",
    ),
    Rule(
        id="harm-with-unclear-consent",
        step=Step.ABUSIVE,
        when={"harm": "happened", "consent": "unclear"},
        because="It caused harm, and it cannot be said that everyone freely chose to take part.",
        clause="c-5-abusive",
    ),
    Rule(
        id="harm-with-unequal-power",
        step=Step.ABUSIVE,
        when={"harm": "happened", "power": "unequal"},
        because="It caused harm, and one had more power than the other.",
        clause="c-5-abusive",
    ),
    Rule(
        id="image-asked-for-with-unequal-power",
        step=Step.ABUSIVE,
        when={"images": "asked_for", "power": "unequal"},
        because=(
            "One had more power than the other, and someone asked or pressed for a sexual image "
            "of a person under 18, or went further."
        ),
        clause="c-5-abusive",
    ),
    Rule(
        id="image-asked-for-with-manipulation",
        step=Step.ABUSIVE,
        when={"images": "asked_for", "pressure": "manipulation"},
        because=(
            "There was pressure, and someone asked or pressed for a sexual image of a person under 18, or went further."
        ),
        clause="c-5-abusive",
    ),
    Rule(
        id="frequency-beyond-expected",
        step=Step.PROBLEMATIC,
        when={"frequency": "beyond_expected"},
        because="It happens more often than development would explain.",
        clause="c-6-frequency",
    ),
    Rule(
        id="interference-with-development",
        step=Step.PROBLEMATIC,
        when={"interference": "present"},
        because="It gets in the way of the child's development or daily life.",
        clause="c-6-interference",
    ),
    Rule(
        id="emotional-distress",
        step=Step.PROBLEMATIC,
        when={"distress": "present"},
        because="A child, or someone it was done to, is upset by the behaviour itself.",
        clause="c-6-distress",
    ),
    Rule(
        id="continued-in-secret",
        step=Step.PROBLEMATIC,
        when={"intervention": "continued_in_secret"},
        because="It went on in secret after an adult stepped in.",
        clause="c-6-secrecy",
    ),
    Rule(
        id="floor",
        step=Step.NORMAL,
        when={},
        because="The continuum starts at normal: expected, acceptable, mutual and freely shared.",
        clause="c-6-normal",
    ),
    Rule(
        id="continued-after-guidance",
        step=Step.INAPPROPRIATE,
        when={"intervention": "continued"},
        because="It went on after an adult stepped in, openly or in secret.",
        clause="c-6-inappropriate",
    ),
    Rule(
        id="unsuitable-repeated-and-continued",
        step=Step.PROBLEMATIC,
        when={"setting": "unsuitable", "frequency": "repeated", "intervention": "continued"},
        because=(
            "It happened more than once, the place or time was not suitable, "
            "and it went on after an adult stepped in, openly or in secret."
        ),
        clause="c-6-inappropriate-single",
    ),
    Rule(
        id="accepted-by-peers-only",
        step=Step.INAPPROPRIATE,
        when={"social": "peers_only"},
        because="Most people would not find it acceptable for a child of this age, even if other children would.",
        clause="c-6-inappropriate-peers",
    ),
    Rule(
        id="unsuitable-setting",
        step=Step.INAPPROPRIATE,
        when={"setting": "unsuitable"},
        because="The place or the time was not suitable.",
        clause="c-6-inappropriate-context",
    ),
    Rule(
        id="consent-general",
        step=Step.INAPPROPRIATE,
        when={"consent": "general"},
        because="The choice to take part was not shared in every way.",
        clause="c-6-inappropriate-generally",
    ),
    Rule(
        id="own-image-shared",
        step=Step.INAPPROPRIATE,
        when={"images": "own_willing"},
        because=("It involved a sexual image of someone under 18: a real one, or one asked for or threatened."),
        source="guidance-and-law-images",
    ),
    Rule(
        id="image-asked-for",
        step=Step.PROBLEMATIC,
        when={"images": "asked_for"},
        because=("Someone asked or pressed for a sexual image of a person under 18, or went further."),
        source="guidance-images",
    ),
    Rule(
        id="intrusive-with-general-consent",
        step=Step.PROBLEMATIC,
        when={"intrusion": "intrusive", "consent": "general"},
        because="It was intrusive, and the choice to take part was not shared in every way.",
        clause="c-6-problematic-concerning",
    ),
    Rule(
        id="highly-intrusive",
        step=Step.PROBLEMATIC,
        when={"intrusion": "highly_intrusive"},
        because="It was highly intrusive.",
        clause="c-6-problematic-concerning",
    ),
    Rule(
        id="unusual-for-development",
        step=Step.PROBLEMATIC,
        when={"development": "unusual"},
        because="It is not expected for a child of this age and stage.",
        clause="c-6-problematic-unusual",
    ),
    Rule(
        id="socially-unexpected",
        step=Step.PROBLEMATIC,
        when={"social": "unexpected"},
        because="Not even other children of this age would find it acceptable.",
        clause="c-6-problematic-unexpected",
    ),
    Rule(
        id="consent-unclear",
        step=Step.PROBLEMATIC,
        when={"consent": "unclear"},
        because="It cannot be said that everyone freely chose to take part.",
        clause="c-6-problematic-unclear",
    ),
    Rule(
        id="one-sided",
        step=Step.PROBLEMATIC,
        when={"reciprocity": "one_sided"},
        because="One did it to the other: they did not take part together.",
        clause="c-6-problematic-reciprocity",
    ),
    Rule(
        id="unequal-power",
        step=Step.PROBLEMATIC,
        when={"power": "unequal"},
        because="One had more power, enough to affect the other's choice.",
        clause="c-6-problematic-reciprocity",
    ),
    Rule(
        id="compulsion",
        step=Step.PROBLEMATIC,
        when={"compulsion": "present"},
        because="The child seems unable to stop.",
        clause="c-6-problematic-compulsive",
    ),
    Rule(
        id="victimisation",
        step=Step.ABUSIVE,
        when={"victimisation": "present"},
        because="Someone was targeted, hurt, frightened, humiliated or controlled, whether or not it was meant.",
        clause="c-6-abusive-victimising",
    ),
    Rule(
        id="power-misused",
        step=Step.ABUSIVE,
        when={"power": "misused"},
        because="One had more power than the other, and it was used to make this happen.",
        clause="c-6-abusive-power",
    ),
    Rule(
        id="coercion",
        step=Step.ABUSIVE,
        when={"pressure": "coercion"},
        because="Someone was threatened, frightened into it or forced.",
        clause="c-6-abusive-coercion",
    ),
    Rule(
        id="intrusive-with-unclear-consent",
        step=Step.ABUSIVE,
        when={"intrusion": "intrusive", "consent": "unclear"},
        because=("It was intrusive, and it cannot be said that everyone freely chose to take part."),
        clause="c-6-abusive-intrusive",
    ),
    Rule(
        id="consent-lacking",
        step=Step.ABUSIVE,
        when={"consent": "lacking"},
        because=(
            "Someone could not freely choose: they were pressed, afraid, asleep or affected by drink or drugs, "
            "or could not understand."
        ),
        clause="c-6-abusive-consent",
    ),
    Rule(
        id="unwanted-and-continued-in-secret",
        step=Step.ABUSIVE,
        when={"consent": "unwanted", "intervention": "continued_in_secret"},
        because="Someone did not want it or could not freely choose, and it went on in secret after an adult stepped in.",
        clause="c-6-abusive-consent",
    ),
    Rule(
        id="unwanted-with-manipulation",
        step=Step.ABUSIVE,
        when={"consent": "unwanted", "pressure": "manipulation"},
        because="There was pressure, and someone did not want it or could not freely choose.",
        clause="c-6-abusive-consent",
    ),
    Rule(
        id="image-without-agreement",
        step=Step.ABUSIVE,
        when={"images": "without_agreement"},
        because=(
            "A sexual image of someone under 18 was made, kept, passed on or looked for without agreement, "
            "or was part of a threat."
        ),
        clause="c-6-abusive-consent",
    ),
    Rule(
        id="expressive-violence",
        step=Step.ABUSIVE,
        when={"violence": "expressive"},
        because="It showed anger, was meant to frighten, or involved violence, cruelty or humiliation.",
        clause="c-6-abusive-expressive",
    ),
    Rule(
        id="physical-violence",
        step=Step.VIOLENT,
        when={"violence": "physical"},
        because="Physical violence was used in it, or violence, cruelty or humiliation was itself part of it.",
        clause="c-6-violent-physical",
    ),
    Rule(
        id="highly-intrusive-with-coercion",
        step=Step.VIOLENT,
        when={"intrusion": "highly_intrusive", "pressure": "coercion"},
        because="It was highly intrusive, and someone was threatened, frightened into it or forced.",
        clause="c-6-violent-intrusive",
    ),
    Rule(
        id="instrumental-violence",
        step=Step.VIOLENT,
        when={"violence": "instrumental"},
        because="Violence, cruelty or humiliation was itself part of it.",
        clause="c-6-violent-instrumental",
    ),
)

INDICATORS: tuple[Indicator, ...] = (
    Indicator("frequency", "More frequent than expected for development", "c-6-frequency"),
    Indicator("interference", "Gets in the way of the child's development", "c-6-interference"),
    Indicator("coercion", "Coercion, intimidation or force", "c-6-coercion"),
    Indicator("distress", "Emotional distress", "c-6-distress"),
    Indicator("divergence", "Between children of different ages or abilities", "c-6-divergence"),
    Indicator("secrecy", "In secret after caregivers step in", "c-6-secrecy"),
)

TERMS: dict[str, tuple[str, str]] = {
    "hsb": ("Harmful sexual behaviour (HSB)", "c-5-umbrella"),
    "ta-hsb": ("Technology-assisted harmful sexual behaviour (TA-HSB)", "c-1-5"),
    "sexually-reactive": ("May be termed sexually reactive", "c-5-reactive"),
}

UNDECIDED: tuple[Undecided, ...] = (
    Undecided(
        "c-5-problematic",
        "Self-stimulation is not asked about by name. The questions ask how usual, frequent and harmful behaviour is.",
    ),
    Undecided("c-5-reactive", "A link with trauma names the term and changes who to protect. It never moves the step."),
    Undecided(
        "c-5-abusive", "Convictions and prosecutions do not matter: the clause says there may or may not be one."
    ),
    Undecided("c-5-umbrella", "The umbrella term follows from the step. It does not decide it."),
    Undecided("c-6-indicators", "The signs are shown one by one. They are never counted, which would read as a score."),
    Undecided("c-6-coercion", "Coercion decides under abusive."),
    Undecided(
        "c-6-divergence",
        "The policy gives no age gap. A gap counts when the reader confirms that it made power unequal.",
    ),
    Undecided("c-6-normal-expected", "It is the least concerning answer about development."),
    Undecided("c-6-normal-acceptable", "It is the least concerning answer about what people find acceptable."),
    Undecided("c-6-normal-consensual", "It is the least concerning answer about choice."),
    Undecided("c-6-normal-mutual", "It is the least concerning answer about taking part together."),
    Undecided("c-6-normal-reciprocal", "It is the least concerning answer about taking part together."),
    Undecided("c-6-normal-shared", "It is the least concerning answer about choice."),
    Undecided("c-6-problematic", "It heads the list: its descriptors decide."),
    Undecided("c-6-problematic-no-victim", "It says what is absent. Victimisation decides, under abusive."),
    Undecided("c-6-abusive", "It heads the list: its descriptors decide."),
    Undecided("c-6-violent", "It heads the list: its descriptors decide."),
    Undecided("c-6-violent-instrumental", "Arousal is not asked about: nobody should guess what a child felt."),
    Undecided("c-6-violent-sadism", "Cruelty is asked about under violence. No question asks why it was done."),
    Undecided("c-6-responses", "It says where children's needs are met. It does not describe behaviour."),
    Undecided("c-6-services", "It says how services are arranged. It does not describe behaviour."),
)
