"""What the papers say nothing of is told once, and no heading stands over nothing."""

import re

import pytest

from senrei.publish.site_model import SiteModel


def bodies(site):
    for file in sorted((site / "cases").glob("*/index.html")):
        text = file.read_text("utf-8")
        yield file.parent.name, text[text.index("<article") : text.index("</article>")]


def test_no_heading_stands_over_a_mere_absence(each_site):
    alone = re.compile(
        r"<h[23][^>]*>(?:(?!</h[23]>).)*</h[23]>\s*<p>\s*<span class=.missing.>[^<]*</span>\s*</p>\s*"
        r"(?=<h[23]|</section>)",
        re.DOTALL,
    )
    for case, body in bodies(each_site):
        assert alone.findall(body) == [], case


@pytest.mark.parametrize("bodies_are", ["", "invented_"], ids=["real", "invented"])
def test_every_field_that_says_nothing_is_named_once_with_the_way(request, bodies_are):
    catalog = request.getfixturevalue(f"{bodies_are}catalog")
    named = dict(bodies(request.getfixturevalue(f"{bodies_are}site")))
    for view in SiteModel(catalog).views.values():
        body = named[view.case.id]
        for way, fields in view.absences:
            word = catalog.word_in(view.case, f"absence.{way}")
            assert f'<span class="label">{word}</span>' in body
            for field in fields:
                assert len(re.findall(f'<span data-field="{field}">', body)) == 1
        for matter in view.matters:
            for _, fields in matter.absences:
                assert all(f'<span data-field="matters.{field}">' in body for field in fields)
