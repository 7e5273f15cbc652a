"""A pull request that adds cases of other bodies breaks nothing that stands here already."""

import os
import shutil
import subprocess
import sys

import pytest
from projects import INVENTED, ROOT, copy_inputs

from senrei.model.check import check_records


@pytest.fixture(scope="module")
def more(snapshot, tmp_path_factory):
    """The real records with the invented ones beside them."""
    project = copy_inputs(snapshot, tmp_path_factory.mktemp("more"))
    shutil.copytree(INVENTED / "records", project / "records", dirs_exist_ok=True)
    return project


def test_the_check_finds_nothing_to_mend(more):
    assert [p.as_text() for p in check_records(more) if p.rule != "unused"] == []


def test_what_the_papers_say_still_holds(more):
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
    done = subprocess.run(
        (*command, "--project", more, ROOT / "tests/real_records"),
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]


def test_every_case_has_its_page(more, built):
    site = built(more, "more-site")
    for case in (more / "records/cases").rglob("*.yml"):
        assert (site / f"cases/{case.stem}/index.html").is_file()
