"""LIFE-04: things in use that lean on something ended."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import is_active
from archmodel.checks.life.gathering import gathered
from archmodel.checks.life.leaning import Leaning, Trouble
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import listed
from archmodel.model.elements import Application, Dataset, Interface, Network, Node
from archmodel.model.model import Model
from archmodel.model.record import Managed
from archmodel.text.words import Words


def _judged(model: Model, day: str) -> Iterator[Managed]:
    leaning = Leaning(model.origin, day)
    for element in model:
        if not isinstance(element, Application | Dataset | Interface | Network | Node):
            continue
        if is_active(element, day) is not False and leaning.leans(element.id):
            yield element


@rule(
    "LIFE-04",
    Severity.ERROR,
    title=Words("Không phụ thuộc vào thành phần đã kết thúc", "Nothing active depends on something ended"),
    scope=lambda model, day: [element.id for element in _judged(model, day)],
    cites=("KH130:Phần I, yêu cầu a",),
    plan=("KH130-R-a",),
    practice="impact analysis as in ArchiMate tools",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Thing in use whose host, network, data, source or platform has ended.

    Why: a link into something switched off fails in silence, or keeps a machine running that nobody looks after.
    Found: an application, data set, interface, node or network in use that leans on something ended: its host,
      network or data read, the sender of a flow or service it takes, a platform crossed, or what any of these stands
      on and reads in turn. Where its own state, or that of the flow, is not recorded, it is insufficient; so is a
      dependency that ends within ninety days with no successor recorded.
    Fix: move the link to the successor, end the relation (`until`), or mend the days of what it leans on.
    Misses: dependencies nobody recorded; more than two steps; who sends to the sender; a sender is judged by what it
      receives, not by what it sends.
    Vì sao: nối vào chỗ đã tắt thì hỏng âm thầm, hoặc phải giữ một máy không ai trông chạy mãi.
    Phát hiện: ứng dụng, dữ liệu, giao diện, nút, mạng đang dùng mà dựa vào đối tượng đã kết thúc: nơi đặt, mạng,
      dữ liệu đọc, bên gửi luồng, dịch vụ nhận, nền tảng đi qua, hoặc nơi đặt, mạng, dữ liệu của những thứ ấy.
      Chưa ghi trạng thái của chính nó hay của luồng, hoặc chỗ dựa sẽ hết trong chín mươi ngày mà chưa ghi bên kế thừa:
      chưa đủ cơ sở đánh giá.
    Khắc phục: chuyển liên kết sang bên kế thừa, ghi ngày hết của quan hệ (`until`), hoặc sửa ngày của chỗ dựa.
    Bỏ sót: phụ thuộc không ai ghi; xa hơn hai bước; bên gửi cho bên gửi; bên gửi được xét theo luồng
      nhận, không theo luồng gửi.
    """
    leaning = Leaning(model.origin, day)  # a model narrowed to the day has dropped what ended, and the links to it
    fix = Words(
        "chuyển sang bên kế thừa, hoặc ghi 'until' cho quan hệ, 'succeeds' từ bên kế thừa",
        "move to the successor, or give the relation its 'until', or record 'succeeds' from the successor",
    )
    for element in _judged(model, day):
        troubles = leaning.troubles(element)
        works = is_active(element, day)
        wrong = [_told(t) for t in troubles if t.ended and t.told and works]
        absent = [_told(t) for t in troubles]
        if absent and works is None:
            absent.append(Words(f"chưa ghi 'state' của '{element.id}'", f"'state' of '{element.id}' is not stated"))
        see = (record for trouble in troubles for record in (trouble.over, trouble.end))
        yield from gathered(element, wrong, absent, fix, see)


def _told(trouble: Trouble) -> Words:
    end, day = trouble.end.id, trouble.end.until or ""
    if not trouble.ended:
        return Words(f"'{end}' hết {day}, chưa ghi bên kế thừa", f"'{end}' ends {day}, and no successor is recorded")
    after = listed(trouble.heirs)
    doubt = (
        Words("", "")
        if trouble.told
        else Words("; chưa ghi 'state' trên đường tới đó", "; a 'state' on the way there is not stated")
    )
    return Words(
        f"dựa vào '{end}', đã kết thúc {day}".rstrip() + (f", nay là {after}" if after else "") + doubt.vi,
        f"leans on '{end}', ended {day}".rstrip() + (f", now {after}" if after else "") + doubt.en,
    )
