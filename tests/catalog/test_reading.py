"""What the reader makes of files it accepts: relations, evidence, days, and what is set aside for the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

import archmodel as am
from archmodel.catalog.workspace import read_settings
from archmodel.errors import Place
from archmodel.model.relations import Access, Alignment, Relation

APPS = "applications/a.yaml"


def arrows(relations: tuple[Relation, ...]) -> list[str]:
    return [f"{r.source} {r.type} {r.target} :{r.place.line if r.place else 0}" for r in relations]


def test_relations_out_of_a_record_in_the_order_written(write) -> None:
    text = """\
- id: his
  name: HIS
  used_by: so-yte
  owned_by:
    - so-yte
    - {to: bv-a, since: 2024, until: 2025-03}
  accesses:
    to: d-hs
    mode: rw
  aligned_to:
    - to: nat-1.0/P.L3.CPS.03
      mapping: equivalent
"""
    model = am.load(write({APPS: text}))
    assert arrows(model.relations) == [
        "his used_by so-yte :3",
        "his owned_by so-yte :5",
        "his owned_by bv-a :6",
        "his accesses d-hs :8",
        "his aligned_to nat-1.0/P.L3.CPS.03 :11",
    ]
    _, _, dated, access, alignment = model.relations
    assert (dated.since, dated.until) == ("2024", "2025-03")
    assert isinstance(access, Access)
    assert access.mode == "rw"
    assert isinstance(alignment, Alignment)
    assert alignment.mapping == "equivalent"


def test_relations_of_their_own(write) -> None:
    model = am.load(
        write(
            {
                "relations/r.yaml": "- {type: part_of, source: a, target: b}\n",
                "relations/r.csv": "type,source,target,extent,units\nsucceeds,c,d,part,3\n",
                "flows/f.yaml": "- {id: F1, source: a, target: b, via: [x, y], both_ways: true}\n",
            }
        )
    )
    assert arrows(model.relations) == ["a flow b :1", "c succeeds d :2", "a part_of b :1"]
    assert (model.flows[0].via, model.flows[0].both_ways) == (("x", "y"), True)


def test_a_relation_inherits_the_evidence_of_its_record_unless_it_has_its_own(write) -> None:
    text = """\
- id: his
  name: HIS
  owned_by:
    - so-yte
    - {to: bv-a, evidence: [{document: Hợp đồng, confidence: inferred}]}
  evidence:
    - {document: Báo cáo, date: 2025-11, confidence: primary}
"""
    inherited, own = am.load(write({APPS: text})).relations
    assert [item.document for item in inherited.evidence] == ["Báo cáo"]
    assert inherited.confidence == "primary"
    assert [item.document for item in own.evidence] == ["Hợp đồng"]
    assert own.confidence == "inferred"


def test_csv_and_yaml_say_the_same(write, tmp_path) -> None:
    yaml = """\
- id: bnd
  name: Phường Ba Đình
  aliases: [P. Ba Đình, Ba Đình]
  tier: commune
  staff: 120
  since: 2025-07
  codes: [{system: GSO, value: '00004', until: 2025-07-01}]
  evidence: [{document: 'Nghị quyết 1656, UBTVQH', date: 2025-06-16, confidence: primary}]
  unknown: [{field: mailboxes, contact: VP}]
  part_of: hn
  succeeds: [truc-bach, quan-thanh]
