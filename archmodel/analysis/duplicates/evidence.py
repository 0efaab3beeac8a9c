"""What speaks for two systems being one, and what against, in words a reviewer can weigh."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archmodel.analysis.duplicates.lexicon import WORD
from archmodel.analysis.duplicates.likeness import TEXT_WEIGHTS, Likeness, Rarity, likeness
from archmodel.analysis.duplicates.search import Pair
from archmodel.analysis.duplicates.spelling import spelling
from archmodel.analysis.duplicates.subject import Subject
from archmodel.analysis.duplicates.verdict import Verdict, one_unit
from archmodel.model.model import Model
from archmodel.text.vietnamese import composed, folded
from archmodel.text.words import Words

_SHOWN = 4
_KIND = "= "
_LEVELS = {
    "national": Words("quốc gia", "national"), "province": Words("tỉnh, thành phố", "province"),
    "district": Words("huyện", "district"), "commune": Words("xã, phường", "commune"),
}  # fmt: skip
_KINDS = {
    "system": Words("hệ thống", "system"), "database": Words("cơ sở dữ liệu", "database"), "portal": Words("cổng, trang", "portal"),
    "centre": Words("trung tâm", "centre"), "channel": Words("kênh", "channel"), "infrastructure": Words("hạ tầng", "infrastructure"),
    "scheme": Words("dự án, đề án", "scheme"),
}  # fmt: skip
_ASPECTS = {
    "name": Words("tên", "name"), "function": Words("chức năng", "function"), "data": Words("dữ liệu", "data"), "users": Words("người dùng", "users"),
}  # fmt: skip

_TIES = (
    ("realizes", "realizes", Words("cùng chức năng nghiệp vụ", "serve one business function")),
    ("accesses", "accesses", Words("dùng chung dữ liệu", "share data")),
    ("used_by", "used_by", Words("chung người dùng", "share users")),
    ("hosted_on", "hosted_on", Words("đặt cùng nơi", "share a host")),
    ("flow", "flow", Words("cùng kết nối với", "both integrated with")),
    ("address", "exposes", Words("chung địa chỉ", "share an address")),
)
"""What two systems may have in common in the model: the aspect, the relation that tells it, and its words."""

_ONE_JOB = (Verdict.DUPLICATE, Verdict.FAMILY)
_SURE = 0.7
"""Below this chance that two jobs are one, three in five labelled pairs told so are, above it nineteen in twenty (each set left out in turn)."""
_UNSURE = Words("chưa chắc cùng một việc, có thể chỉ một phần", "not sure to be one job, perhaps a part only")


class Sign(NamedTuple):
    """One thing that speaks for (``True``) or against (``False``) the two being one."""

    aspect: str
    favours: bool
    words: Words


def signs(pair: Pair, model: Model | None = None) -> tuple[Sign, ...]:
    """The signs of a pair: for first, then against; with a model, what it records between the two as well."""
    one, other = pair.one, pair.other
    unsure = pair.ruling.verdict in _ONE_JOB and pair.alike.chances.same < _SURE
    found = [Sign("job", False, _UNSURE)] if unsure else []
    for aspect, how in (
        ("name", pair.alike.aspects.name),
        ("function", pair.alike.aspects.function),
        ("data", pair.alike.aspects.data),
        ("users", likeness(one.job.users, other.job.users, Rarity(()), TEXT_WEIGHTS)),
    ):
        if how is not None:
            found += _of_text(aspect, how, one, other)
    found += _of_unit(one, other, model)
    found += _of_kind(one, other)
    if model is not None and one.id in model and other.id in model:
        found += _of_model(model, one.id, other.id)
    return tuple(sorted(found, key=lambda sign: not sign.favours))


def why(pair: Pair, model: Model | None = None) -> Words:
    """The signs in one line: what speaks for, then after a bar what speaks against."""
    told = signs(pair, model)
    lines = []
    for lang in ("vi", "en"):
        sides = [
            "; ".join(sign.words.to(lang) for sign in told if sign.favours is favours) for favours in (True, False)
        ]
        lines.append(
            " | ".join(
                side for side in (sides[0], sides[1] and f"{'nhưng' if lang == 'vi' else 'but'} {sides[1]}") if side
            )
        )
    return Words(*lines)


def _of_text(aspect: str, how: Likeness, one: Subject, other: Subject) -> list[Sign]:
    label = _ASPECTS[aspect]
    written = _written(_texts(aspect, one), _texts(aspect, other))
    found: list[Sign] = []

    def tell(favours: bool, vi: str, en: str) -> None:
        found.append(Sign(aspect, favours, Words(f"{label.vi} {vi}", f"{label.en} {en}")))

    if common := _that_tell(how, aspect, one, other):
        shared = _listed(common, written)
        tell(True, f"cùng: {shared.vi} ({how.share:.2f})", f"in common: {shared.en} ({how.share:.2f})")
    if how.near:
        close = "; ".join(f"{mine} ~ {its}" for mine, its in how.near[:_SHOWN])
        tell(True, f"gần nhau: {close}", f"close: {close}")
    if aspect == "users":
        return found
    if all(how.apart):
        left, right = (_listed(side, written) for side in how.apart)
        tell(False, f"khác: {left.vi} / {right.vi}", f"differs: {left.en} / {right.en}")
    elif any(how.apart):
        id = one.id if how.apart[0] else other.id
        alone = _listed(how.apart[0] or how.apart[1], written)
        tell(False, f"riêng của '{id}': {alone.vi}", f"of '{id}' alone: {alone.en}")
    return found


def _that_tell(how: Likeness, aspect: str, one: Subject, other: Subject) -> tuple[str, ...]:
    """The shared ideas; words that every system has only where nothing else is shared or near."""
    generic = {idea for s in (one, other) for idea, sort in getattr(s.job, aspect) if sort == "generic"}
    telling = tuple(idea for idea in how.common if idea not in generic)
    return telling if telling or how.near else how.common


def _texts(aspect: str, subject: Subject) -> str:
    return str(getattr(subject.row, aspect))


def _written(*texts: str) -> dict[str, str]:
    """How words were written, small letters for all, by how they are compared."""
    return {key: word.lower() for key, word in _as_they_stand(*texts).items()}


def _as_they_stand(*texts: str) -> dict[str, str]:
    """How words were written, capitals kept, by how they are compared."""
    words = [word for text in texts for word in WORD.findall(composed(text))]
    return {folded(word): word for word in words} | {spelling(word): word for word in words}


def _listed(ideas: Sequence[str], written: dict[str, str]) -> Words:
    """Ideas as they were written, a syllable only where no pair of syllables tells it."""
    paired = {part for idea in ideas if " " in idea for part in idea.split()}
    shown = [idea for idea in ideas if idea not in paired] or ideas
    more = " ..." if len(shown) > _SHOWN else ""
    vi, en = (", ".join(_said(idea, written).to(lang) for idea in shown[:_SHOWN]) + more for lang in ("vi", "en"))
    return Words(vi, en)


def _said(idea: str, written: dict[str, str]) -> Words:
    """An idea as it was written; a kind that stands for a job, as in ``Cổng`` alone, by its name."""
    name = idea.removeprefix(_KIND)
    return _KINDS[name] if idea.startswith(_KIND) else Words(*[_as_written(idea, written)] * 2)


def _as_written(text: str, written: dict[str, str]) -> str:
    return written.get(text) or " ".join(written.get(word, word) for word in text.split())


def _of_unit(one: Subject, other: Subject, model: Model | None) -> list[Sign]:
    unit = one_unit(one, other)
    if unit is None:
        silent = [subject.id for subject in (one, other) if subject.owner is None]
        if len(silent) != 1 or not (one.row.owner or other.row.owner):
            return []
        (id,) = silent
        return [Sign("owner", False, Words(f"chưa ghi chủ quản của '{id}'", f"no owner of '{id}' on record"))]
    if not unit:
        owners = [
            subject.row.owner
            or _as_written(f"{subject.owner.title} {subject.owner.place}", _as_they_stand(subject.name))
            for subject in (one, other)
            if subject.owner
        ]
        return [
            Sign("owner", False, Words(f"chủ quản khác: {' / '.join(owners)}", f"other owners: {' / '.join(owners)}"))
        ]
    if one.owner and other.owner and one.owner.key != other.owner.key:
        names = _bodies(one.today & other.today, model)
        lineage = Words(
            f"chủ quản nay là một: {one.row.owner} / {other.row.owner}" + (f" → {names}" if names else ""),
            f"one owner today: {one.row.owner} / {other.row.owner}" + (f" → {names}" if names else ""),
        )
        return [Sign("owner", True, lineage)]
    owner = one.row.owner or other.row.owner
    return [Sign("owner", True, Words(f"cùng chủ quản: {owner}", f"one owner: {owner}"))] if owner else []


def _bodies(ids: Iterable[str], model: Model | None) -> str:
    known = model.origin.elements if model is not None else {}
    return ", ".join(known[id].name for id in sorted(ids) if id in known)


def _of_kind(one: Subject, other: Subject) -> list[Sign]:
    found: list[Sign] = []
    if one.level and other.level and one.level != other.level:
        mine, theirs = _LEVELS[one.level], _LEVELS[other.level]
        found.append(
            Sign("level", False, Words(f"khác cấp: {mine.vi} / {theirs.vi}", f"other levels: {mine.en} / {theirs.en}"))
        )
    if one.locality != other.locality:
        found.append(Sign("place", False, Words("khác địa bàn nêu trong tên", "other places named")))
    if one.job.kinds and other.job.kinds and not one.job.kinds & other.job.kinds:
        mine, theirs = (_KINDS[min(subject.job.kinds)] for subject in (one, other))
        found.append(
            Sign("kind", False, Words(f"khác loại: {mine.vi} / {theirs.vi}", f"other kinds: {mine.en} / {theirs.en}"))
        )
    if one.job.is_part != other.job.is_part:
        found.append(Sign("part", False, Words("một bên là phân hệ", "one is a module")))
    return found


def _of_model(model: Model, one: str, other: str) -> list[Sign]:
    """Functions, data, users, hosts, integrations and addresses the two have in common in the model."""

    def targets(id: str, type: str) -> set[str]:
        return {r.target for r in model.outgoing(id, type)}

    def partners(id: str) -> set[str]:
        return targets(id, "flow") | {r.source for r in model.incoming(id, "flow")}

    found: list[Sign] = []
    for aspect, type, words in _TIES:
        ends = [partners(id) if type == "flow" else targets(id, type) for id in (one, other)]
        if shared := ends[0] & ends[1]:
            told = "; ".join([called(model, id) for id in sorted(shared)][:_SHOWN])
            found.append(Sign(aspect, True, Words(f"{words.vi}: {told}", f"{words.en}: {told}")))
    return found


def called(model: Model | None, id: str) -> str:
    """The name of an element, or its id where no record of it stands."""
    return model.elements[id].name if model is not None and id in model.elements else id
