"""INTEG-03: systems and data cut off from the rest."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import holding, is_active, is_family, is_own
from archmodel.checks.integ.network import Network
from archmodel.checks.integ.sharing import needing, shared_through
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Application, Dataset
from archmodel.model.model import Model
from archmodel.text.words import Words


def _applications(model: Model, day: str) -> list[Application]:
    return [app for app in model.applications if is_own(app) and not is_family(app) and is_active(app, day)]


def _datasets(model: Model, day: str) -> list[Dataset]:
    return [
        data
        for data in model.datasets
        if is_own(data)
        and not is_family(data)
        and is_active(data, day) is not False
        and len(needing(model, data, day)) > 1
    ]


@rule(
    "INTEG-03",
    Severity.WARNING,
    title=Words("Không có hệ thống mồ côi", "No orphan system"),
    scope=lambda model, day: [element.id for element in (*_applications(model, day), *_datasets(model, day))],
    cites=("KH130:Phần I, yêu cầu b", "ND278_2025", "ND224_2026:Điều 23 khoản 3"),
    plan=("KH130-R-b",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Running system that is joined to nothing, or to others but never to the City platform.

    Why: data keyed in again by hand, and a system nobody notices until it fails, begin as an island.
    Found: a system whose recorded flows have all ended or are not connected, or whose running flows lead to others but on
      no path to the City platform, fails unless `standalone` gives the reason; so does data several bodies need that is marked private and
      offered by nothing. Systems without recorded flow, owner, users or host, with flows that leave state or platforms
      open, and shared data without interface or flow are insufficient.
    Fix: record the flows with `state` and `via`, `owned_by`, `used_by`, `hosted_on`; or the reason in `standalone`.
    Misses: groups recorded as one; links that are only `serves` or a shared database. A stated audience or public use
      stands in for `used_by`: the sources name users, seldom bodies. A part counts as joined and hosted with its whole.
    Vì sao: nhập lại dữ liệu bằng tay, và hệ thống không ai biết cho đến khi hỏng, bắt đầu từ những ốc đảo.
    Phát hiện: hệ thống mà mọi luồng đã ghi đều kết thúc hay chưa kết nối, hoặc chạy mà không dẫn tới nền tảng của Thành phố: chưa đáp
      ứng, trừ khi có lý do ở `standalone`; dữ liệu nhiều cơ quan cần mà ghi dùng riêng, không nơi nào cung cấp, cũng
      vậy. Chưa ghi luồng, chủ quản, người dùng, nơi đặt, trạng thái hay nền tảng của luồng, giao diện của dữ liệu dùng
      chung: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi luồng kèm `state`, `via`; `owned_by`, `used_by`, `hosted_on`; hoặc lý do ở `standalone`.
    Bỏ sót: nhóm ghi thành một bản ghi; liên kết chỉ là `serves` hay chung CSDL. Đối tượng dùng (`audience`, `public`)
      thay được `used_by`; phân hệ tính theo hệ thống chứa nó.
    """
    network = Network(model, day)
    for app in _applications(model, day):
        cut = None if app.standalone else network.cut_off(app.id)
        if cut:
            yield Finding(
                app,
                Words(f"'{app.id}' {cut.vi}", f"'{app.id}' {cut.en}"),
                Words(
                    "nối qua nền tảng của Thành phố, hoặc ghi lý do ở 'standalone'",
                    "join it to the City platform, or give the reason in 'standalone'",
                ),
            )
        elif missing := _missing(model, app, day, network):
            yield _insufficient(app, missing)
    for data in _datasets(model, day):
        if not shared_through(model, data, day):
            yield _unshared(data, needing(model, data, day))


def _missing(model: Model, app: Application, day: str, network: Network) -> list[str]:
    def stated(type: str) -> bool:
        return any(holding(model.outgoing(id, type), day) for id in (app.id, *network.wholes(app.id)))

    missing = [] if app.standalone else network.open_points(app.id)
    missing += [] if stated("owned_by") else ["owned_by"]
    missing += [] if stated("used_by") or app.audience or app.public else ["used_by"]
    return missing + ([] if stated("hosted_on") else ["hosted_on"])


def _insufficient(element: Application | Dataset, missing: list[str]) -> Finding:
    listed = ", ".join(missing)
    return Finding(
        element,
        Words(f"'{element.id}' chưa ghi: {listed}", f"'{element.id}' does not state: {listed}"),
        Words(f"ghi {listed}", f"record {listed}"),
        Outcome.INSUFFICIENT,
    )


def _unshared(data: Dataset, bodies: frozenset[str]) -> Finding:
    if data.sharing != "private":
        return _insufficient(data, ["exposes"])
    names = ", ".join(sorted(bodies))
    return Finding(
        data,
        Words(
            f"'{data.id}' ghi dùng riêng nhưng {names} cùng cần", f"'{data.id}' is marked private yet {names} need it"
        ),
        Words("cung cấp giao diện ('exposes') và sửa 'sharing'", "offer an interface ('exposes') and mend 'sharing'"),
    )
