"""What a person sees: nothing cut off, the first screen answers, nothing serious for axe.

The pages of the invented bodies show everything; of the real records it is whatever page of a
sort is the largest.
"""

import pytest
from browser_pages import serious_faults

SORTS = [
    "cases/index.html",
    "cases/hibari-r05-2/index.html",
    "controls/index.html",
    "controls/security-wire/index.html",
    "certifications/privacy-mark/index.html",
    "data-items/index.html",
    "data-items/name/index.html",
    "contractors/index.html",
    "systems/index.html",
    "compare/index.html",
    "glossary/index.html",
    "reference/fields/index.html",
    "guide/officer/index.html",
    "guide/editor/index.html",
]
FULL = [
    "index.html",
    "cases/*/index.html",
    "coverage/index.html",
    "systems/*/*/index.html",
    "compare/*/index.html",
]
CASES = [(site, "cases/*/index.html", n) for site in ("site", "invented_site") for n in range(3)]
PAGES = [
    *(("invented_site", sort, 0) for sort in SORTS),
    *((site, sort, 0) for site in ("site", "invented_site") for sort in FULL),
]


@pytest.fixture
def largest(request):
    """Of a site, the pages of a sort and of these the n-th largest, as site and path."""
    site, sort, n = request.param
    folder = request.getfixturevalue(site)
    pages = sorted(folder.glob(sort), key=lambda page: page.stat().st_size, reverse=True)
    return site, pages[n].relative_to(folder).as_posix()


@pytest.fixture
def base(request, largest):
    site, _ = largest
    return request.getfixturevalue({"site": "server", "invented_site": "invented_server"}[site])


@pytest.fixture
def path(largest):
    return largest[1]


def of(pages):
    """Run a test for each of these pages."""
    names = ["-".join(map(str, page)) for page in pages]
    return pytest.mark.parametrize("largest", pages, ids=names, indirect=True)


def stands_out(page):
    """The texts that are cut off on the right of the page that is open."""
    return page.evaluate(
        """() => [...document.querySelectorAll("article :is(p, td, th, dd, dt, li, h1, h2, h3)")]
            .filter(e => e.offsetParent
                && !e.closest(".visually-hidden, thead, .df-fig, .df-pair, .matrix-wrap"))
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.textContent.slice(0, 40))"""
    )


@pytest.mark.parametrize("width", [360, 768, 1280])
@of(PAGES)
def test_nothing_stands_out_to_the_side(page, base, path, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(base + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert stands_out(page) == []


@of(CASES)
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (768, 1024)])
def test_first_screen_answers_what_why_new_whose_and_to_whom(page, base, path, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(base + path)
    for field in ("brief.asked", "brief.why", "brief.new", "data_subjects", "contractors"):
        box = page.locator(f".key [data-field='{field}']").first.bounding_box()
        assert box["y"] + box["height"] <= height, field


@pytest.mark.parametrize("scheme", ["light", "dark"])
@of(PAGES)
def test_axe_finds_nothing_serious(page, base, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(base + path)
    # A dark page differs from a light one in nothing but its colours.
    assert serious_faults(page, colours_only=scheme == "dark") == []


@of(CASES)
def test_print_on_a4_cuts_no_row(page, base, path):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})  # A4 inside margins of 12 mm, in px
    page.goto(base + path)
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    rows = page.evaluate(
        """() => [...document.querySelectorAll("article tr, article .facts > div, article .key__fact")].map(
            e => [getComputedStyle(e).breakInside, e.getBoundingClientRect().height])"""
    )
    assert rows
    assert {inside for inside, _ in rows} == {"avoid"}
    assert max(height for _, height in rows) < 1000
    heads = page.evaluate(
        """() => [...document.querySelectorAll("article thead")].map(e => getComputedStyle(e).display)"""
    )
    assert set(heads) == {"table-header-group"}
    assert page.locator(".md-header").is_hidden()


@of(CASES[::3])
def test_large_text_stays_inside_the_page(page, base, path):
    page.set_viewport_size({"width": 640, "height": 800})  # 1280 at a zoom of 200 %
    page.goto(base + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@of(CASES[::3])
def test_three_layers_of_text_look_different(page, base, path):
    page.goto(base + path)
    said = "[...document.querySelectorAll('article [data-field=\"title\"]')][0]"
    looks = page.evaluate(
        f"""() => [{said}, document.querySelector("article .ours"), document.querySelector("article .term")]
            .map(e => {{const s = getComputedStyle(e); return s.borderBottomStyle + s.borderTopStyle}})"""
    )
    assert len(set(looks)) == 3


def opacities(page):
    """Least opacity of the marked step and of the others, in the pictures that can be seen."""
    return page.evaluate(
        """() => {
            const seen = [...document.querySelectorAll(".df-svg [data-row]")]
                .filter(e => e.getClientRects().length);
            const least = steps => Math.min(...steps.map(e => +getComputedStyle(e).opacity));
            const isThird = e => e.dataset.row.split(" ").includes("3");
            return [least(seen.filter(isThird)), least(seen.filter(e => !isThird(e)))];
        }"""
    )


@of([("invented_site", "cases/hibari-r05-1/index.html", 0)])
@pytest.mark.parametrize("width", [1280, 360])
def test_a_row_of_the_flow_marks_its_step_in_both_pictures(page, base, path, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(base + path)
    assert opacities(page) == [1, 1]
    page.locator("#flow-table tbody tr").nth(2).hover()
    marked, others = opacities(page)
    assert marked == 1 > others
    page.mouse.move(0, 0)
    page.locator("#flow-table tbody tr").nth(2).locator("a").focus()
    assert opacities(page) == [marked, others]


@of(CASES)
def test_pictures_stay_whole_on_paper(page, base, path):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})
    page.goto(base + path)
    heights = page.evaluate(
        """() => [...document.querySelectorAll("article .df-svg")].filter(e => e.getClientRects().length)
            .map(e => [getComputedStyle(e).breakInside, e.getBoundingClientRect().height])"""
    )
    assert len(heights) >= 2
    assert {inside for inside, _ in heights} == {"avoid"}
    assert max(height for _, height in heights) < 1000
