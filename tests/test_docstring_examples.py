import doctest
from importlib import import_module
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(SCRIPTS).with_suffix("").parts)
    for path in SCRIPTS.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_in_docstrings_are_true(name):
    results = doctest.testmod(import_module(name))
    assert results.attempted
    assert not results.failed
