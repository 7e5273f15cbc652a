"""A drawing as one line of inline SVG; colours come from the page's `--df-*` variables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree as ET

from flowpicture.display_list import NO_GROUP, Circle, Drawing, Group, Item, Line, Rect, Shape, Text
from flowpicture.text import has_half_width

_SVG = "http://www.w3.org/2000/svg"
_CORNER = 6.0
_WORTH_SHARING = 40  # characters of a path that is cheaper to refer to
_LONGEST_NUMBER = 2  # a step number in its badge has room in any font


@dataclass(frozen=True)
class Names:
    """Title and description for screen readers; every id starts with `prefix`.

    `described_by` is the id of a table elsewhere on the page.
    """

    prefix: str
    title: str
    description: str
    described_by: str | None = None


def svg_text(drawing: Drawing, names: Names) -> str:
    """Write `drawing` as one line; its role is group, for links inside an image are hidden."""
    root = _open_root(drawing, names)
    shared = _define_shared(root, drawing, names.prefix)
    parent, group = root, NO_GROUP
    for (item_group, _), run in groupby(drawing.items, key=_run_key):
        if item_group != group:
            group = item_group
            parent = root if group == NO_GROUP else _open_group(root, group, names.prefix)
        _append_run(parent, tuple(run), shared)
    return ET.tostring(root, encoding="unicode").replace("\n", " ").replace(" />", "/>")


def image_text(drawing: Drawing, css: str, words: str) -> str:
    """Write a small drawing without links or ids as one image with a name."""
    size = f"{_number(drawing.width)} {_number(drawing.height)}"
    attributes = {
        "class": f"df-svg {css}",
        "viewBox": f"0 0 {size}",
        "role": "img",
        "aria-label": words,
    }
    root = ET.Element("svg", attributes)
    parents: dict[Group, ET.Element] = {NO_GROUP: root}
    for (group, _), run in groupby(drawing.items, key=_run_key):
        if group not in parents:
            parents[group] = _open_group(root, group, "")
        _append_run(parents[group], tuple(run), {})
    return ET.tostring(root, encoding="unicode").replace("\n", " ").replace(" />", "/>")


def _open_root(drawing: Drawing, names: Names) -> ET.Element:
    title_id, description_id = f"{names.prefix}-title", f"{names.prefix}-desc"
    width, height = _number(drawing.width), _number(drawing.height)
    attributes = {
        "xmlns": _SVG,
        "class": "df-svg",
        "viewBox": f"0 0 {width} {height}",
        "width": width,
        "height": height,
        "role": "group",
        "aria-labelledby": f"{title_id} {description_id}",
    }
    if names.described_by is not None:
        attributes["aria-describedby"] = names.described_by
    root = ET.Element("svg", attributes)
    ET.SubElement(root, "title", {"id": title_id}).text = names.title
    ET.SubElement(root, "desc", {"id": description_id}).text = names.description
    return root


def _open_group(root: ET.Element, group: Group, prefix: str) -> ET.Element:
    attributes = {"id": f"{prefix}-{group.id}"} if group.id else {}
    attributes["class"] = group.css
    if group.rows:
        attributes["data-row"] = " ".join(map(str, group.rows))
    if group.href is None:
        return ET.SubElement(root, "g", attributes)
    return ET.SubElement(root, "a", {**attributes, "href": group.href})


def _define_shared(root: ET.Element, drawing: Drawing, prefix: str) -> dict[str, str]:
    """Define paths that occur again and again once; return their ids by path."""
    paths = Counter(item.d for item in drawing.items if isinstance(item, Shape) and item.scale == 1)
    often = [path for path, count in paths.items() if count > 1 and len(path) > _WORTH_SHARING]
    shared = {path: f"{prefix}-d{index}" for index, path in enumerate(often)}
    if shared:
        definitions = ET.SubElement(root, "defs")
        for path, path_id in shared.items():
            ET.SubElement(definitions, "path", {"id": path_id, "d": path})
    return shared


def _run_key(item: Item) -> tuple[Group, str]:
    """Return what joins neighbours: lines of one look become one path."""
    return item.group, f"line {item.css}" if isinstance(item, Line) else ""


def _append_run(parent: ET.Element, run: tuple[Item, ...], shared: dict[str, str]) -> None:
    lines = [item for item in run if isinstance(item, Line)]
    if lines:
        path = "".join(line_path(line.points) for line in lines)
        ET.SubElement(parent, "path", {"d": path, "class": lines[0].css})
    for item in run:
        if not isinstance(item, Line):
            _append(parent, item, shared)


def _append(parent: ET.Element, item: Rect | Circle | Shape | Text, shared: dict[str, str]) -> None:
    if isinstance(item, Text):
        _append_text(parent, item)
        return
    name, attributes = _outline(item, shared)
    ET.SubElement(parent, name, {**attributes, "class": item.css})


def _outline(item: Rect | Circle | Shape, shared: dict[str, str]) -> tuple[str, dict[str, str]]:
    if isinstance(item, Rect):
        return "rect", _rect_attributes(item)
    if isinstance(item, Circle):
        centre = {"cx": _number(item.x), "cy": _number(item.y)}
        return "circle", {**centre, "r": _number(item.radius)}
    if item.scale == 1 and item.d in shared:
        spot = {"x": _number(item.x), "y": _number(item.y)}
        return "use", {"href": f"#{shared[item.d]}", **spot}
    if not item.x and not item.y:
        return "path", {"d": item.d}
    transform = f"translate({_number(item.x)} {_number(item.y)})"
    if item.scale != 1:
        transform += f"scale({item.scale:.3g})"
    return "path", {"d": item.d, "transform": transform}


def _rect_attributes(item: Rect) -> dict[str, str]:
    box = item.box
    attributes = {
        "x": _number(box.left),
        "y": _number(box.top),
        "width": _number(box.right - box.left),
        "height": _number(box.bottom - box.top),
    }
    return {**attributes, "rx": _number(item.rx)} if item.rx else attributes


def _append_text(parent: ET.Element, item: Text) -> None:
    attributes = {
        "x": _number(item.x),
        "y": _number(item.baseline),
        "font-size": _number(item.size),
        "class": item.css,
    }
    if item.anchor == "middle":
        attributes["text-anchor"] = "middle"
    if len(item.text) > _LONGEST_NUMBER and has_half_width(item.text):
        attributes["textLength"] = _number(item.width)
        attributes["lengthAdjust"] = "spacingAndGlyphs"
    ET.SubElement(parent, "text", attributes).text = item.text


def line_path(points: tuple[tuple[float, float], ...]) -> str:
    """Return the `d` of straight pieces through `points`, with rounded corners.

    >>> line_path(((0, 0), (20, 0), (20, 30)))
    'M0 0L14 0Q20 0 20 6L20 30'
    """
    (x, y), *rest = points
    path = [f"M{_number(x)} {_number(y)}"]
    for index, corner in enumerate(rest):
        if index == len(rest) - 1:
            path.append(f"L{_number(corner[0])} {_number(corner[1])}")
            continue
        before, after = (_toward(corner, points[index]), _toward(corner, rest[index + 1]))
        path.append(
            f"L{_number(before[0])} {_number(before[1])}"
            f"Q{_number(corner[0])} {_number(corner[1])} {_number(after[0])} {_number(after[1])}"
        )
    return "".join(path)


def _toward(corner: tuple[float, float], neighbour: tuple[float, float]) -> tuple[float, float]:
    """Return the point on the way from `corner` to `neighbour` where the rounding ends."""
    reach_x, reach_y = neighbour[0] - corner[0], neighbour[1] - corner[1]
    length = abs(reach_x) + abs(reach_y)
    part = min(_CORNER, length / 2) / length
    return corner[0] + reach_x * part, corner[1] + reach_y * part


def _number(value: float) -> str:
    return f"{round(value, 1) + 0.0:g}"
