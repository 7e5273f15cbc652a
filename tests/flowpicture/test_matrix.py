import pytest
from geometry_check import find_faults, smallest_text

from flowpicture.display_list import Circle, Line, Text
from flowpicture.matrix import MatrixLine, MatrixTable, draw_matrix

WORDS = (("stated", "あり"), ("dash", "不要"), ("unstated", "空欄：記載なし"))


def table(columns, rows):
    marks = ("stated", "dash", "unstated")
    lines = tuple(
        MatrixLine(
            f"対策{row}", f"群{row // 20}", tuple(marks[(row + c) % 3] for c in range(columns))
        )
        for row in range(rows)
    )
    return MatrixTable("表", tuple(f"案件{column}" for column in range(columns)), lines, WORDS)


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (13, 120), (16, 40), (17, 10), (40, 130)])
def test_every_mark_stands_once_on_sheets_of_a4(columns, rows):
    matrix = table(columns, rows)
    sheets = draw_matrix(matrix)
    for sheet in sheets:
        assert sheet.width == 800
        assert sheet.height <= 1160
        assert find_faults(sheet) == ()
        assert smallest_text(sheet) >= 10
    items = [item for sheet in sheets for item in sheet.items]
    dots = sum(isinstance(item, Circle) for item in items) - len(sheets)  # one in each legend
    dashes = sum(isinstance(item, Line) and item.role == "mark" for item in items) - len(sheets)
    marks = [mark for line in matrix.lines for mark in line.marks]
    assert (dots, dashes) == (marks.count("stated"), marks.count("dash"))


def test_each_sheet_names_its_columns_and_says_which_part_it_is():
    sheets = draw_matrix(table(20, 100))
    for number, sheet in enumerate(sheets, 1):
        words = [item.text for item in sheet.items if isinstance(item, Text)]
        assert f"表（{number}／{len(sheets)}枚）" in words
        assert sum(word.startswith("案件") for word in words) == 10


def test_a_row_counts_the_cases_of_all_sheets():
    (line,) = table(30, 1).lines
    for sheet in draw_matrix(table(30, 1)):
        words = [item.text for item in sheet.items if isinstance(item, Text)]
        assert str(line.marks.count("stated")) in words


def test_a_long_name_takes_a_second_line():
    long = MatrixLine("とても長い名前の" * 6, "群", ("stated",))
    (sheet,) = draw_matrix(MatrixTable("表", ("案件",), (long,), WORDS))
    words = "".join(item.text for item in sheet.items if isinstance(item, Text))
    assert long.label in words
    assert find_faults(sheet) == ()
