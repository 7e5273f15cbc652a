"""Search form: the page where one searches, and that of words not found; they need no theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.model.kinds import with_pages
from senrei.publish.page import Page
from senrei.publish.search.zones import ZONES

if TYPE_CHECKING:
    from senrei.model.catalog import Catalog
    from senrei.publish.rendering import Renderer

SEARCH = "search/index.html"
LOG = "search/log/index.html"


def search_form(catalog: Catalog, renderer: Renderer) -> Page:
    """Return the search page."""
    zones = sorted(
        (zone for zone in ZONES if zone.id not in {"other", "near"}), key=lambda zone: -zone.weight
    )
    kinds = tuple(with_pages(catalog.kinds))
    body = renderer.render("search.html", SEARCH, zones=zones, kinds=kinds)
    hidden = ("navigation", "toc")
    told = "言葉と条件で先例を探します"
    return Page(SEARCH, "検索", body, told, hidden=hidden, is_searched=False)


def search_log(renderer: Renderer) -> Page:
    """Return the page of words that were not found well, which the browser alone fills."""
    body = renderer.render("search_log.html", LOG)
    told = "このブラウザーの中だけにあります"
    return Page(LOG, "見つからなかった言葉の控え", body, told, is_searched=False)
