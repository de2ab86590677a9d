"""The site kept on a device: nothing before the reader asks, then all of it, and nothing once it is removed."""

from __future__ import annotations

import re
import shutil
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser import engine
from browser.engines import in_browsers, in_each_browser
from browser.page import HANGS_AFTER, Page, go_on_in_a_new_tab
from browser.searching import search
from browser.test_access import violations
from selenium.webdriver.common.keys import Keys
from serving import serving

from overrides.offline.keeping import WORKER, kept_files, service_worker
from overrides.serve import Site

OFFLINE = "about/offline/"
STATE = "return document.querySelector('[data-keep]').dataset.keep"
STORED = "return document.querySelector('[data-stored]').checkVisibility()"
DAY = "return document.querySelector('[data-stored] span').textContent"
HEADING = "return document.querySelector('h1').textContent.trim()"
TRACES = """
const [done] = arguments;
(async () => {
  const databases = (await indexedDB.databases?.()) ?? [];
  const registrations = await navigator.serviceWorker.getRegistrations();
  const stores = await caches.keys();
  done([registrations.length, stores.length, localStorage.length, sessionStorage.length, databases.length]);
})();
"""
NOTHING = [0, 0, 0, 0, 0]
FILES = """
const [done] = arguments;
(async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) found.push(url);
  }
  done(found);
})();
"""
FORGET = """
const [done] = arguments;
(async () => {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
  done();
})();
"""
COMING = """
const [done] = arguments;
navigator.serviceWorker.getRegistration().then(({ installing, waiting }) => {
  done([Boolean(installing), Boolean(waiting)]);
});
"""
SCRIPT = "document.querySelector('script[src*=\"assets/page.\"]').src"


class Host:
    """A host of a copy of the site, which a test changes, slows, breaks and stops while it is read."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.folder = shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
        self.holds: set[str] = set()
        self.lacks: set[str] = set()
        self.date = ""
        self.go_on = threading.Event()
        self.asked: list[str] = []

    def handler(self) -> type[Site]:
        host = self

        class Handler(Site):
            def do_GET(self) -> None:  # noqa: N802
                path = self.path.split("?")[0].lstrip("/")
                host.asked.append(path)
                if path in host.holds:
                    host.go_on.wait(HANGS_AFTER)
                if path in host.lacks:
                    self.send_error(503)
                else:
                    super().do_GET()

            def date_time_string(self, timestamp: float | None = None) -> str:
                return host.date or super().date_time_string(timestamp)

        return Handler

    def let_go(self) -> None:
        """Answer at once, and whatever was held back too."""
        self.holds.clear()
        self.lacks.clear()
        self.go_on.set()

    def publish(self, words: str) -> None:
        """Another version: every page says `words` in its title, and the page's script is another."""
        (script,) = self.folder.glob("assets/page.*.js")
        later = script.rename(script.with_name("page.0a1b2c3d.js"))
        for page in self.folder.rglob("*.html"):
            text = page.read_text(encoding="utf-8").replace(script.name, later.name)
            page.write_text(re.sub(r"(<h1[^>]*>)", rf"\1{words} ", text), encoding="utf-8")
        service_worker(self.folder)


def asked_as(path: Path, site: Path) -> str:
    """How a reader's browser asks for a file of the site."""
    return path.relative_to(site).as_posix().removesuffix("index.html")


def until(holds) -> None:
    """Asks again and again: WebKit loses events of its workers."""
    latest = time.monotonic() + HANGS_AFTER
    while not holds():
        assert time.monotonic() < latest, "it never came to hold"
        time.sleep(0.1)


def until_the_newer_one_serves(page) -> None:
    """Once the last tab is closed, each browser takes its own time to put the newer worker in the older one's place."""

    def serves() -> bool:
        go_on_in_a_new_tab(page.driver)
        opened(page)
        return page.run(STATE) == "kept"

    until(serves)


