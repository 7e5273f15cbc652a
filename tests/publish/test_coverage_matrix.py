from senrei.model.links import Links
from senrei.publish.coverage_matrix import coverage_matrix


def test_cells_say_what_the_records_say(catalog):
    links = Links(catalog)
    rows = {row.control: row for group in coverage_matrix(catalog, links) for row in group.rows}
    assert list(rows) == list(catalog.of_kind("control"))
    for control, row in rows.items():
        using = set(links.cases_using("control", control))
        assert {cell.case for cell in row.cells if cell.state != "unstated"} == using
        assert len(row.cells) == len(catalog.cases)


def test_not_needed_is_not_the_same_as_not_stated(catalog):
    rows = {
        row.control: row for group in coverage_matrix(catalog, Links(catalog)) for row in group.rows
    }
    cells = {cell.case: cell.state for cell in rows["transfer-register"].cells}
    assert cells["shinjuku-genkikan"] == "dash"
    assert cells["edogawa-r04-10"] == "stated"
    assert cells["edogawa-r03-28"] == "unstated"
