"""Timeline figure: the lineage of a case or of a system, drawn over the eras."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from flowpicture import Era, Moment, Track, timeline_svgs
from senrei.model.dates import eras_between
from senrei.publish.address import page_path, relative

if TYPE_CHECKING:
    from senrei.model.catalog import Catalog
    from senrei.model.lineage import Event, LineageTrack

_ERAS = tuple(Era(*era) for era in eras_between(dt.date.min, dt.date.max))
TABLE = "lineage-table"  # the id of the table that says the same as the picture


@dataclass(frozen=True)
class TimelineFigure:
    """The timeline in both widths, and one line that says what it shows."""

    wide: Markup
    phone: Markup
    caption: str


def timeline_figure(
    tracks: tuple[LineageTrack, ...], title: str, path: str, catalog: Catalog, table: str = TABLE
) -> TimelineFigure | None:
    """Return tracks drawn for the page at a path; None where they hold fewer than two events."""
    events = [event for track in tracks for event in track.events]
    if len(events) < 2:  # noqa: PLR2004 - one dot is no lineage
        return None
    drawn = tuple(_track(track, path, catalog) for track in tracks)
    words = _caption(events)
    wide, phone = timeline_svgs(drawn, _ERAS, title, words, table)
    # The writer builds its text from an element tree, so the markup is sound.
    return TimelineFigure(Markup(wide), Markup(phone), words)  # noqa: S704


def _track(track: LineageTrack, path: str, catalog: Catalog) -> Track:
    href = relative(path, page_path(catalog.kinds["case"], track.case)) if track.case else None
    return Track(track.label, tuple(_moment(event, path, catalog) for event in track.events), href)


def _moment(event: Event, path: str, catalog: Catalog) -> Moment:
    date = event.date
    target = page_path(catalog.kinds["case"], event.case) if event.case else path
    return Moment(
        date.first_day,
        date.last_day,
        f"{date.in_era} {event.word}".strip(),
        is_recorded=event.case is not None,
        href=None if target == path else relative(path, target),
    )


def _caption(events: list[Event]) -> str:
    cited = sum(event.case is None for event in events)
    oldest, newest = (
        pick(events, key=lambda event: event.date.first_day).date.in_era for pick in (min, max)
    )
    cases = len({event.case for event in events if event.case})
    if not cited and cases == 1:
        return f"{oldest}から{newest}まで。日付のある手続は{len(events)}件です。"
    return (
        f"{oldest}から{newest}まで。この集にある案件は{cases}件、"
        f"資料が触れているだけの答申などは{cited}件です。"
    )
