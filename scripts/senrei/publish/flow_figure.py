"""Flow figure: from a case's record of its data flow to the picture, the table and the words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from markupsafe import Markup

from flowpicture import (
    PHONE,
    WIDE,
    Carrier,
    Change,
    Node,
    Party,
    Picture,
    Step,
    StepRow,
    Version,
    Width,
    Words,
    Zone,
    caption,
    fitting_overview_svg,
    glyph_svg,
    ladder_sheets,
    overview_svg,
    step_rows,
)
from senrei.model.vocabulary import DataItemTerm, MediumTerm, ProtectionTerm
from senrei.publish.address import page_path, relative, system_path

if TYPE_CHECKING:
    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.data_flow import DataFlow, Flow
    from senrei.model.data_flow import Party as FlowParty


_DRAWN_ZONES: tuple[Zone, ...] = get_args(Zone)  # all others stand where other bodies stand
TABLE = "flow-table"  # the id of the table that says the same as the picture


@dataclass(frozen=True)
class FlowFigure:
    """Overview and step ladder in both widths, their caption and the rows of their table.

    A long ladder comes in several parts; `overview_phone` is None where the overview has no room
    on a phone.
    """

    overview: Markup
    overview_phone: Markup | None
    ladder: tuple[Markup, ...]
    ladder_phone: tuple[Markup, ...]
    caption: str
    rows: tuple[StepRow, ...]
    care: str
    """What a step with items that need care is called."""


def flow_figure(picture: Picture, path: str) -> FlowFigure:
    """Return the drawings of a case's data flow for the page at a path."""
    picture = seen_from(path, picture)
    # The writer builds its text from an element tree, so the markup is sound.
    narrow = fitting_overview_svg(picture, PHONE, described_by=TABLE)
    return FlowFigure(
        overview=Markup(overview_svg(picture, WIDE, described_by=TABLE)),  # noqa: S704
        overview_phone=Markup(narrow) if narrow else None,  # noqa: S704
        ladder=_ladder(picture, WIDE),
        ladder_phone=_ladder(picture, PHONE),
        caption=caption(picture),
        rows=step_rows(picture),
        care=picture.words.care,
    )


def _ladder(picture: Picture, width: Width) -> tuple[Markup, ...]:
    sheets = ladder_sheets(picture, width, described_by=TABLE)
    return tuple(Markup(sheet) for sheet in sheets)  # noqa: S704


def flow_glyph(picture: Picture) -> Markup:
    """Return the zone glyph of a case for a card, as SVG."""
    return Markup(glyph_svg(picture))  # noqa: S704


def seen_from(path: str, picture: Picture) -> Picture:
    """Return a picture whose links lead on from the page at a path."""

    def link(target: str | None) -> str | None:
        return relative(path, target) if target else None

    return replace(
        picture,
        parties=tuple(replace(party, href=link(party.href)) for party in picture.parties),
        nodes=tuple(replace(node, href=link(node.href)) for node in picture.nodes),
    )


def flow_picture(case: Case, flow: DataFlow, catalog: Catalog) -> Picture:
    """Return what the picture of a data flow shows; links are paths of the site."""
    return Picture(
        title=case.short_title,
        uid="flow",
        versions=tuple(Version(version.id, version.label) for version in flow.versions),
        parties=tuple(_party(party, case.ward, catalog) for party in flow.parties),
        nodes=tuple(
            Node(
                node.id,
                node.party,
                node.kind,
                node.label,
                system_path(case.ward, node.system) if node.system else None,
                versions=node.versions,
                keeps=node.is_store,
            )
            for node in flow.nodes
        ),
        steps=tuple(_step(step, catalog) for step in flow.flows),
        words=_words(case.ward, catalog),
        note=f"この図のもと：{catalog.word(f'data_flow.origin.{flow.origin}')}",
    )


def _words(ward: str, catalog: Catalog) -> Words:
    carriers: tuple[Carrier, ...] = get_args(Carrier)
    changes: tuple[Change, ...] = get_args(Change)
    return Words(
        carriers=tuple((word, catalog.word(f"terms.carrier.{word}")) for word in carriers),
        changes=tuple((word, catalog.word(f"flows.change.{word}")) for word in changes),
        care="◆慎重に扱う項目",
        unknown="項目の記載なし",
        nothing="個人情報の移動なし",
        manual="手作業",
        inside=catalog.own_word(ward),
    )


def _party(party: FlowParty, ward: str, catalog: Catalog) -> Party:
    href = None
    if party.contractor:
        href = page_path(catalog.kinds["contractor"], party.contractor)
    elif party.department:
        href = page_path(catalog.kinds["department"], party.department)
    zone_label = catalog.word_of(ward, f"parties.zone.{party.zone}")
    zone: Zone = party.zone if party.zone in _DRAWN_ZONES else "other"
    return Party(party.id, zone, zone_label, party.label, href)


def _step(flow: Flow, catalog: Catalog) -> Step:
    terms = [catalog.of(DataItemTerm)[item] for item in flow.items]
    mediums = [catalog.of(MediumTerm)[medium] for medium in flow.medium]
    protection = catalog.of(ProtectionTerm)[flow.encryption]
    return Step(
        number=flow.step,
        source=flow.source,
        target=flow.target,
        act=flow.act,
        items=tuple(term.label for term in terms) if flow.items.is_stated else None,
        carrier=mediums[0].carrier,
        medium_label="・".join(medium.short for medium in mediums),
        lock=protection.lock,
        protection=protection.label,
        sensitive=any(term.sensitivity for term in terms),
        manual=flow.manual,
        phase=flow.phase,
        change=flow.change,
        ends=flow.end is not None,
        versions=flow.versions,
    )
