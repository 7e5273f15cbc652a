"""What tests share: the project, a copy of it to break, and the built site."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from projects import ROOT, copy_inputs, copy_invented, copy_town

from senrei.model.catalog import Catalog
from senrei.model.check import read_project
from senrei.source.schema import Schemas, load_schemas

pytest_plugins = ("browser_pages",)


def pytest_addoption(parser):
    parser.addoption(
        "--project", type=Path, default=ROOT, help="a project to take for the real one"
    )
    parser.addoption("--site", type=Path, help="its site, where it is built already")


def pytest_collection_modifyitems(items):
    """A test is marked by the folder it stands in."""
    for item in items:
        for folder in {"browser", "real_records"} & set(item.path.relative_to(ROOT).parts):
            item.add_marker(folder)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """What chance reaches counts for no coverage, and is not slowed by it.

    The mark `no_cover` of pytest-cov has no effect in the processes of pytest-xdist.
    """
    if not item.get_closest_marker("hypothesis"):
        return (yield)
    trace = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(trace)


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
def snapshot(made_once, pytestconfig) -> Path:
    """The project's inputs as they were when the tests began."""
    real = pytestconfig.getoption("project")
    return made_once("snapshot", lambda folder: copy_inputs(real, folder))


@pytest.fixture
def project(snapshot: Path, tmp_path: Path) -> Path:
    """A copy of the project's inputs that a test may break."""
    return copy_inputs(snapshot, tmp_path)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The smallest project, which a test may break."""
    return copy_town(tmp_path / "town")


@pytest.fixture(scope="session")
def invented(made_once) -> Path:
    """The project of the invented bodies, to read."""
    return made_once("invented", copy_invented)


@pytest.fixture
def invented_project(invented: Path, tmp_path: Path) -> Path:
    """A copy of the project of the invented bodies that a test may break."""
    return copy_inputs(invented, tmp_path)


@pytest.fixture(scope="session", params=["snapshot", "invented"], ids=["real", "invented"])
def each_project(request) -> Path:
    """Both projects, for what must hold whatever the records say."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def schemas(snapshot: Path) -> Schemas:
    return load_schemas(snapshot / "schemas")


@pytest.fixture(scope="session")
def catalog(snapshot: Path) -> Catalog:
    return read_project(snapshot).catalog


@pytest.fixture(scope="session")
def invented_catalog(invented: Path) -> Catalog:
    return read_project(invented).catalog


@pytest.fixture(scope="session", params=["catalog", "invented_catalog"], ids=["real", "invented"])
def each_catalog(request) -> Catalog:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def built(made_once) -> Callable[[Path, str], Path]:
    """Build a site as `make site` does, without its figures; `name` tells it from others.

    It is built in a process of its own, so that coverage does not slow it.
    """

    def site_of(project, name):
        def build(folder):
            command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict")
            config = ("--config-file", project / "mkdocs.yml")
            done = subprocess.run(
                (*command, *config, "--site-dir", folder / "先例 site"),
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr

        return made_once(name, build) / "先例 site"

    return site_of


@pytest.fixture(scope="session")
def site(snapshot: Path, built, pytestconfig) -> Path:
    return pytestconfig.getoption("site") or built(snapshot, "site")


@pytest.fixture(scope="session")
def invented_site(invented: Path, built) -> Path:
    return built(invented, "invented-site")


@pytest.fixture(scope="session", params=["site", "invented_site"], ids=["real", "invented"])
def each_site(request) -> Path:
    return request.getfixturevalue(request.param)
