"""What tests share: the project, a copy of it to break, and the built site."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from senrei.model.catalog import Catalog
from senrei.model.check import read_project
from senrei.source.schema import Schemas, load_schemas

ROOT = Path(__file__).parents[1]


def pytest_collection_modifyitems(items):
    """A test is marked by the folder it stands in."""
    for item in items:
        for folder in {"browser", "real_records"} & set(item.path.relative_to(ROOT).parts):
            item.add_marker(folder)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def made_once(tmp_path_factory, worker_id) -> Callable[[str, Callable[[Path], object]], Path]:
    """Fill a folder once for all processes of this run: `made_once(name, fill)`."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent

    def made(name, fill):
        folder, unfinished = shared / name, shared / f"{name}.unfinished"
        with FileLock(shared / f"{name}.lock"):
            if not folder.exists():
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                fill(unfinished)
                unfinished.rename(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def snapshot(made_once) -> Path:
    """The project's inputs as they were when the tests began."""
    return made_once("snapshot", lambda folder: copy_inputs(ROOT, folder))


@pytest.fixture
def project(snapshot: Path, tmp_path: Path) -> Path:
    """A copy of the project's inputs that a test may break."""
    return copy_inputs(snapshot, tmp_path)


def copy_inputs(source: Path, target: Path) -> Path:
    for name in ("records", "schemas", "docs", "overrides"):
        shutil.copytree(source / name, target / name)
    shutil.copy(source / "mkdocs.yml", target)
    (target / "scripts/senrei/publish/templates").mkdir(parents=True)
    return target


@pytest.fixture(scope="session")
def schemas(snapshot: Path) -> Schemas:
    return load_schemas(snapshot / "schemas")


@pytest.fixture(scope="session")
def catalog(snapshot: Path) -> Catalog:
    return read_project(snapshot).catalog


@pytest.fixture(scope="session")
def site(snapshot: Path, made_once) -> Path:
    """The site, built once by MkDocs as `make site` builds it, but without its figures."""

    def build(folder):
        build_site(snapshot, folder / "先例 site", "--strict")

    return made_once("site", build) / "先例 site"


def build_site(project: Path, folder: Path, *options: str) -> None:
    """Build a site in a process of its own, so that coverage does not slow it."""
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", *options)
    done = subprocess.run(
        (*command, "--config-file", project / "mkdocs.yml", "--site-dir", folder),
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
