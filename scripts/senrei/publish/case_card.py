"""Case card: a case as lists show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.publish.flow_figure import flow_glyph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from senrei.model.catalog import Catalog
    from senrei.model.record import Standing


@dataclass(frozen=True)
class CaseCard:
    """The few things that tell one case from another."""

    id: str
    label: str
    ward: str
    agenda: str | None
    act: str
    asked: str
    regime: str
    regime_label: str
    matter_types: tuple[str, ...]
    glyph: Markup | None
    standing: Standing | None


def case_cards(catalog: Catalog, case_ids: Iterable[str]) -> tuple[CaseCard, ...]:
    """Make the cards of some cases."""
    return tuple(
        CaseCard(
            id=case.id,
            label=case.label,
            ward=case.ward,
            agenda=case.agenda_as_written,
            act=catalog.word(f"act.{case.act}"),
            asked=case.brief.asked,
            regime=case.legal_regime,
            regime_label=catalog.word(f"legal_regime.{case.legal_regime}").partition("（")[0],
            matter_types=tuple(
                dict.fromkeys(catalog.label("matter-type", matter.type) for matter in case.matters)
            ),
            glyph=flow_glyph(case, catalog),
            standing=case.standing,
        )
        for case in (catalog.cases[case_id] for case_id in case_ids)
    )
