"""Place a described behaviour on the Hackett (2010) continuum, with the clause for each reason.

    from checker import Answers, assess
    assess(Answers(age=15, involved="child", pressure="coercion")).range.least

A screening aid: not an assessment, not a diagnosis, not validated on real cases. Standard library only.
"""

from checker.answers import Answers, AnswersError, Problem
from checker.assess import assess, range_for
from checker.model import Step
from checker.result import Result

__all__ = ["Answers", "AnswersError", "Problem", "Result", "Step", "assess", "range_for"]
