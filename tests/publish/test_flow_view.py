import networkx as nx

from senrei.model.flow_graph import flow_graph, party_graph, steps_of
from senrei.publish.case_view import CaseView
from senrei.publish.flow_view import exchanges


def test_every_step_between_two_parties_is_told_once(each_catalog):
    flows = [case.data_flow for case in each_catalog.cases.values() if case.data_flow]
    assert flows
    for flow in flows:
        party = {node.id: node.party for node in flow.nodes}
        expected = sorted(
            step.step
            for step in steps_of(flow_graph(flow))
            if party[step.source] != party[step.target]
        )
        told = [number for row in exchanges(flow, each_catalog) for number in row.steps]
        assert sorted(told) == expected


def test_parties_are_joined_as_their_places_are(invented_catalog):
    flow = invented_catalog.cases["tsubame-r04-7"].data_flow
    parties = party_graph(flow)
    assert set(parties) <= {party.id for party in flow.parties}
    assert not list(nx.selfloop_edges(parties))
    assert all(parties.edges[edge]["steps"] for edge in parties.edges)


def test_an_exchange_counts_items_and_what_is_said_of_encryption(invented_catalog):
    rows = {
        (row.giver, row.taker): row
        for row in exchanges(invented_catalog.cases["tsubame-r04-7"].data_flow, invented_catalog)
    }
    (row,) = (row for (giver, _), row in rows.items() if giver == "利用者")
    assert len(row.items) == 3
    flow = {
        step.step: step
        for step in steps_of(flow_graph(invented_catalog.cases["tsubame-r04-7"].data_flow))
    }
    assert sum(count for _, count in row.protections) == sum(
        flow[number].carries_data for number in row.steps
    )


def test_bodies_outside_are_called_what_they_are(invented_catalog):
    """They stand where other bodies stand, each under the name of its sort."""
    picture = CaseView(invented_catalog.cases["hibari-r05-1"], invented_catalog).picture
    zones = {party.zone_label: party.zone for party in picture.parties}
    assert zones == {
        "本人": "subject",
        "委託先": "contractor",
        "市": "ward",
        "他機関": "other",
        "議会": "other",
        "住民団体": "other",
        "国": "other",
    }
