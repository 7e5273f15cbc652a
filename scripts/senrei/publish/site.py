"""Site: everything that is generated from the records, as pages and files in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.model.history import History
from senrei.publish.address import redirects
from senrei.publish.case_page import case_page
from senrei.publish.changes_page import changes_page
from senrei.publish.compare_pages import compare_pages
from senrei.publish.index_pages import index_pages
from senrei.publish.open_data import open_data
from senrei.publish.overview_pages import overview_pages
from senrei.publish.rendering import Renderer
from senrei.publish.rules_page import rules_page
from senrei.publish.site_model import SiteModel
from senrei.publish.system_pages import system_pages

if TYPE_CHECKING:
    from senrei.model.catalog import Catalog
    from senrei.publish.page import Page
    from senrei.source.schema import Schemas


@dataclass(frozen=True)
class Site:
    """The generated part of the site: pages, other files by their path, and what they show."""

    model: SiteModel
    pages: tuple[Page, ...]
    files: tuple[tuple[str, str], ...]


def make_site(
    catalog: Catalog,
    schemas: Schemas,
    edit_base: str | None,
    history: History | None = None,
    *,
    has_figures: bool = False,
) -> Site:
    """Generate all pages and the open data.

    `edit_base` is the address below which a record can be changed, ending in a slash; None where
    the site stands alone: then records are only shown. `history` tells when they changed.
    With `has_figures` the pages link the figure files, which somebody else writes.
    """
    model = SiteModel(catalog)
    history = history or History()
    renderer = Renderer(catalog, history, has_figures=has_figures)
    pages = (
        *overview_pages(model, schemas, renderer),
        rules_page(renderer),
        *(
            case_page(view, renderer, edit_base, model.neighbours[case])
            for case, view in model.views.items()
        ),
        *index_pages(model, renderer),
        *system_pages(model, renderer),
        *compare_pages(model, renderer),
        changes_page(catalog, history, renderer),
    )
    return Site(model, pages, (*open_data(model, schemas), *redirects(catalog)))