"""
    csv = (
        "id,name,aliases,tier,staff,since,codes.system,codes.value,codes.until,evidence.document,evidence.date,"
        "evidence.confidence,unknown.field,unknown.contact,part_of,succeeds\n"
        "bnd,Phường Ba Đình,P. Ba Đình;Ba Đình,commune,120,2025-07,GSO,00004,2025-07-01,"
        '"Nghị quyết 1656, UBTVQH",2025-06-16,primary,mailboxes,VP,hn,truc-bach; quan-thanh\n'
    )
    first = am.load(write({"organisations/o.yaml": yaml}))
    (tmp_path / "catalog" / "organisations" / "o.yaml").unlink()
    second = am.load(write({"organisations/o.csv": csv}))
    assert first["bnd"].model_dump() == second["bnd"].model_dump()
    assert [r.model_dump() for r in first.relations] == [r.model_dump() for r in second.relations]


@pytest.mark.parametrize("blank", ["", "~", "null", "''"])
def test_a_blank_is_set_aside_for_the_rules(write, blank: str) -> None:
    model = am.load(write({APPS: f"- id: a\n  name: A\n  state: {blank}\n  owned_by: {blank}\n"}))
    found = {(m.place, m.subject, m.field, m.value) for m in model.misfits}
    assert found == {
        (Place("catalog/applications/a.yaml", 3), "a", "state", ""),
        (Place("catalog/applications/a.yaml", 3 + 1), "a", "owned_by", ""),
    }
    assert model.relations == ()


def test_a_blank_within_a_list_names_where_it_stands(write) -> None:
    model = am.load(write({APPS: "- id: a\n  name: A\n  unknown:\n    - {field: state, contact: }\n"}))
    assert [(m.place.line, m.field) for m in model.misfits] == [(4, "unknown.contact")]


def test_a_blank_cell_is_nothing(write) -> None:
    model = am.load(write({"applications/a.csv": "id,name,state\na,A,\n"}))
    assert model.misfits == ()


def test_a_value_outside_its_list_is_set_aside_and_the_element_opens(write) -> None:
    model = am.load(
        write(
            {
                APPS: "- id: a\n  name: A\n  scope: province\n  state: Đang vận hành\n",
                "flows/f.yaml": "- {id: F1, source: a, target: b, state: live}\n",
            }
        )
    )
    (app,) = model.applications
    assert (app.scope, app.state) == ("province", None)
    assert [(m.place.line, m.subject, m.field, m.value) for m in model.misfits] == [
        (4, "a", "state", "Đang vận hành"),
        (1, "F1", "state", "live"),
    ]
    assert "in_use" in model.misfits[0].allowed
    assert model.flows[0].state is None


def test_scalars_stay_the_text_they_are(write) -> None:
    (element,) = am.load(write({APPS: "- id: 012\n  name: no\n  running_cost: 4.10\n  since: 2025\n"})).applications
    assert (element.id, element.name, element.running_cost, element.since) == ("012", "no", "4.10", "2025")


def test_lists_of_mappings_with_numbers(write) -> None:
    model = am.load(
        write(
            {
                "tasks/t.yaml": "- id: T1\n  name: T\n  deadlines: [{anchor: effect, days: -30, relation: before}]\n",
                "indicators/i.yaml": "- id: I1\n  name: I\n  figures: [{value: 145 hệ thống, number: 145}]\n"
                "  measures: hn\n",
            }
        )
    )
    assert model.tasks[0].deadlines[0].days == -30
    assert model.indicators[0].figures[0].number == 145
    assert arrows(model.relations) == ["I1 measures hn :4"]


DATED = """\
- {id: q, name: Quận, until: 2025-07-01, owned_by: hn}
- {id: p, name: Phường, since: 2025-07-01, owned_by: q}
- {id: y, name: Cả năm, since: 2024-05, until: 2025, owned_by: gone}
- {id: z, name: Luôn có, owned_by: [{to: y, until: 2025-03}, q, p]}
"""


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        ("2024-04-30", ["q", "z"]),
        ("2024-05-01", ["q", "y", "z"]),
        ("2025-06-30", ["q", "y", "z"]),
        ("2025-07-01", ["p", "y", "z"]),
        ("2025-12-31", ["p", "y", "z"]),
        ("2026-01-01", ["p", "z"]),
    ],
)
def test_the_model_on_a_day_is_half_open_and_generous_to_months_and_years(write, day: str, ids: list[str]) -> None:
    assert sorted(element.id for element in am.load(write({APPS: DATED})).at(day)) == ids


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        ("2025-03-31", ["q owned_by hn", "y owned_by gone", "z owned_by y", "z owned_by q"]),
        ("2025-04-01", ["q owned_by hn", "y owned_by gone", "z owned_by q"]),
        ("2025-07-01", ["y owned_by gone", "z owned_by p"]),
    ],
)
def test_relations_on_a_day_need_both_ends_but_dangling_ends_stay(write, day: str, kept: list[str]) -> None:
    relations = am.load(write({APPS: DATED})).at(day).relations
    assert [f"{r.source} {r.type} {r.target}" for r in relations] == kept


@pytest.mark.parametrize("day", ["2025-07", "2025", "hôm nay", "2025-02-30"])
def test_a_day_must_be_one(write, day: str) -> None:
    with pytest.raises(am.ArchmodelError, match=f"'{day}' is not a day; write the day as 2025-07-01"):
        am.load(write({APPS: DATED})).at(day)


def test_a_part_knows_the_whole(write) -> None:
    model = am.load(write({APPS: DATED}))
    part = model.select(["z", "q"])
    assert [element.id for element in part] == ["q", "z"]
    assert [f"{r.source} {r.target}" for r in part.relations] == ["z q"]
    assert (part.is_whole, part.whole, model.is_whole, model.whole) == (False, model, True, model)
    later = part.at("2025-07-01")
    assert [element.id for element in later] == ["z"]
    assert sorted(element.id for element in later.whole) == ["p", "y", "z"]
    assert later.origin is model


def test_a_part_of_nothing_known_is_an_error(write) -> None:
    with pytest.raises(am.ArchmodelError, match="no element is called 'zz'"):
        am.load(write({APPS: DATED})).select(["q", "zz"])


def test_opening_from_anywhere_in_a_workspace(write, monkeypatch) -> None:
    root = write({APPS: "- {id: a, name: A}\n"})
    (root.parent / "archmodel.toml").write_text('name = "Tỉnh"\n', encoding="utf-8")
    for path in (root.parent, root, root / "applications"):
        assert (am.load(path).settings.name, len(am.load(path))) == ("Tỉnh", 1)
    monkeypatch.chdir(root)
    assert len(am.load()) == 1


def test_settings_know_where_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "archmodel.toml").write_text('name = "Tỉnh"\n\nframework = "nat-1.0"\n', encoding="utf-8")
    settings = read_settings(tmp_path / "archmodel.toml")
    assert settings.place_of("framework") == Place("archmodel.toml", 3)
    assert settings.place_of("domain") is None
    assert settings.model_dump(exclude_unset=True) == {"name": "Tỉnh", "framework": "nat-1.0"}
