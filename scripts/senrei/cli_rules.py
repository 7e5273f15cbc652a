"""The command that explains rules: a door."""

from __future__ import annotations

from pathlib import Path

import click

from senrei.model.rule_book import RULES, rule_of
from senrei.publish.rule_text import explained, listed
from senrei.source.mistakes import load_mistakes
from senrei.source.nearest import nearest
from senrei.source.shown import shown
from senrei.usage import JapaneseCommand, project_root


@click.command(cls=JapaneseCommand)
@click.argument("rule", required=False)
@click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    callback=project_root,
    help="records/ と schemas/ のあるフォルダ",
)
def explain(rule: str | None, root: Path) -> None:
    """決まりを、誤った例と正しい例で説明します。RULE を省くと、すべての決まりを並べます。"""
    if rule is None:
        click.echo(listed(RULES))
        return
    found = rule_of(rule.strip("[]"))
    if found is None:
        near = nearest(rule, [known.id for known in RULES])
        message = f"「{shown(rule)}」という決まりはありません。{near}"
        raise click.UsageError(f"{message}一覧は「senrei explain」で見られます。")
    click.echo(explained(found, load_mistakes(root / "tests/examples/mistakes")))
