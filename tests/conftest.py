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
def schemas() -> Schemas:
    return load_schemas(ROOT / "schemas")


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return read_project(ROOT).catalog


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's inputs that a test may break."""
    for name in ("records", "schemas", "docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "scripts/senrei/publish/templates").mkdir(parents=True)
    return tmp_path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once by MkDocs as `make site` builds it."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    folder = tmp_path_factory.mktemp("site") / "先例 site"
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder
