"""Write a synthetic catalogue of a given size, the same bytes every time: for measuring, never published.

Run: python benchmarks/synthetic.py DIR [ELEMENTS] [RELATIONS]
"""

from __future__ import annotations

import sys
from pathlib import Path


def write(folder: Path, elements: int = 20_000, relations: int = 60_000) -> None:
    """A catalogue of applications, data sets and bodies in YAML, with evidence and dates on records and flows."""
    catalog = folder / "catalog"
    bodies, datasets = elements // 20, elements * 3 // 10
    applications = elements - bodies - datasets
    flows = relations - applications * 3
    _save(catalog / "organisations/all.yaml", (_body(n) for n in range(bodies)))
    _save(catalog / "datasets/all.yaml", (_dataset(n) for n in range(datasets)))
    _save(catalog / "applications/all.yaml", (_application(n, bodies, datasets) for n in range(applications)))
    _save(catalog / "flows/all.yaml", (_flow(n, applications) for n in range(flows)))
    (folder / "archmodel.toml").write_text('name = "Đo"\n', encoding="utf-8")


def _save(path: Path, records: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(records), encoding="utf-8")  # type: ignore[arg-type]


def _body(n: int) -> str:
    return f"- id: org-{n}\n  name: Cơ quan số {n}\n  tier: city\n{_EVIDENCE}"


def _dataset(n: int) -> str:
    return (
        f"- id: data-{n}\n  name: Cơ sở dữ liệu chuyên ngành số {n}\n  record: own\n  category: database\n"
        f"  personal_data: basic\n  since: 2024-01-01\n{_EVIDENCE}"
    )


def _application(n: int, bodies: int, datasets: int) -> str:
    return (
        f"- id: app-{n}\n  name: Hệ thống thông tin quản lý số {n}\n  category: sector\n  record: own\n"
        f"  state: in_use\n  since: 2023-05-01\n  description: Phục vụ nghiệp vụ số {n} của cơ quan.\n"
        f"  owned_by: org-{n % bodies}\n  operated_by: org-{(n + 1) % bodies}\n"
        f"  accesses:\n    - {{to: data-{n % datasets}, mode: rw}}\n{_EVIDENCE}"
    )


def _flow(n: int, applications: int) -> str:
    return (
        f"- id: F{n}\n  source: app-{n % applications}\n  target: app-{(n * 7 + 1) % applications}\n"
        f"  content: hồ sơ\n  state: in_use\n{_EVIDENCE}"
    )


_EVIDENCE = "  evidence:\n    - {document: Báo cáo đo, date: 2026-01-01, confidence: secondary}\n"


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[2:4]]
    write(Path(sys.argv[1]), *sizes)
