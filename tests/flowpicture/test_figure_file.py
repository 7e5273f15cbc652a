import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from real_pictures import kokuho, sodaigomi

from flowpicture import WIDE, ladder_drawings, overview_drawing, read_style_sheet
from flowpicture.display_list import Box, Drawing, Group, Line, Rect, Text
from flowpicture.figure_file import characters, outline, pdf_bytes, png_bytes
from flowpicture.marks import LOCK_HEIGHT, LOCK_ICONS, LOCK_WIDTH, NODE_ICONS
from flowpicture.picture import NodeType
from senrei.doors.cli import main
from senrei.doors.mkdocs_plugin import kept_content
from senrei.publish.address import flow_png_paths, pdf_path
from senrei.publish.figures import STYLE_SHEET, FigureFile, figure_files
from senrei.publish.site_model import SiteModel

CSS = (Path(__file__).parents[2] / STYLE_SHEET).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def style():
    return read_style_sheet(CSS)


@pytest.fixture(scope="module")
def figures(catalog):
    return list(figure_files(SiteModel(catalog), CSS))


@pytest.mark.parametrize(
    "write", [png_bytes, lambda drawing, style: pdf_bytes((drawing, drawing), style, "図")]
)
def test_same_drawing_gives_the_same_file(style, write):
    for drawing in (*ladder_drawings(sodaigomi(), WIDE), overview_drawing(kokuho(), WIDE)):
        first = write(drawing, style)
        assert first == write(drawing, style)
        assert first.startswith((b"\x89PNG", b"%PDF"))


def test_files_name_neither_a_program_nor_a_date(style):
    drawing = overview_drawing(kokuho(), WIDE)
    assert b"Software" not in png_bytes(drawing, style)
    assert b"CreationDate" not in pdf_bytes((drawing,), style, "図")


def test_a_pdf_has_pages_of_a4_with_as_many_drawings_as_fit(style):
    low, high = Drawing(800, 400, ()), Drawing(800, 1000, ())
    content = pdf_bytes((low, low, high), style, "図")
    boxes = re.findall(rb"/MediaBox \[ ([\d. ]+) \]", content)
    assert [[round(float(size)) for size in box.split()] for box in boxes] == [[0, 0, 595, 842]] * 2


def test_every_case_and_the_matrix_have_their_figures(case_pictures, figures):
    paths = [figure.path for figure in figures]
    for case, picture in case_pictures.items():
        sheets = len(ladder_drawings(picture, WIDE))
        assert {pdf_path(case), *flow_png_paths(case, sheets)} < set(paths)
    assert "figures/coverage-matrix.pdf" in paths
    assert len(paths) == len(set(paths))
    assert figures[1].content().startswith(b"\x89PNG")


def test_the_font_has_every_character_of_the_figures(figures):
    written = {
        character
        for figure in figures
        for drawing in figure.drawings
        for item in drawing.items
        if isinstance(item, Text)
        for character in item.text
    }
    assert {sign for sign in written if ord(sign) not in characters()} == set()


def test_a_character_that_the_font_lacks_is_set_as_a_geta_mark(style):
    lacking, geta = (Drawing(40, 40, (Text(5, 20, sign, 12, ""),)) for sign in ("𠮷", "〓"))
    assert png_bytes(lacking, style) == png_bytes(geta, style)


def test_an_unchanged_figure_is_taken_from_the_folder_of_earlier_ones(style, tmp_path, monkeypatch):
    figure = FigureFile(
        "figures/x.png", (Drawing(40, 40, (Text(5, 20, "区", 12, ""),)),), style, "図"
    )
    first = kept_content(figure, tmp_path)
    monkeypatch.setattr(FigureFile, "content", lambda _: b"drawn again")
    assert kept_content(figure, tmp_path) == first
    other = FigureFile(
        "figures/x.png", (Drawing(40, 40, (Text(5, 20, "市", 12, ""),)),), style, "図"
    )
    assert kept_content(other, tmp_path) == b"drawn again"


def test_command_writes_every_file(invented, tmp_path, monkeypatch):
    monkeypatch.setattr(FigureFile, "content", lambda self: self.path.encode())
    ran = CliRunner().invoke(
        main, ["figures", "--out", str(tmp_path / "a"), "--root", str(invented)]
    )
    assert ran.exit_code == 0
    names = {file.name for file in (tmp_path / "a").iterdir()}
    assert {"tsubame-r04-7-overview.png", "coverage-matrix.pdf"} < names
    assert ran.stderr == f"{len(names)} 件の図を {tmp_path / 'a'} に書きました\n"


def test_png_has_144_dots_per_inch(style):
    content = png_bytes(Drawing(96, 48, ()), style)
    assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (144, 72)


def test_looks_are_those_of_the_stylesheet_in_its_light_theme(style):
    care, ward = Group(css="df-wire df-care"), Group(css="df-ward")
    line = style.look(Line(((0, 0), (9, 0)), "df-line df-paper", "flow", care), "shape")
    assert (line.fill, line.stroke, line.width, line.dashes) == ("none", "#a8123e", 4.6, (8, 4))
    head = style.look(Rect(Box(0, 0, 9, 9), "df-head", "frame", group=ward), "shape")
    assert (head.fill, head.stroke) == ("#174a8c", "none")
    word = style.look(Text(0, 0, "区", 10, "df-party", group=ward), "text")
    assert (word.fill, word.is_bold) == ("#ffffff", True)


@pytest.mark.parametrize("type_", NodeType.__args__)
def test_icons_stay_within_their_square(type_):
    box = outline(NODE_ICONS[type_]).get_extents()
    assert 0 <= box.xmin < box.xmax <= 28
    assert 0 <= box.ymin < box.ymax <= 28


def test_locks_stay_within_their_box():
    box = outline(LOCK_ICONS["other"]).get_extents()
    assert 0 <= box.xmin < box.xmax <= LOCK_WIDTH
    assert 0 <= box.ymin < box.ymax <= LOCK_HEIGHT


def test_a_path_keeps_its_lines_curves_arcs_and_its_second_part():
    path = outline("M0 0h4q4 0 4 4a4 4 0 01-4 4zm1 1 2 0")
    assert path.codes.tolist() == [1, 2, 3, 3, 4, 4, 4, 2, 79, 1, 2]
    assert path.vertices[-1].tolist() == [3, 1]
