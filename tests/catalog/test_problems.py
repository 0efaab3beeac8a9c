"""What the reader says about a file it cannot read: place, fact and remedy, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

import archmodel as am

APPS = "applications/a.yaml"


def said(place: str, fact: str, fix: str, *see: str) -> str:
    return "\n".join([f"catalog/{place}: problem: {fact}", *(f"    see  catalog/{s}" for s in see), f"    fix  {fix}"])


@pytest.mark.parametrize(
    ("text", "line", "fact", "fix"),
    [
        ("- id: a\n  nmae: A\n  name: A\n", 2, "there is no field 'nmae'", "did you mean 'name'?"),
        ("- id: a\n  name: A\n  ownd_by: x\n", 3, "there is no field 'ownd_by'", "did you mean 'owned_by'?"),
        ("- id: a\n  name: A\n  zzz: x\n", 3, "there is no field 'zzz'", "remove it, or put it in 'note'"),
        ("- id: a\n", 1, "the field 'name' is missing", "add 'name:'"),
        (
            "- id: a\n  name: [A]\n",
            2,
            "'name' must be text, not […]",
            "write one value, not a list or a mapping",
        ),
        (
            "- id: a\n  name: A\n  aliases: B\n",
            3,
            "'aliases' must be a list, not 'B'",
            "write one item a line, each beginning with '- '",
        ),
        (
            "- id: a\n  name: A\n  aliases: [B, '']\n",
            3,
            "'aliases' must be text, not ''",
            "write a value, or remove the item",
        ),
        (
            "- id: a\n  name: A\n  security: high\n",
            3,
            "'security' must be keys with values, not 'high'",
            "write the keys indented below",
        ),
        ("- id: a\n  name: A\n  public: no\n", 3, "'public' must be true or false, not 'no'", "write true or false"),
        (
            "- id: a\n  name: A\n  instances: 1.0\n",
            3,
            "'instances' must be a whole number, not '1.0'",
            "write digits only",
        ),
        ("- id: a\n  name: A\n  instances: -1\n", 3, "'instances' must be ≥ 0, not '-1'", "mend the value"),
        (
            "- id: a\n  name: A\n  security:\n    level: 6\n",
            4,
            "'level' must be ≤ 5, not '6'",
            "mend the value",
        ),
        (
            "- id: a\n  name: A\n  since: 01/07/2025\n",
            3,
            "'since' is not a day: '01/07/2025'",
            "write it as 2025-07-01, 2025-07 or 2025",
        ),
        (
            "- id: a\n  name: A\n  confirmed_on: 2025-07\n",
            3,
            "'confirmed_on' is not a day: '2025-07'",
            "write it as 2025-07-01",
        ),
        (
            "- id: sở y tế\n  name: A\n",
            1,
            "'id' must be an ASCII code of letters, digits, '.', '_', '-', not 'sở y tế'",
            "remove accents, spaces and other signs",
        ),
        (
            "- id: a\n  name: A\n  evidence:\n    - documnet: Báo cáo\n      document: x\n",
            4,
            "there is no field 'documnet'",
            "did you mean 'document'?",
        ),
        (
            "- id: a\n  name: A\n  evidence:\n    - document: x\n      confidence: sure\n",
            5,
            "'confidence' has the value 'sure', which is not in its list",
            "the list: seed, primary, secondary, inferred",
        ),
        (
            "- id: a\n  name: A\n  owned_by:\n    - {to: x, untl: 2025}\n",
            4,
            "there is no field 'untl'",
            "did you mean 'until'?",
        ),
        ("- id: a\n  name: A\n  owned_by:\n    - until: 2025\n", 4, "the field 'to' is missing", "add 'to:'"),
        ("- id: a\n  name: A\n  kind: dataset\n", 3, "there is no field 'kind'", "remove it, or put it in 'note'"),
        ("- id: a\n  name: A\n  place: Ba Đình\n", 3, "there is no field 'place'", "remove it, or put it in 'note'"),
        ("id: a\nname: A\n", 1, "a file is a list of records", "begin each record with '- id: …'"),
        ("- a\n- b\n", 1, "a file is a list of records", "begin each record with '- id: …'"),
        (
            "- id: a\n  name: A: B\n",
            2,
            "the YAML does not parse: mapping values are not allowed in this context",
            "check indentation, colons and quotes",
        ),
    ],
)
def test_a_mistake_in_yaml(problems, text: str, line: int, fact: str, fix: str) -> None:
    assert problems({APPS: text}) == [said(f"{APPS}:{line}", fact, fix)]


@pytest.mark.parametrize(
    ("text", "line", "fact", "fix"),
    [
        ("id,name\na,A\nb\n", 3, "the row has 1 cells, the header 2", "mend the commas; quote a cell that holds a comma"),
        ("id,nmae\n", 1, "there is no field 'nmae'", "did you mean 'name'?"),
        ("id,name,name\n", 1, "the column 'name' stands twice", "remove one"),
        ("", 1, "the header line is missing", "name the fields on the first line, such as: id,name"),
        (
            'id,name\na,A\nb,"B\nc,C\n',
            3,
            "the CSV does not parse: unexpected end of data",
            "check the quotes and the length of cells",
        ),
        ("id,name,public\na,A,no\n", 2, "'public' must be true or false, not 'no'", "write true or false"),
        ('id,name\na,"A\nB"\nb c,B\n', 4, "'id' must be an ASCII code of letters, digits, '.', '_', '-', not 'b c'",
         "remove accents, spaces and other signs"),
    ],
)  # fmt: skip
def test_a_mistake_in_csv(problems, text: str, line: int, fact: str, fix: str) -> None:
    assert problems({"applications/a.csv": text}) == [said(f"applications/a.csv:{line}", fact, fix)]


def test_a_relation_of_no_type_or_a_wrong_one(problems) -> None:
    first, second = problems(
        {"relations/r.yaml": "- {source: a, target: b}\n- {source: a, target: b, type: ownd_by}\n"}
    )
    assert first == said("relations/r.yaml:1", "the field 'type' is missing", "add 'type:'")
    assert second.startswith(
        "catalog/relations/r.yaml:2: problem: 'type' has the value 'ownd_by', which is not in its list\n"
        "    fix  did you mean 'owned_by'? The list: part_of, "
    )


def test_a_misspelt_folder(problems) -> None:
    assert problems({"aplications/a.yaml": "- id: a\n"}) == [
        said("aplications/a.yaml:1", "the folder 'aplications' is no kind of record", "did you mean 'applications'?")
    ]


def test_a_file_of_another_sort(problems) -> None:
    assert problems({"applications/a.xlsx": b"PK"}) == [
        said(
            "applications/a.xlsx:1",
            "files of type '.xlsx' are not read here",
            "use .yaml or .csv, or move the file away",
        )
    ]


def test_a_key_written_twice_names_the_first(problems) -> None:
    text = "- id: a\n  name: A\n  owned_by: x\n  note: n\n  owned_by: y\n  name: B\n"
    assert problems({APPS: text}) == [
        said(f"{APPS}:5", "the key 'owned_by' is written twice", "keep one of the two", f"{APPS}:3"),
        said(f"{APPS}:6", "the key 'name' is written twice", "keep one of the two", f"{APPS}:2"),
    ]


NEW_ID = "give the new record another id; ids are never reused"


@pytest.mark.parametrize(
    ("files", "place", "fact", "see"),
    [
        ({APPS: "- {id: a, name: A}\n- {id: a, name: B}\n"}, f"{APPS}:2", "the id 'a' is already used", f"{APPS}:1"),
        (
            {APPS: "- {id: a, name: A}\n", "datasets/d.csv": "id,name\na,B\n"},
            "datasets/d.csv:2",
            "the id 'a' is already used",
            f"{APPS}:1",
        ),
        (
            {APPS: "- {id: His, name: A}\n- {id: his, name: B}\n"},
            f"{APPS}:2",
            "the id 'his' differs from 'His' only by case",
            f"{APPS}:1",
        ),
        (
            {APPS: "- {id: F1, name: A}\n", "flows/f.yaml": "- {id: F1, source: a, target: b}\n"},
            "flows/f.yaml:1",
            "the id 'F1' is already used",
            f"{APPS}:1",
        ),
    ],
)
def test_an_id_used_twice_names_both_places(problems, files, place: str, fact: str, see: str) -> None:
    assert problems(files) == [said(place, fact, NEW_ID, see)]


def test_a_record_with_a_bad_id_is_said_once_whatever_its_relations(problems) -> None:
    assert problems({APPS: "- id: a b\n  name: A\n  owned_by: [x, y]\n  used_by: {to: z}\n"}) == [
        said(
            f"{APPS}:1",
            "'id' must be an ASCII code of letters, digits, '.', '_', '-', not 'a b'",
            "remove accents, spaces and other signs",
        )
    ]


def test_the_relations_of_a_bad_record_are_read_all_the_same(problems) -> None:
    assert problems({APPS: "- id: a b\n  name: A\n  owned_by: {to: x, since: soon}\n"})[1:] == [
        said(f"{APPS}:3", "'since' is not a day: 'soon'", "write it as 2025-07-01, 2025-07 or 2025")
    ]


def test_all_problems_at_once_in_order_of_place(problems) -> None:
    files = {
        "nodes/n.yaml": "- id: n\n",
        APPS: "- id: a\n  nmae: A\n- id: b\n  name: B\n  public: maybe\n",
        "flows/f.csv": "id,source\nF1\n",
    }
    assert [text.split(": problem")[0] for text in problems(files)] == [
        "catalog/applications/a.yaml:1",
        "catalog/applications/a.yaml:2",
        "catalog/applications/a.yaml:5",
        "catalog/flows/f.csv:2",
        "catalog/nodes/n.yaml:1",
    ]


def test_problems_in_vietnamese(write) -> None:
    with pytest.raises(am.CatalogueError) as caught:
        am.load(write({APPS: "- id: a\n  nmae: A\n  name: A\n  name: B\n"}))
    assert caught.value.show() == (
        "catalog/applications/a.yaml:2: lỗi dữ liệu: không có trường 'nmae'\n"
        "    cách sửa  ý bạn là 'name'?\n"
        "catalog/applications/a.yaml:4: lỗi dữ liệu: khóa 'name' viết hai lần\n"
        "    xem thêm  catalog/applications/a.yaml:3\n"
        "    cách sửa  giữ một, bỏ một\n"
        "không đọc được dữ liệu: 2 lỗi\n"
        "    cách sửa  sửa các lỗi nêu trên rồi chạy lại"
    )


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(am.ArchmodelError) as caught:
        am.load(tmp_path / "nowhere")
    assert caught.value.show("en") == f"there is no folder '{tmp_path}/nowhere'\n    fix  check the path"


def test_a_workspace_without_its_catalogue(tmp_path: Path) -> None:
    (tmp_path / "archmodel.toml").write_text('catalog = "records"\n', encoding="utf-8")
    with pytest.raises(am.ArchmodelError, match=r"there is no folder '.*records'; run 'archmodel init DIR'"):
        am.load(tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "fact", "fix"),
    [
        ("name =\n", 1, "the TOML does not parse: Invalid value (at line 1, column 7)",
         'write: key = "value"; put days in quotes'),
        ('nmae = "A"\n', 1, "there is no field 'nmae'", "did you mean 'name'?"),
        ('# note\nname = "A"\nlanguage = "fr"\n', 3, "'language' has the value 'fr', which is not in its list",
         "the list: vi, en"),
        ('[days]\nissue = "2025-07-01"\nefect = "2025-07-01"\n', 3, "there is no field 'efect'", "did you mean 'effect'?"),
        ("[days]\neffect = 2025-07-01\n", 2, "'effect' must be text, not '2025-07-01'",
         "put the day in quotes"),
        ('[[plateaus]]\nname = "A"\non = "2025-07-01"\n[[plateaus]]\nname = "B"\non = "soon"\n', 6,
         "'on' is not a day: 'soon'", "write it as 2025-07-01"),
        ('[[plateaus]]\nname = "A"\n[[plateaus]]\nname = "B"\non = "2025-07-01"\n', 1, "the field 'on' is missing", "add 'on:'"),
        ("a = " + "[" * 3000, 1, "nested too deep", "write it flatter"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_settings(tmp_path: Path, text: str, line: int, fact: str, fix: str) -> None:
    (tmp_path / "archmodel.toml").write_text(text, encoding="utf-8")
    (tmp_path / "catalog").mkdir()
    with pytest.raises(am.CatalogueError) as caught:
        am.load(tmp_path)
    shown = [problem.show("en") for problem in caught.value.problems]
    assert shown == [f"{tmp_path.name}/archmodel.toml:{line}: problem: {fact}\n    fix  {fix}"]


def test_a_framework_nobody_has(tmp_path: Path) -> None:
    (tmp_path / "archmodel.toml").write_text('framework = "nat-1.1"\n', encoding="utf-8")
    (tmp_path / "catalog").mkdir()
    with pytest.raises(
        am.ArchmodelError, match=r"names the framework 'nat-1\.1', which is not there; did you mean 'nat-1\.0'"
    ):
        am.load(tmp_path)
