"""The projects that tests stand on, so that a change of the real records breaks no test of the code.

- The town (`examples/town`) is as small as a project can be: one case and its own vocabulary.
- The invented bodies (`examples/invented`) are a ward, a city and a prefecture with cases of every
  sort: every type of matter, versions of a flow and none, every outcome, and next to nothing
  stated. They use the vocabulary of the real project.
"""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOWN = ROOT / "tests/examples/town"
INVENTED = ROOT / "tests/examples/invented"


def copy_inputs(source: Path, target: Path) -> Path:
    """Copy what a site is made from."""
    for name in ("records", "schemas", "docs", "overrides"):
        shutil.copytree(source / name, target / name)
    shutil.copy(source / "mkdocs.yml", target)
    (target / "scripts/senrei/publish/templates").mkdir(parents=True)
    return target


def copy_town(target: Path) -> Path:
    """Copy the town with the schemas that it keeps to."""
    shutil.copytree(TOWN / "records", target / "records")
    shutil.copytree(ROOT / "schemas", target / "schemas")
    return target


def copy_invented(target: Path) -> Path:
    """Copy what a site of the invented bodies is made from."""
    copy_inputs(ROOT, target)
    vocabulary = target / "vocabulary"
    (target / "records/vocabulary").rename(vocabulary)
    shutil.rmtree(target / "records")
    shutil.copytree(INVENTED / "records", target / "records")
    vocabulary.rename(target / "records/vocabulary")
    return target
