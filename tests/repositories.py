"""Small Git repositories that tests make and change."""

import os
import subprocess

WHO = {
    "GIT_AUTHOR_NAME": "編集者",
    "GIT_AUTHOR_EMAIL": "editor@example.invalid",
    "GIT_COMMITTER_NAME": "編集者",
    "GIT_COMMITTER_EMAIL": "editor@example.invalid",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def run_git(folder, *arguments, day="2026-01-10"):
    moment = f"{day}T09:00:00+09:00"
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **WHO, **dates},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def commit(folder, reason, day="2026-01-10"):
    """Commit all that changed; give the commit."""
    run_git(folder, "add", "--all", day=day)
    run_git(folder, "commit", "--quiet", "--message", reason, day=day)
    return run_git(folder, "rev-parse", "HEAD")


def begin(folder):
    run_git(folder, "init", "--quiet", "--initial-branch", "main")
    return commit(folder, "記録を作る")


def edit(folder, name, old, new):
    """Replace a text that stands once in a file."""
    file = folder / name
    text = file.read_text("utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    file.write_text(text.replace(old, new), "utf-8")
