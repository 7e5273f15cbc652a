"""Single values as they are written: what YAML makes of them, and what gets lost on the way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from senrei.source.characters import HIDDEN, hidden_message, printable
from senrei.source.problem import Severity, TextRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_RESOLVERS: Mapping[str, list[tuple[str, re.Pattern[str]]]] = (
    yaml.SafeLoader.yaml_implicit_resolvers
)
_TAG = "tag:yaml.org,2002:"
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_SORTS = {"timestamp": "日付", "bool": "真偽（はい・いいえ）", "float": "小数", "int": "数"}
_KEY_LINE = re.compile(r"\s*(?:- )?(?:[a-z_]+[ 　]*[:：]|- )")
_WORD = re.compile(r"[a-z0-9_.-]+")
_JAPANESE = re.compile(r"[^\x00-\xff]")
_BULLETS = {"・", "－", "ー", "−", "–", "—", "●", "•"}
_QUOTES = "\"'"
_OTHER_QUOTES = "“”„‟＂‘’＇′″"
_COMMAS = ",，;"
_SUSPECT_FIRST = frozenset({*_BULLETS, *_OTHER_QUOTES})
_SUSPECT_LAST = frozenset({*_QUOTES, *_COMMAS})

WrittenFault = tuple[TextRule, str, Severity, int]  # the last counts lines below the value's start


def value_of(event: yaml.ScalarEvent, lines: Sequence[str]) -> tuple[Any, str | None]:
    """Return the value that a scalar stands for, and what is wrong with it, else None."""
    tag, text = _implicit_tag(event), event.value
    match tag:
        case None:
            return text, None
        case "int" if _INTEGER.fullmatch(text):
            return int(text), None
        case "bool" if text in {"true", "false"}:
            return text == "true", None
        case "null":
            return text, _nothing(event, lines)
    sort = _SORTS.get(tag, "別のもの")
    instead = {
        "bool": "真偽を書く項目なら true か false、",
        "float": "数を書く項目には小数点のない数を書きます。",
        "int": "数を書く項目には半角の 0～9 だけを書きます。",
    }.get(str(tag), "")
    return text, (
        f"「{printable(text)}」は YAML では{sort}として読まれます。{instead}"
        f'文字として書くには "{printable(text)}" のように引用符で囲んでください。'
    )


def _nothing(event: Any, lines: Sequence[str]) -> str:
    """Return that there is no value, or only a comment where one was meant."""
    mark = event.start_mark  # of nothing at the end of a file it may stand below the last line
    rest = "".join(lines[mark.line : mark.line + 1])[mark.column :].strip()
    if not event.value and rest.startswith("#"):
        return (
            "値が空です。「#」から行の終わりまでは覚え書きとして読まれます。値なら "
            f'"{printable(rest)}" のように引用符で囲み、覚え書きなら値をその前に書いてください。'
        )
    problem = (
        f"「{printable(event.value)}」は YAML では空の値として読まれます。"
        if event.value
        else "値が空です。"
    )
    return (
        f"{problem}「:」の後に値を書くか、下の行に並べるなら空白二つ深く字下げしてください。"
        "資料に記載がなければ unstated と書き、必須でない項目なら行ごと消せます。"
    )


def key_fault(event: yaml.ScalarEvent) -> str | None:
    """Return what is wrong with the name of a field; None where nothing is."""
    if event.value != event.value.strip():
        return (
            f"項目名「{printable(event.value.strip())}」の前か後に全角の空白があります。"
            "消して、字下げは半角の空白 2 文字ずつにしてください。"
        )
    tag = _implicit_tag(event)
    if tag is None:
        return None
    if tag == "merge":
        return (
            "「<<」（ほかの所の内容を取り込む書き方）は使えません。"
            "この行を消し、同じ内容でもそのまま書いてください。"
        )
    return (
        f"項目名「{printable(event.value)}」は YAML では文字として読まれません。"
        "英語の項目名に直すか、引用符で囲んでください。"
    )


def may_be_faulty(event: Any, lines: Sequence[str]) -> bool:
    """Return quickly whether the way a text is written needs a closer look; most need none."""
    start, end, value = event.start_mark.line, event.end_mark.line, event.value
    line = lines[start]
    if event.style:
        return start != end or "\\" in line
    return start != end or "#" in line or value[:1] in _SUSPECT_FIRST or value[-1:] in _SUSPECT_LAST


def written_faults(event: Any, lines: Sequence[str]) -> Iterator[WrittenFault]:
    """Yield what of a text gets lost or changed between the file and its reader."""
    start, end = event.start_mark, event.end_mark
    if event.style == '"' and "\\" in lines[start.line]:
        yield from _escaped(event.value)
    if event.style not in {"|", ">"} and end.line > start.line:
        yield from _broken_line(event, lines)
    elif not event.style:
        yield from _bullet(event, lines[start.line])
        yield from _ends(event.value)
        yield from _cut_off(event.value, lines[end.line][end.column :])


def _escaped(value: str) -> Iterator[WrittenFault]:
    hidden = HIDDEN.search(value)
    if hidden:
        yield "hidden-character", hidden_message(value, hidden.start()), Severity.ERROR, 0
    elif "\t" in value or "\n" in value:
        mark, name = ("\\t", "タブ") if "\t" in value else ("\\n", "改行")
        message = (
            f"二重引用符の中の「{mark}」は{name}として読まれます。"
            "「\\」を文字として書くには、全体を ' ' で囲むか「\\\\」と二つ書いてください。"
        )
        yield "quote", message, Severity.ERROR, 0


def _ends(value: str) -> Iterator[WrittenFault]:
    """Notice marks around a value that are meant as YAML's own but are part of the text."""
    if len(value) > 1 and value[0] in _OTHER_QUOTES and value[-1] in _OTHER_QUOTES:
        message = (
            f"「{value[0]}」「{value[-1]}」は引用符として働かず、値の一部になります。"
            f'半角の引用符で "{printable(value[1:-1])}" と書いてください。'
            f"資料にこの引用符があるなら '{printable(value)}' と書きます。"
        )
        yield "quote", message, Severity.ERROR, 0
    elif value and value[-1] in _COMMAS:
        message = (
            f"終わりの「{value[-1]}」も値の一部になります。「{printable(value[:-1])}」と書いてください。"
            "資料にあるなら全体を引用符で囲みます。"
        )
        yield "symbol", message, Severity.ERROR, 0


