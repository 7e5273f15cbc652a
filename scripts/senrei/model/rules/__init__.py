"""Rules: what a schema cannot say, within a record and across records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.model.links import Links
from senrei.model.organisations import Law, Meeting
from senrei.model.privacy import privacy_problems
from senrei.model.rules.case_rules import CASE_RULES
from senrei.model.rules.catalog_rules import CATALOG_RULES
from senrei.model.rules.date_rules import (
    DATE_RULES,
    acts_fit_their_meetings,
    acts_run_forward,
    dates_are_valid,
    laws_run_forward,
    meetings_fit_their_year,
)
from senrei.model.rules.flow_rules import flow_findings, flow_warnings
from senrei.model.rules.matter_rules import MATTER_RULES
from senrei.model.rules.section_rules import SECTION_RULES
from senrei.source.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.loading import LoadedRecords
    from senrei.model.rules.finding import Finding
    from senrei.source.problem import Problem
    from senrei.source.yaml_text import Document

_RULES_OF_A_CASE = (*CASE_RULES, *MATTER_RULES, *DATE_RULES, flow_findings, *SECTION_RULES)


def rule_problems(loaded: LoadedRecords) -> Iterator[Problem]:
    """Apply every rule to every valid record; no file, valid or not, may lead to a person.

    Rules that follow a case's own pointers, and those across records, wait until all that they
    build on is valid.
    """
    problems = [
        *privacy_problems(loaded.parsed, loaded.only),
        *_date_problems(loaded),
        *_law_problems(loaded),
    ]
    problems += [
        problem
        for case in loaded.catalog.cases.values()
        for problem in _case_problems(case, loaded)
    ]
    yield from problems
    if loaded.has_errors or any(problem.severity is Severity.ERROR for problem in problems):
        return
    if loaded.only is not None:
        return
    links = Links(loaded.catalog)
    for rule in CATALOG_RULES:
        for key, finding in rule(loaded, links):
            yield _problem(loaded.documents[key], finding)


def _date_problems(loaded: LoadedRecords) -> Iterator[Problem]:
    """Yield what is wrong with dates; those of two records are compared where each is valid."""
    faulty = set()
    for document in loaded.parsed:
        for finding in dates_are_valid(document):
            faulty.add(document.path)
            yield _problem(document, finding)
    meetings = {
        meeting.id: loaded.documents["meeting", meeting.id]
        for meeting in loaded.catalog.of(Meeting).values()
    }
    for meeting_id, document in meetings.items():
        if document.path not in faulty:
            for finding in meetings_fit_their_year(loaded.catalog.of(Meeting)[meeting_id]):
                faulty.add(document.path)
                yield _problem(document, finding)
    for case in loaded.catalog.cases.values():
        document = loaded.documents["case", case.id]
        held = (act.meeting.value for act in case.acts)
        files = {document.path, *(meetings[name].path for name in held if name)}
        if faulty.isdisjoint(files):
            for rule in (acts_fit_their_meetings, acts_run_forward):
                for finding in rule(case, loaded.catalog):
                    yield _problem(document, finding)


def _law_problems(loaded: LoadedRecords) -> Iterator[Problem]:
    for law in loaded.catalog.of(Law).values():
        document = loaded.documents["law", law.id]
        yield from (_problem(document, finding) for finding in laws_run_forward(law))


def _case_problems(case: Case, loaded: LoadedRecords) -> Iterator[Problem]:
    document = loaded.documents["case", case.id]
    is_valid = True
    for check in _RULES_OF_A_CASE:
        for finding in check(case, loaded.catalog, document):
            is_valid = is_valid and finding.severity is not Severity.ERROR
            yield _problem(document, finding)
    if is_valid:
        for finding in flow_warnings(case, loaded.catalog):
            yield _problem(document, finding)


def _problem(document: Document, finding: Finding) -> Problem:
    return document.problem(finding.pointer, finding.rule, finding.message, finding.severity)
