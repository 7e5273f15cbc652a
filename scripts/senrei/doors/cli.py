"""The `senrei` command: which door opens for which word."""

from __future__ import annotations

import click

from senrei.doors.usage import JapaneseGroup

# A module is loaded when one of its commands is called; then it adds them to `main`.
_MODULES = {
    "check": "check",
    "duties": "edit",
    "editor-files": "edit",
    "editor-schemas": "edit",
    "explain": "check",
    "export": "export",
    "figures": "export",
    "format": "edit",
    "impact": "edit",
    "new": "edit",
    "pages": "export",
}


@click.group(cls=JapaneseGroup, modules=_MODULES)
def main() -> None:
    """先例: 審議会などに出された案件の記録を調べ、サイトにします。"""
