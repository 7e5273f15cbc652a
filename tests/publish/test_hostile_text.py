"""Text of a record never becomes markup."""

import dataclasses

from senrei.publish.case_page import case_page
from senrei.publish.rendering import Renderer

PAYLOAD = '<img src=x onerror="alert(1)">{{ 7*7 }}</script><!--'


def test_markup_in_a_record_is_shown_as_text(catalog):
    case = catalog.cases["edogawa-r03-33"]
    hostile = dataclasses.replace(
        case,
        title=PAYLOAD,
        short_title=PAYLOAD,
        brief=dataclasses.replace(case.brief, asked=PAYLOAD),
    )
    body = case_page(hostile, catalog, Renderer(catalog), None).body
    assert "<img" not in body
    assert "&lt;img src=x onerror=" in body
    assert "{{ 7*7 }}" in body
