"""Diagrams before and after a change, on one page that opens from disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from senrei.editing.impact import changed_diagrams

if TYPE_CHECKING:
    from senrei.editing.site_state import State

_PAGE = Markup("""\
<!DOCTYPE html>
<html lang="ja">
<head><meta charset="utf-8"><title>図の前と後</title><style>{style}</style></head>
<body>{parts}</body>
</html>
""")
_PART = Markup("<h2>{title}</h2>\n<h3>前</h3>\n<div>{old}</div>\n<h3>後</h3>\n<div>{new}</div>\n")
_NOTHING = Markup("<p>図はありません。</p>")


def diagrams_page(base: State, head: State, style: str) -> str | None:
    """Return the page with all pictures that change; None where none does."""
    parts = [
        _PART.format(title=title, old=_picture(base, case), new=_picture(head, case))
        for case, title in changed_diagrams(base, head)
    ]
    if not parts:
        return None
    # The style sheets are our own, the pictures come from our writer of element trees.
    return str(_PAGE.format(style=Markup(style), parts=Markup("").join(parts)))  # noqa: S704


def _picture(state: State, case: str) -> Markup:
    found = state.diagrams.get(case)
    return _NOTHING if found is None else Markup(found)  # noqa: S704