def _broken_line(event: Any, lines: Sequence[str]) -> Iterator[WrittenFault]:
    first, last = event.start_mark.line, event.end_mark.line
    following = lines[first + 1 : last + 1]
    swallowed = next((line.strip() for line in following if _KEY_LINE.match(line)), None)
    below = next((number for number, line in enumerate(following, 1) if _KEY_LINE.match(line)), 0)
    if swallowed and event.style in {'"', "'"}:
        message = (
            f"引用符 {event.style} が閉じていません。{last + 1} 行目まで一つの値として読まれます。"
            f"この行の終わりに {event.style} を補ってください。"
        )
        yield "quote", message, Severity.ERROR, 0
    elif swallowed:
        message = (
            f"「{printable(swallowed)}」が、上の値の続きとして読まれます。"
            "字下げを上の項目とそろえ、項目名の後は半角の「: 」にしてください。"
        )
        yield "line-break", message, Severity.ERROR, below
    elif any(_JAPANESE.match(line.strip()[:1]) for line in following):
        message = (
            "値が次の行に続いています。つなぎ目に空白が入って読まれるので、一行に書いてください。"
        )
        yield "line-break", message, Severity.WARNING, 0


def _bullet(event: Any, line: str) -> Iterator[WrittenFault]:
    if event.value[:1] in _BULLETS and not line[: event.start_mark.column].strip():
        message = (
            f"一覧の始まりが「{event.value[0]}」です。"
            f"半角で「- {printable(event.value[1:].strip())}」と書いてください。"
        )
        yield "full-width", message, Severity.ERROR, 0


def _cut_off(value: str, rest: str) -> Iterator[WrittenFault]:
    comment = rest.strip()
    is_remark = comment.startswith("# ") and (_WORD.fullmatch(value) or "要確認" in comment)
    if comment.startswith("#") and not is_remark:
        message = (
            f"「{printable(comment)}」は覚え書きとして読み捨てられ、値は「{printable(value)}」だけになります。"
            f'値の一部なら "{printable(value)} {printable(comment)}" のように全体を引用符で囲み、'
            "覚え書きなら上の行に移してください。"
        )
        yield "comment", message, Severity.ERROR, 0
    elif value[-1:] in _QUOTES and value.count(value[-1]) % 2:
        message = (
            f"値の終わりに引用符 {value[-1]} がありますが、始めにありません。"
            "値の始めにも同じ引用符を書いてください。"
        )
        yield "quote", message, Severity.ERROR, 0


def _implicit_tag(event: yaml.ScalarEvent) -> str | None:
    """Name what a plain scalar would become in YAML 1.1; None for text."""
    if not event.implicit[0] or event.tag is not None:
        return None
    value = event.value
    for tag, pattern in _RESOLVERS.get(value[:1], ()):
        if pattern.match(value):
            return tag.removeprefix(_TAG)
    return None
