from dataclasses import dataclass

import pytest
from random_pictures import random_picture
from real_pictures import real_pictures

from flowpicture import (
    PHONE,
    WIDE,
    Drawing,
    Picture,
    Width,
    ladder_drawings,
    ladder_sheets,
)
from senrei.publish.flow_figure import flow_picture

RANDOM_PICTURES = 200


@dataclass(frozen=True)
class Drawn:
    """A ladder: its parts as shapes and as text."""

    name: str
    picture: Picture
    width: Width
    drawings: tuple[Drawing, ...]
    svgs: tuple[str, ...]

    @property
    def items(self):
        return [item for drawing in self.drawings for item in drawing.items]


def draw(name, picture, width):
    """Return the ladder as shapes and as text."""
    drawings = ladder_drawings(picture, width)
    svgs = ladder_sheets(picture, width)
    return Drawn(f"{name}@{width}", picture, width, drawings, svgs)


@pytest.fixture(scope="session")
def case_pictures(catalog):
    """Return the picture of every record, by its id."""
    return {
        case.id: flow_picture(case, case.data_flow, catalog)
        for case in catalog.cases.values()
        if case.data_flow
    }


@pytest.fixture(scope="session")
def all_drawn(case_pictures):
    """Return the ladders of every record, of four studies and of random records, both widths."""
    pictures = {
        **case_pictures,
        **{picture.uid: picture for picture in real_pictures()},
        **{f"random {seed}": random_picture(seed) for seed in range(RANDOM_PICTURES)},
    }
    return tuple(
        draw(name, picture, width) for name, picture in pictures.items() for width in (WIDE, PHONE)
    )
