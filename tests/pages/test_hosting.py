"""What a host serves: asked of nginx, Caddy and Apache, each with the file that is shipped for it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import brotli
import pytest
from apache import apache
from caddy import caddy
from chosen import DOCS, EDITION, SETTINGS, edition_with
from markup import Page, everywhere, inside, pages
from nginx import nginx
from pages.wording import problems

from overrides.build import build
from overrides.editions.matters import release_problems
from overrides.hosting.compression import QUICKLY, compress, worth_it
from overrides.hosting.listing import folder_of, listing, robots_txt
from overrides.hosting.prepare import prepare
from overrides.hosting.security import content_policy, script_hashes, security_headers, security_txt
from overrides.hosting.servers import headers_of_all
from overrides.hosting.told import FOREVER, FRESH, ONLY_HTTPS
from overrides.offline.keeping import ZIP

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
MADE = datetime.fromtimestamp(1795435200, UTC)
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


@contextmanager
def by_nginx(site: Path) -> Iterator[str]:
    with nginx(site) as served:
        yield served.base


@contextmanager
def by_apache(site: Path) -> Iterator[str]:
    """Its file says where the site lies on its host."""
    with apache(site, folder_of(EDITION.address)) as address:
        yield address


@pytest.fixture(scope="module", params=[by_nginx, caddy, by_apache], ids=["nginx", "caddy", "apache"])
def host(site, request):
    with request.param(site) as address:
        yield address


def inline_scripts(page: Page) -> list[str]:
    """The text of each script that stands in a page and runs."""
    return [script.text() for script in page.css("script:not([src]):not([type='application/json'])")]


def asked(site: Path) -> list[str]:
    """Every path that a browser may ask for; the files for hosts are no reader's, and some hosts hide their own."""
    files = [path for path in site.rglob("*") if path.is_file() and path.suffix not in {".br", ".gz"}]
    paths = sorted(path.relative_to(site).as_posix() for path in files)
    return [path for path in paths if not path.startswith((".htaccess", "_headers", "hosting/"))]


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


def test_a_folder_without_its_slash_leads_to_the_page_on_the_same_host(host, request):
    asked_of = urlsplit(host)
    connection = HTTPConnection(asked_of.hostname or "", asked_of.port)
    connection.request("GET", f"{asked_of.path}check")
    answer = connection.getresponse()
    connection.close()
    assert answer.status in (301, 308)
    named = (
        host if "apache" in request.node.name else asked_of.path
    )  # Apache always names the host, as it was asked for
    assert answer.headers["Location"] == f"{named}check/"


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
        encoding, kind = answer.headers["Content-Encoding"], WANTED_TYPES.get(Path(path).suffix)
        assert kind in {None, *answer.headers.get_all("Content-Type")}, path
        if worth_it(site / path):
            assert encoding == sent, path
            assert encoding is None or "Accept-Encoding" in answer.headers["Vary"], path
        assert DECODED[encoding](answer.body) == content, path
        assert accepted == "identity" or path == ZIP or len(answer.body) < 5_000_000, path


@pytest.fixture(scope="module")
def under_a_path(site, tmp_path_factory):
    """The site as it is for an address that is not the root of its host."""
    folder = tmp_path_factory.mktemp("under") / "site"
    shutil.copytree(site, folder)
    prepare(folder, SETTINGS, MADE, "https://council.example/a/hsb/")
    return folder


def test_apache_serves_the_site_under_a_path_as_it_does_at_the_root(under_a_path):
    wanted = headers_of_all(under_a_path)
    with apache(under_a_path, "/a/hsb/") as address:
        page = Answer(address, **{"Accept-Encoding": "br"})
        assert (page.status, page.headers["Content-Encoding"]) == (200, "br")
        assert brotli.decompress(page.body) == (under_a_path / "index.html").read_bytes()
        assert page.headers.get_all("Cache-Control") == [FRESH]
        (kept,) = under_a_path.glob("assets/page.*.js")
        assert Answer(f"{address}assets/{kept.name}").headers.get_all("Cache-Control") == [FOREVER]
        for path in MISSING:
            missing = Answer(address + path)
            assert (missing.status, missing.body) == (404, (under_a_path / "404.html").read_bytes()), path
            assert {name: missing.headers.get_all(name) for name in HEADERS} == {
                name: [wanted[name]] for name in HEADERS
            }


def test_apache_lists_no_folder_and_sends_its_own_file_to_nobody(site):
    with apache(site, folder_of(EDITION.address)) as address:
        assert [Answer(address + path).status for path in ("assets/", "schemas/", "hosting/")] == [404, 404, 404]
        assert Answer(f"{address}.htaccess").body == (site / "404.html").read_bytes()


