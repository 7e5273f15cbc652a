"""The MkDocs door: checks the records, hands the generated pages over, prepares the search.

It also offers macros to hand-written pages, which opt in with `render_macros: true`.
"""

from __future__ import annotations

import logging
from html import escape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from rjsmin import jsmin  # type: ignore[import-untyped]

from senrei.model.check import read_project
from senrei.model.history import read_history
from senrei.model.kinds import with_pages
from senrei.publish.figures import STYLE_SHEET, FigureFile, figure_files
from senrei.publish.page import Heading, Page
from senrei.publish.search.index_files import IndexFile, site_index
from senrei.publish.search.theme_box import SCRIPTS, has_own_worker, with_own_worker
from senrei.publish.site import Site, make_site
from senrei.source.problem import Severity
from senrei.source.schema import load_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from senrei.model.kinds import Kind
    from senrei.model.loading import LoadedRecords

FIGURE_CACHE = ".cache/figures"
log = logging.getLogger("mkdocs.plugins.senrei")


class SenreiConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say to the plugin."""

    edit_base = Type(str, default="")
    figures = Type(bool, default=False)


class RecordPage(MkDocsPage):
    """A page whose content comes from the records instead of Markdown."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        self.made = made
        super().__init__(escape(made.title), file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Return the frame its front matter, which it shows as it is."""
        self.markdown = ""
        self.meta = self.made.front_matter

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Take the body over as it is."""
        self.content = self.made.body
        self.toc = get_toc(_toc_tokens(self.made.parts.headings))


class SenreiPlugin(BasePlugin[SenreiConfig]):  # type: ignore[no-untyped-call]
    """Generates the pages of the records inside a MkDocs build."""

    site: Site
    """What `on_config`, the first call of a build, made of the records."""

    def __init__(self) -> None:
        self.is_serving = False
        self._records: tuple[Path, ...] = ()
        self._plain: dict[str, Page] = {}

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Remember whether this is a live preview."""
        self.is_serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Read the records anew; a build stops on errors, a preview leaves faulty ones out."""
        root = Path(config.config_file_path).parent
        loaded = read_project(root)
        self._report(loaded)
        self._plain.clear()
        self._records = tuple(root / path for path in sorted(set(loaded.catalog.files.values())))
        schemas = load_schemas(root / "schemas")
        self.site = make_site(
            loaded.catalog,
            schemas,
            self.config.edit_base or None,
            read_history(root, loaded),
            has_figures=self.config.figures,
        )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, the open data and the records themselves; lighten scripts."""
        for file in files:
            if PurePosixPath(file.src_uri).match(f"{SCRIPTS}/*.js"):
                file.content_string = jsmin(file.content_string)
        for made in self.site.pages:
            hidden = InclusionLevel.NOT_IN_NAV
            file = File.generated(config, made.source, content="", inclusion=hidden)
            file.edit_uri = made.record
            file.page = RecordPage(made, file, config)
            files.append(file)
        for path, text in self.site.files:
            files.append(File.generated(config, path, content=text))
        root = Path(config.config_file_path).parent
        for figure in self._figures(root):
            content = kept_content(figure, root / FIGURE_CACHE)
            files.append(File.generated(config, figure.path, content=content))
        for record in self._records:
            name = record.relative_to(root).as_posix()
            files.append(File.generated(config, name, abs_src_path=str(record)))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Hang each generated page below its list, so that breadcrumbs and tabs show the way."""
        for made in self.site.pages:
            if made.parent is None:
                continue
            page = _page_at(files, made.path)
            parent = _page_at(files, made.parent)
            if page is not None and parent is not None:
                page.parent = parent.parent
        return nav

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search index, and put it behind the theme's box."""
        site = Path(config.site_dir)
        for file in self._index():
            target = site / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(file.text, encoding="utf-8")
        home = (site / "index.html").read_text(encoding="utf-8")
        if not has_own_worker(home):
            raise PluginError(
                "検索の欄が、この集の検索につながっていません。"
                "overrides/main.html の config を確かめてください。"
            )

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Let the theme's template put our worker behind its search box."""
        env.filters["own_search_worker"] = with_own_worker
        return env

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Keep what hand-written pages say, for the search."""
        if not isinstance(page, RecordPage):
            self._plain[page.file.dest_uri] = Page(page.file.dest_uri, str(page.title), html)
        return html

    def _index(self) -> Iterator[IndexFile]:
        written = sorted(self._plain.values(), key=lambda page: page.path)
        return site_index((*self.site.pages, *written), self.site.model)

    def _figures(self, root: Path) -> Iterator[FigureFile]:
        if self.config.figures:
            style = (root / STYLE_SHEET).read_text(encoding="utf-8")
            yield from figure_files(self.site.model, style)

    def _report(self, loaded: LoadedRecords) -> None:
        for problem in loaded.problems:
            if problem.severity is Severity.WARNING:
                log.info(problem.as_text())
            elif self.is_serving:
                log.warning(problem.as_text())
            else:
                log.error(problem.as_text())
        if loaded.has_errors and not self.is_serving:
            message = "記録に誤りがあるため、サイトを作りませんでした。前のサイトはそのままです。"
            raise Abort(message)


def define_env(env: Any) -> None:
    """Offer the counts and the kinds of the records to hand-written pages."""
    plugin = env.conf.plugins["senrei"]

    @env.macro  # type: ignore[untyped-decorator]
    def count(kind: str) -> int:
        """How many records of a kind there are, to be called as `count("case")`."""
        return len(plugin.site.model.catalog.of_kind(kind))

    @env.macro  # type: ignore[untyped-decorator]
    def kinds_with_pages() -> tuple[Kind, ...]:
        """Which kinds of records have pages and open data, in their order."""
        return tuple(with_pages(plugin.site.model.catalog.kinds))


def kept_content(figure: FigureFile, folder: Path) -> bytes:
    """Take a figure from a folder of earlier ones, or draw it and leave it there."""
    kept = folder / figure.fingerprint
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        draft = kept.with_suffix(".draft")
        draft.write_bytes(figure.content())
        draft.replace(kept)
    return kept.read_bytes()


def _page_at(files: Files, path: str) -> Any:
    file = files.get_file_from_path(path.removesuffix(".html") + ".md")
    return file.page if file else None


def _toc_tokens(headings: tuple[Heading, ...]) -> list[Any]:
    tokens: list[Any] = []
    for heading in headings:
        token = {
            "level": heading.level,
            "id": heading.anchor,
            "name": escape(heading.text),
            "html": escape(heading.text),
            "children": [],
        }
        deepest = tokens[-1]["children"] if heading.level > 2 and tokens else tokens  # noqa: PLR2004
        deepest.append(token)
    return tokens
