"""Site index: the search index of a whole site, from its pages and the records behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.model.links import Links
from senrei.publish.search.dictionary import dictionary_lines, reading_lines
from senrei.publish.search.facets import make_facets
from senrei.publish.search.folding import load_folding
from senrei.publish.search.index_files import index_files
from senrei.publish.search.search_pages import cases_in_order, search_pages
from senrei.publish.search.theme_box import theme_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.model.catalog import Catalog
    from senrei.publish.page import Page
    from senrei.publish.search.index_files import IndexFile
    from senrei.publish.search.search_pages import PlainPage


def site_index(
    pages: Iterable[Page], plain: Iterable[PlainPage], catalog: Catalog
) -> Iterator[IndexFile]:
    """Give the files of the index of a site."""
    folding = load_folding()
    yield from index_files(
        search_pages(pages, plain, catalog, Links(catalog), folding),
        dictionary_lines(catalog, folding),
        reading_lines(catalog, folding),
        make_facets(cases_in_order(catalog), catalog),
        folding,
    )
    yield from theme_files()
