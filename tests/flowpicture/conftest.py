import pytest
from drawn_pictures import (
    draw_case_overviews,
    draw_ladders,
    draw_pairs,
    draw_random_overviews,
    drawn_elsewhere,
    pictures_of,
    read_drawn,
)


@pytest.fixture(scope="session")
def case_pictures(catalog):
    """Return the picture of every record, by its id."""
    return pictures_of(catalog)


@pytest.fixture(scope="session")
def drawn_by(made_once, snapshot):
    """Return what one of the functions of `drawn_pictures` draws of the records."""
    return lambda draw: read_drawn(
        made_once(draw.__name__, lambda folder: drawn_elsewhere(draw, snapshot, folder))
    )


@pytest.fixture(scope="session")
def all_drawn(drawn_by):
    """Return the ladders of every record, of four studies and of random pictures, both widths."""
    return drawn_by(draw_ladders)


@pytest.fixture(scope="session")
def case_drawn(drawn_by):
    return drawn_by(draw_case_overviews)


@pytest.fixture(scope="session")
def random_drawn(drawn_by):
    return drawn_by(draw_random_overviews)


@pytest.fixture(scope="session")
def pairs(drawn_by):
    return drawn_by(draw_pairs)
