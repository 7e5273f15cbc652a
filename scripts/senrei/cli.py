"""The `senrei` command: a door that reads the arguments and prints what the package says."""

from __future__ import annotations

import json
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from senrei.cli_editing import COMMANDS
from senrei.cli_rules import COMMANDS as RULE_COMMANDS
from senrei.model.check import check_records, read_project
from senrei.model.links import Links
from senrei.publish.figures import STYLE_SHEET, figure_files
from senrei.source.problem import Severity
from senrei.usage import JapaneseGroup, project_root

if TYPE_CHECKING:
    from collections.abc import Sequence

    from senrei.source.problem import Problem


@click.group(cls=JapaneseGroup)
def main() -> None:
    """先例: 審議会などに出された案件の記録を調べ、サイトにします。"""


for _command in (*COMMANDS, *RULE_COMMANDS):
    main.add_command(_command)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text")
@click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    callback=project_root,
    help="records/ と schemas/ のあるフォルダ",
)
def check(paths: tuple[Path, ...], form: str, root: Path) -> None:
    """記録を調べ、直すところをすべて示します。PATHS を書くと、その記録だけを示します。"""
    problems = check_records(root, paths)
    _show(problems, form)
    sys.exit(any(problem.severity is Severity.ERROR for problem in problems))


@main.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="図を書き出すフォルダ",
)
@click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="records/ と schemas/ のあるフォルダ",
)
def figures(out: Path, root: Path) -> None:
    """案件ごとの全体図と手順図、対策と案件の表を、PNG と PDF で書き出します。"""
    style = (root / STYLE_SHEET).read_text(encoding="utf-8")
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    catalog = read_project(root).catalog
    for figure in figure_files(catalog, Links(catalog), style):
        (out / PurePosixPath(figure.path).name).write_bytes(figure.content())
        count += 1
    print(f"{count} 件の図を {out} に書きました", file=sys.stderr)


def _show(problems: Sequence[Problem], form: str) -> None:
    if form == "json":
        print(json.dumps([problem.as_json() for problem in problems], ensure_ascii=False, indent=2))
        return
    for problem in problems:
        print(problem.as_github() if form == "github" else problem.as_text())
    if form == "text":
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        said = f"誤り {errors} 件、注意 {len(problems) - errors} 件" if problems else "問題なし"
        print(said, file=sys.stderr)
        if problems:
            rule = problems[0].rule
            print(f"決まりの説明と例は「senrei explain {rule}」で見られます。", file=sys.stderr)
