"""Every command that CONTRIBUTING.md names is executed here, or stands for this very run."""

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from repositories import begin, run_git

COMMANDS = {"make", "senrei", "ruff", "mypy", "lint-imports", "pytest", "."}
HERE = Path(sys.executable).parent


@pytest.fixture(scope="module")
def text():
    return (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text("utf-8")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of the whole project as a repository, with this environment as its `.venv`."""
    root = Path(__file__).parents[1]
    folder = tmp_path_factory.mktemp("checkout") / "senrei"
    left_out = shutil.ignore_patterns(
        *(".git", ".venv", "node_modules", "site", ".build", "__pycache__", ".hypothesis"),
        *(".*_cache", ".cache"),
    )
    shutil.copytree(root, folder, ignore=left_out)
    named = (root / "CONTRIBUTING.md").read_text("utf-8")
    for case in (folder / "records/cases").rglob("*.yml"):
        if case.stem not in named:
            case.unlink()  # a few records show as well that a command runs
    begin(folder)
    (folder / ".venv/bin").mkdir(parents=True)
    for program in HERE.iterdir():
        (folder / ".venv/bin" / program.name).symlink_to(program)
    for stamp in ("pip", "site", "dev"):
        (folder / f".venv/{stamp}.stamp").touch()
    return folder


def commands_in(text):
    fenced = re.findall(r"^```text\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line.split("  ")[0].rstrip() for block in fenced for line in block.splitlines()]
    lines = [re.split(r"\s{2,}| {3,}", line)[0] for line in lines]
    inline = re.findall(r"`([^`\n]+)`", text)
    commands = {line.strip() for line in (*lines, *inline)}
    return {line for line in commands if line.split(" ")[0] in COMMANDS and line != "make"}


def run(folder, command, **more):
    environment = {
        **os.environ,
        "PATH": f"{folder}/.venv/bin:{os.environ['PATH']}",
        "PYTHONPATH": str(folder / "scripts"),
        "NO_MKDOCS_2_WARNING": "1",
    }
    return subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False, **more
    )  # fmt: skip


# What runs for long, needs the network or never ends is executed in the way that is said here.
STANDS_FOR = {
    "make test": "make --dry-run test",  # this run is a part of it
    "pytest": "pytest -q tests/source/test_problem.py",
    "make lint": "make --dry-run lint",  # `make test` runs it first
    "make lock": "make --dry-run lock",  # asks the package index
    "senrei": "senrei --help",
    "mypy": "mypy --version",  # `make lint` runs it whole
    "lint-imports": "lint-imports --help",
    "ruff check": "ruff check scripts",
    "ruff format": "ruff format --check scripts",
    ". .venv/bin/activate": "true",  # made by `make site` on a fresh machine
}
NEEDS_ITS_OWN_TEST = {"make serve"}


def test_the_list_of_commands_is_found(text):
    commands = commands_in(text)
    assert {
        "make site",
        "make serve",
        "senrei check",
        "senrei impact main",
        "ruff check",
    } <= commands
    assert set(STANDS_FOR) - {"senrei"} <= commands


def test_every_command_runs(text, checkout):
    failed = {}
    for command in sorted(commands_in(text) - NEEDS_ITS_OWN_TEST):
        done = run(checkout, STANDS_FOR.get(command, command), timeout=300)
        if done.returncode and not _only_new_marks(command, done):
            failed[command] = done.stdout[-500:] + done.stderr[-500:]
        run_git(checkout, "clean", "--quiet", "--force", "records")
    assert failed == {}
    assert (checkout / "site/index.html").is_file()


def _only_new_marks(command, done):
    return command.startswith("senrei new") and "要確認" in done.stdout


def test_the_live_preview_answers(checkout):
    environment = {
        **os.environ,
        "PYTHONPATH": str(checkout / "scripts"),
        "NO_MKDOCS_2_WARNING": "1",
    }
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = (checkout / ".venv/bin/mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")
    assert "$(BIN)/mkdocs serve" in (checkout / "Makefile").read_text("utf-8")
    with subprocess.Popen(
        serve, cwd=checkout, env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            said = next(line for line in server.stderr if "Serving on" in line)
            assert f"http://127.0.0.1:{port}/" in said
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
                assert b"<title>" in answer.read()
        finally:
            server.terminate()
