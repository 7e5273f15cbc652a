"""The book of rules holds every rule that a message can name, and nothing else."""

import re
from typing import get_args

import pytest
from click.testing import CliRunner

from senrei.doors.cli import main
from senrei.model.rule_book import load_mistakes, load_rules
from senrei.model.rules.finding import RuleId
from senrei.source.problem import TextRule
from senrei.source.yaml_text import parse_yaml

MISTAKES, RULES = load_mistakes(), load_rules()
FIRST_NEVER = {"many"}  # stands behind two hundred others


def explain(*arguments):
    result = CliRunner().invoke(main, ["explain", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_every_rule_that_a_problem_may_bear_is_in_the_book_once():
    """The type checker lets a finding bear nothing but a `RuleId`."""
    known = [rule_id for part in get_args(RuleId) for rule_id in get_args(part)]
    assert sorted(rule.id for rule in RULES) == sorted(known)


def test_texts_and_syntax_know_nothing_of_the_domain(root):
    words = {"sakura", *(f'"{rule.id}"' for rule in RULES if rule.id not in get_args(TextRule))}
    words -= {'"items"'}  # a keyword of JSON Schema too
    for module in (root / "scripts/senrei/source").glob("*.py"):
        text = module.read_text("utf-8")
        assert [word for word in words if word in text] == [], module.name


def test_every_rule_is_said_of_an_example():
    assert {mistake.rule for mistake in MISTAKES} == {rule.id for rule in RULES} - FIRST_NEVER


def test_what_comes_behind_two_hundred_problems_is_left_out_with_a_word():
    _, problems = parse_yaml(b"a: 1\n" * 500, "x.yml")
    assert len(problems) == 202
    assert {problem.rule for problem in problems[:-1]} == {"duplicate-key"}
    assert problems[-1].rule == "many"


def test_list_of_rules_names_each():
    code, said = explain()
    assert code == 0
    assert set(re.findall(r"^  ([a-z-]+) ", said, re.MULTILINE)) == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_explanation_holds_every_example_with_its_message_and_its_cure(rule):
    code, said = explain(rule.id)
    assert code == 0
    assert said.startswith(f"{rule.id}（{rule.title}）\n\n{rule.about}\n")
    for mistake in MISTAKES:
        if mistake.rule == rule.id:
            assert f"■ {mistake.title}\n" in said
            assert f"    {mistake.message}\n" in said
            assert f"  正しい例（{mistake.file}）\n" in said


def test_an_unknown_rule_is_answered_with_the_nearest():
    assert explain("tabb") == (
        2,
        "誤り: 「tabb」という決まりはありません。「tab」ではありませんか。"
        "一覧は「senrei explain」で見られます。\n",
    )


def test_a_rule_may_be_given_as_the_message_shows_it():
    assert explain("[tab]") == explain("tab")


def test_every_rule_has_its_place_on_the_page_with_its_examples(site):
    page = (site / "reference/rules/index.html").read_text(encoding="utf-8")
    for rule in RULES:
        assert f'id="{rule.id}"' in page, rule.id
    assert page.count("検査の言葉") == len(MISTAKES)
