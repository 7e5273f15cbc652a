"""What plays the same part in two of the papers is drawn at the same place."""

from flowpicture.pairing import pair_up
from senrei.publish.flow_figure import flow_picture


def test_the_reception_of_one_is_the_payment_centre_of_the_other(catalog):
    left, right = (
        flow_picture(case, case.data_flow, catalog)
        for case in (catalog.cases["edogawa-r04-11"], catalog.cases["edogawa-r03-33"])
    )
    pair = pair_up(left, right)
    labels = {node.id: node.label for node in pair.right.nodes}
    alike = {node.label: labels.get(node.id) for node in pair.left.nodes}
    assert alike["粗大ごみ受付センター"] == "納付案内センター"