@pytest.fixture
def driver(request, browser, browsers):
    """WebKitGTK has its own for each of these tests: one that has read much, or made one update, no longer answers."""
    if browser == "webkit":
        with engine.starter(browser) as start:
            yield start()
    else:
        with browsers.lent(browser, request.session) as driver:
            yield driver


@pytest.fixture
def host(site, tmp_path):
    host = Host(site, tmp_path / "site")
    yield host
    host.let_go()


@contextmanager
def visited(host, driver):
    """A page of the host, and nothing left of it: an origin has the number of its port, which another test may get."""
    with serving(host.folder, host.handler()) as address:
        page = Page(driver, address)
        page.emulate()
        try:
            yield page
        finally:
            host.let_go()
            page.open("about/")
            driver.execute_async_script(FORGET)
            driver.get("about:blank")


def opened(page, path=OFFLINE):
    page.open(path)
    page.until("return document.readyState === 'complete' && document.querySelector('[data-keep]').dataset.keep !== ''")
    return page


def keep(page) -> None:
    opened(page)
    page.tap("[data-keep-now]")
    page.until(f"{STATE} === 'kept'")


def kept(page) -> list[str]:
    return page.driver.execute_async_script(FILES)


def traces(page) -> list[int]:
    return page.driver.execute_async_script(TRACES)


@contextmanager
def cut_off(host, driver):
    """A page of a host that was kept, and then stopped."""
    with serving(host.folder, host.handler()) as address:
        page = Page(driver, address)
        page.emulate()
        keep(page)
    try:
        yield page
    finally:
        driver.execute_async_script(FORGET)
        driver.get("about:blank")


@in_each_browser
def test_nothing_is_kept_before_it_is_asked_for(host, driver):
    with visited(host, driver) as page:
        for path in (OFFLINE, "check/?example=siblings-and-threats", ""):
            page.open(path)
            if "example" in path:
                page.until_result()
            assert traces(page) == NOTHING, path
        assert WORKER not in host.asked


@in_each_browser
def test_all_of_it_works_with_no_network(site, host, driver):
    with cut_off(host, driver) as page:
        pages = [path for path in kept_files(site) if path.suffix == ".html"]
        for path in pages[:: 1 if driver.name == "chrome" else 7]:
            page.open(asked_as(path, site))
            assert page.run(STORED), path
        page.open("check/?example=siblings-and-threats")
        assert page.until_result() == {"from": "abusive", "to": "violent"}
        search(page, "coercion")
        page.until("return Boolean(document.querySelector('.md-search-result__item a[href*=definitions]'))")
        assert not hasattr(driver, "messages") or page.console() == []
        opened(page).tap("[data-keep-remove]")
        page.until(f"{STATE} === 'removed'")


def test_what_is_kept_is_every_file_and_no_answer(site, host, driver):
    with visited(host, driver) as page:
        keep(page)
        page.open("check/")
        page.answer(age="14", involved="child", pressure="coercion")
        page.submit()
        page.until_result()
        addresses = {address.removeprefix(page.base).split("?__WB")[0] for address in kept(page)}
        wanted = {asked_as(path, site) for path in kept_files(site)}
        assert addresses == wanted


def test_it_says_how_far_it_is(site, host, driver):
    held = asked_as(kept_files(site)[-1], site)
    host.holds.add(held)
    with visited(host, driver) as page:
        opened(page).tap("[data-keep-now]")
        bar = "const bar = document.querySelector('[data-keep] progress'); return bar && [bar.value, bar.max]"
        page.until(f"return (() => {{ {bar} }})()?.[0] >= {len(kept_files(site)) - 1}")
        assert page.run(bar) == [len(kept_files(site)) - 1, len(kept_files(site))]
        assert page.run(STATE) == "keeping"
        host.go_on.set()
        page.until(f"{STATE} === 'kept'")


