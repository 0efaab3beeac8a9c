"""A service followed from the citizen to the data and back: what is recorded, what is assumed, what is missing."""

from __future__ import annotations

import pytest

from archmodel.errors import ArchmodelError
from archmodel.model.business import Service
from archmodel.model.elements import Application, Dataset, Interface
from archmodel.model.model import Model
from archmodel.model.relations import Access, Flow, Link
from archmodel.views import Sequence, sequence

ELEMENTS = [
    Service(id="khai-sinh", name="Đăng ký khai sinh"),
    Application(id="tthc", name="Hệ thống một cửa"),
    Interface(id="cong", name="Cổng dịch vụ công"),
    Dataset(id="hs", name="Hồ sơ"),
    Application(id="lgsp", name="LGSP", category="integration_platform"),
    Application(id="dancu", name="CSDL dân cư"),
]
REALIZES = Link(type="realizes", source="tthc", target="khai-sinh")
EXPOSES = Link(type="exposes", source="tthc", target="cong")
READS = Access(source="tthc", target="hs", mode="rw")
ASKS = Flow(id="F1", source="tthc", target="dancu", via=("lgsp",), content="nhân thân", both_ways=True, state="in_use")


def followed(*relations: Link | Access | Flow) -> Sequence:
    return sequence(Model(ELEMENTS, relations), "khai-sinh")


def told(picture: Sequence) -> list[tuple[str | None, str | None, str, str | None]]:
    ids = [actor.id for actor in picture.actors]
    return [(ids[step.source], ids[step.target], step.words.vi, step.rests_on) for step in picture.steps]


def test_the_way_in_to_the_data_and_back() -> None:
    picture = followed(REALIZES, EXPOSES, READS, ASKS)
    assert [(actor.id, actor.role) for actor in picture.actors] == [
        (None, "citizen"), ("cong", "channel"), ("tthc", "system"), ("hs", "data"), ("lgsp", "platform"), ("dancu", "partner"),
    ]  # fmt: skip
    assert told(picture) == [
        (None, "cong", "gửi yêu cầu", None),
        ("cong", "tthc", "chuyển vào xử lý", "tthc exposes cong"),
        ("tthc", "hs", "đọc và ghi", "tthc accesses hs"),
        ("tthc", "lgsp", "nhân thân (LGSP)", "F1"),
        ("lgsp", "dancu", "nhân thân (LGSP)", "F1"),
        ("dancu", "lgsp", "trả lại dữ liệu", "F1"),
        ("lgsp", "tthc", "trả lại dữ liệu", "F1"),
        ("tthc", "cong", "trả kết quả", None),
        ("cong", None, "trả kết quả", None),
    ]
    assert picture.missing == ()


def test_a_flow_not_in_use_is_said_to_be_so() -> None:
    planned = ASKS.model_copy(update={"state": "planned", "via": (), "both_ways": None})
    assert (
        told(followed(REALIZES, planned))[1][2]
        == "nhân thân (nguồn không nêu đường đi; dự kiến, thử nghiệm, chưa kết nối)"
    )


def test_what_the_model_does_not_say_is_said() -> None:
    assert [words.vi for words in followed().missing] == [
        "Chưa ghi hệ thống nào thực hiện",
        "Chưa ghi luồng dữ liệu nào",
    ]
    assert [words.vi for words in followed(REALIZES, ASKS).missing] == ["Chưa ghi kênh tiếp nhận"]


def test_assumed_steps_are_marked_in_table_words_and_drawing() -> None:
    picture = followed(REALIZES, ASKS)
    assert picture.table().rows[0] == (
        "1",
        "Người dân, doanh nghiệp",
        "Hệ thống một cửa",
        "gửi yêu cầu",
        "≈ suy ra, mô hình không ghi",
    )
    assert picture.alt() == "4 bên tham gia, 6 bước, trong đó 2 bước suy ra (≈). Chưa ghi kênh tiếp nhận."
    assert picture.svg().count(">≈ ") == 2


def test_flows_beyond_the_picture_are_counted() -> None:
    many = [Flow(id=f"F{n:02}", source="tthc", target="dancu") for n in range(15)]
    assert [words.vi for words in followed(REALIZES, *many).missing][-1] == "Còn 3 luồng không vẽ"


def test_only_behaviour_can_be_followed() -> None:
    with pytest.raises(ArchmodelError, match="'tthc' is no service, function or process"):
        sequence(Model(ELEMENTS), "tthc")
