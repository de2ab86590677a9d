"""What a host serves: asked of nginx and of Caddy, each with the file that is shipped for it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import brotli
import pytest
from caddy import caddy
from markup import Page, everywhere, inside, pages
from nginx import nginx
from pages.wording import problems

from overrides.build import build, release_problems
from overrides.hosting.compression import QUICKLY, compress, worth_it
from overrides.hosting.security import content_policy, script_hashes, security_txt
from overrides.hosting.servers import FOREVER, FRESH, ONLY_HTTPS, headers_of_all
from overrides.offline.keeping import ZIP
from overrides.project import ROOT
from overrides.words.settings import read_settings

SETTINGS = read_settings(ROOT / "mkdocs.yml")
DECODED = {None: bytes, "gzip": gzip.decompress, "br": brotli.decompress}
HEADERS = (
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
)
KEPT = (
    r"/assets/(runtime/[0-9a-f]{16}/.+|(javascripts/(workers/)?|stylesheets/)[a-z]+\.[0-9a-f]{8}\.min\.(js|css)"
    r"|(checker/)?[a-z]+\.[0-9a-f]{8}\.(js|css|svg))"
)
WANTED_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
}
MISSING = ["no/such/page/", "assets/runtime/0123456789abcdef/worker.js", "assets/runtime/", "assets/"]


class Answer:
    def __init__(self, address: str, **headers: str) -> None:
        try:
            found = urlopen(Request(address, headers=headers))
        except HTTPError as error:
            found = error
        with found:
            self.status = found.status
            self.headers = found.headers
            self.body = found.read()


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def host(site, request):
    if request.param == "caddy":
        with caddy(site) as address:
            yield address
    else:
        with nginx(site) as served:
            yield served.base


def inline_scripts(page: Page) -> list[str]:
    """The text of each script that stands in a page and runs."""
    return [script.text() for script in page.css("script:not([src]):not([type='application/json'])")]


def asked(site: Path) -> list[str]:
    """Every path that a browser may ask for; the files for hosts are no reader's, and Caddy hides its own."""
    files = [path for path in site.rglob("*") if path.is_file() and path.suffix not in {".br", ".gz"}]
    paths = sorted(path.relative_to(site).as_posix() for path in files)
    return [path for path in paths if not path.startswith(("_headers", "hosting/"))]