def test_it_is_kept_from_the_checker_and_leaves_the_answers_alone(host, driver):
    with visited(host, driver) as page:
        opened(page, "check/").until_state("ready")
        page.answer(age="14", pressure="coercion")
        page.tap("[data-keep-now]")
        page.until(f"{STATE} === 'kept'")
        assert page.pairs() == {"age": "14", "pressure": "coercion"}
        page.submit()
        page.until_result()


@in_each_browser
def test_all_of_it_is_removed(host, driver):
    with visited(host, driver) as page:
        keep(page)
        page.open("check/")
        opened(page).tap("[data-keep-remove]")
        page.until(f"{STATE} === 'removed'")
        for path in (OFFLINE, page.run(f"return {SCRIPT}")):
            driver.execute_async_script("const [path, done] = arguments; fetch(path).then(done, done)", path)
        assert traces(page) == NOTHING
        opened(page, "check/")
        assert page.run(STATE) == "none"
        page.run("document.querySelector('#q-pressure-coercion').click()")
        page.until_state("ready")
        assert traces(page) == NOTHING


def test_what_is_kept_and_what_is_stored_have_no_violation(host, driver, axe):
    with visited(host, driver) as page:
        keep(page)
        assert violations(page, axe) == []
        host.holds.add("parents/")
        page.open("parents/")
        assert page.run(STORED)
        assert violations(page, axe) == []


def test_a_keyboard_keeps_and_removes_it_and_keeps_its_place(host, driver):
    with visited(host, driver) as page:
        opened(page)
        page.run("document.querySelector('[data-keep-now]').focus()")
        driver.switch_to.active_element.send_keys(Keys.ENTER)
        page.until(f"{STATE} === 'kept'")
        assert page.run("return document.activeElement.matches('[data-keep-status]')")
        driver.switch_to.active_element.send_keys(Keys.TAB)
        assert page.run("return document.activeElement.matches('[data-keep-remove]')")
        driver.switch_to.active_element.send_keys(Keys.SPACE)
        page.until(f"{STATE} === 'removed'")
        assert page.run("return document.activeElement.matches('[data-keep-status]')")


@in_browsers("chromium", "firefox")
def test_two_tabs_agree(host, driver):
    with visited(host, driver) as page:
        opened(page)
        first = driver.current_window_handle
        driver.switch_to.new_window("tab")
        keep(Page(driver, page.base))
        driver.switch_to.window(first)
        page.run("document.dispatchEvent(new Event('visibilitychange'))")
        page.until(f"{STATE} === 'kept'")
        page.tap("[data-keep-remove]")
        page.until(f"{STATE} === 'removed'")
        second = next(handle for handle in driver.window_handles if handle != first)
        driver.switch_to.window(second)
        page.run("document.dispatchEvent(new Event('visibilitychange'))")
        page.until(f"{STATE} === 'none'")
        page.driver.get(page.base + "check/")
        assert traces(page) == NOTHING
        driver.close()
        driver.switch_to.window(first)


def test_the_network_comes_first(host, driver):
    with visited(host, driver) as page:
        keep(page)
        page.open("act-now/")
        assert not page.run(STORED)
        home = host.folder / "index.html"
        home.write_text(home.read_text(encoding="utf-8").replace("<h1", '<p id="corrected"></p><h1'), encoding="utf-8")
        page.open("")
        assert page.run("return Boolean(document.getElementById('corrected'))")


@in_each_browser
def test_a_network_that_does_not_answer_gives_way_after_two_seconds(host, driver):
    with visited(host, driver) as page:
        keep(page)
        host.holds.add("act-now/")
        began = time.monotonic()
        page.open("act-now/")
        assert page.run(STORED)
        assert 1.9 < time.monotonic() - began < HANGS_AFTER / 5


@in_each_browser
def test_a_host_that_answers_with_an_error_of_its_own_gives_way(host, driver):
    with visited(host, driver) as page:
        keep(page)
        host.lacks.add("act-now/")
        page.open("act-now/")
        assert page.run(STORED)


@pytest.mark.parametrize(
    ("told", "shown"),
    [("Tue, 15 Jan 2019 10:00:00 GMT", "15 January 2019"), ("the day before yesterday", "an earlier day")],
)
def test_a_stored_page_says_the_hosts_day_or_none_and_never_this_devices(host, driver, told, shown):
    host.date = told
    with visited(host, driver) as page:
        keep(page)
        host.holds.add("")
        page.open("")
        assert page.run(STORED)
        assert page.run(DAY) == shown


@in_each_browser
def test_an_update_is_used_whole_and_once_nobody_reads_the_old_one(site, host, driver):
    old = f"return {SCRIPT}"
    with visited(host, driver) as page:
        keep(page)
        page.open("check/")
        page.answer(age="14", pressure="coercion")
        before = page.run(old)
        host.publish("Later")
        page.run("navigator.serviceWorker.getRegistration().then((found) => found.update())")
        until(lambda: driver.execute_async_script(COMING) == [False, True])
        assert page.pairs() == {"age": "14", "pressure": "coercion"}
        host.holds.add("act-now/")
        page.driver.get(page.base + "act-now/")
        assert page.run(old) == before
        assert "Later" not in page.run(HEADING)
        host.go_on.set()
        host.holds.clear()
        page.driver.get(page.base + OFFLINE)
        page.until(f"{STATE} === 'newer'")
        until_the_newer_one_serves(page)
        host.go_on.clear()
        host.holds.add("act-now/")
        page.open("act-now/")
        assert page.run(STORED)
        assert "Later" in page.run(HEADING)
        assert page.run(old).endswith("page.0a1b2c3d.js")
        assert len(kept(page)) == len(kept_files(site))


@in_each_browser
def test_an_update_that_is_not_whole_is_not_used(host, driver):
    with visited(host, driver) as page:
        keep(page)
        before = sorted(kept(page))
        host.publish("Later")
        page_of_old = host.folder / "parents/index.html"
        page_of_old.write_text(page_of_old.read_text(encoding="utf-8") + " ", encoding="utf-8")
        times = host.asked.count("parents/")
        page.run("navigator.serviceWorker.getRegistration().then((found) => found.update()).catch(() => {})")
        until(lambda: host.asked.count("parents/") > times)
        until(lambda: driver.execute_async_script(COMING) == [False, False])
        host.holds.add("act-now/")
        page.driver.get(page.base + "act-now/")
        assert "Later" not in page.run(HEADING)
        assert set(before) <= set(kept(page))


LOOKED_AGAIN = """
const [done] = arguments;
document.dispatchEvent(new Event("visibilitychange"));
(async () => {
  for (let asked = 0; asked < 3; asked++) { // what the page asks, and later than it does
    await navigator.serviceWorker.getRegistration();
    await caches.keys();
  }
  done();
})();
"""


@in_each_browser
@pytest.mark.parametrize("fault", ["a page that the host does not give", "a file that is not the one published"])
def test_what_cannot_be_kept_whole_is_not_kept(host, driver, fault):
    if fault.startswith("a page"):
        host.lacks.add("parents/")
    else:
        (file,) = host.folder.glob("assets/runtime/*/snapshot.wasm")
        file.write_bytes(file.read_bytes()[:-1])
    with visited(host, driver) as page:
        opened(page).tap("[data-keep-now]")
        page.until(f"{STATE} === 'failed'")
        assert traces(page) == NOTHING
        assert page.run("return document.querySelector('[data-keep-now]').checkVisibility()")
        driver.execute_async_script(LOOKED_AGAIN)
        assert page.run(STATE) == "failed"


GOES_ON_SHOWING_IT = """
const shown = ServiceWorkerRegistration.prototype;
const { get } = Object.getOwnPropertyDescriptor(shown, 'installing');
let last = null;
Object.defineProperty(shown, 'installing', { get() { return (last = get.call(this) ?? last); } });
"""
TELLS_OF_NO_STEP = "Object.defineProperty(ServiceWorker.prototype, 'state', { get: () => 'installing' });"


