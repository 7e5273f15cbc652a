import math
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from fontTools.ttLib import TTFont
from real_pictures import kokuho, sodaigomi

from senrei.cli import main
from senrei.publish.case_figures import STYLE_SHEET, FigureFile, case_figures
from senrei.publish.diagram import WIDE, ladder_drawings, overview_drawing
from senrei.publish.diagram.display_list import Box, Drawing, Group, Line, Rect, Text
from senrei.publish.diagram.figure_file import FORMATS, figure_bytes, font_path
from senrei.publish.diagram.icons import LOCK_HEIGHT, LOCK_WIDTH, lock_icon, node_icon
from senrei.publish.diagram.path_outline import outline
from senrei.publish.diagram.picture import Kind
from senrei.publish.diagram.style_sheet import read_style_sheet

CSS = (Path(__file__).parents[3] / STYLE_SHEET).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def style():
    return read_style_sheet(CSS)


@pytest.mark.parametrize("form", FORMATS)
def test_same_drawing_gives_the_same_file(style, form):
    for drawing in (*ladder_drawings(sodaigomi(), WIDE), overview_drawing(kokuho(), WIDE)):
        first = figure_bytes(drawing, style, form)
        assert first == figure_bytes(drawing, style, form)
        assert first.startswith({"png": b"\x89PNG", "pdf": b"%PDF"}[form])


def test_files_name_neither_a_program_nor_a_date(style):
    drawing = overview_drawing(kokuho(), WIDE)
    assert b"Software" not in figure_bytes(drawing, style, "png")
    assert b"CreationDate" not in figure_bytes(drawing, style, "pdf")


def test_every_case_has_its_figures(catalog):
    figures = list(case_figures(catalog, CSS))
    names = [figure.name for figure in figures]
    cases = {case.id for case in catalog.cases.values() if case.data_flow}
    assert {name.rpartition("-overview")[0] for name in names if "-overview" in name} == cases
    assert "setagaya-bop-ladder-2.pdf" in names
    assert len(names) == len(set(names))
    assert figures[0].content().startswith(b"\x89PNG")


def test_the_font_has_every_character_of_the_figures(catalog):
    drawings = [figure.drawing for figure in case_figures(catalog, CSS)]
    written = {
        character
        for drawing in drawings
        for item in drawing.items
        if isinstance(item, Text)
        for character in item.text
    }
    assert {one for one in written if ord(one) not in TTFont(font_path()).getBestCmap()} == set()


def test_command_writes_every_file(snapshot, tmp_path, monkeypatch):
    monkeypatch.setattr(FigureFile, "content", lambda self: self.name.encode())
    ran = CliRunner().invoke(
        main, ["figures", "--out", str(tmp_path / "a"), "--root", str(snapshot)]
    )
    assert ran.exit_code == 0
    names = {file.name for file in (tmp_path / "a").iterdir()}
    assert "edogawa-r04-11-overview.png" in names
    assert ran.stderr == f"{len(names)} 件の図を {tmp_path / 'a'} に書きました\n"


def test_a_character_that_the_font_lacks_is_an_error(style):
    drawing = Drawing(40, 40, (Text(5, 20, "𠮷", 12, "df-act"),))
    with pytest.raises(UserWarning, match="Glyph"):
        figure_bytes(drawing, style, "png")


def test_png_has_144_dots_per_inch(style):
    content = figure_bytes(Drawing(96, 48, ()), style, "png")
    assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (144, 72)


def test_looks_are_those_of_the_stylesheet_in_its_light_theme(style):
    care, ward = Group(css="df-wire df-care"), Group(css="df-ward")
    line = style.look(Line(((0, 0), (9, 0)), "df-line df-paper", "flow", care), "shape")
    assert (line.fill, line.stroke, line.width, line.dashes) == ("none", "#a8123e", 4.6, (8, 4))
    head = style.look(Rect(Box(0, 0, 9, 9), "df-head", "frame", group=ward), "shape")
    assert (head.fill, head.stroke) == ("#174a8c", "none")
    word = style.look(Text(0, 0, "区", 10, "df-party", group=ward), "text")
    assert (word.fill, word.is_bold) == ("#ffffff", True)


def ends(path):
    points = [point for stroke in outline(path) for point in stroke.points]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("kind", Kind.__args__)
def test_icons_stay_within_their_square(kind):
    left, top, right, bottom = ends(node_icon(kind))
    assert 0 <= left < right <= 28
    assert 0 <= top < bottom <= 28


def test_locks_stay_within_their_box():
    left, top, right, bottom = ends(lock_icon("other"))
    assert 0 <= left < right <= LOCK_WIDTH
    assert 0 <= top < bottom <= LOCK_HEIGHT


def test_arcs_keep_to_their_circle():
    for large, sweep, middle in (
        (0, 1, (10, 0)),
        (0, 0, (10, 0)),
        (1, 1, (10, 0)),
        (1, 0, (10, 0)),
    ):
        pieces = outline(f"M0 0a10 10 0 {large}{sweep} 10 10")
        assert pieces[-1].points[-1] == pytest.approx((10, 10))
        centre = (0, 10) if bool(large) != bool(sweep) else middle
        assert all(
            math.hypot(one.points[-1][0] - centre[0], one.points[-1][1] - centre[1])
            == pytest.approx(10)
            for one in pieces[1:]
        )


def test_paths_are_read_as_they_are_written():
    assert [one.kind for one in outline("M0 0h4v4H0zm1 1 2 0")] == list("MLLLZML")
    assert outline("M1 2L.5.5-3-4")[2].points == ((-3, -4),)
    smooth = outline("M0 0Q2 2 4 0t4 0")
    assert smooth[2].points[1][1] < 0
    with pytest.raises(ValueError, match="path command 'B' is not drawn here"):
        outline("M0 0B1 1")
    with pytest.raises(ValueError, match=re.escape("no number at '%'")):
        outline("M0 %")
