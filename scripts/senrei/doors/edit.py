"""Commands for people who change records: a door that reads arguments, writes and prints."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TextIO

import click

from senrei.doors.cli import main
from senrei.doors.usage import ROOT, project_root
from senrei.editing.copied_case import Start
from senrei.editing.duties import duties
from senrei.editing.editor_files import (
    RETIRED,
    SETTINGS,
    WORDS,
    completion_files,
    editor_settings,
    retired_schema,
    word_types,
)
from senrei.editing.impact import diagrams_page, impact
from senrei.editing.issue_form import ISSUE_FORM, issue_form
from senrei.editing.new_case import USUAL_TYPE, CannotStartError, case_of_issue, new_case
from senrei.editing.site_state import read_state
from senrei.model.check import read_project
from senrei.model.kinds import read_kinds
from senrei.model.vocabulary import MatterTypeTerm
from senrei.source.git import GitError, commit_of, write_tree
from senrei.source.schema import load_schemas
from senrei.source.yaml_format import format_yaml


class _MatterTypeOption(click.Option):
    """An option whose help names the types of matters that the vocabulary knows."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Read the vocabulary when somebody asks for help, and only then."""
        with suppress(click.UsageError):
            types = read_project(project_root(ctx, self, None)).catalog.of(MatterTypeTerm)
            choices = "、".join(f"{term.id}（{term.label}）" for term in types.values())
            self.help = f"写さないときの事項の種類。{choices}。書かなければ {USUAL_TYPE}"
        return super().get_help_record(ctx)


@main.group()
def new() -> None:
    """新しい記録を書き始めます。"""


@new.command("case")
@click.option("--ward", required=True, help="自治体の識別子。例: sakura")
@click.option("--id", "case_id", required=True, help="新しい案件の識別子。例: sakura-r05-3")
@click.option("--like", help="形を写す案件の識別子")
@click.option(
    "--type",
    "matter_type",
    cls=_MatterTypeOption,
    default=USUAL_TYPE,
    help="写さないときの事項の種類",
)
@click.option(
    "--issue", type=click.File(encoding="utf-8"), help="用紙に書かれた文のファイル（- は標準入力）"
)
@ROOT
def new_case_command(
    *, ward: str, case_id: str, like: str | None, matter_type: str, issue: TextIO | None, root: Path
) -> None:
    """案件の書きかけを作ります。確かめるところには「要確認」の印が付きます。"""
    loaded = read_project(root)
    try:
        schemas, start = load_schemas(root / "schemas"), Start(case_id, ward)
        if issue is not None:
            made = case_of_issue(loaded, schemas, start, issue.read())
        else:
            made = new_case(loaded, schemas, start, like=like, matter_type=matter_type)
    except CannotStartError as error:
        raise click.UsageError(str(error)) from error
    target = root / made.path
    if target.exists():
        raise click.UsageError(f"{made.path} はもうあります。上書きしません。")
    _write(target, made.text)
    print(f"{made.path} を作りました。")
    print("「要確認」をすべて書き直すと、senrei check を通ります。")


@main.command("format")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--check", "only_check", is_flag=True, help="書き換えずに、直すファイルを示します")
@ROOT
def format_command(paths: tuple[Path, ...], root: Path, *, only_check: bool) -> None:
    """記録の字下げ、行末、改行をそろえます。書かれた内容と注と順番は変えません。"""
    files = sorted({file for path in paths or (root / "records",) for file in _yaml_files(path)})
    changed, unreadable = 0, 0
    for file in files:
        raw = file.read_bytes()
        made = format_yaml(raw)
        if made is None:
            unreadable += 1
            print(f"{file}: 読めないので、そのままにしました。senrei check で確かめてください。")
        elif made != raw:
            changed += 1
            if not only_check:
                file.write_bytes(made)
            print(f"{file}: {'そろっていません' if only_check else 'そろえました'}")
    if only_check and changed:
        print("senrei format を動かすと、そろいます。", file=sys.stderr)
    sys.exit(bool(unreadable or (only_check and changed)))


def _yaml_files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [file for file in path.rglob("*") if file.suffix in {".yml", ".yaml"}]


@main.command("editor-files")
@click.option("--check", "only_check", is_flag=True, help="書き換えずに、古いものを示します")
@ROOT
def editor_files(root: Path, *, only_check: bool) -> None:
    """スキーマから作る設定（VS Code の設定、GitHub の用紙、語の型など）を書き直します。"""
    schemas = load_schemas(root / "schemas")
    kinds, types = read_kinds(schemas), read_project(root).catalog.of(MatterTypeTerm)
    made = {
        SETTINGS: editor_settings(schemas),
        ISSUE_FORM: issue_form(schemas.by_name["case"], types[USUAL_TYPE]),
        RETIRED: retired_schema(schemas, kinds),
        WORDS: word_types(schemas, kinds),
    }
    stale = [name for name, text in made.items() if _text_of(root / name) != text]
    for name in stale:
        if not only_check:
            _write(root / name, made[name])
        print(f"{name}: {'古くなっています' if only_check else '書き直しました'}")
    sys.exit(bool(stale and only_check))


@main.command("editor-schemas")
@click.option(
    "--out", type=click.Path(path_type=Path), help="書き出すフォルダ（書かなければ .vscode）"
)
@ROOT
def editor_schemas(out: Path | None, root: Path) -> None:
    """語彙の語を日本語の名前で補うためのファイルを作ります（コミットしません）。"""
    schemas, out = load_schemas(root / "schemas"), out or root / ".vscode"
    for name, text in completion_files(schemas, read_project(root).catalog):
        _write(out / name, text)
    print(f"{out}/ に作りました。")


@main.command("impact")
@click.argument("base")
@click.argument("head", required=False)
@click.option("--diagrams", type=click.Path(path_type=Path), help="変わる図の前と後を書くファイル")
@ROOT
def impact_command(base: str, head: str | None, diagrams: Path | None, root: Path) -> None:
    """記録の変更がサイトの何を変えるかを、言葉で示します。

    BASE と HEAD は Git の版です。HEAD を書かなければ、今のファイルを見ます。
    """
    try:
        commits = [commit_of(root, revision) for revision in (base, *([head] if head else []))]
    except GitError as error:
        raise click.UsageError(f"Git の版が見つかりません: {base} {head or ''} {error}") from error
    with tempfile.TemporaryDirectory() as folder:
        trees = [Path(folder, str(number)) for number in range(len(commits))]
        for commit, tree in zip(commits, trees, strict=True):
            tree.mkdir()
            write_tree(root, commit, ("records",), tree)
            shutil.copytree(root / "schemas", tree / "schemas")
        schemas = load_schemas(root / "schemas")
        before, after = (read_state(tree, schemas) for tree in (*trees, root)[:2])
        print(impact(before, after, schemas), end="")
        if diagrams is not None:
            sheets = root / "docs/assets/stylesheets"
            style = "".join(_text_of(sheets / n) or "" for n in ("tokens.css", "diagram.css"))
            page = diagrams_page(before, after, style)
            if page is not None:
                _write(diagrams, page)


@main.command("duties")
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=lambda: dt.datetime.now(tz=dt.UTC).date().isoformat(),
    help="この日の当番として調べる（書かなければ今日）",
)
@ROOT
def duties_command(day: dt.datetime, root: Path) -> None:
    """当番が見る一覧を作ります。使われない語、未解決の記載、古くなった確認などです。"""
    print(duties(read_project(root), day.date()), end="")


def _text_of(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
