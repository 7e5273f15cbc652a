"""Typical mistakes: the first message stands where a person looks, and following it helps."""

from pathlib import Path

import pytest
from mistaken import put_right, put_wrong, sound_project

from senrei.model.check import check_records
from senrei.source.mistakes import load_mistakes
from senrei.source.problem import Severity

MISTAKES = load_mistakes(Path(__file__).parent / "examples" / "mistakes")


@pytest.fixture
def sound(root, tmp_path):
    return sound_project(root, tmp_path)


def test_there_are_many_examples():
    assert len(MISTAKES) >= 120


def test_the_sound_example_has_no_problem(sound):
    assert check_records(sound) == ()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_first_message_stands_where_a_person_looks(sound, mistake):
    path, line = put_wrong(sound, mistake)
    first = check_records(sound)[0]
    assert (first.path, first.line, first.rule, first.severity, first.message) == (
        path,
        line,
        mistake.rule,
        mistake.severity,
        mistake.message,
    )


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_who_follows_the_message_passes(sound, mistake):
    put_right(sound, mistake)
    errors = [p.as_text() for p in check_records(sound) if p.severity is Severity.ERROR]
    assert errors == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_message_names_a_cure(mistake):
    assert mistake.message.endswith("。")
    assert any(word in mistake.message for word in CURES), mistake.message


CURES = ("ください", "ではありませんか", "ます。", "使えるのは", "書けるのは", "例「")
