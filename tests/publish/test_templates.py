"""What holds of every template: it lays out, in short lines, and what pages share stands once."""

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from senrei.publish.rendering import Renderer

FOLDER = Path(__file__).parents[2] / "scripts/senrei/publish/templates"
TEMPLATES = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.html"))}
LOADED = re.compile(r'{%-? (?:include|import|from|extends) "([^"]+)"')


@pytest.mark.parametrize("name", TEMPLATES)
def test_lines_are_short(name):
    assert [line for line in TEMPLATES[name].splitlines() if len(line) > 160] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_is_let_through_unescaped(name):
    assert re.findall(r"\|\s*safe\b|autoescape false", TEMPLATES[name]) == []


def test_partials_and_only_they_begin_with_an_underscore():
    loaded = {part for text in TEMPLATES.values() for part in LOADED.findall(text)}
    assert loaded == {name for name in TEMPLATES if name.startswith("_")}


def test_every_template_belongs_to_a_page():
    code = "".join(path.read_text("utf-8") for path in FOLDER.parent.rglob("*.py"))
    pages = {name for name in TEMPLATES if not name.startswith("_")}
    assert {name for name in pages if f'"{name}"' not in code} == set()


@pytest.mark.parametrize("role", ["rowgroup", "row", "columnheader", "rowheader", "cell"])
def test_the_roles_of_a_table_stand_in_its_macro_alone(role):
    assert [name for name, text in TEMPLATES.items() if f'role="{role}"' in text] in (
        [],
        ["_parts.html"],
    )


def test_a_value_that_no_one_gave_is_an_error(catalog):
    with pytest.raises(UndefinedError):
        Renderer(catalog).render("case_list.html", "cases/index.html")
