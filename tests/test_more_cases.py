"""A pull request that adds cases of other bodies breaks nothing that stands here already."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from projects import INVENTED, ROOT, copy_inputs

from senrei.model.check import check_records

ONE = (
    "wards/kamome",
    "laws/kamome-ordinance",
    "laws/noise-act",
    "laws/number-act",
    "meetings/kamome-r01-1",
    "cases/kamome/kamome-r01-1",
)


def add_one(records):
    """Add an approved case without a flow, with its body, law and meeting; no earlier case."""
    (records / "cases/kamome").mkdir()
    for name in ONE:
        text = (INVENTED / f"records/{name}.yml").read_text("utf-8")
        alone = re.sub(r"\nlineage:\n(?: .*\n)+", "\nlineage: unstated\n", text)
        (records / f"{name}.yml").write_text(alone, "utf-8")


def add_all(records):
    shutil.copytree(INVENTED / "records", records, dirs_exist_ok=True)


@pytest.fixture(scope="module", params=[add_one, add_all], ids=["one", "all"])
def more(request, snapshot, tmp_path_factory):
    """The real records with one of the invented cases beside them, or with all."""
    project = copy_inputs(snapshot, tmp_path_factory.mktemp("more"))
    request.param(project / "records")
    return project


def test_the_check_finds_nothing_to_mend(more):
    assert [p.as_text() for p in check_records(more) if p.rule != "unused"] == []


def run_real_records(more, marked, *options):
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", marked)
    done = subprocess.run(
        (*command, "--project", more, *options, ROOT / "tests/real_records"),
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]


def test_what_the_papers_say_still_holds(more):
    run_real_records(more, "real_records and not browser")


@pytest.fixture(scope="module")
def site_of_all(snapshot, tmp_path_factory, built):
    """The real records with all invented ones beside them, and the site of them all."""
    project = copy_inputs(snapshot, tmp_path_factory.mktemp("all"))
    add_all(project / "records")
    return project, built(project, "site-of-all")


def test_every_case_has_its_page(site_of_all):
    project, site = site_of_all
    for case in (project / "records/cases").rglob("*.yml"):
        assert (site / f"cases/{case.stem}/index.html").is_file()


@pytest.mark.browser
def test_the_search_still_finds_the_papers(site_of_all):
    project, site = site_of_all
    run_real_records(project, "real_records and browser", "--site", site)