@in_each_browser
@pytest.mark.parametrize(
    ("untold", "lacks", "becomes"),
    [(GOES_ON_SHOWING_IT, {"parents/"}, "failed"), (TELLS_OF_NO_STEP, set(), "kept")],
    ids=["that it is gone", "that it is done"],
)
def test_what_the_browser_does_not_tell_of_its_worker_is_found_out(host, driver, untold, lacks, becomes):
    """WebKit at times tells a page neither, for as long as the page is open."""
    host.lacks.update(lacks)
    with visited(host, driver) as page:
        opened(page)
        page.run(untold)
        page.tap("[data-keep-now]")
        page.until(f"{STATE} === '{becomes}'")
        assert len(kept(page)) == (0 if lacks else len(kept_files(host.folder)))


@in_each_browser
def test_what_was_left_half_way_is_said_and_finished(site, host, driver):
    held = asked_as(kept_files(site)[-1], site)
    host.holds.add(held)
    with visited(host, driver) as page:
        opened(page).tap("[data-keep-now]")
        page.until("return document.querySelector('[data-keep] progress')?.value > 5")
        page.driver.get("about:blank")  # the reader goes away
        host.lacks.add(held)
        host.go_on.set()
        opened(page)
        page.until("return ['half', 'failed'].includes(document.querySelector('[data-keep]').dataset.keep)")
        host.lacks.clear()
        page.tap("[data-keep-now]")
        page.until(f"{STATE} === 'kept'")
        assert len(kept(page)) == len(kept_files(site))


@in_each_browser
def test_a_copy_in_a_folder_of_another_keeps_what_is_its_own(site, host, driver):
    shutil.copytree(host.folder, host.folder / "council/hsb")
    inner = f"council/hsb/{OFFLINE}"
    with visited(host, driver) as page:
        opened(page, inner).tap("[data-keep-now]")
        page.until(f"{STATE} === 'kept'")
        keep(page)
        page.open("check/")
        opened(page, inner)
        assert page.run(STATE) == "kept"
        assert len(kept(page)) == 2 * len(kept_files(site))


@in_each_browser
def test_the_worker_of_a_site_around_it_is_not_taken_for_its_own(host, driver):
    shutil.copytree(host.folder, host.folder / "council/hsb")
    (host.folder / "others.js").write_text("addEventListener('fetch', () => {})", encoding="utf-8")
    begin = "const [done] = arguments; navigator.serviceWorker.register('/others.js').then(() => done())"
    count = "const [done] = arguments; navigator.serviceWorker.getRegistrations().then((all) => done(all.length))"
    with visited(host, driver) as page:
        page.open("about/")
        driver.execute_async_script(begin)
        opened(page, f"council/hsb/{OFFLINE}")
        assert page.run(STATE) == "none"
        page.tap("[data-keep-now]")
        page.until(f"{STATE} === 'kept'")
        page.tap("[data-keep-remove]")
        page.until(f"{STATE} === 'removed'")
        assert driver.execute_async_script(count) == 1


@in_each_browser
def test_what_the_browser_emptied_is_told_and_can_be_kept_again(site, host, driver):
    empty = """
    const [done] = arguments;
    caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(done);
    """
    with visited(host, driver) as page:
        keep(page)
        driver.execute_async_script(empty)
        opened(page)
        assert page.run(STATE) == "half"
        page.tap("[data-keep-now]")
        page.until(f"{STATE} === 'kept'")
        assert len(kept(page)) == len(kept_files(site))


@in_each_browser
def test_with_no_network_a_page_is_found_by_every_address_that_hosts_know_it_by(host, driver):
    with cut_off(host, driver) as page:
        for asked, path in (
            ("index.html", ""),
            ("check", "check/"),
            ("check/index.html", "check/"),
            ("check//", "check/"),
            ("policy//6-continuum/#c-6-normal", "policy/6-continuum/#c-6-normal"),
        ):
            page.driver.get(page.base + asked)
            page.until("return location.href === arguments[0] && document.querySelector('h1')", page.base + path)


