"""Overview pages: home, what is covered, the glossary, the field reference, the search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from senrei.model.coverage import MARKS, covered_meetings
from senrei.model.kinds import with_pages
from senrei.model.vocabulary import ControlTerm
from senrei.publish.address import MATRIX, pdf_path
from senrei.publish.page import Page
from senrei.publish.search.zones import ZONES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.catalog import Catalog
    from senrei.publish.rendering import Renderer
    from senrei.publish.site_model import SiteModel
    from senrei.source.schema import Field, Schemas

    FieldRow = tuple[str, int, Field, tuple[tuple[str, str], ...]]

COVERAGE = "coverage/index.html"
GLOSSARY = "glossary/index.html"
FIELDS = "reference/fields/index.html"
SEARCH = "search/index.html"
LOG = "search/log/index.html"


def overview_pages(model: SiteModel, schemas: Schemas, renderer: Renderer) -> Iterator[Page]:
    """Yield the pages that stand above the records."""
    catalog = model.catalog
    yield _home(model, renderer)
    rows = tuple(covered_meetings(catalog))
    wards = len({row.ward for row in rows})
    body = renderer.render(
        "coverage.html",
        COVERAGE,
        rows=rows,
        wards=wards,
        whole=len(catalog.cases),
        matrix=model.coverage,
        marks=tuple(MARKS.values()),
        matrix_pdf=pdf_path(MATRIX),
        cases=tuple(catalog.cases.values()),
    )
    yield Page(
        COVERAGE,
        "収録範囲",
        body,
        "どの自治体のどの会議を収録しているか、どの対策がどの案件にあるか",
        hidden=("navigation",),
    )
    explained = sorted(
        (kind for kind in catalog.kinds.values() if kind.glossary),
        key=lambda kind: kind.glossary or 0,
    )
    vocabularies = tuple((kind, tuple(catalog.of_kind(kind.id).values())) for kind in explained)
    body = renderer.render("glossary.html", GLOSSARY, vocabularies=vocabularies, links=model.links)
    yield Page(GLOSSARY, "用語", body, "役割・手段・保護などの言葉の説明")
    kinds = tuple((schema, tuple(_fields(schema.fields))) for schema in schemas.by_name.values())
    body = renderer.render("fields.html", FIELDS, kinds=kinds)
    yield Page(FIELDS, "記録の項目", body, "記録に書ける項目の一覧")
    yield from _search(catalog, renderer)


def _search(catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """Yield the search page, and that of words not found well, which the browser alone fills."""
    zones = sorted(
        (zone for zone in ZONES if zone.id not in {"other", "near"}), key=lambda zone: -zone.weight
    )
    kinds = tuple(with_pages(catalog.kinds))
    body = renderer.render("search.html", SEARCH, zones=zones, kinds=kinds)
    hidden = ("navigation", "toc")
    told = "言葉と条件で先例を探します"
    yield Page(SEARCH, "検索", body, told, hidden=hidden, is_searched=False)
    body = renderer.render("search_log.html", LOG)
    told = "このブラウザーの中だけにあります"
    yield Page(LOG, "見つからなかった言葉の控え", body, told, is_searched=False)


def _home(model: SiteModel, renderer: Renderer) -> Page:
    catalog = model.catalog
    kinds = tuple((kind, len(catalog.of_kind(kind.id))) for kind in with_pages(catalog.kinds))
    used_controls = sorted(
        catalog.of(ControlTerm),
        key=lambda control: -len(model.links.cases_using("control", control)),
    )
    body = renderer.render(
        "home.html",
        "index.html",
        kinds=kinds,
        systems=len(model.systems),
        views=tuple(model.views.values()),
        controls=tuple(used_controls[:_FIRST_CONTROLS]),
    )
    return Page(
        "index.html",
        "ホーム",
        body,
        "自治体の審議会などに出された、個人情報の案件の先例集",
        hidden=("navigation", "toc"),
        sort="一覧",
    )


_FIRST_CONTROLS = 8


def _fields(fields: tuple[Field, ...]) -> Iterator[FieldRow]:
    """Yield the fields: name, depth in the record, the field itself, its words with labels."""
    for field in fields:
        named = [step for step in field.path if step != "*"]
        if field.path[-1] == "*":
            continue
        words: dict[str, Any] = dict(field.schema.get("x-labels", {}))
        yield named[-1], len(named) - 1, field, tuple(words.items())
