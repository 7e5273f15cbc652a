"""Theme box: puts our search behind the search box of the theme."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPTS = "assets/javascripts"
_WORKER = f"{SCRIPTS}/search-worker.js"
_OF_THE_THEME = re.compile(re.escape(SCRIPTS) + r"/workers/search\.[0-9a-f]+\.min\.js")


class WorkerNotReplacedError(Exception):
    """The theme names its search worker in another way than we know."""


def with_own_worker(config: str) -> Markup:
    """Return the settings of a page with our worker instead of the theme's.

    WorkerNotReplacedError where they do not name the theme's worker exactly once.
    """
    replaced, count = _OF_THE_THEME.subn(_WORKER, config)
    if count != 1:
        raise WorkerNotReplacedError(
            f"テーマの検索の部品が {count} か所にあります（1 か所のはずです）。"
            "テーマの版が変わったときは、theme_box.py の書き方を合わせてください。"
        )
    return Markup(replaced)  # noqa: S704 - it was markup before


def has_own_worker(page: str) -> bool:
    """Return whether a page of the built site asks our worker and never the theme's."""
    return _WORKER in page and not _OF_THE_THEME.search(page)


def theme_files() -> Iterator[tuple[str, str]]:
    """Yield the theme's index as paths and texts: without pages, it only wants the settings."""
    settings = {"lang": ["ja"], "separator": "\\s+", "pipeline": [], "fields": {}}
    text = json.dumps({"config": settings, "docs": []})
    yield "search/search_index.json", text
    yield "search/search_index.js", f"var __index = {text}"
