"""What matters of some types have, and what others never have."""

from dataclasses import replace

from senrei.model.coverage import coverage
from senrei.model.links import Links
from senrei.model.matter import Matter
from senrei.model.record import NO_SUCH_LIST, Builder, Listed, Stated, common_absence
from senrei.model.rules.matter_rules import DEMANDED
from senrei.model.statements import mentioned_items
from senrei.model.vocabulary import MatterTypeTerm
from senrei.source.schema import ANY


def test_what_may_be_left_out_is_marked_in_the_schema(schemas):
    demanded = {
        tuple(step for step in field.path if step != ANY)
        for field in schemas.by_name["case"].fields
        if field.is_demanded
    }
    assert demanded == DEMANDED


def test_types_name_fields_that_may_be_left_out(catalog):
    for matter_type in catalog.of(MatterTypeTerm).values():
        assert {tuple(name.split(".")) for name in matter_type.not_demanded} <= DEMANDED


def test_every_type_of_matter_has_an_invented_case(invented_catalog):
    used = {matter.type for case in invented_catalog.cases.values() for matter in case.matters}
    assert used == set(invented_catalog.of(MatterTypeTerm))


def test_what_is_left_out_does_not_apply():
    said = {"id": "a", "type": "b", "title": "c", "nature": "new", "summary": "d"}
    silent = Builder({}).build(Matter, said)
    spoken = Builder({}).build(
        Matter, {**said, "period": "does_not_apply", "contractors": "does_not_apply"}
    )
    assert spoken == silent
    assert not silent.period
    assert Builder({}).build(Matter, {**said, "period": "unstated"}).period == Stated()


def test_lists_that_do_not_apply_say_nothing_of_the_others():
    unstated, none = Listed(), Listed(absence="none")
    assert common_absence([NO_SUCH_LIST, NO_SUCH_LIST]) == "does_not_apply"
    assert common_absence([NO_SUCH_LIST, none]) == "none"
    assert common_absence([NO_SUCH_LIST, none, unstated]) == "unstated"


def test_an_item_that_is_only_mentioned_is_none_of_the_matter(invented_catalog):
    case = invented_catalog.cases["hibari-r06-1"]
    use, provision = case.matters
    assert [item.as_written for item, _ in mentioned_items(use)] == ["電話番号"]
    for matter in (use, provision):
        written = [said.item.as_written for said in case.items_of(matter)]
        assert written == ["氏名", "住所", "障害の程度"]


def test_a_provision_is_a_use_of_what_it_names(invented_catalog):
    links = Links(invented_catalog)
    for kind, entry_id in (
        ("article", "hibari-guideline-4-1"),
        ("medium", "hand-delivery"),
        ("data-item", "name"),
    ):
        uses = links.uses(kind, entry_id)
        assert "matters.provisions" in {use.field for use in uses if use.case == "hibari-r06-1"}


def test_a_case_without_safeguards_to_tell_is_no_gap(invented_catalog):
    case = invented_catalog.cases["tsubame-r06-1"]
    matters = tuple(replace(matter, controls=NO_SUCH_LIST) for matter in case.matters)
    cases = {**invented_catalog.cases, case.id: replace(case, matters=matters)}
    catalog = replace(invented_catalog, by_kind={**invented_catalog.by_kind, "case": cases})
    rows = [row for group in coverage(catalog, Links(catalog)) for row in group.rows]
    states = {cell.state for row in rows for cell in row.cells if cell.case == case.id}
    assert states == {"does_not_apply"}
