"""Typical mistakes: the first message stands where a person looks, and following it helps."""

import re

import pytest
from rule_examples import put_right, put_wrong

from senrei.model.check import check_records
from senrei.model.rule_book import load_mistakes
from senrei.source.problem import Severity

MISTAKES = load_mistakes()


def test_there_are_many_examples():
    assert len(MISTAKES) >= 180


def test_the_sound_example_has_no_problem(town):
    assert check_records(town) == ()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_first_message_stands_where_a_person_looks(town, mistake):
    path, line = put_wrong(town, mistake)
    problems = check_records(town)
    assert problems, "nothing is said: does the tuple at the end of its module hold the rule?"
    first = problems[0]
    assert (first.path, first.line, first.rule, first.severity, first.message) == (
        path,
        line,
        mistake.rule,
        mistake.severity,
        mistake.message,
    )


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_who_follows_the_message_passes(town, mistake):
    put_right(town, mistake)
    errors = [p.as_text() for p in check_records(town) if p.severity is Severity.ERROR]
    assert errors == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_message_names_a_cure(mistake):
    assert mistake.message.endswith("。")
    assert any(word in mistake.message for word in CURES), mistake.message


CURES = ("ください", "ではありませんか", "ます。", "使えるのは", "書けるのは", "例「")


GUESS = re.compile(r"「([^「」]+)」(?:（[^）]*）)?ではありませんか")


def guessed():
    return [mistake for mistake in MISTAKES if GUESS.search(mistake.message)]


@pytest.mark.parametrize("mistake", guessed(), ids=lambda mistake: mistake.name)
def test_who_takes_the_nearest_value_is_told_no_more_of_that_line(town, mistake):
    put_wrong(town, mistake)
    first = check_records(town)[0]
    file = town / first.path
    lines = file.read_text(encoding="utf-8").split("\n")
    meant = GUESS.search(first.message)[1]
    lines[first.line - 1] = _with(meant, lines[first.line - 1], first.column)
    file.write_text("\n".join(lines), encoding="utf-8")
    left = {(problem.path, problem.line) for problem in check_records(town)}
    assert (first.path, first.line) not in left


def _with(meant, line, column):
    """Put what was meant in place of the key or the value that begins at a column."""
    before, rest = line[: column - 1], line[column - 1 :]
    if ": " in meant:  # a whole field, whose key may stand before the column
        key = meant.split(": ")[0]
        return line[: line.index(f"{key}:")] + meant
    if rest.startswith(('"', "'")):
        end = rest.index(rest[0], 1) + 1
    elif before.strip(" -") == "" and ":" in rest:
        end = rest.index(":")  # the key
    else:
        end = len(rest.split(" #")[0])
    return before + meant + rest[end:]
