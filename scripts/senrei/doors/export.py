"""Commands that write what the site is made of, without building it: a door."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import yaml

from senrei.doors.cli import main
from senrei.doors.usage import OUT, ROOT
from senrei.model.check import read_project
from senrei.model.history import read_history
from senrei.publish.figures import STYLE_SHEET, figure_files
from senrei.publish.open_data import open_data
from senrei.publish.site import make_site
from senrei.publish.site_model import SiteModel
from senrei.source.problem import Severity
from senrei.source.schema import load_schemas

if TYPE_CHECKING:
    from collections.abc import Collection

    from senrei.model.loading import LoadedRecords
    from senrei.publish.page import Page


@main.command()
@OUT
@ROOT
def export(out: Path, root: Path) -> None:
    """公開データ（サイトの api/ にある JSON と表）を、サイトを作らずに書き出します。"""
    model = SiteModel(_valid_records(root).catalog)
    _write(out, [*open_data(model, load_schemas(root / "schemas"))])


@main.command()
@OUT
@ROOT
def pages(out: Path, root: Path) -> None:
    """記録から作るページを Markdown のファイルで、公開データと一緒に書き出します。

    ほかの道具でサイトを作るためのものです。手で書いたページ（docs/）は含みません。
    """
    loaded = _valid_records(root)
    schemas = load_schemas(root / "schemas")
    site = make_site(loaded.catalog, schemas, None, read_history(root, loaded))
    files = dict.fromkeys(loaded.catalog.files.values())
    records = [(path, (root / path).read_text("utf-8")) for path in files]
    _write(out, [*map(_markdown, site.pages), *site.files, *records])


@main.command()
@OUT
@ROOT
def figures(out: Path, root: Path) -> None:
    """案件ごとの全体図と手順図、対策と案件の表を、PNG と PDF で書き出します。"""
    style = (root / STYLE_SHEET).read_text(encoding="utf-8")
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    model = SiteModel(read_project(root).catalog)
    for figure in figure_files(model, style):
        (out / PurePosixPath(figure.path).name).write_bytes(figure.content())
        count += 1
    print(f"{count} 件の図を {out} に書きました", file=sys.stderr)


def _markdown(page: Page) -> tuple[str, str]:
    front: Any = yaml.safe_dump(page.front_matter, allow_unicode=True, sort_keys=False, width=1000)
    body = f"<div>\n{page.body}\n</div>"  # Markdown leaves all of a block as it is
    return page.source, f"---\n{front}---\n\n{body}\n"


def _valid_records(root: Path) -> LoadedRecords:
    """Read the records; where one has an error, say so and end with 1."""
    loaded = read_project(root)
    if loaded.has_errors:
        for problem in loaded.problems:
            if problem.severity is Severity.ERROR:
                print(problem.as_text(), file=sys.stderr)
        print("記録に誤りがあるため、何も書き出しませんでした。", file=sys.stderr)
        sys.exit(1)
    return loaded


def _write(folder: Path, files: Collection[tuple[str, str]]) -> None:
    """Write files over those of the same name; others are left alone."""
    for path, text in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(files)} 件のファイルを {folder} に書きました。", file=sys.stderr)
