"""No packages: the snapshot holds all that the checker needs. Imports what Pyodide's own does, as `webloop` here."""

from pyodide_js import loadedPackages  # noqa: F401


class Folder:
    def __str__(self) -> str:
        return "/lib/python3.14/site-packages"


SITE_PACKAGES = DSO_DIR = Folder()


def init_loaded_packages() -> None:
    pass
