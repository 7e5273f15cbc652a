"""Addresses: where each record has its page and its data, links, and what stands at former ones."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from markupsafe import Markup

from senrei.model.kinds import with_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.catalog import Catalog
    from senrei.model.kinds import Kind

MATRIX = "coverage-matrix"


def index_path(kind: Kind) -> str:
    """Return the path of the list of a kind that has pages."""
    return f"{kind.segment}/index.html"


def page_path(kind: Kind, entry_id: str) -> str:
    """Return the path of a record's page; its kind must have pages."""
    return f"{kind.segment}/{entry_id}/index.html"


def system_path(ward: str, system_id: str) -> str:
    """Return the path of the page of a ward's system."""
    return f"systems/{ward}/{system_id}/index.html"


def comparison_path(pair: tuple[str, str]) -> str:
    """Return the path of the page that compares two cases."""
    return f"compare/{pair[0]}--{pair[1]}/index.html"


def data_path(kind: Kind, entry_id: str) -> str:
    """Return the path of a record's open data; its kind must have pages."""
    return f"api/v1/{kind.segment}/{entry_id}.json"


def pdf_path(figure: str) -> str:
    """Return the path of the PDF with all pictures of a case, or with the matrix."""
    return f"figures/{figure}.pdf"


def flow_png_paths(case_id: str, ladders: int) -> tuple[str, ...]:
    """Return the paths of the PNG files of a case: the overview, then the parts of the ladder."""
    numbers = [f"-{number}" for number in range(1, ladders + 1)] if ladders > 1 else [""]
    figures = ("overview", *(f"ladder{number}" for number in numbers))
    return tuple(f"figures/{case_id}-{figure}.png" for figure in figures)


def relative(page: str, target: str) -> str:
    """Return the link from a page to a path of the site; a fragment may follow the path.

    An anchor on the page itself is named by its fragment alone.
    """
    path, hash_mark, fragment = target.partition("#")
    if path == page and fragment:
        return hash_mark + fragment
    link = posixpath.relpath(path, posixpath.dirname(page) or ".")
    return link + hash_mark + fragment


# The fragment (#…) of the address is kept by the script; without scripts the refresh leads there.
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
