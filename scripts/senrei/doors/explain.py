"""The command that explains rules: a door."""

from __future__ import annotations

import click

from senrei.doors.cli import main
from senrei.model.mistakes import load_mistakes
from senrei.model.rule_book import RULES, rule_of
from senrei.publish.rule_text import explained, listed
from senrei.source.characters import printable
from senrei.source.nearest import nearest


@main.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """決まりを、誤った例と正しい例で説明します。RULE を省くと、すべての決まりを並べます。"""
    if rule is None:
        click.echo(listed(RULES))
        return
    found = rule_of(rule.strip("[]"))
    if found is None:
        near = nearest(rule, [known.id for known in RULES])
        message = f"「{printable(rule)}」という決まりはありません。{near}"
        raise click.UsageError(f"{message}一覧は「senrei explain」で見られます。")
    click.echo(explained(found, load_mistakes()))
