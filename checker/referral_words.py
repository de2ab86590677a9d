"""What a referral says of each answer, and whom it is about: data only.

`{this}` stands for the child whose behaviour it is and `{other}` for the other, as a draft calls them; `{each_have}`
and `{either}` for whoever it may speak of. "This age" is always that of the child whose behaviour it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["TOLD", "YEARS", "About", "Part", "Told"]

About = Literal["both", "this", "other"]
"""Whose drafts tell it: what was between them, or of this child alone, or of the other alone."""
Part = Literal["known", "safety", "needs"]

YEARS = "years"
"""Stands for any age, where a question has no options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How the answers to a question are told.

    `but` names the options that are not about the same as the others. `says` has the words of each option that the
    rulebook has no phrase for, or one that will not do; `first` stands before them. `name` is what was asked about,
    where the question's own name will not do.
    """

    about: About = "both"
    but: Mapping[str, About] = field(default_factory=dict)
    part: Part = "known"
    first: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
    name: str = ""

    def about_option(self, option: str) -> About:
        return self.but.get(option, self.about)


LOOKED = "somebody saw it all, or has properly looked"
A_NEED = "a learning disability, autism or a communication need"

TOLD: dict[str, Told] = {
    "danger": Told(part="safety", says={"no": "nobody is in danger now", "yes": "someone is in danger now"}),
    "hurt": Told(
        part="safety",
        says={
            "no": "nobody needs medical care, and nobody had it done to them in the last few days",
            "yes": "someone needs medical care, or had it done to them in the last few days",
        },
    ),
    "together": Told(
        part="safety",
        says={
            "no": "{this} and {other} do not live together, and will not be together before someone can act",
            "yes": "{this} and {other} live together, or will be together before someone can act",
        },
    ),
    "age": Told(
        about="this",
        says={YEARS: "{this} was {years}, or at most {years}, when it happened"},
        name="{this}'s age",
    ),
    "involved": Told(
        says={
            "nobody": "nobody else was involved or affected",
            "child": "{other} was involved or affected",
            "adult": "an adult was involved or affected",
        },
    ),
    "other_age": Told(
        about="other",
        says={YEARS: "{other} was {years}, or at least {years}, when it happened"},
        name="{other}'s age",
    ),
    "relationship": Told(
        says={
            "family": "{this} and {other} are family, or live as family",
            "partner": "{this} and {other} are, or were, boyfriend, girlfriend or partners",
            "peer": "{this} and {other} are friends, or children who know each other",
            "online_only": "{this} and {other} know each other only online",
            "in_charge": "one of the two is in charge of the other",
            "other": "{this} and {other} know each other in some other way",
        },
    ),
    "consent": Told(says={"shared": "everyone wanted to take part, and felt free to stop"}),
    "reciprocity": Told(says={"mutual": "{this} and {other} took part together"}),
    "power": Told(says={"equal": "{this} and {other} had about equal power, or {other} had more"}),
    "imbalance": Told(
        but={"disability": "other"},  # the question is what gave this child more power: the other's disability
        first="the power was unequal through ",
        says={
            "age": "a difference in age",
            "ability": "a difference in ability or understanding",
            "disability": "a disability of {other}",
            "strength": "a difference in strength or size",
            "numbers": "numbers",
            "in_charge": "{this} being in charge",
            "held_over": "something held over {other} (a secret, an image or a weapon)",
            "other": "something else",
        },
    ),
    "pressure": Told(says={"none": f"nobody was put under pressure ({LOOKED})"}),
    "intrusion": Told(
        says={"none": "it went no further than looking or touch that children of their age share, and that was wanted"},
    ),
    "violence": Told(
        says={"none": f"there was no violence in it ({LOOKED})", "rough": "it was rough, but nobody was hurt"}
    ),
    "victimisation": Told(
        says={"none": f"nobody was picked out, hurt, frightened, humiliated or controlled by it ({LOOKED})"},
    ),
    "harm": Told(says={"none": f"it has not harmed anyone and is not likely to ({LOOKED})"}),
    "online": Told(
        but={"none": "this", "pornography": "this"},
        says={
            "none": "{this} did none of the things online that the question lists",
            "exposing_others": "{this} showed pornography to other children",
            "harassment": "there was sexual harassment by {this} online",
            "grooming": "there was grooming by {this} online",
        },
    ),
    "images": Told(
        but={"own_willing": "this"},
        says={
            "none": "there are no sexual images of anyone under 18",
            "own_willing": "{this} willingly shared a sexual image of themselves with someone their age",
        },
    ),
    "development": Told(
        says={
            "expected": "this kind of behaviour is expected for a child of this age and stage",
        }
    ),
    "social": Told(
        says={
            "accepted": "most people would find this kind of behaviour acceptable for a child of this age",
        }
    ),
    "setting": Told(says={"suitable": "the place and the time were suitable"}),
    "frequency": Told(says={"once": "it happened once, as far as is known"}),
    "compulsion": Told(about="this", says={"none": "the child does not seem driven to it, or unable to stop"}),
    "intervention": Told(
        says={"stopped": "it stopped when someone said that it should, or those who knew of it saw no need to step in"},
    ),
    "several": Told(
        says={
            "no": "no more than one person was harmed, and no more than one child took part in doing it",
            "harmed": "more than one person was harmed",
            "took_part": "more than one child took part in doing it",
            "both": "more than one person was harmed, and more than one child took part in doing it",
        },
    ),
    "before": Told(
        about="this",
        part="needs",
        says={"no": "there have been no concerns before", "yes": "there have been concerns before"},
    ),
    "distress": Told(says={"none": "no child, and nobody it was done to, is upset by the behaviour itself"}),
    "interference": Told(
        about="this",
        part="needs",
        says={"none": "it does not get in the way of this child's play, learning, friendships or sleep"},
    ),
    "needs": Told(
        but={"child": "this", "other": "other"},
        part="needs",
        says={
            "none": "{each_have} no learning disability, autism or communication need",
            "child": f"{{this}} has {A_NEED}",
            "other": f"{{other}} has {A_NEED}",
            "both": f"{{each_have}} {A_NEED}",
        },
        name="whether {either} has a disability or a need",
    ),
    "exploited": Told(
        about="this",
        part="needs",
        says={
            "no": "neither an adult nor another child could have made, paid, tricked or controlled {this} into it",
            "possible": "an adult, or another child, could have made, paid, tricked or controlled {this} into it",
        },
    ),
    "trauma": Told(
        about="this",
        part="needs",
        says={
            "no": "there is no reason to think that {this} was harmed, or saw or was shown sexual things or violence",
            "yes": "there is a reason to think that {this} was harmed, or saw or was shown sexual things or violence",
        },
    ),
}
"""Every question's."""
