"""Duplicates as text people read, CSV and JSON programs read; scores with four decimals, best first."""

from __future__ import annotations

import csv
import json
from io import StringIO

from archmodel.analysis.duplicates import Duplicates
from archmodel.analysis.duplicates.clusters import Cluster
from archmodel.analysis.duplicates.consolidation import ASPECTS, Course, Touch
from archmodel.analysis.duplicates.evidence import called, why
from archmodel.model.values import label
from archmodel.text.cells import safe_cell
from archmodel.text.words import Words

COLUMNS = ("id_a", "id_b", "score", "verdict", "why")


def as_csv(found: Duplicates, lang: str = "vi") -> str:
    """``id_a,id_b,score,verdict,why``, a pair a line."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for match in found:
        cells = (match.id_a, match.id_b, f"{match.score:.4f}", match.verdict.value, match.why.to(lang))
        writer.writerow([safe_cell(cell) for cell in cells])
    return out.getvalue().removesuffix("\n")


def as_json(found: Duplicates, lang: str = "vi") -> str:
    """The day, the pairs with their signs, and the clusters."""
    value = {
        "schema": 1,
        "as_of": found.day,
        "systems": len(found.subjects),
        "pairs": [
            {
                "id_a": match.id_a,
                "id_b": match.id_b,
                "score": match.score,
                "verdict": match.verdict.value,
                "why": match.why.to(lang),
                "signs": [{"aspect": s.aspect, "favours": s.favours, "words": s.words.to(lang)} for s in match.signs],
            }
            for match in found
        ],
        "clusters": [
            {"verdict": cluster.verdict.value, "score": cluster.score, "ids": list(cluster.ids)}
            for cluster in found.clusters
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def as_table(found: Duplicates, lang: str = "vi", *, with_options: bool = False) -> str:
    """The clusters, a block each: the centre, then each member with its verdict, score and reasons; options on request."""
    count = Words(
        f"{len(found.subjects)} hệ thống, {len(found.matches)} cặp, {len(found.clusters)} nhóm, ngày {found.day}",
        f"{len(found.subjects)} systems, {len(found.matches)} pairs, {len(found.clusters)} clusters on {found.day}",
    )
    lines = [count.to(lang)]
    for cluster in found.clusters:
        lines += ["", f"{cluster.centre.id}  {cluster.centre.name}"]
        for member in cluster.members:
            ruling = member.pair.ruling
            lines.append(
                f"  {ruling.score:.2f} {ruling.verdict.words.to(lang):<10} {member.subject.id}  {member.subject.name}"
            )
            lines.append(f"       {why(member.pair, found.model).to(lang)}")
        if with_options:
            lines += _options(found, cluster, lang)
    return "\n".join(lines)


def _options(found: Duplicates, cluster: Cluster, lang: str) -> list[str]:
    """The options of a cluster; what is not recorded is named, so that silence is not taken for safety."""
    known = found.options(cluster)
    if not known:
        return []
    lines = ["", f"  {_INPUT.to(lang)}"]
    lines += [f"    ? {words.to(lang)}" for words in known[0].open]
    for option in known:
        ends = {Course.KEEP: "", Course.MERGE: option.stays[0], Course.RETIRE: ""}[option.course]
        going = f" ← {', '.join(option.goes)}" if option.course is Course.MERGE else f": {', '.join(option.goes)}"
        lines.append(f"  - {option.course.words.to(lang)} {ends}".rstrip() + (going if option.goes else ""))
        lines += [f"      {_touch(found, touch, lang)}" for touch in option.touches if touch.ids]
        silent: dict[str, list[str]] = {}
        for touch in option.touches:
            if not touch.is_recorded:
                silent.setdefault(touch.system, []).append(ASPECTS[touch.aspect].to(lang))
        lines += [f"      {system}: {_SILENT.to(lang)}: {', '.join(names)}" for system, names in silent.items()]
    return lines


def _touch(found: Duplicates, touch: Touch, lang: str) -> str:
    names = [called(found.model, id) for id in touch.ids]
    sure = label("confidence", touch.confidence, lang)
    return f"{touch.system}: {ASPECTS[touch.aspect].to(lang)}: {'; '.join(names)} [{sure}]"


_INPUT = Words("Các phương án, để người có thẩm quyền cân nhắc:", "Options, for those who decide to weigh:")
_SILENT = Words("chưa ghi, nên chưa biết", "not recorded, so not known")
