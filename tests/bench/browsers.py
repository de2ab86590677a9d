"""The browsers that the benchmarks drive, each with a new profile."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from browser.engine import FLAGS
from debian import have
from selenium import webdriver

__all__ = ["BROWSERS", "FLAGS", "browser", "name_of"]

BROWSERS = ("chromium", "firefox", "webkit")
MINI_BROWSERS = "lib*/*/webkit2gtk-4.*/MiniBrowser"


def chromium() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    options.binary_location, driver = have("chromium", "chromedriver")
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


def firefox() -> webdriver.Firefox:
    options = webdriver.FirefoxOptions()
    options.add_argument("-headless")
    (options.binary_location,) = have("firefox-esr")
    driver = shutil.which("geckodriver")
    if not driver:
        raise RuntimeError("there is no geckodriver on the path")
    return webdriver.Firefox(options=options, service=webdriver.FirefoxService(driver))


def webkit(display: str) -> webdriver.WebKitGTK:
    (driver,) = have("WebKitWebDriver")
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(next(Path("/usr").glob(MINI_BROWSERS)))
    options.add_argument("--automation")
    service = webdriver.WebKitGTKService(driver, env={**os.environ, "DISPLAY": display})
    return webdriver.WebKitGTK(options=options, service=service)


@contextmanager
def screen() -> Iterator[str]:
    """The name of a display that nobody sees."""
    (program,) = have("Xvfb")
    command = [program, "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        try:
            yield f":{running.stdout.readline().strip()}"
        finally:
            running.terminate()


@contextmanager
def browser(name: str) -> Iterator[Any]:
    """A driver of one of `BROWSERS`. Raises RuntimeError, saying what to install, where it cannot be had."""
    os.environ.setdefault("SE_OFFLINE", "true")
    os.environ.setdefault("SE_AVOID_STATS", "true")
    if name == "webkit":
        with screen() as display:
            yield from quitting(webkit(display))
    else:
        yield from quitting(getattr(sys.modules[__name__], name)())


def quitting(driver: Any) -> Iterator[Any]:
    try:
        driver.set_script_timeout(180)
        yield driver
    finally:
        driver.quit()


def name_of(driver: Any) -> str:
    """As `Firefox 153`, or `WebKitGTK 2.50`."""
    name, version = (driver.capabilities[key] for key in ("browserName", "browserVersion"))
    called = {"chrome": "Chromium", "firefox": "Firefox", "MiniBrowser": "WebKitGTK"}.get(name, name)
    return f"{called} {'.'.join(version.split('.')[: 2 if called == 'WebKitGTK' else 1])}"
