"""Compare pages: two cases side by side, with their overviews in one layout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from flowpicture import legend_counts, overview_pair_svgs
from senrei.model.links import shared
from senrei.publish.address import comparison_path
from senrei.publish.flow_figure import seen_from
from senrei.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowpicture import Picture
    from senrei.publish.case_view import CaseView
    from senrei.publish.key_facts import Fact
    from senrei.publish.rendering import Renderer
    from senrei.publish.site_model import SiteModel

COMPARE = "compare/index.html"


def compare_pages(model: SiteModel, renderer: Renderer) -> Iterator[Page]:
    """Yield the page that leads to the comparisons, and one for each pair of neighbours."""
    near = model.neighbours
    most = max(map(len, near.values()), default=0)
    body = renderer.render(
        "compare_list.html", COMPARE, near=near, most=most, is_complete=most >= len(near) - 1
    )
    yield Page(
        COMPARE,
        "案件を比べる",
        body,
        "二つの案件を並べて比べる",
        hidden=("navigation",),
        is_searched=False,
    )
    pairs = dict.fromkeys(
        neighbour.pair for neighbours in near.values() for neighbour in neighbours
    )
    for pair in pairs:
        yield _compare_page(pair, model, renderer)


def _facts(views: list[CaseView]) -> tuple[tuple[str, tuple[Fact | None, ...]], ...]:
    """Return each question of the box, with the answers of either case; None where it has none."""
    answers = [{fact.title: fact for fact in view.facts} for view in views]
    titles = dict.fromkeys(
        title for said in sorted(answers, key=len, reverse=True) for title in said
    )
    return tuple((title, tuple(said.get(title) for said in answers)) for title in titles)


def _compare_page(pair: tuple[str, str], model: SiteModel, renderer: Renderer) -> Page:
    path = comparison_path(pair)
    views = [model.views[case] for case in pair]
    cases = [view.case for view in views]
    pictures = [
        replace(seen_from(path, view.picture), uid=f"flow-{side}") if view.picture else None
        for side, view in zip("ab", views, strict=True)
    ]
    body = renderer.render(
        "compare.html",
        path,
        views=views,
        cases=cases,
        facts=_facts(views),
        pair=_pair(pictures),
        counts=tuple(_counts(pictures)),
        shared=tuple(shared(*pair, model.links)),
        kinds=model.catalog.kinds,
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


def _pair(pictures: list[Picture | None]) -> tuple[Markup, Markup] | None:
    """Draw both overviews, if both cases record their flow of data."""
    left, right = pictures
    if left is None or right is None:
        return None
    first, second = overview_pair_svgs(left, right)
    # The writer builds its text from an element tree, so the markup is sound.
    return Markup(first), Markup(second)  # noqa: S704


def _counts(pictures: list[Picture | None]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the key figures of both flows: number of steps, and of what their legends count."""
    told = [_figures(picture) if picture else {} for picture in pictures]
    for label in dict.fromkeys(label for figures in told for label in figures):
        left, right = (
            figures.get(label, "0件") if picture else ""
            for figures, picture in zip(told, pictures, strict=True)
        )
        yield label, (left, right)


def _figures(picture: Picture) -> dict[str, str]:
    figures = {"手順": f"{len(picture.steps)}件"}
    for entry in legend_counts(picture):
        figures[entry.label] = entry.text.removeprefix(entry.label).strip()
    return figures
