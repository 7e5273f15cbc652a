from dataclasses import dataclass

import pytest
from random_pictures import random_picture
from real_pictures import real_pictures

from senrei.publish.diagram import (
    PHONE,
    WIDE,
    Drawing,
    Picture,
    Width,
    drawing_svg,
    ladder_drawing,
)

RANDOM_PICTURES = 200


@dataclass(frozen=True)
class Drawn:
    picture: Picture
    width: Width
    drawing: Drawing
    svg: str

    @property
    def name(self):
        return f"{self.picture.uid}@{self.width}"


def draw(picture, width):
    """Return what `ladder_svg` writes, laid out once only."""
    drawing = ladder_drawing(picture, width)
    return Drawn(picture, width, drawing, drawing_svg(picture, drawing))


@pytest.fixture(scope="session")
def real_drawn():
    """Return the four real pictures at both widths."""
    return tuple(draw(picture, width) for picture in real_pictures() for width in (WIDE, PHONE))


@pytest.fixture(scope="session")
def all_drawn(real_drawn):
    """Return the real and the random pictures at both widths."""
    pictures = map(random_picture, range(RANDOM_PICTURES))
    return (*real_drawn, *(draw(picture, width) for picture in pictures for width in (WIDE, PHONE)))
