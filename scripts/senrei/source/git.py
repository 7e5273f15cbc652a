"""Git: what the history of the files says; nothing where there is no history."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class GitError(Exception):
    """Git could not do what was asked; the message is Git's own."""


def git(root: Path, *arguments: str) -> bytes:
    """Run Git in a folder and return what it prints; GitError where it fails or is not there."""
    command = ("git", "--no-pager", "-c", "core.quotePath=false", *arguments)
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, options end before any revision
            command, cwd=root, env=environment, check=True, capture_output=True
        )
    except FileNotFoundError as error:
        raise GitError("git がありません") from error
    except subprocess.CalledProcessError as error:
        raise GitError(error.stderr.decode("utf-8", "replace").strip()) from error
    return done.stdout


def has_whole_history(root: Path) -> bool:
    """Return whether a folder's history is there from its beginning."""
    try:
        return git(root, "rev-parse", "--is-shallow-repository").strip() == b"false"
    except GitError:
        return False


def commit_of(root: Path, revision: str) -> str:
    """Return the commit that a name means; GitError where there is none."""
    name = f"{revision}^{{commit}}"
    return git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name).decode().strip()


def write_tree(root: Path, commit: str, names: tuple[str, ...], target: Path) -> None:
    """Write folders as they were in a commit; those that it lacks are left out.

    GitError where Git fails.
    """
    present = [name for name in names if git(root, "ls-tree", "--name-only", commit, name).strip()]
    if not present:
        return
    packed = git(root, "archive", "--format=tar", commit, *present)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(target, filter="data")
