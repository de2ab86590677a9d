"""Every question, every rule and every descriptor that no question decides: data only, in clause order.

"Any one descriptor is enough" is this project's cautious reading: the policy lists descriptors and does not say how
many are needed.
"""

from __future__ import annotations

from checker.model import Age, Choice, Clash, Graded, Indicator, Option, Question, Rule, Several, Step, Topic, Undecided

__all__ = ["CLASHES", "FLOOR", "GRADED", "INDICATORS", "QUESTIONS", "RULES", "STEPS", "TERMS", "TOPICS", "UNDECIDED"]

STEPS: dict[Step, tuple[str, str]] = {
    Step.NORMAL: ("Normal", "c-6-normal"),
    Step.INAPPROPRIATE: ("Inappropriate", "c-6-inappropriate"),
    Step.PROBLEMATIC: ("Problematic", "c-6-problematic"),
    Step.ABUSIVE: ("Abusive", "c-6-abusive"),
    Step.VIOLENT: ("Violent", "c-6-violent"),
}

NO_SIGN = Option("no_sign", "No sign of it so far")
LOOKED = "No: somebody saw it all, or has properly looked"
SEEN = "Do you know how it went, with no sign of this? Choose \u201cNo sign of it so far\u201d. Told only a word? Leave it."

WHO: tuple[Question, ...] = (
    Age(
        id="age",
        name="the age of the child whose behaviour this is",
        asks="How old is the child whose behaviour this is?",
        why="The law depends on age, and so does what is expected of a child.",
        clauses=("c-6-normal-expected",),
        source="law-under-13",
        help=(
            "The age in whole years when it happened. If it went on for years, give the latest. "
            "Not sure? Give the oldest that it could be. "
            "Not clear who started it, or several took part? Answer once for each child."
        ),
        beside=(
            "Reception is age 4 to 5. Year 2 is 6 to 7. Year 4 is 8 to 9. Year 6 is 10 to 11. Year 8 is 12 to 13. "
            "Year 10 is 14 to 15. Year 12 is 16 to 17."
        ),
        least=0,
        most=17,
    ),
    Choice(
        id="involved",
        name="who else was involved",
        asks="Who else was involved or affected?",
        why="If a child or an adult may have been harmed, the policy says who to tell.",
        clauses=("c-7-refer",),
        help=(
            "A child in an image counts. Answer for what this child did: "
            "if another child passed on an image of this child, that is the other child's behaviour. "
            "If a child and an adult were both involved, choose the child. "
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
        name="the age of the other person",
        asks="How old is the other person?",
        why="The law says that a child under 13 cannot consent.",
        clauses=("c-7-refer",),
        source="law-under-13",
        help=(
            "The age in whole years when it happened. If it went on for years, give the earliest. "
            "Not sure, or several people? Give the youngest that it could be. "
            "Told only \u201ca classmate\u201d or \u201can adult\u201d? Leave it."
        ),
        applies_alone=False,
        least=0,
        most=120,
    ),
)

GRADED: tuple[Graded, ...] = (
    Graded(
        id="development",
        name="whether it is expected at this age",
        asks="Is this kind of behaviour expected for a child of this age and stage?",
        why="Behaviour is compared with what is expected at the child's stage.",
        help=(
            "Think of the kind: what was done, and with whom. "
            "How often, where, and whether it was wanted are asked apart. "
            "If age and stage point different ways, choose the later one. "
            "Cannot tell whether it is expected? Leave it. "
            "Told only that someone was \u201charmed\u201d or \u201cassaulted\u201d? Leave it. "
            "A disability may explain behaviour. It never makes it safe."
        ),
        options=(
            Option("expected", "Yes, it is expected for this age and stage"),
            Option(
                "unusual",
                "No, it is unusual for this age and stage",
                "it is unusual for a child of this age and stage",
            ),
            Option(
                "adult_like",
                "No, it is more explicit than is expected at this age",
                "it was more explicit than is expected at this age",
            ),
        ),
    ),
    Graded(
        id="social",
        name="what people would find acceptable",
        asks="For a child of this age, would people find this kind of behaviour acceptable?",
        why="It matters whether others of that age would accept it.",
        help="Think of the kind alone, as in the question before. Whether adults feel embarrassed is not the test.",
        options=(
            Option("accepted", "Yes, most people would"),
            Option(
                "peers_only",
                "Only other children of this age would",
                "only other children of this age would find it acceptable",
            ),
            Option(
                "unexpected",
                "No, not even other children of this age would",
                "not even other children of this age would find it acceptable",
            ),
        ),
    ),
    Graded(
        id="setting",
        name="the place and time",
        asks="Was the place and time suitable, for a child old enough to know the difference?",
        why="Some behaviour is expected, but not in that place or at that time.",
        help="For a toddler who does not yet know about privacy, choose suitable.",
        options=(
            Option("suitable", "Yes, suitable"),
            Option(
                "unsuitable",
                "No, the place or the time was not suitable",
                "the place or the time was not suitable",
            ),
        ),
    ),
    Graded(
        id="frequency",
        name="how often it has happened",
        asks="Has it happened before?",
        why="It matters whether it happens more often than development would explain.",
        help=(
            "Count the whole pattern that you know of. One episode is once. "
            "\u201cKeeps\u201d or \u201coften\u201d alone is more than once. "
            "Every day for weeks, or for years, is so often that it stands out."
        ),
        options=(
            Option("once", "No: once, as far as is known"),
            Option("repeated", "Yes, more than once", "it has happened more than once"),
            Option(
                "beyond_expected",
                "Yes, so often that it stands out for this age, or takes over from play",
                "it happens so often that it stands out for this age, or takes over from play",
            ),
        ),
    ),
    Graded(
        id="compulsion",
        name="whether the child can stop",
        asks="Does the child seem driven to it, unable to stop?",
        why="Behaviour that a child seems driven to repeat counts.",
        options=(Option("none", "No"), Option("present", "Yes", "the child seems driven to it, unable to stop")),
    ),
    Graded(
        id="consent",
        name="whether everyone wanted it",
        asks="Did everyone want to take part, and feel free to stop?",
        why="Whether everyone agreed freely is at the centre of the five steps.",
        help=(
            "If two answers fit, choose the later one. "
            "Told only \u201cassaulted\u201d? Someone did not want it. "
            "An image passed on without asking is the last answer. "
            "This is not the law of consent: the result speaks of that."
        ),
        applies_alone=False,
        options=(
            Option("shared", "Yes, everyone wanted to, and felt free to stop"),
            Option(
                "general",
                "In general yes, though not in every way",
                "in general everyone wanted it, but not in every way",
            ),
            Option(
                "unclear",
                "Unclear: someone went along or froze, or it was looked into and nobody can tell",
                "it is unclear whether everyone wanted to take part",
            ),
            Option("unwanted", "No: someone did not want it", "someone did not want it"),
            Option(
                "unable",
                "No: someone was too young, or understood too little, to choose",
                "someone was too young, or understood too little, to choose",
            ),
            Option(
                "lacking",
                "No: someone was forced, threatened, afraid, asleep, affected by drink or drugs, or did not know of it",
                "someone was forced, threatened, afraid, asleep, affected by drink or drugs, or did not know of it",
            ),
        ),
    ),
    Graded(
        id="reciprocity",
        name="whether they took part together",
        asks="Did they take part together, or did one do it to the other?",
        why="It matters whether there is give and take.",
        help=(
            "Taking turns is together, even when one child starts it. "
            "A passing touch that nobody minded, between small children of one age, may be together. "
            "Otherwise, someone who went along, froze or \u201cdid not mind\u201d did not take part: "
            "choose the second answer here, and \u201cunclear\u201d in the question before."
        ),
        applies_alone=False,
        options=(
            Option("mutual", "They took part together"),
            Option("one_sided", "One did it to the other", "one did it to the other"),
        ),
    ),
    Graded(
        id="power",
        name="whether this child had more power",
        asks="Did this child have more power over the other?",
        why="It matters whether power is equal, and whether it was misused.",
        help=(
            "Count age, size, ability, numbers, being in charge or trusted, and something held over them. "
            "A gap in age alone is more power. A gap of a few months is not. "
            "The other child's disability can give this child more power: "
            "choose the second answer if it made it harder for them to understand, refuse, get away or tell. "
            "This child's own disability gives no power. "
            "If someone was asleep, drunk or filmed unaware, say so in the question about wanting to take part. "
            "If two answers fit, choose the later one."
        ),
        applies_alone=False,
        options=(
            Option("equal", "No, they were about equal, or the other had more"),
            Option("unequal", "Yes, this child had more power", "this child had more power"),
            Option(
                "misused",
                "Yes, and that is how it came about: the other was told, tricked, held, threatened or picked out",
                "this child had more power, and used it to make it happen",
            ),
        ),
    ),
    Graded(
        id="pressure",
        name="pressure",
        asks="Was anyone put under pressure to make it happen?",
        why="Tricks, threats and force are told apart.",
        help=(
            "A threat to tell, or to share an image, is a threat. "
            "If a threat or a gift was only meant to keep it secret, choose the answer about tricks. "
            f"{SEEN}"
        ),
        applies_alone=False,
        options=(
            Option("none", LOOKED),
            NO_SIGN,
            Option(
                "manipulation",
                "A trick, promise, gift, dare or nagging, or any pressure only to keep it secret",
                "there was a trick, a promise, a gift, a dare, nagging, or pressure only to keep it secret",
            ),
            Option(
                "coercion",
                "A threat, or frightening someone into it",
                "someone was threatened or frightened into it",
            ),
            Option(
                "force",
                "Force: someone was held, shut in or made to do it",
                "someone was held, shut in or made to do it",
            ),
        ),
    ),
    Graded(
        id="victimisation",
        name="anyone being picked out, hurt or controlled",
        asks="Was anyone picked out, hurt, frightened, humiliated or controlled by it, meant or not?",
        why="It matters whether somebody was victimised, meant or not.",
        help="If someone was only upset or embarrassed, say so where you are asked who is upset.",
        applies_alone=False,
        options=(
            Option("none", LOOKED),
            NO_SIGN,
            Option("present", "Yes", "someone was picked out, hurt, frightened, humiliated or controlled by it"),
        ),
    ),
    Graded(
        id="intrusion",
        name="how far it went",
        asks="How far did it go?",
        why="Intrusive behaviour belongs to the last two steps.",
        help=(
            "You do not need details. Do not ask the child. "
            "Told only \u201ctouched\u201d, \u201cabused\u201d or \u201cassaulted\u201d? Leave it. "
            "An attempt counts as the act. "
            "What both wanted, and young people of their age share, is the first answer, a kiss too. "
            "Being made to do things on camera is the third answer. "
            "Images or messages alone, with no contact, are the first, wanted or not: they are asked about later."
        ),
        applies_alone=False,
        options=(
            Option("none", "No further than looking or touch that children of this age share, and that was wanted"),
            Option(
                "slight",
                "A slap, grab, kiss or touch over clothes that was not shared, or showing private parts",
                "there was a slap, grab, kiss or touch over clothes that was not shared, or private parts were shown",
            ),
            Option(
                "intrusive",
                "Touch on private parts under clothes or for longer, or making someone touch, show or watch",
                "private parts were touched under clothes or for longer, or someone was made to touch, show or watch",
            ),
            Option(
                "highly_intrusive",
                "Contact that the law treats as among the most serious, or an attempt at it",
                "there was contact that the law treats as among the most serious, or an attempt at it",
            ),
        ),
    ),
    Graded(
        id="violence",
        name="violence",
        asks="Was there any violence in it?",
        why="Kinds of violence are told apart.",
        help=(
            "Being held is force: say so in the question about pressure. "
            "A slap, smack or grab alone belongs to how far it went. "
            f"A separate fight, or pain by accident, does not count. {SEEN}"
        ),
        applies_alone=False,
        options=(
            Option("none", LOOKED),
            NO_SIGN,
            Option("rough", "It was rough, but nobody was hurt", "it was rough"),
            Option("expressive", "It was done in anger", "it was done in anger"),
            Option(
                "physical",
                "Someone was hit, kicked, choked, or injured by violence",
                "someone was hit, kicked, choked or injured by violence",
            ),
            Option(
                "instrumental",
                "A weapon, cruelty, or violence for its own sake",
                "there was a weapon, cruelty or violence for its own sake",
            ),
        ),
    ),
    Graded(
        id="intervention",
        name="what happened when someone said stop",
        asks="What happened when someone said that it should stop: the other child, or an adult?",
        why="It matters what happened once caregivers stepped in.",
        help="A small child who needs a reminder or two has stopped. Found out only now? Leave it.",
        options=(
            Option("stopped", "It stopped, or those who knew of it saw no need to step in"),
            Option(
                "continued",
                "It went on, or came back",
                "it went on or came back after someone said that it should stop",
            ),
            Option(
                "continued_in_secret",
                "It went on in secret",
                "it went on in secret after someone said that it should stop",
            ),
        ),
    ),
    Graded(
        id="distress",
        name="whether anyone is upset",
        asks="Is any child, or anyone it was done to, upset by the behaviour itself?",
        why="Distress is a sign that behaviour is not as expected.",
        help="Not upset at being found out, or at how adults reacted.",
        options=(Option("none", "No"), Option("present", "Yes", "someone is upset by the behaviour itself")),
    ),
    Graded(
        id="interference",
        name="whether it gets in the way of daily life",
        asks="Does it get in the way of this child's play, learning, friendships or sleep?",
        why="Behaviour that gets in the way of a child's development counts.",
        help=(
            "Being rejected or bullied for the behaviour counts. "
            "Being teased because someone passed on an image of this child does not."
        ),
        options=(
            Option("none", "No"),
            Option("present", "Yes", "it gets in the way of this child's play, learning, friendships or sleep"),
        ),
    ),
    Graded(
        id="online",
        name="what was done online",
        asks="Did the child do any of these online or on a device?",
        why="Pornography, harassment and grooming online are part of it.",
        help=(
            "Choose the most serious. "
            "Pornography by accident, or once or twice out of curiosity, is not this. "
            "A sexual image sent to someone who did not ask for it is harassment. "
            "Sexual images of adults belong here. "
            "If it was done to this child, tell children's social care or the police."
        ),
        most_alone="pornography",
        options=(
            Option("none", "None of these"),
            Option(
                "pornography",
                "Using pornography, more than out of curiosity or beyond their age",
                "pornography was used, more than out of curiosity or beyond this child's age",
            ),
            Option(
                "exposing_others",
                "Showing pornography to other children",
                "pornography was shown to other children",
            ),
            Option("harassment", "Sexual harassment", "there was sexual harassment online"),
            Option("grooming", "Grooming", "there was grooming online"),
        ),
    ),
    Graded(
        id="harm",
        name="harm",
        asks="Is it likely to harm someone, body or mind, or has it?",
        why="It matters whether behaviour could harm, or has harmed.",
        help=(
            "Include the child whose behaviour it is. "
            "The chance of being teased or told off is not harm. Being upset is asked apart, but fear that stays is harm. "
            "Told only \u201cassaulted\u201d? Choose \u201cIt is likely to\u201d."
        ),
        options=(
            Option("none", LOOKED),
            NO_SIGN,
            Option("possible", "It is likely to", "it is likely to harm someone"),
            Option("happened", "It has", "it has harmed someone"),
        ),
    ),
    Graded(
        id="images",
        name="sexual images of anyone under 18",
        asks="Are there sexual images of anyone under 18?",
        why="The law and national guidance say what to do about images of children.",
        help=(
            "Never look at, copy or send an image. Choose the most serious of what this child did. "
            "Was this child asked, pressed, paid or tricked into sending one? "
            "Choose \u201cNo\u201d, and say under background that someone may have made them. "
            "This question comes from national guidance and law, not from the policy."
        ),
        most_alone="own_willing",
        options=(
            Option("none", "No"),
            Option(
                "own_willing",
                "Of themselves, shared willingly with someone their age",
                "a sexual image of themselves was shared willingly with someone their age",
            ),
            Option(
                "asked_for",
                "Someone under 18 was asked or pressed for one",
                "someone under 18 was asked or pressed for a sexual image",
            ),
            Option(
                "without_agreement",
                "One was made (with AI too), taken in secret, kept or passed on without agreement",
                "a sexual image of someone under 18 was made, taken in secret, kept or passed on without agreement",
            ),
            Option(
                "threatened",
                "There was a threat to make or share one",
                "there was a threat to make or share a sexual image of someone under 18",
            ),
        ),
    ),
)

YES_NO = (Option("no", "No"), Option("yes", "Yes"))

FACTS: tuple[Question, ...] = (
    Choice(
        id="danger",
        name="whether anyone is in danger",
        asks="Is anyone in danger now?",
        why="If anyone is in danger, that comes before everything else.",
        source="general-practice",
        help="A child who may harm themselves is in danger.",
        options=YES_NO,
    ),
    Choice(
        id="hurt",
        name="whether anyone needs medical care",
        asks="Does anyone need medical care, or was it done to someone else in the last few days?",
        why="Medical care and evidence cannot wait.",
        source="general-practice",
        options=YES_NO,
    ),
    Choice(
        id="together",
        name="whether they will be together",
        asks="Do they live together, or will they be together before someone can act?",
        why="Somebody may have to keep them apart tonight.",
        clauses=("c-2-2",),
        source="general-practice",
        options=YES_NO,
    ),
    Choice(
        id="exploited",
        name="whether someone may be behind this",
        asks="Could an adult, or another child, have made, paid, tricked or controlled this child into it?",
        why="A child who was made to do something needs protecting too.",
        clauses=("c-2-3", "c-4-c"),
        source="general-practice",
        help="This child is the one whose behaviour it is.",
        options=(Option("no", "No"), Option("possible", "Possibly")),
    ),
    Choice(
        id="trauma",
        name="whether this child was harmed",
        asks="Is there a reason to think that this child was harmed, or saw or was shown sexual things or violence?",
        why="Children who do this may have been harmed themselves. Their needs count too.",
        clauses=("c-2-3", "c-4-c", "c-5-reactive"),
        help="This child is the one whose behaviour it is.",
        options=YES_NO,
    ),
    Choice(
        id="before",
        name="whether there were concerns before",
        asks="Have there been concerns before?",
        why="Inspectors found that many children had been referred before, and that what it meant was not seen.",
        clauses=("c-1-4",),
        options=YES_NO,
    ),
    Choice(
        id="relationship",
        name="how they know each other",
        asks="How do they know each other?",
        why="It says who else needs to know, and who can keep them apart.",
        source="this-project",
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
        name="whether either has a disability or a need",
        asks="Does either have a learning disability, autism or a communication need?",
        why="It changes how to talk with a child, and what to bear in mind.",
        source="this-project",
        options=(
            Option("none", "No"),
            Option("child", "The child whose behaviour it is"),
            Option("other", "The other person"),
            Option("both", "Both"),
        ),
    ),
    Several(
        id="imbalance",
        name="what made the power unequal",
        asks="What makes the power unequal?",
        why="It says which sign is met. It never moves the step.",
        clauses=("c-5-abusive", "c-6-divergence"),
        source="this-project",
        help="Choose all that apply.",
        applies_alone=False,
        applies_above=("power", "equal"),
        options=(
            Option("age", "Age"),
            Option("ability", "Ability or understanding"),
            Option("disability", "Disability"),
            Option("strength", "Strength or size"),
            Option("numbers", "Numbers"),
            Option("in_charge", "Being in charge, as a babysitter or a young leader is"),
            Option("held_over", "Something held over them: a secret, an image or a weapon"),
            Option("other", "Something else"),
        ),
    ),
    Choice(
        id="several",
        name="whether there were several people",
        asks="Was more than one person harmed, or did more than one child take part in doing it?",
        why="Each child who took part, and each person who was harmed, needs a response of their own.",
        clauses=("c-4-b",),
        source="this-project",
        help="Check again for each child who took part.",
        applies_alone=False,
        options=(
            Option("no", "No"),
            Option("harmed", "More than one person was harmed"),
            Option("took_part", "More than one child took part in doing it"),
            Option("both", "Both"),
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
    Topic("pattern", "The pattern", ("frequency", "compulsion", "intervention", "several", "before")),
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
        clause="c-1-5-harassment",
    ),
    Rule(
        id="pornography-beyond-development",
        step=Step.PROBLEMATIC,
        when={"online": "pornography"},
        clause="c-1-5-pornography",
    ),
    Rule(
        id="pornography-shown-to-others",
        step=Step.PROBLEMATIC,
        when={"online": "exposing_others"},
        clause="c-1-5-exposing",
    ),
    Rule(
        id="sexual-harassment-online", step=Step.PROBLEMATIC, when={"online": "harassment"}, clause="c-1-5-harassment"
    ),
    Rule(id="manipulation", step=Step.PROBLEMATIC, when={"pressure": "manipulation"}, clause="c-5-problematic"),
    Rule(id="roughness", step=Step.PROBLEMATIC, when={"violence": "rough"}, clause="c-5-problematic"),
    Rule(id="harm-possible", step=Step.PROBLEMATIC, when={"harm": "possible"}, clause="c-5-problematic"),
    Rule(
        id="manipulation-with-unequal-power",
        step=Step.ABUSIVE,
        when={"pressure": "manipulation", "power": "unequal"},
        clause="c-5-abusive",
    ),
    Rule(
        id="unwanted-with-manipulation",
        step=Step.ABUSIVE,
        when={"consent": "unwanted", "pressure": "manipulation"},
        clause="c-5-abusive",
    ),
    Rule(id="grooming-online", step=Step.ABUSIVE, when={"online": "grooming"}, clause="c-5-abusive"),
    Rule(
        id="adult-like-with-unequal-power",
        step=Step.ABUSIVE,
        when={"power": "unequal", "development": "adult_like"},
        clause="c-5-abusive",
    ),
    Rule(
        id="unusual-and-intrusive-with-unequal-power",
        step=Step.ABUSIVE,
        when={"power": "unequal", "development": "unusual", "intrusion": "intrusive"},
        clause="c-5-abusive",
    ),
    Rule(
        id="highly-intrusive-with-unequal-power",
        step=Step.ABUSIVE,
        when={"power": "unequal", "intrusion": "highly_intrusive"},
        clause="c-5-abusive",
    ),
    Rule(
        id="repeated-unwanted-with-unequal-power",
        step=Step.ABUSIVE,
        when={"consent": "unwanted", "power": "unequal", "frequency": "repeated"},
        clause="c-5-abusive",
    ),
    Rule(
        id="pornography-shown-with-unequal-power",
        step=Step.ABUSIVE,
        when={"online": "exposing_others", "power": "unequal"},
        clause="c-5-abusive",
    ),
    Rule(
        id="harm-with-unclear-consent",
        step=Step.ABUSIVE,
        when={"harm": "happened", "consent": "unclear"},
        clause="c-5-abusive",
    ),
    Rule(
        id="harm-with-unequal-power",
        step=Step.ABUSIVE,
        when={"harm": "happened", "power": "unequal"},
        clause="c-5-abusive",
    ),
    Rule(
        id="image-asked-for-with-unequal-power",
        step=Step.ABUSIVE,
        when={"images": "asked_for", "power": "unequal"},
        clause="c-5-abusive",
    ),
    Rule(
        id="image-asked-for-with-manipulation",
        step=Step.ABUSIVE,
        when={"images": "asked_for", "pressure": "manipulation"},
        clause="c-5-abusive",
    ),
    Rule(
        id="frequency-beyond-expected",
        step=Step.PROBLEMATIC,
        when={"frequency": "beyond_expected"},
        clause="c-6-frequency",
    ),
    Rule(
        id="interference-with-development",
        step=Step.PROBLEMATIC,
        when={"interference": "present"},
        clause="c-6-interference",
    ),
    Rule(id="emotional-distress", step=Step.PROBLEMATIC, when={"distress": "present"}, clause="c-6-distress"),
    Rule(
        id="continued-in-secret",
        step=Step.PROBLEMATIC,
        when={"intervention": "continued_in_secret"},
        clause="c-6-secrecy",
    ),
    Rule(id="floor", step=Step.NORMAL, when={}, clause="c-6-normal"),
    Rule(
        id="continued-after-guidance",
        step=Step.INAPPROPRIATE,
        when={"intervention": "continued"},
        clause="c-6-inappropriate",
    ),
    Rule(
        id="unsuitable-repeated-and-continued",
        step=Step.PROBLEMATIC,
        when={"setting": "unsuitable", "frequency": "repeated", "intervention": "continued"},
        clause="c-6-inappropriate-single",
    ),
    Rule(
        id="accepted-by-peers-only",
        step=Step.INAPPROPRIATE,
        when={"social": "peers_only"},
        clause="c-6-inappropriate-peers",
    ),
    Rule(
        id="unsuitable-setting",
        step=Step.INAPPROPRIATE,
        when={"setting": "unsuitable"},
        clause="c-6-inappropriate-context",
    ),
    Rule(
        id="consent-general", step=Step.INAPPROPRIATE, when={"consent": "general"}, clause="c-6-inappropriate-generally"
    ),
    Rule(id="own-image-shared", step=Step.INAPPROPRIATE, when={"images": "own_willing"}, source="reading-images"),
    Rule(id="image-asked-for", step=Step.PROBLEMATIC, when={"images": "asked_for"}, source="reading-images"),
    Rule(
        id="intrusive-with-general-consent",
        step=Step.PROBLEMATIC,
        when={"intrusion": "intrusive", "consent": "general"},
        clause="c-6-problematic-concerning",
    ),
    Rule(
        id="highly-intrusive",
        step=Step.PROBLEMATIC,
        when={"intrusion": "highly_intrusive"},
        clause="c-6-problematic-concerning",
    ),
    Rule(
        id="unusual-for-development",
        step=Step.PROBLEMATIC,
        when={"development": "unusual"},
        clause="c-6-problematic-unusual",
    ),
    Rule(
        id="socially-unexpected",
        step=Step.PROBLEMATIC,
        when={"social": "unexpected"},
        clause="c-6-problematic-unexpected",
    ),
    Rule(id="consent-unclear", step=Step.PROBLEMATIC, when={"consent": "unclear"}, clause="c-6-problematic-unclear"),
    Rule(
        id="one-sided", step=Step.PROBLEMATIC, when={"reciprocity": "one_sided"}, clause="c-6-problematic-reciprocity"
    ),
    Rule(id="unequal-power", step=Step.PROBLEMATIC, when={"power": "unequal"}, clause="c-6-problematic-reciprocity"),
    Rule(id="compulsion", step=Step.PROBLEMATIC, when={"compulsion": "present"}, clause="c-6-problematic-compulsive"),
    Rule(id="victimisation", step=Step.ABUSIVE, when={"victimisation": "present"}, clause="c-6-abusive-victimising"),
    Rule(id="power-misused", step=Step.ABUSIVE, when={"power": "misused"}, clause="c-6-abusive-power"),
    Rule(id="coercion", step=Step.ABUSIVE, when={"pressure": "coercion"}, clause="c-6-abusive-coercion"),
    Rule(
        id="intrusive-with-unclear-consent",
        step=Step.ABUSIVE,
        when={"intrusion": "intrusive", "consent": "unclear"},
        clause="c-6-abusive-intrusive",
    ),
    Rule(id="consent-lacking", step=Step.ABUSIVE, when={"consent": "lacking"}, clause="c-6-abusive-consent"),
    Rule(
        id="unwanted-and-continued-in-secret",
        step=Step.ABUSIVE,
        when={"consent": "unwanted", "intervention": "continued_in_secret"},
        clause="c-6-abusive-consent",
    ),
    Rule(
        id="image-without-agreement",
        step=Step.ABUSIVE,
        when={"images": "without_agreement"},
        clause="c-6-abusive-consent",
    ),
    Rule(id="expressive-violence", step=Step.ABUSIVE, when={"violence": "expressive"}, clause="c-6-abusive-expressive"),
    Rule(id="physical-violence", step=Step.VIOLENT, when={"violence": "physical"}, clause="c-6-violent-physical"),
    Rule(
        id="highly-intrusive-with-coercion",
        step=Step.VIOLENT,
        when={"intrusion": "highly_intrusive", "pressure": "coercion"},
        clause="c-6-violent-intrusive",
    ),
    Rule(
        id="instrumental-violence",
        step=Step.VIOLENT,
        when={"violence": "instrumental"},
        clause="c-6-violent-instrumental",
    ),
)

FLOOR = "The continuum starts at normal: expected, acceptable, mutual and freely shared."
"""What the rule that always matches rests on, in a sentence."""

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