@pytest.mark.parametrize(
    ("address", "published", "told"),
    [
        ("https://council.example/", False, "User-agent: *\nDisallow: /\n"),
        ("https://council.example/hsb/", False, "User-agent: *\nDisallow: /hsb/\n"),
        (
            "https://council.example/hsb",
            True,
            "User-agent: *\nDisallow:\n\nSitemap: https://council.example/hsb/sitemap.xml\n",
        ),
    ],
)
def test_search_engines_are_kept_from_a_draft_and_led_to_the_pages_of_a_published_site(
    tmp_path, address, published, told
):
    settings = {"publisher": {"published": published}}
    maps = [tmp_path / name for name in ("sitemap.xml", "sitemap.xml.gz")]
    for path in maps:
        path.touch()
    listing(tmp_path, settings, address)
    assert (tmp_path / "robots.txt").read_text(encoding="utf-8") == told == robots_txt(settings, address)
    assert [path.exists() for path in maps] == [published, published]


def test_a_site_without_an_address_has_nothing_for_search_engines(tmp_path):
    (tmp_path / "sitemap.xml").touch()
    listing(tmp_path, {"publisher": {"published": True}}, "")
    assert list(tmp_path.iterdir()) == []


def test_the_site_tells_search_engines_what_its_address_allows(site):
    address = EDITION.address
    assert (site / "robots.txt").exists() == bool(address)
    assert (site / "sitemap.xml").exists() == bool(address and SETTINGS["publisher"]["published"])


@pytest.mark.parametrize(
    ("address", "folder"),
    [("", "/"), ("https://council.example", "/"), ("https://council.example/a/hsb", "/a/hsb/")],
)
def test_the_folder_of_an_address_goes_from_slash_to_slash(address, folder):
    assert folder_of(address) == folder


@pytest.mark.parametrize(
    ("embed_in", "around"),
    [
        ([], "frame-ancestors 'none'"),
        (
            ["https://www.council.example", "https://intranet.council.example:8443"],
            "frame-ancestors https://www.council.example https://intranet.council.example:8443",
        ),
    ],
)
def test_nobody_shows_the_site_within_their_own_pages_unless_the_settings_name_them(embed_in, around):
    assert problems(DOCS, {**SETTINGS, "embed_in": embed_in}) == []
    assert security_headers([], embed_in)["Content-Security-Policy"].split("; ")[-1] == around


def test_every_host_is_told_who_may_show_the_site_within_their_own_pages(under_a_path):
    named = {**SETTINGS, "embed_in": ["https://www.council.example"]}
    prepare(under_a_path, named, MADE, "https://council.example/a/hsb/")
    for path in (".htaccess", "_headers", "hosting/nginx.conf", "hosting/Caddyfile"):
        assert "; frame-ancestors https://www.council.example" in (under_a_path / path).read_text("utf-8"), path


@pytest.mark.parametrize(
    "origin",
    [
        "http://www.council.example",
        "https://www.council.example/",
        "https://*.council.example",
        "*",
        "'self'",
        "https:",
        5,
    ],
)
def test_a_site_that_may_show_this_one_is_named_by_its_whole_address(origin):
    found = problems(DOCS, {**SETTINGS, "embed_in": [origin]})
    assert len([problem for problem in found if "embed_in" in problem]) == len(found) == 1


def test_sites_that_may_show_this_one_are_a_list():
    found = problems(DOCS, {**SETTINGS, "embed_in": "https://www.council.example"})
    assert len([problem for problem in found if "embed_in" in problem]) == len(found) == 1


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
    again = build(tmp_path / "site", edition=EDITION)
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
def test_a_release_is_refused_while_the_address_of_the_site_is_not_given(address):
    """Its page for what is not found is sent for every address: no link of it can begin at its own folder."""
    found = release_problems(edition_with(address))
    assert any("site_url" in problem for problem in found) == (not address)


@pytest.mark.parametrize("contact", ["", "mailto:security@council.example"])
def test_a_release_is_refused_while_nobody_is_named_to_tell_of_a_fault(contact):
    found = release_problems(edition_with(security_contact=contact))
    assert any("security_contact" in problem for problem in found) == (not contact)


@pytest.mark.parametrize(
    "contact", ["security@council.example", "http://council.example", "https://", "mailto:", 5, None]
)
def test_an_address_that_is_none_is_told_with_everything_else(contact):
    found = problems(DOCS, {**SETTINGS, "security_contact": contact, "approved_wording": ["no-such-part"]})
    assert len([problem for problem in found if "security_contact" in problem]) == 1
    assert len([problem for problem in found if "approved_wording" in problem]) == 1


@pytest.mark.parametrize("contact", ["", "mailto:security@council.example", "https://council.example/tell-us"])
def test_an_address_or_none_is_accepted(contact):
    assert problems(DOCS, {**SETTINGS, "security_contact": contact}) == []
