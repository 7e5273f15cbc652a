"""The macros door: what hand-written pages may call (they opt in with `render_macros: true`)."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Offer the counts of the records to hand-written pages."""
    plugin = env.conf.plugins["senrei"]

    @env.macro  # type: ignore[untyped-decorator]
    def count(kind: str) -> int:
        """How many records of a kind there are, to be called as `count("case")`."""
        return len(plugin.site.model.catalog.of_kind(kind))
