"""What the papers say nothing of is told once, and no heading stands over nothing."""

import dataclasses
import re

import pytest

from senrei.model.contracting import CertificationClaim
from senrei.model.record import NO_SUCH_LIST, NO_SUCH_VALUE, Listed, Stated
from senrei.publish.case_page import case_page
from senrei.publish.case_view import CaseView
from senrei.publish.rendering import Renderer
from senrei.publish.site_model import SiteModel


def bodies(site):
    for file in sorted((site / "cases").glob("*/index.html")):
        text = file.read_text("utf-8")
        yield file.parent.name, text[text.index("<article") : text.index("</article>")]


# The ways in which a page says that there is nothing.
NOTHING = re.compile(
    r'<p class="hint" data-zone="none">.*?</p>'
    r'|<p>(?:<span class="label">[^<]*</span> )?<span class="missing">.*?</p>'
    r'|<div><dt>[^<]*</dt><dd[^>]*>\s*<span class="missing">[^<]*</span>\s*</dd></div>'
    r"|<div><dt>(?:記載なし|なし|対象外|手元の資料にありません)</dt><dd>.*?</dd></div>",
    re.DOTALL,
)


def empty_parts(body):
    """Headings over nothing but an absence; what stands under a lower heading is judged there."""
    body = re.sub(r"<(svg|script)\b.*?</\1>", "picture", body, flags=re.DOTALL)
    heads = list(re.finditer(r"<h([23])([^>]*)>(.*?)</h\1>", body, re.DOTALL))
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        if 'id="absences"' in head[2] or (after and after[1] > head[1]):
            continue
        part = body[head.end() : after.start() if after else len(body)]
        if not re.sub(r"<[^>]+>|\s", "", NOTHING.sub("", part)):
            yield re.sub(r"<[^>]+>", "", head[3])


def test_no_heading_stands_over_a_mere_absence(each_site):
    for case, body in bodies(each_site):
        assert list(empty_parts(body)) == [], case
        assert not re.search(r"<(dl|ul|ol)[^>]*>\s*</\1>", body), case


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
                assert len(re.findall(f'<span data-field="{field}"[ >]', body)) == 1
        for matter in view.matters:
            for _, fields in matter.absences:
                assert all(f'<span data-field="matters.{field}"' in body for field in fields)


@pytest.fixture(scope="module")
def case(invented_catalog):
    return invented_catalog.cases["tsubame-r04-7"]


@pytest.fixture(scope="module")
def body_of(invented_catalog):
    renderer = Renderer(invented_catalog)
    return lambda case: case_page(CaseView(case, invented_catalog), renderer, None).body


def with_first(case, **changes):
    first = dataclasses.replace(case.matters[0], **changes)
    return dataclasses.replace(case, matters=(first, *case.matters[1:]))


def test_the_anchor_of_a_part_that_is_left_out_stands_where_it_is_named(case, body_of):
    thin = with_first(case, tasks=Listed(), controls=Listed((), "none"), contractors=Listed())
    body = body_of(dataclasses.replace(thin, data_flow=None, lineage=Listed((), "none")))
    matter = f"m-{case.matters[0].id}"
    anchors = {
        "matters.tasks": f"{matter}-tasks",
        "matters.controls": f"{matter}-controls",
        "matters.contractors": f"{matter}-contractors",
        "data_flow": "data-flow",
        "lineage": "lineage",
    }
    for field, anchor in anchors.items():
        assert f'<span data-field="{field}" id="{anchor}">' in body
        assert body.count(f'id="{anchor}"') == 1


def test_requirements_alone_keep_the_part_of_the_contractors(case, body_of):
    required = Listed((CertificationClaim("privacy-mark", "required", "1"),), None)
    body = body_of(with_first(case, contractors=Listed(), certification_requirements=required))
    anchor = f"m-{case.matters[0].id}-contractors"
    assert f'<h3 id="{anchor}"' in body
    assert body.count(f'id="{anchor}"') == 1
    assert '<span data-field="matters.contractors">' in body


def test_what_a_record_need_not_say_is_named_only_where_it_says_why(case, body_of):
    fields = ("matters.media", "matters.provisions", "matters.money", "matters.method")
    silent = with_first(case, media=Listed(), provisions=Listed(), money=Listed(), method=Stated())
    none = with_first(
        case,
        media=NO_SUCH_LIST,
        provisions=Listed((), "none"),
        money=NO_SUCH_LIST,
        method=NO_SUCH_VALUE,
    )
    for field in fields:
        named = f'<span data-field="{field}"'
        assert body_of(none).count(named) == body_of(silent).count(named) + 1


def test_absences_of_an_act_and_of_a_system_stand_in_one_row(invented_catalog, case, body_of):
    act = dataclasses.replace(case.principal, documents=Listed(), agenda_number=Stated())
    system, *_ = next(c for c in invented_catalog.cases.values() if c.systems).systems
    bare = dataclasses.replace(
        system,
        owner=Stated(),
        cloud="unstated",
        server_location=Stated(),
        maintenance=Stated(),
        components=Listed(),
        functions=Listed((), "none"),
        summary=None,
    )
    thin = dataclasses.replace(case, acts=(act,), systems=Listed((bare,), None))
    body = body_of(thin)
    row = r"<div><dt>(記載なし|なし)</dt><dd>(.*?)</dd></div>"
    rows = dict(re.findall(row, body[body.index('id="systems"') :], re.DOTALL))
    assert re.sub(r"<[^>]+>|\s", "", rows["記載なし"]).count("、") == 4
    assert 'data-field="systems.functions"' in rows["なし"]
    part = body[body.index('id="acts"') : body.index('id="systems"')]
    (told,) = re.findall(r"<div><dt>記載なし</dt><dd>(.*?)</dd></div>", part, re.DOTALL)
    assert re.findall(r'data-field="(.*?)"', told) == ["acts.agenda_number", "acts.documents"]


def test_absences_of_a_provision_stand_in_one_row_a_way(invented_catalog, body_of):
    case = invented_catalog.cases["hibari-r06-1"]
    said = body_of(case).partition("社会福祉協議会</b>")[2].partition("</dl>")[0]
    rows = re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", said, re.DOTALL)
    fields = {way: re.findall(r'data-field="(.*?)"', told) for way, told in rows}
    prefix = "matters.provisions"
    assert fields == {
        "記載なし": [f"{prefix}.to_purpose", f"{prefix}.items"],
        "なし": [f"{prefix}.ground"],
    }
    consent = body_of(case).partition("総務部防災課</b>")[2].partition("</dl>")[0]
    assert f'<dt>対象外</dt><dd><span data-field="{prefix}.consent">' in consent
