"""The box that opens a case's page answers what a person asks first."""

import dataclasses

import pytest

from senrei.model.record import Listed
from senrei.publish.case_view import CaseView

ENTRUSTED, OTHER = "だれに任せるか", "ほかにだれが関わるか"


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        ((), {ENTRUSTED: ["なし"]}),
        (("outsourcee",), {ENTRUSTED: ["団体0"]}),
        (("connected-party",), {OTHER: ["団体0"]}),
        (
            ("platform-provider", "developer", "subcontractor"),
            {ENTRUSTED: ["団体1", "団体2"], OTHER: ["団体0"]},
        ),
    ],
)
def test_whom_a_case_entrusts_stands_apart_from_the_others(invented_catalog, roles, told):
    case = invented_catalog.cases["tsubame-r04-7"]
    some = next(part.contractor for part in case.participants)
    parts = tuple(
        dataclasses.replace(some, as_written=f"団体{number}", role=role)
        for number, role in enumerate(roles)
    )
    given = Listed(parts, None if parts else "none")
    matters = tuple(
        dataclasses.replace(matter, contractors=Listed((), "none")) for matter in case.matters[1:]
    )
    first = dataclasses.replace(case.matters[0], contractors=given)
    view = CaseView(dataclasses.replace(case, matters=(first, *matters)), invented_catalog)
    facts = {
        fact.title: [entry.text.partition("（")[0] for entry in fact.entries]
        for fact in view.facts
        if fact.field == "contractors"
    }
    assert facts == told
