"""Addresses: where each record has its page and its data, and links relative to a page."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from senrei.model.kinds import Kind


MATRIX = "coverage-matrix"


def index_path(kind: Kind) -> str:
    """Give the path of the list of a kind that has pages."""
    return f"{kind.segment}/index.html"


def page_path(kind: Kind, entry_id: str) -> str:
    """Give the path of a record's page; its kind must have pages."""
    return f"{kind.segment}/{entry_id}/index.html"


def system_path(ward: str, system_id: str) -> str:
    """Give the path of the page of a ward's system."""
    return f"systems/{ward}/{system_id}/index.html"


def comparison_path(pair: tuple[str, str]) -> str:
    """Give the path of the page that compares two cases."""
    return f"compare/{pair[0]}--{pair[1]}/index.html"


def data_path(kind: Kind, entry_id: str) -> str:
    """Give the path of a record's open data; its kind must have pages."""
    return f"api/v1/{kind.segment}/{entry_id}.json"


def pdf_path(figure: str) -> str:
    """Give the path of the PDF with all pictures of a case, or with the matrix."""
    return f"figures/{figure}.pdf"


def flow_png_paths(case_id: str, ladders: int) -> tuple[str, ...]:
    """Give the paths of the PNG files of a case: the overview, then the parts of the ladder."""
    numbers = [f"-{number}" for number in range(1, ladders + 1)] if ladders > 1 else [""]
    figures = ("overview", *(f"ladder{number}" for number in numbers))
    return tuple(f"figures/{case_id}-{figure}.png" for figure in figures)


def relative(page: str, target: str) -> str:
    """Give the link from a page to a path of the site; a fragment may follow the path.

    A place on the page itself is named by its fragment alone.
    """
    path, hash_mark, fragment = target.partition("#")
    if path == page and fragment:
        return hash_mark + fragment
    link = posixpath.relpath(path, posixpath.dirname(page) or ".")
    return link + hash_mark + fragment
