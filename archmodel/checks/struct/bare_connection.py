"""STRUCT-07: connections that say too little."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.model import Model
from archmodel.text.words import Words


@rule(
    "STRUCT-07",
    Severity.WARNING,
    title=Words("Quan hệ kết nối có đủ thông tin bắt buộc", "Connection records are complete"),
    scope=lambda model, day: [flow.id for flow in model.flows],
    cites=("DRAFT_GUIDE:Mẫu 01, Bảng 2", "ND224_2026:Điều 23 khoản 3"),
    tier="draft",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Connection that does not say what it carries, how, in what state, on what basis.

    Why: an arrow without data, mechanism and basis cannot be reviewed, secured or kept alive through a merger.
    Found: a flow with neither data nor mechanism nor basis, or one said to be direct and yet to cross a platform,
      fails; a flow that leaves some of data, mechanism, state, basis, protection or contact unstated is insufficient.
    Fix: write what is known: content or carries, via or route or mechanism, state, basis, protection, contact.
    Misses: service levels of shared connections; serves and accesses relations.
    Vì sao: mũi tên không có dữ liệu, cơ chế, căn cứ thì không thẩm định, không bảo vệ, không giữ được khi sắp xếp.
    Phát hiện: luồng không nêu dữ liệu, cơ chế lẫn căn cứ, hoặc nói trực tiếp mà lại qua nền tảng: chưa đáp ứng; luồng
      còn thiếu dữ liệu, cơ chế, trạng thái, căn cứ, bảo vệ hay đầu mối: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi điều đã biết: content/carries, via/route/mechanism, state, basis, protection, contact.
    Bỏ sót: mức dịch vụ khi chia sẻ ra ngoài; quan hệ serves và accesses.
    """
    for flow in model.flows:
        stated = {
            "content": bool(flow.content or flow.carries),
            "mechanism": bool(flow.via or flow.mechanism or flow.route in {"direct", "platform", "internal"}),
            "state": flow.state is not None,
            "basis": bool(flow.basis or flow.evidence),
            "protection": flow.protection is not None,
            "contact": flow.contact is not None,
        }
        if not (stated["content"] or stated["mechanism"] or stated["basis"]):
            yield Finding(
                flow,
                Words(
                    f"luồng '{flow.id}' không nêu dữ liệu, cơ chế hay căn cứ",
                    f"flow '{flow.id}' states no data, mechanism or basis",
                ),
                Words(
                    "ghi nội dung, cơ chế và nguồn, hoặc bỏ luồng",
                    "state content, mechanism and source, or remove the flow",
                ),
            )
        elif flow.route == "direct" and flow.via:
            yield Finding(
                flow,
                Words(
                    f"luồng '{flow.id}' ghi trực tiếp nhưng qua {', '.join(flow.via)}",
                    f"flow '{flow.id}' is said to be direct yet crosses {', '.join(flow.via)}",
                ),
                Words("sửa 'route' hoặc 'via'", "mend 'route' or 'via'"),
            )
        elif absent := [name for name, is_stated in stated.items() if not is_stated]:
            yield Finding(
                flow,
                Words(
                    f"luồng '{flow.id}' chưa ghi: {', '.join(absent)}",
                    f"flow '{flow.id}' does not state: {', '.join(absent)}",
                ),
                Words("bổ sung các trường này", "add these fields"),
                Outcome.INSUFFICIENT,
            )
