"""SEC-08: flows of personal or secret data over unprotected ways."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import is_active
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.sec.levels import security_of
from archmodel.checks.sec.verdicts import verdict
from archmodel.model.elements import Dataset
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.text.words import Words

SAFEGUARDS = {
    "authenticated": Words("xác thực", "authentication"),
    "encrypted": Words("mã hóa đường truyền", "encryption in transit"),
    "logged": Words("ghi nhật ký", "logging"),
}


def _guarded(model: Model, day: str) -> Iterator[tuple[Flow, list[str]]]:
    """The flows that work or may, and the personal or secret data sets each carries."""
    for flow in model.flows:
        if is_active(flow, day) is False:
            continue
        ends = (*flow.carries, flow.source, *([flow.target] if flow.both_ways else []))
        carried = [data for id in dict.fromkeys(ends) if isinstance(data := model.elements.get(id), Dataset)]
        marked = [d.id for d in carried if d.personal_data in {"basic", "sensitive"} or d.state_secret]
        if marked:
            yield flow, marked


@rule(
    "SEC-08",
    Severity.ERROR,
    title=Words(
        "Luồng có dữ liệu cá nhân hoặc hạn chế đi qua kênh được bảo vệ",
        "Flows with personal or restricted data are protected",
    ),
    scope=lambda model, day: [flow.id for flow, _ in _guarded(model, day)],
    cites=("KH130:Phụ lục, mục I.5", "LUAT91", "LUAT116", "ND165_2025"),
    plan=("KH130-GP5",),
    tier="must",
    confidence="medium",
    practice="defence in depth; no write-down principle",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Working flow that carries personal or secret data without authentication, encryption or logging.

    Why: data is most easily taken on its way, and without a log nobody learns of it.
    Found: a working flow that carries a data set marked personal or secret and says no to authentication, encryption or
      logging. Any of them, the network, or the state not recorded is insufficient; so is a flow to a receiver of lower
      level than the sender that does not say in `protection` what is reduced or masked.
    Fix: protect the channel and record `authenticated`, `encrypted`, `logged`, `network`, `protection`.
    Misses: flows that do not name the data sets they carry, or carry entities only; classes of restriction other than
      personal and state secret, which the catalogue keeps as free text.
    Vì sao: dữ liệu dễ bị lấy nhất trên đường truyền, không có nhật ký thì không ai biết.
    Phát hiện: luồng đang chạy mang dữ liệu cá nhân hoặc bí mật mà ghi không xác thực, không mã hóa hoặc không nhật ký. Chưa ghi
      một trong các điều đó, mạng truyền, hay trạng thái: chưa đủ cơ sở; luồng tới bên có cấp độ thấp hơn mà không nêu trong
      `protection` phần đã giảm, che: chưa đủ cơ sở.
    Khắc phục: bảo vệ kênh truyền, ghi `authenticated`, `encrypted`, `logged`, `network`, `protection`.
    Bỏ sót: luồng không nêu bộ dữ liệu, hoặc chỉ nêu thực thể; mức hạn chế khác ngoài cá nhân và bí mật nhà nước.
    """
    for flow, marked in _guarded(model, day):
        stated = {name: getattr(flow, name) for name in SAFEGUARDS}
        missing = [name for name, value in stated.items() if value is None]
        missing += [name for name in ("network", "state") if getattr(flow, name) is None]
        sender, receiver = (security_of(model.elements.get(id)).level for id in (flow.source, flow.target))
        missing += ["protection"] if sender and receiver and sender > receiver and flow.protection is None else []
        said: list[Words | str] = [*missing]
        refused = [SAFEGUARDS[name] for name, value in stated.items() if value is False]
        data = ", ".join(marked)
        if refused and is_active(flow, day):
            said.append(
                Words(f"luồng '{flow.id}' mang {data} mà không có: {', '.join(word.vi for word in refused)}",
                      f"flow '{flow.id}' carries {data} without {', '.join(word.en for word in refused)}")
            )  # fmt: skip
        named = Words(f"luồng '{flow.id}' mang {data},", f"flow '{flow.id}', which carries {data},")
        yield from verdict(
            flow, said, Words("bảo vệ kênh truyền hoặc ngừng luồng", "protect the channel or stop the flow"), named
        )
