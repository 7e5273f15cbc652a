"""The command that writes figure files: a door."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

from senrei.doors.cli import main
from senrei.doors.usage import OUT, ROOT
from senrei.model.check import read_project
from senrei.publish.figures import STYLE_SHEET, figure_files
from senrei.publish.site_model import SiteModel


@main.command()
@OUT
@ROOT
def figures(out: Path, root: Path) -> None:
    """案件ごとの全体図と手順図、対策と案件の表を、PNG と PDF で書き出します。"""
    style = (root / STYLE_SHEET).read_text(encoding="utf-8")
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    model = SiteModel(read_project(root).catalog)
    for figure in figure_files(model, style):
        (out / PurePosixPath(figure.path).name).write_bytes(figure.content())
        count += 1
    print(f"{count} 件の図を {out} に書きました", file=sys.stderr)
