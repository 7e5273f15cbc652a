"""Rules about dates: they exist, say what is written, stand in order, and fit the regime."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from senrei.model.dates import Date, Precision, day_in_era, read_date, western_values
from senrei.model.lineage import act_date
from senrei.model.organisations import Law, Meeting
from senrei.model.rules.finding import Finding, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.source.yaml_text import Document, Pointer

_VALUE = re.compile(r"(?:FY)?[0-9]{4}(?:-[0-9]{2}){0,2}")
_BEFORE_THE_MEETING = {"council_letter", "request_letter"}
_ACT_BEGINS = "2023-04-01"


def dates_are_valid(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with any date of a record, whatever else is."""
    for pointer, date in _dates(document):
        if not _VALUE.fullmatch(date.value):
            continue  # the schema says so
        if not date.is_in_calendar:
            message = (
                f"「{date.value}」という日は暦にありません。資料の日付を確かめ、"
                '例「value: "2022-07-13"」のように書いてください。'
            )
            yield Finding((*pointer, "value"), "date", message)
            continue
        written = read_date(date.as_written)
        if written is None:
            continue
        if written.fault:
            message = (
                f"「{date.as_written}」は正しい日付ではありません（{written.fault}）。"
                f"{_right(date)}資料を見て書き直してください。"
            )
            yield Finding((*pointer, "as_written"), "date", message)
        elif not written.agrees_with(date):
            said = next(western_values(date.as_written), None)
            guess = f'「value: "{said}"」ではありませんか。' if said else ""
            message = (
                f"value の「{date.value}」と as_written の「{date.as_written}」が合いません。"
                f"{guess}資料を見て、違っている方を直してください。"
            )
            yield Finding((*pointer, "value"), "date", message)


def _right(date: Date) -> str:
    """Return a sentence on how the western value is written in its era; empty for a mere year."""
    if date.precision not in {Precision.DAY, Precision.MONTH}:
        return ""
    written = day_in_era(date.first_day)
    if date.precision is Precision.MONTH:
        written = written[: written.index("月") + 1]
    return f"{date.value} なら「{written}」です。"


def _dates(document: Document) -> Iterator[tuple[Pointer, Date]]:
    """Yield every date of a record with its pointer."""
    for pointer, _, written in document.leaves:
        if pointer[-1:] == ("as_written",) and isinstance(written, str):
            value = document.at(pointer[:-1]).get("value")
            if isinstance(value, str):
                yield pointer[:-1], Date(value, written)


def _spans_run_forward(case: Case, _: Catalog, __: Document) -> Iterator[Finding]:
    for index, event in enumerate(case.schedule):
        yield from _forward(event.date, event.until, ("schedule", index, "until"))
    for index, matter in enumerate(case.matters):
        if period := matter.period.value:
            pointer = ("matters", index, "period", "end")
            yield from _forward(period.start, period.end, pointer)


def _forward(first: Date | None, last: Date | None, pointer: Pointer) -> Iterator[Finding]:
    if first is None or last is None:
        return
    if first.is_in_calendar and last.is_in_calendar and last.last_day < first.first_day:
        message = (
            f"終わり（{last.value}）が始まり（{first.value}）より前になっています。"
            "二つを入れ替えるか、資料の日付を確かめてください。"
        )
        yield Finding(pointer, "date-order", message)


def _request_precedes_the_council_letter(case: Case, _: Catalog, __: Document) -> Iterator[Finding]:
    for number, act in enumerate(case.acts):
        by_kind = {paper.kind: paper.date for paper in act.documents}
        request, letter = by_kind.get("request_letter"), by_kind.get("council_letter")
        if request and letter and request.value > letter.value:
            index = [paper.kind for paper in act.documents].index("request_letter")
            message = (
                f"諮問依頼書の日付（{request.value}）が諮問書の日付（{letter.value}）より後です。"
                "資料を確かめてください。"
            )
            pointer = ("acts", number, "documents", index, "date", "value")
            yield warning(pointer, "date-order", message)


def acts_run_forward(case: Case, catalog: Catalog) -> Iterator[Finding]:
    """Say which act stands before an earlier one, ends too early, or was answered before it was."""
    last: Date | None = None
    for number, act in enumerate(case.acts):
        yield from _forward(act.date, act.until, ("acts", number, "until"))
        when = act_date(act, catalog)
        if when is None or not when.date.is_in_calendar:
            continue
        answered = act.outcome.value.date if act.outcome.value else None
        if answered and answered.is_in_calendar and answered.last_day < when.date.first_day:
            message = (
                f"結果の日付（{answered.value}）が、手続の日付（{when.date.value}）より前です。"
                "資料を見て、違っている方を直してください。"
            )
            yield Finding(("acts", number, "outcome", "date", "value"), "date-order", message)
        if last and when.date.last_day < last.first_day:
            message = (
                f"手続は日付の順に並べます。この手続（{when.date.value}）を、前の手続"
                f"（{last.value}）より上に移すか、日付を直してください。"
            )
            yield Finding(("acts", number, "act"), "date-order", message)
        last = when.date


