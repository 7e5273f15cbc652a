"""Redirects: the pages that stand at the addresses of former ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from senrei.model.kinds import with_pages
from senrei.publish.address import page_path, relative

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def redirects(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield a page for each former id: its path in the site and its HTML."""
    for kind in with_pages(catalog.kinds):
        for entry in catalog.of_kind(kind.id).values():
            for former in entry.aliases:
                old, new = page_path(kind, former), page_path(kind, entry.id)
                link = relative(old, new)
                page = _PAGE.format(label=entry.label, link=link, former=former, now=entry.id)
                yield old, page
