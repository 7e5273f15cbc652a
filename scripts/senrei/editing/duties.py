"""Duties: what a person should look at from time to time, as Markdown for an issue."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from senrei.editing.impact import escaped
from senrei.model.organisations import Meeting
from senrei.source.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.catalog import Catalog
    from senrei.model.dates import Date
    from senrei.model.loading import LoadedRecords

STALE_AFTER = dt.timedelta(days=365)


def duties(loaded: LoadedRecords, today: dt.date) -> str:
    """Return what is open on a day as Markdown; empty where nothing is."""
    catalog = loaded.catalog
    parts = (
        ("検査の注意", "使われない語などです。要らなければ取り除きます。", _warnings(loaded)),
        (
            "未解決の記載",
            "名前や記録がまだ決まっていない所です。分かったら記録に加えます。",
            _stubs(catalog),
        ),
        ("読み合わせがまだの案件", "転記していない人が、資料と突き合わせます。", _unread(catalog)),
        (
            f"確認から {STALE_AFTER.days} 日を過ぎた案件",
            "資料や事業者の認証が変わっていないかを確かめます。",
            _stale(catalog, today),
        ),
    )
    text: list[str] = []
    for title, advice, lines in parts:
        entries = list(dict.fromkeys(lines))
        if entries:
            text += [f"## {title}（{len(entries)}件）", "", advice, "", *entries, ""]
    return "\n".join((f"# 当番の一覧（{today.isoformat()}）", "", *text)) if text else ""


def _warnings(loaded: LoadedRecords) -> Iterator[str]:
    for problem in loaded.problems:
        mark = "誤り" if problem.severity is Severity.ERROR else "注意"
        yield f"- [ ] {mark} `{problem.path}:{problem.line}` {escaped(problem.message)}"


def _stubs(catalog: Catalog) -> Iterator[str]:
    for case in catalog.cases.values():
        name = f"「{escaped(case.label)}」"
        for event in case.lineage:
            if event.case is None:
                yield f"- [ ] {name} の経緯「{escaped(event.what)}」の案件が収録されていません"
        for participant in case.participants:
            if participant.organisation is None and not participant.contractor.members:
                written = escaped(participant.contractor.as_written)
                yield f"- [ ] {name} の事業者「{written}」が決まっていません"
    for meeting in catalog.of(Meeting).values():
        if meeting.held_on is None:
            yield f"- [ ] 会議「{escaped(meeting.label)}」の開催日が分かっていません"


def _unread(catalog: Catalog) -> Iterator[str]:
    for case in catalog.cases.values():
        if case.reading_record.second_reading is None:
            yield f"- [ ] 「{escaped(case.label)}」"


def _stale(catalog: Catalog, today: dt.date) -> Iterator[str]:
    for case in catalog.cases.values():
        read = case.reading_record.second_reading
        last: Date = read.date if read else case.reading_record.transcribed_on
        day = last.last_day
        if case.standing is None and day + STALE_AFTER < today:
            yield f"- [ ] 「{escaped(case.label)}」 最後の確認 {day.isoformat()}"