def acts_fit_their_meetings(case: Case, catalog: Catalog) -> Iterator[Finding]:
    """Say which act has another day than its meeting, and which request was written after it."""
    for number, act in enumerate(case.acts):
        meeting = catalog.of(Meeting)[act.meeting.value] if act.meeting.value else None
        held_on = meeting.held_on if meeting else None
        if held_on is None or not held_on.is_in_calendar:
            continue
        if act.date and act.date.is_in_calendar and not _overlap(act.date, held_on):
            message = (
                f"手続の日付（{act.date.value}）が、会議「{act.meeting.value}」の開催日"
                f"（{held_on.value}）と違います。開催日があれば、手続の date は消してください。"
            )
            yield Finding(("acts", number, "date", "value"), "date-order", message)
        for index, paper in enumerate(act.documents):
            written = paper.date if paper.kind in _BEFORE_THE_MEETING else None
            if written and written.is_in_calendar and written.first_day > held_on.last_day:
                message = (
                    f"文書の日付（{written.value}）が、会議「{act.meeting.value}」の開催日"
                    f"（{held_on.value}）より後です。資料を見て、この日付か、会議の held_on"
                    "（開催日）を直してください。"
                )
                pointer = ("acts", number, "documents", index, "date", "value")
                yield Finding(pointer, "date-order", message)


def _overlap(left: Date, right: Date) -> bool:
    return left.first_day <= right.last_day and right.first_day <= left.last_day


def meetings_fit_their_year(meeting: Meeting) -> Iterator[Finding]:
    """Say where a meeting was not held in its fiscal year."""
    held_on = meeting.held_on
    if held_on is None or not held_on.is_in_calendar:
        return
    if held_on.precision not in {Precision.DAY, Precision.MONTH}:
        return
    held_in = held_on.fiscal_year
    if meeting.year != held_in:
        message = (
            f"開催日（{held_on.value}）は {held_in} 年度です。「fiscal_year: {held_in}」では"
            "ありませんか。年度は4月に始まります。違うなら held_on（開催日）を直してください。"
        )
        yield Finding(("fiscal_year",), "date", message)


def laws_run_forward(law: Law) -> Iterator[Finding]:
    """Say where a law takes force before it is promulgated, or ends before it takes force."""
    yield from _forward(law.promulgated, law.in_force, ("in_force", "value"))
    yield from _forward(law.in_force or law.promulgated, law.ended, ("ended", "value"))


def _bases_are_in_force(case: Case, catalog: Catalog, _: Document) -> Iterator[Finding]:
    days = [_earliest(paper.date) for paper in case.principal.documents if paper.date]
    for index, matter in enumerate(case.matters):
        for number, basis in enumerate(matter.legal_basis):
            ended = catalog.law_of_article[basis.article].ended
            if days and ended and ended.value < min(days):
                message = (
                    f"根拠の法令は {ended.value} に廃止されていますが、"
                    f"この案件の文書の日付は {min(days)} です。条項か日付を確かめてください。"
                )
                pointer = ("matters", index, "legal_basis", number, "article")
                yield Finding(pointer, "date-order", message)


def _regime_fits_dates(case: Case, _: Catalog, __: Document) -> Iterator[Finding]:
    days = [_earliest(paper.date) for paper in case.principal.documents if paper.date]
    if not days:
        return
    meant = "national_act" if min(days) >= _ACT_BEGINS else "ward_ordinance"
    if case.legal_regime != meant:
        message = (
            f"この案件の文書の日付は {min(days)} です。令和5年4月1日より前なら ward_ordinance、"
            "以後なら national_act にします。"
            f"「legal_regime: {meant}」ではありませんか。"
        )
        yield Finding(("legal_regime",), "regime", message)


def _earliest(date: Date) -> str:
    """Return a text that sorts like the date, even where the calendar has no such day."""
    year = date.value.removeprefix("FY")
    return f"{year}-04-01" if year != date.value else date.value


DATE_RULES = (
    _spans_run_forward,
    _request_precedes_the_council_letter,
    _regime_fits_dates,
    _bases_are_in_force,
)
