"""The project as a newcomer finds it: what the README says is there and works."""

import re
import subprocess


def test_readme_names_targets_that_exist(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)", readme)) <= targets
    assert len(targets) <= 8
    assert "make site" in readme
    assert "make test" in readme


def test_readme_points_to_files_that_exist(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", readme):
        assert (root / target).exists(), target


def test_ci_runs_the_readmes_test_command(root):
    script = (root / ".ci/run").read_text(encoding="utf-8")
    assert "make test" in script
    assert subprocess.run(["bash", "-n", root / ".ci/run"], check=False).returncode == 0


def test_records_begin_with_the_schema_that_editors_use(root, schemas):
    for file in (root / "records").rglob("*.yml"):
        schema = schemas.for_file(file.relative_to(root / "records").as_posix())
        up = "../" * len(file.relative_to(root).parents[1:])
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        expected = f"# yaml-language-server: $schema={up}schemas/{schema.name}.json"
        assert first == expected, file
