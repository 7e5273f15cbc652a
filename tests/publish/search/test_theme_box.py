"""The theme's box asks our worker, and the build fails when it does not."""

import shutil

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from projects import TOWN

from senrei.publish.search.theme_box import (
    WorkerNotReplacedError,
    has_own_worker,
    theme_files,
    with_own_worker,
)

THEIRS = '{"search": "../assets/javascripts/workers/search.973d3a69.min.js"}'


def test_worker_of_the_theme_is_replaced():
    page = with_own_worker(THEIRS)
    assert page == '{"search": "../assets/javascripts/search-worker.js"}'
    assert has_own_worker(page)
    assert not has_own_worker(THEIRS)


@pytest.mark.parametrize("settings", ["{}", THEIRS * 2, THEIRS.replace("workers", "work")])
def test_another_way_to_name_the_worker_fails(settings):
    with pytest.raises(WorkerNotReplacedError, match="theme_box"):
        with_own_worker(settings)


def test_build_stops_where_the_worker_was_not_replaced(project, tmp_path_factory, caplog):
    shutil.rmtree(project / "records")
    shutil.copytree(TOWN / "records", project / "records")
    (project / "overrides/main.html").write_text('{% extends "base.html" %}', encoding="utf-8")
    target = tmp_path_factory.mktemp("unreplaced")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(target))
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(Abort):
        build(config)
    assert "検索につながっていません" in caplog.text


def test_theme_gets_an_index_without_pages():
    assert all(len(text) < 200 for _, text in theme_files())
