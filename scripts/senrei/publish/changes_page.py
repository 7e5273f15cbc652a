"""The page of recent changes: what changed in the records, when and why, as Git tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from senrei.model.catalog import Catalog
    from senrei.model.history import Change, ChangeOfFiles, History
    from senrei.model.use import Key
    from senrei.publish.rendering import Renderer

    TouchedFile = tuple[str, str, Key | None]  # its name, how, the record that it is alone
    Row = tuple[Change, tuple[TouchedFile, ...], int]  # the change, its files, how many more

PATH = "changes/index.html"
_MOST_CHANGES = 50
_MOST_FILES = 12
_WORDS = {"A": "追加", "D": "削除"}


def changes_page(catalog: Catalog, history: History, renderer: Renderer) -> Page:
    """Return the page of all changes; without a history it says so."""
    alone = dict(_records_alone(catalog))
    rows = tuple(_row(change, alone) for change in history.changes[:_MOST_CHANGES])
    body = renderer.render(
        "changes.html", PATH, rows=rows, further=max(len(history.changes) - _MOST_CHANGES, 0)
    )
    return Page(PATH, "最近の変更", body, "記録の最近の変更の一覧")


def _records_alone(catalog: Catalog) -> Iterator[tuple[str, Key]]:
    """Yield the record of each file that holds one record with a page of its own."""
    for (kind, entry_id), name in catalog.files.items():
        if catalog.kinds[kind].segment and name.rsplit("/", 1)[-1] == f"{entry_id}.yml":
            yield name, (kind, entry_id)


def _row(change: ChangeOfFiles, alone: Mapping[str, Key]) -> Row:
    touched = tuple(
        (name, _WORDS.get(how, "変更"), alone.get(name)) for how, name in change.files[:_MOST_FILES]
    )
    return change.change, touched, max(len(change.files) - _MOST_FILES, 0)
