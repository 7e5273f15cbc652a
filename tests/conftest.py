"""What tests share: the project, a copy of it to break, and the built site."""

import logging
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from senrei.model.catalog import Catalog
from senrei.model.check import read_project
from senrei.source.schema import Schemas, load_schemas

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's inputs as they were when the tests began."""
    return copy_inputs(ROOT, tmp_path_factory.mktemp("snapshot"))


@pytest.fixture
def project(snapshot: Path, tmp_path: Path) -> Path:
    """A copy of the project's inputs that a test may break."""
    return copy_inputs(snapshot, tmp_path)


def copy_inputs(source: Path, target: Path) -> Path:
    for name in ("records", "schemas", "docs", "overrides"):
        shutil.copytree(source / name, target / name)
    shutil.copy(source / "mkdocs.yml", target)
    mistakes = "tests/examples/mistakes"
    shutil.copytree(source / mistakes, target / mistakes)
    (target / "scripts/senrei/publish/templates").mkdir(parents=True)
    return target


@pytest.fixture(scope="session")
def schemas(snapshot: Path) -> Schemas:
    return load_schemas(snapshot / "schemas")


@pytest.fixture(scope="session")
def catalog(snapshot: Path) -> Catalog:
    return read_project(snapshot).catalog


@pytest.fixture(scope="session")
def site(snapshot: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once by MkDocs as `make site` builds it."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    folder = tmp_path_factory.mktemp("site") / "先例 site"
    config = load_config(str(snapshot / "mkdocs.yml"), site_dir=str(folder), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder
