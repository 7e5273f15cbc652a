"""The commands that check records and explain the rules: a door that reads arguments and prints."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from senrei.doors.cli import main
from senrei.doors.usage import ROOT
from senrei.model.check import check_records
from senrei.model.rule_book import load_mistakes, load_rules
from senrei.publish.rules_page import explained, listed
from senrei.source.characters import printable
from senrei.source.nearest import nearest
from senrei.source.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from senrei.source.problem import Problem


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text")
@ROOT
def check(paths: tuple[Path, ...], form: str, root: Path) -> None:
    """記録を調べ、直すところをすべて示します。PATHS を書くと、その記録だけを示します。"""
    problems = check_records(root, paths)
    _print(problems, form)
    sys.exit(any(problem.severity is Severity.ERROR for problem in problems))


def _print(problems: Sequence[Problem], form: str) -> None:
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


@main.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """決まりを、誤った例と正しい例で説明します。RULE を省くと、すべての決まりを並べます。"""
    rules = load_rules()
    if rule is None:
        click.echo(listed(rules))
        return
    named = next((known for known in rules if known.id == rule.strip("[]")), None)
    if named is None:
        near = nearest(rule, [known.id for known in rules])
        message = f"「{printable(rule)}」という決まりはありません。{near}"
        raise click.UsageError(f"{message}一覧は「senrei explain」で見られます。")
    click.echo(explained(named, load_mistakes()))
