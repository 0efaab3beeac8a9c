"""What it takes to decide about an element: the costs on record, never estimated, and what is recorded to hang on it."""

from __future__ import annotations

from archmodel.analysis.activity import holding
from archmodel.checks.questions.answer import Answer, Fact, Question, Verdict
from archmodel.checks.questions.case import Case
from archmodel.checks.questions.grounds import GROUNDS
from archmodel.checks.standing import Standing
from archmodel.model.elements import Application, Task
from archmodel.model.relations import Relation
from archmodel.text.words import Words

_COST = Words("Chi phí vận hành", "Running cost")
_VALUE = Words("Giá trị tài sản", "Asset value")
_FUNDING = Words("Kinh phí", "Funding")
_RESOURCES = Words("Nguồn lực", "Resources")
_TIES = (
    ("serves", "out", Words("dịch vụ, kênh phục vụ", "services and channels served")),
    ("realizes", "out", Words("chức năng", "functions")),
    ("accesses", "out", Words("dữ liệu truy cập", "data sets it reads or writes")),
    ("accesses", "in", Words("hệ thống truy cập nó", "systems that read or write it")),
    ("used_by", "out", Words("cơ quan, nhóm sử dụng", "bodies and groups that use it")),
    ("exposes", "out", Words("giao diện, địa chỉ", "interfaces and addresses")),
    ("part_of", "in", Words("bộ phận", "parts")),
    ("hosted_on", "in", Words("đối tượng đặt tại đây", "things hosted on it")),
    ("depends_on", "in", Words("nhiệm vụ chờ kết quả", "tasks that wait for it")),
)
_FLOWS = Words("luồng dữ liệu", "data flows")
_DIRECT = Words("Trực tiếp gắn với nó", "Directly tied to it")


def cost(case: Case) -> Answer:
    """Whether its costs are on record; what hangs on it is counted as recorded, and an empty count is not none."""
    element = case.element
    if isinstance(element, Application):
        asset = element.asset.value if element.asset else None
        stated = {"running_cost": (_COST, element.running_cost), "asset": (_VALUE, asset)}
    elif isinstance(element, Task):
        stated = {"funding": (_FUNDING, element.funding), "resources": (_RESOURCES, element.resources)}
    else:
        stated = {}
    facts = tuple(case.fact(title, value) for title, value in stated.values())
    absent = [name for name, (_, value) in stated.items() if value is None]
    ties = _ties(case)
    sentence = _sentence(facts)
    is_known = bool(stated) and not absent
    said = case.judged(GROUNDS[Question.COST].tell)
    rests_on = tuple(one for one in said if one.standing not in {Standing.NOT_APPLICABLE, Standing.NOT_RUN})
    missing = tuple(case.lacks(name) for name in absent)
    if getattr(element, "disposition", "keep") in {None, "undecided"}:
        missing = (*missing, case.lacks("disposition"))
    verdict = Verdict.YES if is_known else Verdict.OPEN
    return Answer(Question.COST, verdict, sentence, rests_on, (*facts, ties), missing)


def _ties(case: Case) -> Fact:
    """How many things of each sort are recorded to hang on it directly; a family counts as one record."""
    model, id, day = case.model, case.id, case.day
    flows = case.judgements.flows_of(id)
    counts = [_count({flow.id: flow for flow in flows}, _FLOWS)] if flows else []
    for type, way, words in _TIES:
        found = holding(model.outgoing(id, type) if way == "out" else model.incoming(id, type), day)
        if found:
            counts.append(_count({r.target if way == "out" else r.source: r for r in found}, words))
    if not counts:
        return Fact(_DIRECT, None, place=case.element.place)
    told = Words(", ".join(words.vi for words in counts), ", ".join(words.en for words in counts))
    return Fact(_DIRECT, told, case.element.confidence, place=case.element.place)


def _count(ends: dict[str, Relation], words: Words) -> Words:
    """A count, and how many of it are our own reading."""
    read = sum(relation.confidence == "inferred" for relation in ends.values())
    vi, en = (f" ({read} suy luận)", f" ({read} inferred)") if read else ("", "")
    return Words(f"{len(ends)} {words.vi}{vi}", f"{len(ends)} {words.en}{en}")


def _sentence(facts: tuple[Fact, ...]) -> Words:
    """Which costs are recorded and which are not, in words."""
    if not facts:
        return Words(
            "Chưa kết luận được: danh mục không có trường chi phí cho loại này.",
            "Cannot be concluded: the catalogue has no field of cost for this kind.",
        )
    absent = [fact.label for fact in facts if fact.value is None]
    if absent:
        names = Words(", ".join(w.vi.lower() for w in absent), ", ".join(w.en.lower() for w in absent))
        return Words(f"Chưa kết luận được: chưa ghi {names.vi}.", f"Cannot be concluded: not recorded: {names.en}.")
    parts = [Words(f"{f.label.vi}: {f.value.vi}", f"{f.label.en}: {f.value.en}") for f in facts if f.value]
    return Words("; ".join(p.vi for p in parts) + ".", "; ".join(p.en for p in parts) + ".")
