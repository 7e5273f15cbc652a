"""Rule ids: every id that a problem may bear; the type checker keeps others out."""

from __future__ import annotations

from typing import Literal

from senrei.source.text_rule import TextRule

RuleId = (
    TextRule
    | Literal[
        "also",
        "blacked-out",
        "certification",
        "certification-basis",
        "contractor",
        "date",
        "date-order",
        "duplicate-id",
        "file-name",
        "flow",
        "flow-direction",
        "flow-item",
        "flow-remark",
        "former-id",
        "items",
        "mail-address",
        "mark",
        "matter",
        "my-number",
        "person-name",
        "phone-number",
        "place",
        "reference",
        "regime",
        "retired-id",
        "same-term",
        "section",
        "section-coverage",
        "standing",
        "symlink",
        "system",
        "unconfirmed",
        "unused",
        "volume",
        "ward",
    ]
)
