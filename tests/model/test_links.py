from senrei.model.links import Links


def test_every_reference_of_a_case_is_an_edge(catalog):
    links = Links(catalog)
    case = catalog.cases["edogawa-r03-33"]
    for said in case.controls:
        assert case.id in links.cases_using("control", said.entry.term)
    for said in case.items:
        assert case.id in links.cases_using("data-item", said.item.term)
    assert case.id in links.cases_using("meeting", "edogawa-r03-9")


def test_uses_say_how_and_where(catalog):
    uses = Links(catalog).uses("certification", "privacy-mark")
    expected = [use for use in uses if use.case == "shinjuku-genkikan"]
    assert [(use.status, use.matter, use.by) for use in expected] == [
        ("certifications.status.expected", "designated-management", None)
    ]


def test_both_directions_agree(catalog):
    links = Links(catalog)
    for case in catalog.cases:
        for control in links.used_by(case, "control"):
            assert case in links.cases_using("control", control)


def test_a_record_that_no_case_uses_has_no_uses(catalog):
    assert Links(catalog).uses("contractor", "no-such-organisation") == ()
