"""The project as a newcomer finds it: what the README says is there and works."""

import re
import subprocess

from grimp import build_graph

from senrei.model.check import check_records


def test_readme_names_targets_that_exist(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)", readme)) <= targets
    assert len(targets) <= 8
    assert "make site" in readme
    assert "make test" in readme


def test_developers_pages_point_to_files_that_exist(root):
    for name in ("README.md", "docs/architecture.md"):
        page = root / name
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            workflow = re.fullmatch(r"../../actions/workflows/([a-z]+\.yml)(/badge\.svg)?", target)
            file = root / ".github/workflows" / workflow[1] if workflow else page.parent / target
            assert file.exists(), (name, target)


def test_readme_shows_what_the_check_says(root, town):
    case = town / "records/cases/sakura/sakura-r04-1.yml"
    text = case.read_text(encoding="utf-8").replace("act: consultation", "act: consultaton")
    text = text.replace('agenda_number: "1"', "agenda_number: 1")
    case.write_text(text.replace("    sender:", "    sendr:"), encoding="utf-8")
    told = [problem.as_text() for problem in check_records(town)]
    shown = re.search(r"```text\n(.+?)\n```", (root / "README.md").read_text("utf-8"), re.DOTALL)[1]
    for line, whole in zip(shown.splitlines(), told, strict=False):
        beginning, ended = re.fullmatch(r"(.*?)( …)?", line).groups()
        assert whole.startswith(beginning) if ended else whole == beginning
    assert len(shown.splitlines()) == 3


def test_the_architecture_names_rooms_and_files_that_exist(root):
    text = (root / "docs/architecture.md").read_text(encoding="utf-8")
    packages = {p.parent.name for p in (root / "scripts/senrei").glob("*/__init__.py")}
    drawn = text.split("```")[1]
    assert {*re.findall(r"┌ (\w+) ─", drawn), "flowpicture"} == packages | {"flowpicture"}
    for file in re.findall(r"`((?:source|model|publish|doors|editing)/[\w/.-]+)`", text):
        assert (root / "scripts/senrei" / file).exists(), file
    for file in re.findall(r"`((?:tests|docs|schemas|benchmarks|flowpicture)/[\w/.-]*)", text):
        folder = root / "scripts" if file.startswith("flowpicture") else root
        assert (folder / file).exists(), file


def test_no_module_is_left_over():
    graph = build_graph("senrei", "flowpicture")
    doors = {f"senrei.doors.{name}" for name in ("check", "edit", "export", "mkdocs_plugin")}
    alone = {
        module
        for module in graph.modules
        if not graph.find_children(module) and not graph.find_modules_that_directly_import(module)
    }
    assert alone - doors == set()


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
