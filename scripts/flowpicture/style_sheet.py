"""The stylesheet of the pictures, read for writers that do not know CSS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowpicture.display_list import Item

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_RULE = re.compile(r"@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:\.df-svg )?(?:text|(?:\.(df-[\w-]+) )?\.(df-[\w-]+))$")
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")


@dataclass(frozen=True)
class Look:
    """Colours as #rrggbb or none, width in px, dashes in px."""

    fill: str
    stroke: str
    width: float
    dashes: tuple[float, ...]
    is_bold: bool


@dataclass(frozen=True)
class _Rule:
    within: str | None
    name: str | None
    declarations: dict[str, str]


@dataclass(frozen=True)
class StyleSheet:
    """Rules of `diagram.css` for its light theme."""

    variables: dict[str, str]
    rules: tuple[_Rule, ...]

    def look(self, item: Item, element: str) -> Look:
        """Return how an item is drawn; `element` is text or shape.

        Raises KeyError if a rule that fits uses a variable that the sheet does not set.
        """
        names, groups = set(item.css.split()), set(item.group.css.split())
        declared: dict[str, str] = {"fill": "#000000", "stroke": "none"}
        variables: dict[str, str] = dict(self.variables)
        for rule in self.rules:
            if rule.name in groups and rule.within is None:
                variables.update(_custom(rule.declarations))
        matching = [rule for rule in self.rules if _fits(rule, names, groups, element)]
        for rule in sorted(matching, key=_weight):
            variables.update(_custom(rule.declarations))
            declared.update(rule.declarations)
        dashes = declared.get("stroke-dasharray", "")
        return Look(
            fill=_resolved(declared["fill"], variables),
            stroke=_resolved(declared["stroke"], variables),
            width=float(declared.get("stroke-width", "1")),
            dashes=tuple(map(float, dashes.split())) if dashes not in {"", "none"} else (),
            is_bold=declared.get("font-weight") == "700",
        )


def read_style_sheet(text: str) -> StyleSheet:
    """Read the rules that hold on paper: those of the light theme, outside of @media.

    Selectors other than `:root`, `text`, `.df-NAME` and `.df-GROUP .df-NAME` are left out.
    """
    plain = _AT_RULE.sub("", _COMMENT.sub("", text))
    variables: dict[str, str] = {}
    rules: list[_Rule] = []
    for selectors, body in _RULE.findall(plain):
        lines = [line.partition(":") for line in body.split(";") if ":" in line]
        declarations = {name.strip(): value.strip() for name, _, value in lines}
        for selector in map(str.strip, selectors.split(",")):
            if selector == ":root":
                variables.update(declarations)
            elif match := _SELECTOR.match(selector):
                rules.append(_Rule(match[1], match[2], declarations))
    return StyleSheet(variables, tuple(rules))


def _fits(rule: _Rule, names: set[str], groups: set[str], element: str) -> bool:
    if rule.name is None:
        return element == "text"
    return rule.name in names and (rule.within is None or rule.within in groups)


def _weight(rule: _Rule) -> int:
    """Order rules from the general to the particular; equal ones keep their order."""
    return (rule.name is not None) + (rule.within is not None)


def _custom(declarations: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in declarations.items() if name.startswith("--")}


def _resolved(value: str, variables: dict[str, str]) -> str:
    while match := _VARIABLE.search(value):
        value = value.replace(match[0], variables[match[1]])
    return value
