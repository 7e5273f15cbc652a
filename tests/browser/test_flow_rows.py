from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "docs/assets/javascripts/flow-rows.js"
STYLE = Path(__file__).parents[2] / "docs/assets/stylesheets/diagram.css"
STEPS = 60  # more than any record has


@pytest.fixture
def long_flow(page):
    """A table of many steps under a picture; steps 1 and 2 share a line."""
    lines = "".join(
        f'<g data-row="{rows}"><path d="M0 0h9"/></g>' for rows in ["1 2", *range(1, STEPS + 1)]
    )
    rows = "".join(
        f'<tr id="row-{row}"><td><a href="#row-{row}">{row}</a></td></tr>'
        for row in range(1, STEPS + 1)
    )
    page.set_content(
        f"<section><svg class='df-svg'>{lines}</svg>"
        f"<table id='flow-table'><tbody>{rows}</tbody></table></section>"
    )
    page.add_style_tag(path=STYLE)
    return page


def bright(page):
    return page.evaluate(
        """() => [...document.querySelectorAll("[data-row]")]
            .filter(e => getComputedStyle(e).opacity === "1").map(e => e.dataset.row)"""
    )


@pytest.mark.parametrize(("row", "steps"), [(1, ["1 2", "1"]), (41, ["41"]), (60, ["60"])])
def test_a_row_of_a_flow_of_any_length_marks_its_step(long_flow, row, steps):
    long_flow.add_script_tag(path=SCRIPT)
    assert len(bright(long_flow)) == STEPS + 1
    link = long_flow.locator(f"#row-{row} a")
    link.hover()
    assert bright(long_flow) == steps
    long_flow.mouse.move(0, 0)
    assert len(bright(long_flow)) == STEPS + 1
    link.focus()
    assert bright(long_flow) == steps
    link.blur()
    assert len(bright(long_flow)) == STEPS + 1
    link.click()
    long_flow.mouse.move(0, 0)
    link.blur()
    assert bright(long_flow) == steps


def test_without_its_script_a_picture_stays_whole(long_flow):
    long_flow.locator("#row-41 a").hover()
    assert len(bright(long_flow)) == STEPS + 1
