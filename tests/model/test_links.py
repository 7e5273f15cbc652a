from senrei.model.links import Links


def test_every_reference_of_a_case_is_an_edge(each_catalog):
    links = Links(each_catalog)
    for case in each_catalog.cases.values():
        for said in case.controls:
            assert case.id in links.cases_using("control", said.entry.term)
        for said in case.items:
            assert case.id in links.cases_using("data-item", said.item.term)
        for act in case.acts:
            if act.meeting.value:
                assert case.id in links.cases_using("meeting", act.meeting.value)


def test_uses_say_how_and_where(invented_catalog):
    uses = Links(invented_catalog).uses("certification", "privacy-mark")
    expected = [use for use in uses if use.case == "hibari-r05-1"]
    assert [(use.status.name, use.matter, use.by) for use in expected] == [
        ("certifications.status.expected", "management", ("contractor", "machi-zaidan"))
    ]


def test_both_directions_agree(each_catalog):
    links = Links(each_catalog)
    for case in each_catalog.cases:
        for control in links.used_by(case, "control"):
            assert case in links.cases_using("control", control)


def test_a_record_that_no_case_uses_has_no_uses(invented_catalog):
    assert Links(invented_catalog).uses("contractor", "no-such-organisation") == ()
