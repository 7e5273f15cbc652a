"""Rules about the sections of a source: cited ones are declared, declared ones are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.model.rules.finding import Finding
from senrei.source.characters import printable
from senrei.source.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.source.yaml_text import Document, Pointer

# Fields of a case without a `where` of their own: a section may be recorded in them alone.
_WITHOUT_WHERE = {
    "title",
    "matters",
    "matters.title",
    "matters.type",
    "matters.nature",
    "matters.summary",
    "matters.new",
    "brief",
    "ward",
    "short_title",
    "acts.act",
    "acts.body",
    "acts.meeting",
    "acts.date",
    "acts.agenda_number",
    "acts.agenda_as_written",
    "annexes",
    "notes",
    "regime_reason",
}


def _cited_sections_are_declared(case: Case, _: Catalog, document: Document) -> Iterator[Finding]:
    known = [section.at for source in case.sources for section in source.sections]
    for pointer, where in _citations(document):
        if not any(_is_within(where, section) for section in known):
            first = where.split(" ", 1)[0]
            message = (
                f"記載箇所「{where}」の見出しが sources の sections にありません。"
                f"{nearest(first, known)}書けるのは {'、'.join(known[:12])} などで始まる箇所です。"
                "見出しを sources に加えるか、書き方をそろえてください。"
            )
            yield Finding(pointer, "section", message)


def _is_within(where: str, section: str) -> bool:
    """Return whether a citation lies in a section: `9 …` and `9(1)` do in 9, `90` does not."""
    rest = where.removeprefix(section)
    return rest != where and not (rest[:1].isdigit() and section[-1:].isdigit())


def _declared_sections_are_covered(
    case: Case, catalog: Catalog, document: Document
) -> Iterator[Finding]:
    cited = [where for _, where in _citations(document)]
    for index, source in enumerate(case.sources):
        for position, section in enumerate(source.sections):
            pointer = ("sources", index, "sections", position)
            for number, name in enumerate(section.recorded_as):
                if name not in catalog.titles:
                    near = nearest(name, catalog.titles)
                    message = (
                        f"「{printable(name)}」という項目はありません。{near}"
                        "案件の項目の名前を書きます。例「matters.data_items」。"
                    )
                    yield Finding((*pointer, "recorded_as", number), "section", message)
            if not section.recorded_as and not section.nothing_because:
                message = (
                    f"見出し「{section.at}」を何に記録したか（recorded_as）か、"
                    "記録しない理由（nothing_because）を書きます。"
                    "例「nothing_because: 個人情報に関わらない説明です。」。"
                )
                yield Finding(pointer, "section-coverage", message)
            needs_citation = set(section.recorded_as) - _WITHOUT_WHERE
            if needs_citation and not any(_is_within(where, section.at) for where in cited):
                message = (
                    f"見出し「{section.at}」を記載箇所（where）に書いた項目がありません。"
                    "記録するか、記録しない理由（nothing_because）を書きます。"
                )
                yield Finding(pointer, "section-coverage", message)


def _sections_are_told_apart(case: Case, _: Catalog, __: Document) -> Iterator[Finding]:
    holders: dict[str, str] = {}
    for index, source in enumerate(case.sources):
        for position, section in enumerate(source.sections):
            if section.at in holders:
                message = (
                    f"見出し「{section.at}」は資料「{printable(holders[section.at])}」にもあり、"
                    "記載箇所（where）がどちらを指すか分かりません。"
                    f"例「at: {printable(source.title)} {section.at}」のように書き分け、"
                    "where も同じ書き方で始めてください。"
                )
                yield Finding(("sources", index, "sections", position, "at"), "section", message)
            holders.setdefault(section.at, source.title)


def _parts_not_in_hand_are_told(case: Case, _: Catalog, __: Document) -> Iterator[Finding]:
    for index, source in enumerate(case.sources):
        if source.held == "part" and source.missing is None:
            message = (
                "資料の一部だけが手元にあるときは、どこがなぜないかを missing の what と why に"
                "書いてください。全部あるなら「held: whole」とします。"
            )
            yield Finding(("sources", index, "held"), "source", message)
        if source.missing and source.held != "part":
            message = "手元にない部分があるなら、「held: part」を加えてください。"
            yield Finding(("sources", index, "missing"), "source", message)
        if source.pages and source.pages.last < source.pages.first:
            message = (
                f"終わりのページ（{source.pages.last}）が初めのページ（{source.pages.first}）より"
                "前です。二つを入れ替えるか、資料のページを確かめてください。"
            )
            yield Finding(("sources", index, "pages", "last"), "source", message)


def _citations(document: Document) -> Iterator[tuple[Pointer, str]]:
    for pointer, name, value in document.leaves:
        if name == "where":
            yield pointer, value


SECTION_RULES = (
    _sections_are_told_apart,
    _cited_sections_are_declared,
    _declared_sections_are_covered,
    _parts_not_in_hand_are_told,
)