def test_what_a_much_older_version_left_goes(host, driver):
    with visited(host, driver) as page:
        opened(page)
        old = (
            "caches.open(`workbox-precache-v1-${location.origin}/`).then((store) => store.put('old', new Response('')))"
        )
        driver.execute_async_script(f"const [done] = arguments; {old}.then(done)")
        opened(page)
        assert page.run(STATE) == "half"
        page.tap("[data-keep-now]")
        page.until(f"{STATE} === 'kept'")
        opened(page)  # which waits for the newer worker to have begun
        assert not [address for address in kept(page) if address.endswith("/old")]


REFUSES = {
    "no workers": "Object.defineProperty(navigator, 'serviceWorker', { value: undefined });",
    "workers that may not be asked for": (
        "navigator.serviceWorker.getRegistrations = () => Promise.reject(new DOMException('', 'SecurityError'));"
    ),
    "no stores": "Object.defineProperty(window, 'caches', { value: undefined });",
}


@in_each_browser
def test_a_browser_that_will_not_keep_it_says_so_and_offers_no_button(faulty):
    first = [""]
    page = faulty(lambda path, content: first[0].encode() + content if path.startswith("assets/page.") else content)
    for refuses in REFUSES.values():
        first[0] = refuses
        opened(page)
        page.until(f"{STATE} === 'impossible'")
        page.run("document.dispatchEvent(new Event('visibilitychange'))")
        assert not page.run("return document.querySelector('[data-keep-now]').checkVisibility()")
        assert page.run("return document.querySelector('[data-keep-status]').textContent.trim()")
        assert not hasattr(page.driver, "messages") or page.console() == []


@in_each_browser
def test_a_browser_that_refuses_once_asked_keeps_nothing(host, driver):
    with visited(host, driver) as page:
        opened(page)
        page.run("navigator.serviceWorker.register = () => Promise.reject(new DOMException('', 'SecurityError'))")
        page.tap("[data-keep-now]")
        page.until(f"{STATE} === 'failed'")
        assert traces(page) == NOTHING
        assert page.run("return document.querySelector('[data-keep-now]').checkVisibility()")


def test_a_full_device_keeps_nothing(host, driver):
    with visited(host, driver) as page:
        opened(page)
        driver.execute_cdp_cmd(
            "Storage.overrideQuotaForOrigin", {"origin": page.base.rstrip("/"), "quotaSize": 2_000_000}
        )
        page.tap("[data-keep-now]")
        page.until(f"{STATE} === 'failed'")
        assert traces(page) == NOTHING
        driver.execute_cdp_cmd("Storage.overrideQuotaForOrigin", {"origin": page.base.rstrip("/")})


def test_a_worker_that_was_stopped_half_way_keeps_nothing(host, driver):
    held = asked_as(kept_files(host.folder)[-1], host.folder)
    host.holds.add(held)
    with visited(host, driver) as page:
        opened(page).tap("[data-keep-now]")
        until(lambda: held in host.asked and len(kept(page)) > 20)
        driver.execute_cdp_cmd("ServiceWorker.enable", {})
        driver.execute_cdp_cmd("ServiceWorker.stopAllWorkers", {})
        page.until(f"{STATE} === 'failed'")
        assert traces(page) == NOTHING
        host.go_on.set()
        page.tap("[data-keep-now]")
        page.until(f"{STATE} === 'kept'")


def test_a_worker_that_was_stopped_serves_again(host, driver):
    with cut_off(host, driver) as page:
        driver.execute_cdp_cmd("ServiceWorker.enable", {})
        driver.execute_cdp_cmd("ServiceWorker.stopAllWorkers", {})
        page.open("parents/")
        assert page.run(STORED)
