"""The words of one step: what is done, which items move, and the tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowpicture.display_list import Box, Group, Item, Rect, Text
from flowpicture.marks import Tag, items_text, state, tags
from flowpicture.text import Wrapped, text_width, wrap, wrap_list

if TYPE_CHECKING:
    from flowpicture.picture import Picture, Step

_ACT_SIZES = (12.5, 12.0, 11.5)
_ACT_LINE = 16.5
_ITEM_SIZE, _ITEM_LINE = 11.0, 15.0
_TAG_SIZE, _TAG_HEIGHT, _TAG_LINE, _TAG_PADDING, _TAG_GAP = 10.0, 14.5, 18.0, 5.0, 6.0
_EMPTY = Wrapped((), _ITEM_SIZE)


@dataclass(frozen=True)
class _PlacedTag:
    tag: Tag
    x: float
    line: int


@dataclass(frozen=True)
class StepText:
    """Measured words of a step, with their height."""

    act: Wrapped
    route: Wrapped
    items: Wrapped
    tags: tuple[_PlacedTag, ...]
    height: float


def measure_step_text(
    picture: Picture, step: Step, width: float, *, item_lines: int, with_route: bool
) -> StepText:
    """Break the words of `step` into lines of `width` px, those of its items into `item_lines`.

    `with_route`: the names of its two ends stand under the act.
    """
    act = wrap(step.act, width, _ACT_SIZES)
    route = wrap(_route(picture, step), width, (_ITEM_SIZE,)) if with_route else _EMPTY
    entries = step.items or (items_text(picture, step),)
    items = wrap_list(entries, width, _ITEM_SIZE, item_lines)
    placed = _place_tags(tags(picture, step), items, width)
    text_height = len(act.lines) * _ACT_LINE + (len(route.lines) + len(items.lines)) * _ITEM_LINE
    tag_lines = placed[-1].line if placed else 0
    return StepText(act, route, items, placed, text_height + tag_lines * _TAG_LINE)


def draw_step_text(words: StepText, step: Step, x: float, top: float, group: Group) -> list[Item]:
    """Shapes of the measured words with their left edge at `x`."""
    items_css = "df-items" if state(step) in {"data", "care"} else "df-muted"
    drawn: list[Item] = []
    y = top
    for wrapped, line_height, css in (
        (words.act, _ACT_LINE, "df-act"),
        (words.route, _ITEM_LINE, "df-muted"),
        (words.items, _ITEM_LINE, items_css),
    ):
        for line in wrapped.lines:
            drawn.append(Text(x, y + line_height / 2, line, wrapped.size, css, group=group))
            y += line_height
    for placed in words.tags:
        middle = y - _ITEM_LINE / 2 + placed.line * _TAG_LINE
        drawn.extend(_draw_tag(placed, x + placed.x, middle, group))
    return drawn


def _route(picture: Picture, step: Step) -> str:
    source, target = picture.node_by_id[step.source], picture.node_by_id[step.target]
    return source.label if source == target else f"{source.label} → {target.label}"


def _tag_width(tag: Tag) -> float:
    return text_width(tag.label, _TAG_SIZE) + 2 * _TAG_PADDING


def _place_tags(ordered: tuple[Tag, ...], items: Wrapped, width: float) -> tuple[_PlacedTag, ...]:
    """Set tags behind the last line of items while they fit, then on lines of their own."""
    placed: list[_PlacedTag] = []
    x, line = text_width(items.lines[-1], items.size) + _TAG_GAP, 0
    for tag in ordered:
        if x + _tag_width(tag) > width:
            x, line = 0.0, line + 1
        placed.append(_PlacedTag(tag, x, line))
        x += _tag_width(tag) + _TAG_GAP
    return tuple(placed)


def _draw_tag(placed: _PlacedTag, x: float, middle: float, group: Group) -> tuple[Item, Item]:
    half = _TAG_HEIGHT / 2
    look = placed.tag.look
    box = Box(x, middle - half, x + _tag_width(placed.tag), middle + half)
    return (
        Rect(box, f"df-tag df-tag-{look}", "label", 2.5, group),
        Text(
            x + _TAG_PADDING,
            middle,
            placed.tag.label,
            _TAG_SIZE,
            f"df-word-{look}",
            "inside",
            group=group,
        ),
    )