def rules(site: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """`_headers` as Netlify and Cloudflare Pages read it."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            found.append((line, []))
        elif line.strip():
            name, value = line.strip().split(": ", 1)
            found[-1][1].append((name, value))
    return found


def ruled(site: Path, path: str) -> list[tuple[str, str]]:
    return [pair for rule, pairs in rules(site) if rule in ("/*", f"/{path}") for pair in pairs]


def test_each_page_carries_a_policy_of_its_own_scripts_before_anything_it_governs(site):
    for path, page in pages(site).items():
        inline = inline_scripts(page)
        assert len(inline) > 1, path
        hashes = {
            f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in inline
        }
        assert len(hashes) == 3, path
        policy = inside(page, "meta[http-equiv='Content-Security-Policy']")
        assert policy.attributes["content"] == content_policy(hashes), path
        referrer = inside(page, "meta[name=referrer]")
        assert referrer.attributes["content"] == "no-referrer", path
        first = page.css("meta[http-equiv], meta[name=referrer], script, link, img, style, body")[:2]
        assert {element.mem_id for element in first} == {policy.mem_id, referrer.mem_id}, path


def test_the_headers_let_every_page_run_its_scripts_and_allow_nothing_unsafe(site):
    sources = re.search(r"script-src ([^;]*)", headers_of_all(site)["Content-Security-Policy"])
    assert sources
    hashes = set().union(*(script_hashes(page.read_text(encoding="utf-8")) for page in site.rglob("*.html")))
    assert set(sources[1].split()) == {"'self'", "'wasm-unsafe-eval'", *hashes}
    for path in (site / "_headers", *(site / "hosting").iterdir(), *site.rglob("*.html")):
        assert not re.search(r"(?<!'wasm-)unsafe-", path.read_text(encoding="utf-8")), path


def test_only_scripts_that_run_and_stand_in_the_page_are_let_run_by_hash():
    page = '<script src="a.js"></script><script type="application/json">{}</script><p>text</p>'
    assert script_hashes(page) == set()
    empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    assert script_hashes(f"{page}<script></script>") == {empty}
    assert len(script_hashes(f"{page}<script>1</script><script type=module>a<b && '</p>'</script>")) == 2


def test_no_page_has_a_style_or_a_script_in_an_attribute(site):
    for path, page in pages(site).items():
        assert not everywhere(page, "style, base, [style]"), path
        for element in everywhere(page, "*"):
            for name, value in element.attributes.items():
                assert not name.startswith("on"), (path, name)
                assert "javascript:" not in (value or "").lower(), (path, name)


def test_every_answer_has_the_headers_once(site, host):
    wanted = headers_of_all(site)
    assert tuple(sorted(wanted)) == tuple(sorted((*HEADERS, ONLY_HTTPS[0])))
    for path in ("", "check/", "check", "service-worker.js", ".well-known/security.txt", "404.html", *MISSING):
        answer = Answer(host + path)
        assert {name: answer.headers.get_all(name) for name in HEADERS} == {name: [wanted[name]] for name in HEADERS}, (
            path
        )
        assert not answer.headers.get(ONLY_HTTPS[0]), path


def test_pages_and_names_without_a_hash_are_checked_each_time_and_the_others_kept(site, host):
    kept = [path for path in asked(site) if re.fullmatch(KEPT, f"/{path}")]
    assert len(kept) > 8
    for path in asked(site):
        answer = Answer(host + path)
        assert answer.headers.get_all("Cache-Control") == [FOREVER if path in kept else FRESH], path


def test_what_is_not_there_says_whom_to_call_and_is_not_kept(host):
    for path in MISSING:
        answer = Answer(host + path)
        assert answer.status == 404, path
        assert answer.headers.get_all("Cache-Control") == [FRESH], path
        assert answer.headers.get_all("Content-Type") == ["text/html; charset=utf-8"], path
        assert b'href="tel:999"' in answer.body, path


def test_a_page_is_sent_again_only_when_it_has_changed(host):
    first = Answer(host, **{"Accept-Encoding": "gzip"})
    tag = first.headers["ETag"]
    again = Answer(host, **{"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")


def test_a_folder_without_its_slash_leads_to_the_page_on_the_same_host(host):
    asked_of = urlsplit(host)
    connection = HTTPConnection(asked_of.hostname or "", asked_of.port)
    connection.request("GET", "/check")
    answer = connection.getresponse()
    connection.close()
    assert answer.status in (301, 308)
    assert answer.headers["Location"] == "/check/"


def test_types_are_those_that_browsers_insist_on(site, host):
    met = set()
    for path in asked(site):
        wanted = WANTED_TYPES.get(Path(path).suffix)
        if wanted:
            met.add(Path(path).suffix)
            assert Answer(host + path).headers.get_all("Content-Type") == [wanted], path
    assert met == set(WANTED_TYPES)


@pytest.mark.parametrize(("accepted", "sent"), [("gzip", "gzip"), ("gzip, br", "br"), ("identity", None)])
def test_what_is_large_is_sent_compressed_and_arrives_whole(site, host, accepted, sent):
    for path in asked(site):
        content = (site / path).read_bytes()
        answer = Answer(host + path, **{"Accept-Encoding": accepted})
        encoding = answer.headers["Content-Encoding"]
        if worth_it(site / path):
            assert encoding == sent, path
            assert encoding is None or "Accept-Encoding" in answer.headers["Vary"], path
        assert DECODED[encoding](answer.body) == content, path
        assert accepted == "identity" or path == ZIP or len(answer.body) < 5_000_000, path


def test_netlify_and_cloudflare_are_told_what_nginx_sends(site):
    with nginx(site) as served:
        for path in asked(site):
            sent = Answer(served.base + path).headers
            told = ruled(site, path.removesuffix("index.html"))
            names = [name for name, _ in told]
            assert len(names) == len(set(names)), path
            assert set(told) == {
                *((name, sent[name]) for name in HEADERS),
                *((name, sent[name]) for name in ("Cache-Control", "Content-Type") if sent["Cache-Control"] == FOREVER),
                ONLY_HTTPS,
            }, path


def test_netlify_and_cloudflare_can_read_their_file(site):
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) < 2000
    assert 5 < len(rules(site)) < 100
    assert [rule for rule, _ in rules(site) if "*" in rule or ":" in rule] == ["/*"]
    assert all((site / rule[1:]).is_file() for rule, _ in rules(site)[1:])


def test_the_local_server_sends_the_same_headers(site, base):
    answer = Answer(base)
    for name in HEADERS:
        assert answer.headers.get_all(name) == [headers_of_all(site)[name]]


def test_a_folder_that_is_not_built_has_no_headers_yet(tmp_path):
    assert headers_of_all(tmp_path) == {}


def test_two_builds_are_the_same_bytes(site, tmp_path):
    again = build(tmp_path / "site")
    first = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    second = {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()}
    assert [str(path) for path in first.keys() | second.keys() if first.get(path) != second.get(path)] == []


def test_only_what_is_large_is_compressed_and_it_names_no_time(site):
    for path in asked(site):
        beside = [site / f"{path}{suffix}" for suffix in (".br", ".gz")]
        wanted = worth_it(site / path)
        assert [each.is_file() for each in beside if wanted] == [True, True][: 2 * wanted], path
    assert (site / "index.html.gz").read_bytes()[3:8] == bytes(5)


def test_what_is_compressed_already_is_left(tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes(b"words " * 1000)
    (tmp_path / "page.html.br").write_bytes(b"made before")
    compress(page, QUICKLY)
    assert (tmp_path / "page.html.br").read_bytes() == b"made before"
    assert gzip.decompress((tmp_path / "page.html.gz").read_bytes()) == page.read_bytes()


MADE = datetime.fromtimestamp(1795435200, UTC)


def test_nobody_is_invented_to_tell_of_a_fault(site):
    told = (site / ".well-known/security.txt").read_text(encoding="utf-8")
    assert bool(re.search(r"^Contact: ", told, re.MULTILINE)) == bool(SETTINGS["security_contact"])
    text = security_txt({"security_contact": ""}, MADE, "https://council.example/")
    assert all(line.startswith("#") for line in text.splitlines())
    assert text


def test_who_is_named_to_tell_of_a_fault_is_said_for_a_year():
    settings = {"security_contact": "mailto:security@council.example"}
    fields = dict(line.split(": ", 1) for line in security_txt(settings, MADE, "https://council.example/").splitlines())
    assert fields == {
        "Contact": "mailto:security@council.example",
        "Expires": "2027-11-23T00:00:00Z",
        "Preferred-Languages": "en",
        "Canonical": "https://council.example/.well-known/security.txt",
    }
    assert datetime.fromisoformat(fields["Expires"]) > MADE
    assert "Canonical" not in security_txt(settings, MADE, "")


@pytest.mark.parametrize("address", ["", "https://council.example/hsb/"])
def test_a_release_is_refused_while_the_address_of_the_site_is_not_given(monkeypatch, address):
    """Its page for what is not found is sent for every address: no link of it can begin at its own folder."""
    monkeypatch.setattr("overrides.build.site_address", lambda _: address)
    assert any("site_url" in problem for problem in release_problems()) == (not address)


@pytest.mark.parametrize("contact", ["", "mailto:security@council.example"])
def test_a_release_is_refused_while_nobody_is_named_to_tell_of_a_fault(monkeypatch, contact):
    monkeypatch.setattr("overrides.build.read_settings", lambda _: {**SETTINGS, "security_contact": contact})
    assert any("security_contact" in problem for problem in release_problems()) == (not contact)


@pytest.mark.parametrize(
    "contact", ["security@council.example", "http://council.example", "https://", "mailto:", 5, None]
)
def test_an_address_that_is_none_is_told_with_everything_else(contact):
    found = problems(ROOT / "docs", {**SETTINGS, "security_contact": contact, "approved_wording": ["no-such-part"]})
    assert len([problem for problem in found if "security_contact" in problem]) == 1
    assert len([problem for problem in found if "approved_wording" in problem]) == 1


@pytest.mark.parametrize("contact", ["", "mailto:security@council.example", "https://council.example/tell-us"])
def test_an_address_or_none_is_accepted(contact):
    assert problems(ROOT / "docs", {**SETTINGS, "security_contact": contact}) == []
