"""Pictures drawn in a process of their own, once for all tests and without the cost of coverage."""

import pickle
import subprocess
import sys
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

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
    overview_drawing,
)
from flowpicture.overview.drawing import draw_pair
from flowpicture.overview.sizes import HALF_SIZES
from flowpicture.pairing import pair_up
from senrei.model.check import read_project
from senrei.publish.flow_figure import flow_picture

RANDOM_PICTURES = 200
RANDOM_PAIRS = 20
WIDTHS = (WIDE, PHONE)


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


def ladder(name, picture, width):
    """Return the ladder as shapes and as text."""
    drawings = ladder_drawings(picture, width)
    svgs = ladder_sheets(picture, width)
    return Drawn(f"{name}@{width}", picture, width, drawings, svgs)


def pictures_of(catalog):
    """Return the picture of every record that has a flow, by its id."""
    return {
        case.id: flow_picture(case, case.data_flow, catalog)
        for case in catalog.cases.values()
        if case.data_flow
    }


def draw_ladders(cases):
    """Draw every record, four studies and random pictures in both widths."""
    pictures = {
        **cases,
        **{picture.uid: picture for picture in real_pictures()},
        **{f"random {seed}": random_picture(seed) for seed in range(RANDOM_PICTURES)},
    }
    return tuple(ladder(name, pictures[name], width) for name in pictures for width in WIDTHS)


def draw_case_overviews(cases):
    """Draw the overviews of every record and of four studies: picture, width and drawing."""
    return draw_overviews([*cases.values(), *real_pictures()])


def draw_random_overviews(_):
    """Draw the same of random pictures."""
    return draw_overviews([random_picture(seed) for seed in range(RANDOM_PICTURES)])


def draw_overviews(pictures):
    return [(one, width, overview_drawing(one, width)) for one in pictures for width in WIDTHS]


def draw_pairs(cases):
    """Draw every two records, and random pictures two by two: pair, left and right drawing."""
    random = [(random_picture(2 * n), random_picture(2 * n + 1)) for n in range(RANDOM_PAIRS)]
    pairs = [pair_up(*both) for both in (*combinations(cases.values(), 2), *random)]
    return [(pair, *draw_pair(pair, HALF_SIZES)) for pair in pairs]


def drawn_elsewhere(draw, project, folder):
    """Run one of these functions for the cases of a project in another process."""
    subprocess.run(
        [sys.executable, __file__, draw.__name__, project, folder / "drawn"],
        env={"PYTHONPATH": str(Path(__file__).parents[2] / "scripts")},
        check=True,
    )


def read_drawn(folder):
    # A process of this very run has written it.
    return pickle.loads((folder / "drawn").read_bytes())  # noqa: S301


if __name__ == "__main__":
    # Under its own name, so that what is pickled is found again.
    import drawn_pictures

    name, project, target = sys.argv[1:]
    cases = drawn_pictures.pictures_of(read_project(Path(project)).catalog)
    drawn = getattr(drawn_pictures, name)(cases)
    Path(target).write_bytes(pickle.dumps(drawn))
