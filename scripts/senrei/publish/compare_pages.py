"""Compare pages: two cases side by side, with their overviews in one layout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from flowpicture import legend_counts, overview_pair_svgs
from senrei.publish.address import comparison_path, section_of
from senrei.publish.case_card import case_cards
from senrei.publish.comparison import shared
from senrei.publish.flow_figure import flow_picture
from senrei.publish.key_facts import key_facts
from senrei.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowpicture import Picture
    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.links import Links
    from senrei.publish.comparison import Neighbour
    from senrei.publish.rendering import Renderer

COMPARE = "compare/index.html"


def compare_pages(
    catalog: Catalog, links: Links, near: dict[str, tuple[Neighbour, ...]], renderer: Renderer
) -> Iterator[Page]:
    """Make the page that leads to the comparisons, and one for each pair of neighbours."""
    body = renderer.render("compare_list.html", COMPARE, near=near, whole=len(catalog.cases))
    yield Page(
        COMPARE,
        "案件を比べる",
        body,
        "二つの案件を並べて比べる",
        hidden=("navigation",),
        is_searched=False,
    )
    pairs = dict.fromkeys(neighbour.pair for found in near.values() for neighbour in found)
    for pair in pairs:
        yield _compare_page(pair, catalog, links, renderer)


def _compare_page(
    pair: tuple[str, str], catalog: Catalog, links: Links, renderer: Renderer
) -> Page:
    path = comparison_path(pair)
    cases = catalog.cases[pair[0]], catalog.cases[pair[1]]
    facts = [tuple(key_facts(case, catalog, path)) for case in cases]
    pictures = [
        _picture(case, f"flow-{side}", catalog, path)
        for side, case in zip("ab", cases, strict=True)
    ]
    body = renderer.render(
        "compare.html",
        path,
        cases=cases,
        cards=case_cards(catalog, pair),
        facts=tuple(zip(*facts, strict=True)),
        pair=_pair(pictures),
        counts=tuple(_counts(pictures)),
        shared=tuple(shared(*pair, links)),
        section=section_of,
    )
    title = f"{cases[0].label}と{cases[1].label}"
    return Page(
        path,
        title,
        body,
        f"二つの案件を並べて比べる：{title}",
        parent=COMPARE,
        is_searched=False,
        hidden=("navigation", "toc"),
    )


def _picture(case: Case, uid: str, catalog: Catalog, path: str) -> Picture | None:
    if case.data_flow is None:
        return None
    return replace(flow_picture(case, case.data_flow, catalog, path), uid=uid)


def _pair(pictures: list[Picture | None]) -> tuple[Markup, Markup] | None:
    """Draw both overviews, if both cases record their flow of data."""
    one, other = pictures
    if one is None or other is None:
        return None
    first, second = overview_pair_svgs(one, other)
    # The writer builds its text from an element tree, so the markup is sound.
    return Markup(first), Markup(second)  # noqa: S704


def _counts(pictures: list[Picture | None]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give the key figures of both flows: number of steps, and of what their legends count."""
    told = [_figures(picture) if picture else {} for picture in pictures]
    for label in dict.fromkeys(label for figures in told for label in figures):
        one, other = (
            figures.get(label, "0件") if picture else ""
            for figures, picture in zip(told, pictures, strict=True)
        )
        yield label, (one, other)


def _figures(picture: Picture) -> dict[str, str]:
    figures = {"手順": f"{len(picture.steps)}件"}
    for entry in legend_counts(picture):
        figures[entry.label] = entry.text.removeprefix(entry.label).strip()
    return figures
