from senrei.model.data_flow import DataFlow, Flow, Node, Party, Version
from senrei.model.flow_graph import flow_graph, items_carried, nodes_reached
from senrei.model.record import Listed


def step(number, source, target, *items, **more):
    listed = Listed(items, None) if items else Listed()
    return Flow(number, source, target, "渡す", listed, ("paper",), "unstated", "6", **more)


def flow_of(*steps, versions=(), holds=()):
    nodes = tuple(
        Node(name, "p", "office", name, holds=holds if name == "d" else ()) for name in "abcd"
    )
    return DataFlow("", "rebuilt", (Party("p", "ward", "区"),), nodes, steps, "6", versions)


def test_item_is_followed_through_the_steps_that_carry_it():
    flow = flow_of(step(1, "a", "b", "name"), step(2, "b", "c", "name", "address"))
    assert nodes_reached(flow, "name") == ("a", "b", "c")
    assert nodes_reached(flow, "address") == ("b", "c")
    assert items_carried(flow) == ("name", "address")


def test_steps_that_do_not_name_their_items_prove_nothing():
    flow = flow_of(step(1, "a", "b", "name"), step(2, "b", "c"))
    assert nodes_reached(flow, "name") == ("a", "b")


def test_items_held_before_and_made_on_the_spot_are_there_too():
    flow = flow_of(step(1, "a", "b", creates=("name",)), holds=("name",))
    assert nodes_reached(flow, "name") == ("a", "d")


def test_only_the_last_state_counts():
    versions = (Version("before", "従来"), Version("after", "変更後"))
    flow = flow_of(
        step(1, "a", "b", "name", versions=("before",)),
        step(2, "a", "c", "name", versions=("after",)),
        versions=versions,
    )
    assert nodes_reached(flow, "name") == ("a", "c")
    assert set(flow_graph(flow).edges()) == {("a", "c")}


def test_every_item_of_a_flow_is_somewhere(each_catalog):
    flows = [case.data_flow for case in each_catalog.cases.values() if case.data_flow]
    assert flows
    for flow in flows:
        for item in items_carried(flow):
            assert nodes_reached(flow, item)
