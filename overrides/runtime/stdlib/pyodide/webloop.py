"""No event loop. Imports what Pyodide's own imports here, whose places in its table of objects a snapshot must keep."""

from pyodide_js._api import scheduleCallback  # noqa: F401


def _initialize_event_loop() -> None:
    from pyodide_js._api import config  # noqa: F401, PLC0415
