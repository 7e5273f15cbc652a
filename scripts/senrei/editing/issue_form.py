"""The issue form of a new case, a field for each on top of the record, and what was put into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from senrei.editing.case_template import case_template
from senrei.editing.copied_case import Start
from senrei.editing.draft_text import BLANK, Block, Entry, Items, Value, draft_text
from senrei.source.yaml_text import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from senrei.model.vocabulary import MatterTypeTerm
    from senrei.source.schema import Field, Schema

ISSUE_FORM = ".github/ISSUE_TEMPLATE/new-case.yml"

_HEAD = """\
# `senrei editor-files` がスキーマから作ります。手で直さず、スキーマを直してください。
"""
_INTRO = """\
案件を記録に加えるための用紙です。項目は、記録のファイルの項目と同じです。

- 名称、項目、数、日付は、資料のとおりに写してください。要約は自分の言葉で書いてください。
- 資料に書かれていなければ unstated、資料が「なし」と書いていれば none と書いてください。
- 「要確認」と書かれた所を、資料で確かめた内容に置き換えてください。
- 個人の名前、電話番号、メールアドレスは書かないでください。役職と組織の名前だけを書きます。
"""
_HEADING = re.compile(r"^### .*（([a-z_]+)）[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"\A```ya?ml\n(.*)\n```\Z", re.DOTALL)
_NO_ANSWER = {"", "_No response_"}


def issue_form(schema: Schema, matter_type: MatterTypeTerm) -> str:
    """Return the text of the form (YAML), laid out for a case with one matter of a type."""
    template = case_template(schema, Start("", ""), matter_type)
    blanks = {entry.key: entry for entry in template.entries}
    body: list[dict[str, Any]] = [{"type": "markdown", "attributes": {"value": _INTRO}}]
    fields = [field for field in schema.fields if len(field.path) == 1]
    body += [_asked(field, blanks.get(field.path[0])) for field in fields]
    form = {
        "name": "案件を加える",
        "description": "資料から読み取った案件を、記録に加えることを申し出ます。",
        "title": "案件を加える: ",
        "labels": ["record"],
        "body": body,
    }
    return _HEAD + yaml.dump(form, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)


def _asked(field: Field, blank: Entry | None) -> dict[str, Any]:
    name = field.path[0]
    attributes: dict[str, Any] = {
        "label": f"{field.title}（{name}）",
        "description": field.description,
    }
    labels = field.schema.get("x-labels")
    if labels:
        widget = "dropdown"
        attributes["options"] = [f"{word}（{label}）" for word, label in labels.items()]
    elif field.schema.get("type") == "string":
        widget = "input"
    else:
        widget = "textarea"
        attributes["render"] = "yaml"
        if blank is not None:
            whole = draft_text(Block((_without_comments(blank),)), "")
            attributes["value"] = whole.lstrip("\n")
    asked: dict[str, Any] = {"type": widget, "id": name, "attributes": attributes}
    if field.required:
        asked["validations"] = {"required": True}
    return asked


def _without_comments(entry: Entry) -> Entry:
    return Entry(entry.key, _bare(entry.node))


def _bare(node: Any) -> Any:
    match node:
        case Block():
            return Block(tuple(_without_comments(entry) for entry in node.entries))
        case Items():
            return Items(tuple(_bare(part) for part in node.nodes))
        case Value():
            return node


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as such."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def record_of_issue(text: str, schema: Schema, schema_line: str) -> str:
    """Return the text of a record from the text of an issue.

    What was not answered, or cannot be read as the field, waits as 要確認. Nothing else is checked
    here: `senrei check` says what is wrong with the record.
    """
    answers = _answers(text.replace("\r\n", "\n"))
    fields = [field for field in schema.fields if len(field.path) == 1]
    return "\n".join((schema_line, *_fields(fields, answers))) + "\n"


def _answers(text: str) -> Mapping[str, str]:
    parts = _HEADING.split(text)
    named = zip(parts[1::2], parts[2::2], strict=True)
    said = {name: answer.strip() for name, answer in named}
    return {name: answer for name, answer in said.items() if answer not in _NO_ANSWER}


def _fields(fields: list[Field], answers: Mapping[str, str]) -> Iterator[str]:
    for field in fields:
        name = field.path[0]
        if name in answers:
            yield _written(field, answers[name])
        elif field.required or field.is_demanded:
            yield _line(name, BLANK)


def _written(field: Field, answer: str) -> str:
    name = field.path[0]
    if "x-labels" in field.schema:
        return _line(name, Value(answer.partition("（")[0]))
    if field.schema.get("type") == "string":
        return _line(name, Value(" ".join(answer.split())))
    fenced = _FENCE.match(answer)
    block = fenced[1] if fenced else answer
    document, _ = parse_yaml(block.encode("utf-8"), name)
    if document is None or not isinstance(document.data, dict) or list(document.data) != [name]:
        return _line(name, BLANK)
    return block  # as it was written: comments behind values are marks that must not be lost


def _line(name: str, value: Value) -> str:
    return draft_text(Block((Entry(name, value),)), "").strip("\n")
