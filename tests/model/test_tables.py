"""Lists that must agree: labels with the types they label, kinds with their classes, relations with theirs."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from archmodel.model import elements, values
from archmodel.model.elements import AnyElement
from archmodel.model.framework import Frozen
from archmodel.model.kinds import FOLDERS, KINDS, LAYERS
from archmodel.model.record import Element
from archmodel.model.relations import RELATIONS, AnyRelation, Link
from archmodel.model.values import LABELS, label

LISTS = {
    "confidence": values.Confidence,
    "name_status": values.NameStatus,
    "record": values.RecordType,
    "model_state": values.ModelState,
    "state": values.State,
    "usage": values.Usage,
    "scope": values.Scope,
    "sharing": values.Sharing,
    "disposition": values.Disposition,
    "flow_state": values.FlowState,
    "mapping": values.Mapping,
    "tier": values.Tier,
    "personal_data": values.PersonalData,
    "work_state": values.WorkState,
    "migration_state": values.MigrationState,
}


def literals(annotation: Any) -> set[str]:
    """The values of the Literal within an annotation such as ``Literal["a", "b"] | None``."""
    inner = get_args(annotation)
    return {a for a in inner if isinstance(a, str)}.union(*(literals(a) for a in inner if not isinstance(a, str)))


@pytest.mark.parametrize("name", LISTS)
def test_labels_are_those_of_the_list_in_its_order(name: str) -> None:
    assert tuple(LABELS[name]) == get_args(LISTS[name])


def test_no_list_of_labels_is_left_over() -> None:
    assert set(LABELS) == {*LISTS, "category"}


def test_every_category_of_every_kind_has_a_label_and_no_label_is_left_over() -> None:
    used = set().union(
        *(
            literals(kind.element.model_fields["category"].annotation)
            for kind in KINDS.values()
            if "category" in kind.element.model_fields
        )
    )
    assert set(LABELS["category"]) == used


def test_every_label_is_in_both_languages() -> None:
    assert [w for listing in LABELS.values() for w in listing.values() if not (w.vi and w.en)] == []


def test_an_absent_value_reads_as_unknown() -> None:
    assert (label("state", None), label("state", None, "en"), label("state", "odd")) == (
        "Chưa xác định",
        "Unknown",
        "odd",
    )
    assert label("state", "in_use") == "Đang vận hành"


def test_the_table_of_kinds_names_every_class_once() -> None:
    assert [kind.element for kind in KINDS.values()] == list(get_args(AnyElement))
    assert {name: kind.element.model_fields["kind"].default for name, kind in KINDS.items()} == {n: n for n in KINDS}
    declared = {
        value for value in vars(elements).values()
        if isinstance(value, type) and issubclass(value, Element) and "kind" in value.__annotations__
    } - {Element}  # fmt: skip
    assert declared == {kind.element for kind in KINDS.values()}


def test_folders_layers_and_archimate_names_of_kinds() -> None:
    assert len(FOLDERS) == len(KINDS) == 21
    assert {kind.layer for kind in KINDS.values()} == set(LAYERS)
    assert all(kind.archimate.isalpha() and kind.words.vi and kind.plural.en for kind in KINDS.values())


def test_every_relation_type_of_the_classes_has_a_row_and_every_row_a_class() -> None:
    union = get_args(AnyRelation)[0]
    typed = set().union(*(literals(cls.model_fields["type"].annotation) for cls in get_args(union)))
    assert set(RELATIONS) == typed
    plain = {name for name, row in RELATIONS.items() if row.relation is Link}
    assert plain == literals(Link.model_fields["type"].annotation)


def test_every_row_joins_kinds_that_exist() -> None:
    known = {*KINDS, "component"}
    for row in RELATIONS.values():
        assert row.pairs, row.name
        assert {kind for pair in row.pairs for kind in pair} <= known, row.name


@pytest.mark.parametrize(
    ("name", "source", "target", "allowed"),
    [
        ("owned_by", "application", "organisation", True),
        ("owned_by", "organisation", "application", False),
        ("part_of", "application", "application", True),
        ("part_of", "application", "organisation", False),
        ("aligned_to", "node", "component", True),
        ("flow", "dataset", "application", True),
        ("redirects_to", "application", "interface", False),
    ],
)
def test_what_may_join_what(name: str, source: str, target: str, *, allowed: bool) -> None:
    assert RELATIONS[name].allows(source, target) is allowed


def test_no_field_has_the_name_of_a_relation() -> None:
    """A record's keys are told apart by name: a field called as a relation could never be written."""
    clashes = {(kind.name, name) for kind in KINDS.values() for name in kind.element.model_fields if name in RELATIONS}
    assert clashes == set()


def test_every_class_within_an_element_is_frozen_and_hashable() -> None:
    for kind in KINDS.values():
        element = kind.element(id="a", name="A", kind=kind.name)
        assert isinstance(element, Frozen)
        assert hash(element) == hash(kind.element(id="a", name="A", kind=kind.name))
