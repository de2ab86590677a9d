"""What hypothesis draws is the same in every run, whatever the order of the tests and however busy the machine."""

from hypothesis import settings

settings.register_profile("the same in every run", deadline=None, derandomize=True)
settings.load_profile("the same in every run")
