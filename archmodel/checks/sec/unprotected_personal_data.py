"""SEC-07: personal data that is not marked, not justified or not protected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from archmodel.analysis.activity import holding, is_active, is_family, is_own
from archmodel.analysis.spans import span
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.sec.levels import data_of, owners, proofs, security_of
from archmodel.checks.sec.verdicts import verdict
from archmodel.model.elements import Application, Dataset
from archmodel.model.model import Model
from archmodel.text.words import Words

FIELDS = ("purpose", "legal_ground", "storage_period", "subjects")
LAW, DAYS = "LUAT91", 60
LEAST = 2


def _datasets(model: Model, day: str) -> Iterator[Dataset]:
    for data in model.datasets:
        if is_own(data) and not is_family(data) and is_active(data, day) is not False:
            yield data


def _readers(model: Model, day: str) -> Iterator[tuple[Application, list[str]]]:
    """The City's applications with a level, and the personal data each accesses."""
    for application in model.applications:
        if is_own(application) and is_active(application, day) and security_of(application).level is not None:
            marked = [d.id for d in data_of(model, application.id, day) if d.personal_data in {"basic", "sensitive"}]
            if marked:
                yield application, marked


@rule(
    "SEC-07",
    Severity.ERROR,
    title=Words(
        "Dữ liệu cá nhân được phân loại và có biện pháp bảo vệ", "Personal data is marked, justified and protected"
    ),
    scope=lambda model, day: [*(d.id for d in _datasets(model, day)), *(a.id for a, _ in _readers(model, day))],
    cites=("KH130:Phụ lục, mục I.5", "LUAT91:Điều 9", "ND356_2025", "ND224_2026:Điều 21 khoản 4"),
    plan=("KH130-GP5",),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Data set whose personal data is unmarked, unjustified, unassessed, or read by a system of level 1.

    Why: people are owed a purpose, a ground, an end and a safeguard for data about them; unmarked data gets none.
    Found: data marked to hold none and yet to have subjects; personal data with purpose, ground, storage period or subjects
      said not to apply, or assessed more than 60 days after processing began or the law did; a system of level 1 that
      accesses personal data. A mark, purpose, ground, owner, period, number of subjects, host or impact assessment not
      recorded is insufficient.
    Fix: mark `personal_data` and record what the message names; link the impact assessment with `evidenced_by` (role
      assessment), or list `impact_assessment` under `not_applicable` where the law exempts it; raise the system's level.
    Misses: health records and the like marked none (only people can tell); whether the host lies abroad (no country is
      kept); data of other bodies; records standing for many data sets; consent.
    Vì sao: người dân được biết mục đích, căn cứ, thời hạn và biện pháp bảo vệ; dữ liệu không phân loại thì không có gì.
    Phát hiện: ghi không có dữ liệu cá nhân mà lại có số chủ thể; dữ liệu cá nhân ghi không áp dụng mục đích, căn cứ, thời hạn
      lưu hay số chủ thể, hoặc đánh giá tác động quá 60 ngày từ khi xử lý hoặc từ khi luật có hiệu lực; hệ thống cấp 1 truy
      cập dữ liệu cá nhân. Chưa ghi phân loại, mục đích, căn cứ, chủ quản, thời hạn, số chủ thể, nơi đặt, đánh giá: chưa đủ cơ sở.
    Khắc phục: ghi `personal_data` và các trường được nêu; nối đánh giá tác động bằng `evidenced_by` (vai trò assessment), hoặc
      ghi `impact_assessment` trong `not_applicable` nếu luật miễn; nâng cấp độ hệ thống.
    Bỏ sót: hồ sơ sức khỏe ghi là không có (chỉ con người biết); máy chủ ở nước ngoài (không giữ quốc gia); dữ liệu của cơ
      quan khác; bản ghi đại diện cho nhiều bộ dữ liệu; sự đồng ý.
    """
    for data in _datasets(model, day):
        yield from verdict(data, [*_faults(model, data, day), *_missing(model, data, day)], _FIX)
    for application, marked in _readers(model, day):
        if (level := security_of(application).level or LEAST) < LEAST:
            names = ", ".join(marked)
            yield Finding(
                application,
                Words(f"'{application.id}' cấp {level} truy cập dữ liệu cá nhân {names}",
                      f"'{application.id}' of level {level} accesses the personal data {names}"),
                Words("nâng lên ít nhất cấp 2", "raise it to level 2 at least"),
            )  # fmt: skip


_FIX = Words("phân loại lại; ghi mục đích, căn cứ, thời hạn; lập đánh giá tác động",
             "mark it anew; record purpose, ground and period; make the impact assessment")  # fmt: skip


def _faults(model: Model, data: Dataset, day: str) -> list[Words]:
    if data.personal_data in {None, "none"}:
        if data.personal_data == "none" and data.subjects:
            return [Words(f"'{data.id}' ghi không có dữ liệu cá nhân nhưng có {data.subjects} chủ thể",
                          f"'{data.id}' is marked to hold no personal data, yet has {data.subjects} subjects")]  # fmt: skip
        return []
    faults = []
    if waived := [field for field in FIELDS if field in data.not_applicable]:
        names = ", ".join(waived)
        faults.append(Words(f"'{data.id}' có dữ liệu cá nhân mà ghi không áp dụng: {names}",
                            f"'{data.id}' holds personal data, yet says these do not apply: {names}"))  # fmt: skip
    law = model.reference.instruments.get(LAW)
    assessed = [d.issued for d in proofs(model, data.id, day, "assessment") if d.issued]
    if data.since and law and law.since and assessed:
        last = max(span(law.since, None).since, span(None, data.since).until) + timedelta(days=DAYS)
        if span(min(assessed), None).since > last:
            faults.append(Words(f"đánh giá tác động của '{data.id}' ngày {min(assessed)}, sau hạn {last}",
                                f"the impact assessment of '{data.id}' is of {min(assessed)}, past {last}"))  # fmt: skip
    return faults


def _missing(model: Model, data: Dataset, day: str) -> list[str]:
    if data.personal_data == "none":
        return []
    if data.personal_data is None:
        return ["personal_data"]
    missing = [field for field in FIELDS if getattr(data, field) is None and field not in data.not_applicable]
    missing += [] if owners(model, data.id, day) else ["owned_by"]
    held = [data.id, *(r.source for r in model.incoming(data.id, "accesses") if r.holds_on(day))]
    missing += [] if any(holding(model.outgoing(id, "hosted_on"), day) for id in held) else ["hosted_on"]
    if "impact_assessment" not in data.not_applicable and not proofs(model, data.id, day, "assessment"):
        missing.append("evidenced_by (role: assessment)")
    return missing
