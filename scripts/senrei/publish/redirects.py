"""Redirects: what stands at the addresses of former ids, for readers and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup

from senrei.publish.address import SECTIONS, data_path, page_path, relative

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from senrei.model.catalog import Catalog

# A reader's place on the page (#…) is kept by the script; without scripts the refresh leads there.
_PAGE = Markup("""\
<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<title>{label}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{link}">
<script>location.replace("{link}" + location.search + location.hash)</script>
</head>
<body>
<p>「{former}」は「{now}」に変わりました。<a href="{link}">{label}</a></p>
</body>
</html>
""")


def redirects(catalog: Catalog, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give a page and a data file for each former id; `files` is the open data by path.

    The data are the record's own, so that a program goes on working; `redirected_from` tells it.
    """
    for section in SECTIONS:
        for entry in catalog.of_kind(section.kind).values():
            for former in entry.aliases:
                old, new = page_path(section.kind, former), page_path(section.kind, entry.id)
                link = relative(old, new)
                yield (
                    old,
                    _PAGE.format(label=entry.label, link=link, former=former, now=entry.id),
                )
                data = json.loads(files[data_path(section.kind, entry.id)])
                moved = {**data, "redirected_from": former}
                text = json.dumps(moved, ensure_ascii=False, indent=1) + "\n"
                yield data_path(section.kind, former), text
