"""Impact: what a change of records does, in words as Markdown, and the pictures it changes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from senrei.editing.field_changes import Wording, field_changes
from senrei.model.kinds import with_pages
from senrei.source.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.editing.field_changes import FieldChange
    from senrei.editing.site_state import State
    from senrei.source.schema import Schemas

_MOST = 30
_ESCAPED = str.maketrans(
    {char: f"&#{ord(char)};" for char in "&<>|`*_[]@#~\\"} | {"\n": " ", "\r": " "}
)
_PAGE = Markup("""\
<!DOCTYPE html>
<html lang="ja">
<head><meta charset="utf-8"><title>図の前と後</title><style>{style}</style></head>
<body>{parts}</body>
</html>
""")
_PART = Markup("<h2>{title}</h2>\n<h3>前</h3>\n<div>{old}</div>\n<h3>後</h3>\n<div>{new}</div>\n")
_NOTHING = Markup("<p>図はありません。</p>")


def impact(base: State, head: State, schemas: Schemas) -> str:
    """Return the changes from one state to the other as Markdown; empty where there are none."""
    parts = (
        ("直すところ", _problems(head)),
        ("記録", _records(base, head, schemas)),
        ("ページと数", _pages(base, head)),
        ("対策と案件の組み合わせ", _coverage(base, head)),
        ("なくなるアドレス", _lost_addresses(base, head)),
        ("図", _diagrams(base, head)),
    )
    said = [(title, list(lines)) for title, lines in parts]
    if not any(lines for _, lines in said):
        return ""
    text = ["# この変更がすること"]
    for title, lines in said:
        if lines:
            text += ["", f"## {title}", "", *lines]
    return "\n".join(text) + "\n"


def _problems(head: State) -> Iterator[str]:
    errors = sum(p.severity is Severity.ERROR for p in head.loaded.problems)
    if errors:
        yield (
            f"誤りが {errors} 件あります。誤りのある記録は、下の数とページに入っていません。"
            "`senrei check` で確かめてください。"
        )


def _records(base: State, head: State, schemas: Schemas) -> Iterator[str]:
    moved = dict(_renamed(base, head))
    for name, (schema_name, data) in head.files.items():
        before = moved.get(name, name)
        title = _title(name, schema_name, data, schemas)
        if before not in base.files:
            yield f"- 加わった記録: {title}"
            continue
        if before != name:
            yield f"- 識別子が変わった記録: {title} もとは `{_plain(before)}`"
        wording = Wording(
            schemas.by_name[schema_name], {**base.names, **head.names}, head.loaded.catalog.kinds
        )
        changes = list(field_changes(base.files[before][1], data, wording))
        if changes:
            yield from _table(title, changes)
    gone = base.files.keys() - head.files.keys() - set(moved.values())
    for name in sorted(gone):
        yield f"- 消えた記録: {_title(name, *base.files[name], schemas)}"


def _table(title: str, changes: list[FieldChange]) -> Iterator[str]:
    yield from (f"### {title}", "", "| 項目 | 前 | 後 |", "|---|---|---|")
    for change in changes:
        old = "（なし）" if change.old is None else escaped(change.old)
        new = "（なし）" if change.new is None else escaped(change.new)
        where = escaped(change.where)
        if change.kind is not None:
            how = "加わった" if change.old is None else "消えた"
            where = f"**{how}{change.kind.title}** {where}"
        yield f"| {where} | {old} | {new} |"
    yield ""


def _renamed(base: State, head: State) -> Iterator[tuple[str, str]]:
    """Yield each new file with the old one whose id it names as a former one."""
    by_id = {
        (schema_name, data.get("id")): name
        for name, (schema_name, data) in base.files.items()
        if isinstance(data, dict) and name not in head.files
    }
    for name, (schema_name, data) in head.files.items():
        if name not in base.files and isinstance(data, dict):
            for former in data.get("aliases") or ():
                if (schema_name, former) in by_id:
                    yield name, by_id[schema_name, former]


def _title(file: str, schema_name: str, data: Any, schemas: Schemas) -> str:
    """Name a file: what kind of record it is, and which."""
    told = ("short_title", "name", "label", "id") if isinstance(data, dict) else ()
    name = next((f"「{escaped(str(data[key]))}」" for key in told if key in data), "")
    return f"{schemas.by_name[schema_name].title}{name}（`{_plain(file)}`）"


def _pages(base: State, head: State) -> Iterator[str]:
    for kind in with_pages(head.loaded.catalog.kinds):
        old = len(base.loaded.catalog.of_kind(kind.id))
        new = len(head.loaded.catalog.of_kind(kind.id))
        if old != new:
            yield f"- {kind.title}: {old}件 → {new}件"
    came = head.pages.keys() - base.pages.keys()
    gone = base.pages.keys() - head.pages.keys()
    changed = [
        path for path in head.pages if base.pages.get(path, head.pages[path]) != head.pages[path]
    ]
    yield from _listed("加わるページ", came, head)
    yield from _listed("なくなるページ", gone, base)
    yield from _listed("内容が変わるページ", changed, head)


def _listed(what: str, paths: Iterable[str], state: State) -> Iterator[str]:
    ordered = sorted(paths)
    if not ordered:
        return
    by_folder = Counter(path.split("/", 1)[0] if "/" in path else "ホーム" for path in ordered)
    summary = "、".join(
        f"{_plain(folder)} {number}" for folder, number in sorted(by_folder.items())
    )
    yield f"- {what}: {len(ordered)}（{summary}）"
    for path in ordered[:_MOST]:
        yield f"  - {escaped(state.titles[path])} `{_plain(path)}`"
    if len(ordered) > _MOST:
        yield f"  - ほか {len(ordered) - _MOST}"


def _coverage(base: State, head: State) -> Iterator[str]:
    names = {**base.names, **head.names}
    for cell in sorted(base.coverage.keys() | head.coverage.keys()):
        old, new = base.coverage.get(cell), head.coverage.get(cell)
        control = escaped(names["control", cell[0]])
        case = escaped(names["case", cell[1]])
        if old is None:
            yield f"- 加わる: 「{control}」×「{case}」 {escaped(str(new))}"
        elif new is None:
            yield f"- なくなる: 「{control}」×「{case}」 {escaped(old)}"
        elif old != new:
            yield f"- 変わる: 「{control}」×「{case}」 {escaped(old)} → {escaped(new)}"


def _lost_addresses(base: State, head: State) -> Iterator[str]:
    lost = sorted(base.addresses - head.addresses)
    for page in sorted(base.pages.keys() & head.pages.keys()):
        gone = base.anchors[page] - head.anchors[page]
        lost += [f"{page}#{anchor}" for anchor in sorted(gone)]
    for address in lost[:_MOST]:
        yield f"- `{_plain(address)}`"
    if len(lost) > _MOST:
        yield f"- ほか {len(lost) - _MOST}"
    if lost:
        yield ""
        yield (
            "引用されているかもしれません。識別子を変えるなら `aliases` に前の識別子を書き、"
            "やめるなら記録を消さずに `standing` を書いてください。"
        )


def _diagrams(base: State, head: State) -> Iterator[str]:
    for case, title in _changed_diagrams(base, head):
        before, after = case in base.diagrams, case in head.diagrams
        how = "変わる" if before and after else "加わる" if after else "なくなる"
        yield f"- {how}: 「{escaped(title)}」の情報の流れ"


def diagrams_page(base: State, head: State, style: str) -> str | None:
    """Return an HTML page with all pictures that change; None where none does.

    `style` is the text of the style sheets that the pictures need.
    """
    parts = [
        _PART.format(title=title, old=_diagram(base, case), new=_diagram(head, case))
        for case, title in _changed_diagrams(base, head)
    ]
    if not parts:
        return None
    # The style sheets are our own, the pictures come from our writer of element trees.
    return str(_PAGE.format(style=Markup(style), parts=Markup("").join(parts)))  # noqa: S704


def _diagram(state: State, case: str) -> Markup:
    picture = state.diagrams.get(case)
    return _NOTHING if picture is None else Markup(picture)  # noqa: S704


def _changed_diagrams(base: State, head: State) -> Iterator[tuple[str, str]]:
    """Yield the cases whose picture is not the same in both states, with their names."""
    names = {**base.names, **head.names}
    for case in sorted(base.diagrams.keys() | head.diagrams.keys()):
        if base.diagrams.get(case) != head.diagrams.get(case):
            yield case, names["case", case]


def escaped(text: str) -> str:
    """Return a text of a record as harmless Markdown: no markup, no mention, no link.

    >>> escaped("<b> @who")
    '&#60;b&#62; &#64;who'
    """
    return text.translate(_ESCAPED).replace("://", ":&#47;/").replace("www.", "www&#46;")


def _plain(name: str) -> str:
    return name.replace("`", "'")
