"""Chromium for the tests: an installed one, else the driver library's own, else Debian's package where this is root."""

from __future__ import annotations

import os
import shutil
import subprocess

from selenium import webdriver
from selenium.common.exceptions import WebDriverException

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = (
    "no Chromium could be had: install chromium and chromium-driver "
    "(on Debian: apt-get install chromium chromium-driver)"
)


def options(*, javascript: bool = True) -> webdriver.ChromeOptions:
    found = webdriver.ChromeOptions()
    for flag in FLAGS:
        found.add_argument(flag)
    found.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not javascript:
        found.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    return found


def installed() -> tuple[str, str] | None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


def install() -> None:
    """Debian's package, where this is root."""
    if os.geteuid() or not shutil.which("apt-get"):
        raise RuntimeError(ADVICE)
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in ("update", "install -y --no-install-recommends chromium chromium-driver"):
        subprocess.run(["apt-get", "-qq", *words.split()], env=quietly, check=True)


def start(*, javascript: bool = True) -> webdriver.Chrome:
    """A new browser; whoever starts it quits it. Raises RuntimeError, saying what to install, where none can be had."""
    found = installed()
    if not found:
        os.environ.setdefault("SE_AVOID_STATS", "true")
        try:
            return webdriver.Chrome(options=options(javascript=javascript))
        except WebDriverException:
            install()
            found = installed()
    if not found:
        raise RuntimeError(ADVICE)
    chosen = options(javascript=javascript)
    chosen.binary_location, driver = found
    return webdriver.Chrome(options=chosen, service=webdriver.ChromeService(executable_path=driver))


if __name__ == "__main__":
    start().quit()
