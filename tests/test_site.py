"""The instructor's site: it builds without a warning, and every link leads somewhere."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

from course.classroom import notebooks
from test_release import REGION, release, source

ROOT = notebooks.SOURCE.parent
TEXTS = sorted((ROOT / "docs").glob("*.md"))
ASSIGNMENTS = notebooks.assignments()

Pages = dict[str, BeautifulSoup]
"""By path on the site, such as "docs/plan.html"."""


def sphinx(builder: str, to: Path) -> None:
    """Build the site, or check its links, with every warning an error."""
    options = ["--builder", builder, "--conf-dir", "docs", "--doctree-dir", f"{to}.doctrees"]
    options += ["--fail-on-warning", "--nitpicky", "--keep-going", "--fresh-env"]
    command = [sys.executable, "-m", "sphinx", *options, ".", str(to)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    sphinx("html", folder)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in sorted(site.rglob("*.html"))
        if "_static" not in path.parts  # where the theme keeps templates of its own
    }


def notebook_page(pages: Pages, assignment: str) -> BeautifulSoup:
    return pages[f"release/{assignment}/{assignment}.html"]


def addresses(page: BeautifulSoup) -> Iterator[str]:
    """What ``page`` links to, shows and loads."""
    for tag in page.find_all(True):
        yield from (tag[name] for name in ("href", "src") if tag.get(name))


def addresses_in(text: Path) -> Iterator[str]:
    """What a Markdown file links to and shows."""
    for block in MarkdownIt("gfm-like", {"linkify": False}).parse(text.read_text("utf-8")):
        for token in block.children or ():
            yield from (token.attrs[name] for name in ("href", "src") if name in token.attrs)


def headings(text: Path) -> set[str]:
    """The anchors of a Markdown file, as code hosts make them."""
    parsed = MarkdownIt().use(anchors_plugin, max_level=6).parse(text.read_text("utf-8"))
    return {token.attrs["id"] for token in parsed if token.type == "heading_open"}


@pytest.mark.slow
class TestTheSite:
    def test_every_text_and_every_released_notebook_is_a_page(self, pages: Pages) -> None:
        assert {f"docs/{text.stem}.html" for text in TEXTS} <= pages.keys()
        assert {f"release/{name}/{name}.html" for name in ASSIGNMENTS} <= pages.keys()

    def test_every_link_leads_somewhere(self, site: Path, pages: Pages) -> None:
        ids = {site / name: {t["id"] for t in p.find_all(id=True)} for name, p in pages.items()}
        for name, page in pages.items():
            for address in addresses(page):
                link = urlsplit(address)
                if link.scheme:
                    continue
                target = (site / name).parent / unquote(link.path) if link.path else site / name
                assert target.is_file(), f"{name}: {address}"
                anchor = unquote(link.fragment)
                assert not anchor or anchor in ids[target.resolve()], f"{name}: {address}"

    def test_every_page_has_a_title_and_every_picture_says_what_it_shows(
        self, pages: Pages
    ) -> None:
        for name, page in pages.items():
            assert page.title.get_text(strip=True) and page.h1.get_text(strip=True), name
            for picture in page.find_all("img"):
                assert picture.get("alt", "").strip(), f"{name}: {picture}"

    @pytest.mark.parametrize("assignment", ASSIGNMENTS)
    def test_no_solution_and_no_hidden_test_is_published(
        self, pages: Pages, assignment: str
    ) -> None:
        shown = notebook_page(pages, assignment).get_text()
        given = "\n".join(cell.source for cell in release(assignment).cells)
        assert "from course.check import" in shown
        for cell in source(assignment).cells:
            for _, secret in REGION.findall(cell.source):
                for line in map(str.strip, secret.splitlines()):
                    assert len(line) < 6 or line in given or line not in shown

    def test_nothing_but_pages_is_published(self, site: Path) -> None:
        published = {path.suffix for path in site.rglob("*") if "_static" not in path.parts}
        assert published <= {"", ".html", ".js", ".inv", ".png", ".svg", ".buildinfo"}

    def test_it_can_be_read_without_a_network(self, pages: Pages) -> None:
        for name, page in pages.items():
            for tag in page.find_all(["script", "img", "link", "iframe"]):
                assert not urlsplit(tag.get("src") or tag.get("href") or "").netloc, (
                    f"{name}: {tag}"
                )

    @pytest.mark.parametrize("assignment", ASSIGNMENTS)
    def test_hints_are_folded(self, pages: Pages, assignment: str) -> None:
        hints = notebook_page(pages, assignment).find_all("details")
        given = "\n".join(cell.source for cell in release(assignment).cells)
        assert len(hints) == given.count("<details>") > 0
        assert not any(hint.has_attr("open") for hint in hints)


@pytest.mark.slow
def test_every_link_to_another_site_is_answered(tmp_path: Path) -> None:
    try:
        socket.create_connection(("nbgrader.readthedocs.io", 443), timeout=5).close()
    except OSError:
        pytest.skip("no network: links to other sites were not checked")
    sphinx("linkcheck", tmp_path / "links")


@pytest.mark.parametrize("text", [*sorted(ROOT.glob("*.md")), *TEXTS], ids=lambda text: text.name)
def test_every_link_in_the_repository_leads_somewhere(text: Path) -> None:
    for address in addresses_in(text):
        link = urlsplit(address)
        if not link.scheme:
            target = text.parent / unquote(link.path) if link.path else text
            assert target.exists(), address
            assert not link.fragment or link.fragment in headings(target), address
