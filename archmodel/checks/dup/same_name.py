"""DUP-02: records with the same name, or nearly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from archmodel.analysis.activity import is_active, is_family
from archmodel.analysis.duplicates import own_words
from archmodel.analysis.ties import told_apart
from archmodel.checks.dup.written_names import Written, written
from archmodel.checks.dup.written_names import places as places_named
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.telling import listed, places
from archmodel.model.elements import Document, Organisation
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.words import Words

RARE = 25
_HOLDERS = ("owned_by", "part_of")


def _judged(model: Model, day: str) -> Iterator[Element]:
    return (e for e in model if not is_family(e) and is_active(e, day) is not False)


@rule(
    "DUP-02",
    Severity.WARNING,
    title=Words("Bản ghi trùng tên hoặc gần trùng tên", "Same or nearly the same name"),
    scope=lambda model, day: [element.id for element in _judged(model, day)],
    practice="Archi validator check DuplicateElement (same name and type); near-match is data-quality practice",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Record named like another of its kind.

    Why: one thing recorded twice is counted, funded and linked twice, and each record knows half of it.
    Found: two records of one kind that hold on the day and whose names are the same once spelled out (accents, case,
      abbreviations and opening words such as "Hệ thống" aside). Names alike to the degree of `name_similarity` are
      insufficient: someone has to look. Told on the later record.
    Fix: keep one record and move the relations; or record how the two relate (`part_of`, `succeeds`, `flow`, or
      `concerns` with a `reason`).
    Misses: the same thing under unlike names; aliases; names alike only in common words. Records of different owners,
      tiers, places or numbers are told apart, and so is what succeeds the other; addresses must be the same.
    Vì sao: một đối tượng ghi hai lần thì bị đếm, cấp vốn, nối hai lần, mỗi bản ghi biết một nửa.
    Phát hiện: hai bản ghi cùng loại đang có hiệu lực, trùng tên sau khi viết đầy đủ (bỏ dấu, chữ hoa, từ viết tắt, từ
      mở đầu như "Hệ thống"). Tên giống nhau từ mức `name_similarity`: chưa đủ cơ sở đánh giá, cần người xem. Nêu ở bản
      ghi đứng sau.
    Khắc phục: giữ một bản ghi, chuyển quan hệ sang; hoặc ghi quan hệ giữa hai bản ghi (`part_of`, `succeeds`, `flow`,
      hay `concerns` kèm `reason`).
    Bỏ sót: cùng đối tượng nhưng tên khác hẳn; tên gọi khác; tên chỉ giống ở từ phổ biến. Khác chủ quản, cấp, địa danh,
      số hiệu thì coi là khác nhau; bản kế thừa cũng vậy; địa chỉ thì phải trùng hẳn.
    """
    own = own_words(model)
    shelves: dict[str, list[tuple[Element, Written]]] = defaultdict(list)
    for element in _judged(model, day):
        shelves[element.kind].append((element, written(element, own)))
    for named in shelves.values():
        yield from _alike(model, day, own, named)


def _alike(model: Model, day: str, own: frozenset[str], named: list[tuple[Element, Written]]) -> Iterator[Finding]:
    from rapidfuzz.fuzz import ratio

    least = model.settings.name_similarity * 100
    frequency = Counter(word for _, name in named for word in set(name.words))
    shelf: dict[str, list[tuple[Element, Written]]] = defaultdict(list)
    for element, name in named:
        rare = sorted(set(name.words), key=lambda word: (frequency[word], word))[:2]
        near = {other.id: (other, theirs) for word in rare for other, theirs in shelf[word][-RARE:]}
        near |= {other.id: (other, theirs) for other, theirs in shelf[f"= {name.line}"][-RARE:]}
        same: list[Element] = []
        similar: list[Element] = []
        for other, theirs in near.values():
            equal = name.words == theirs.words
            exact = "address" in {element.name_status, other.name_status}
            alike = equal or (not exact and ratio(name.line, theirs.line, score_cutoff=least))
            if alike and name.figures == theirs.figures and not _known_apart(model, day, own, element, other):
                (same if equal else similar).append(other)
        for word in {*rare, f"= {name.line}"}:
            shelf[word].append((element, name))
        if same or similar:
            yield _told(element, same or similar, sure=bool(same))


def _known_apart(model: Model, day: str, own: frozenset[str], one: Element, other: Element) -> bool:
    """Whether places, owners, wholes, tiers or document numbers differ, or a relation says how the two relate."""
    if places_named(one, own) != places_named(other, own):
        return True
    if isinstance(one, Organisation) and isinstance(other, Organisation) and one.tier != other.tier:
        return True
    if isinstance(one, Document) and isinstance(other, Document) and one.number and other.number:
        return one.number != other.number
    for type in _HOLDERS:
        mine, theirs = ({r.target for r in model.outgoing(e.id, type) if r.holds_on(day)} for e in (one, other))
        if mine and theirs and not mine & theirs:
            return True
    return other.id in told_apart(model, one.id, day)


def _told(element: Element, others: list[Element], *, sure: bool) -> Finding:
    ids = listed(other.id for other in others)
    words = KINDS[element.kind].words
    vi, en = ("cùng tên", "has the name of") if sure else ("gần trùng tên", "is named much like")
    first = others[0].name
    return Finding(
        element,
        Words(
            f"{words.vi.lower()} '{element.id}' ({element.name}) {vi} với {ids} ({first})",
            f"{words.en.lower()} '{element.id}' ({element.name}) {en} {ids} ({first})",
        ),
        Words(
            "nếu là một thì gộp bản ghi; nếu không thì ghi quan hệ giữa hai bên, 'concerns' kèm 'reason'",
            "if they are one, merge the records; if not, record how they relate, 'concerns' with a 'reason'",
        ),
        Outcome.FAIL if sure else Outcome.INSUFFICIENT,
        see=places(others),
        others=tuple(other.id for other in others),
    )
