"""What a published folder says of itself in its marker file: edition, language, day, and a digest of every file.

It tells what may be replaced, for whom the files are, and whether a file is still as it was published. What was made from
the same values by the same code is not made again: ``made`` holds the keys of such files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, cast

import archmodel

MARKER = ".archmodel-site"
SCHEMA = 1
Audience = Literal["public", "internal"]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The marker of a published folder; ``files`` are digests by path, ``made`` the keys files were made under."""

    audience: Audience
    lang: str
    day: str
    files: Mapping[str, str] = field(default_factory=dict)
    made: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The text of the marker file, the same for the same folder."""
        told = {
            "archmodel": SCHEMA, "audience": self.audience, "lang": self.lang, "day": self.day,
            "made": dict(sorted(self.made.items())), "files": dict(sorted(self.files.items())),
        }  # fmt: skip
        return json.dumps(told, ensure_ascii=False, indent=0) + "\n"


def manifest_of(folder: Path) -> Manifest | None:
    """The manifest of a published folder; None where there is none that this version can read."""
    try:
        told = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        if told["archmodel"] != SCHEMA or told["audience"] not in {"public", "internal"}:
            return None
        return Manifest(
            cast("Audience", told["audience"]), str(told["lang"]), str(told["day"]), told["files"], told["made"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def digest(data: bytes) -> str:
    """A digest of bytes, short enough to list thousands of."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def key(*values: object) -> str:
    """A key of values made of texts, numbers and tuples, under the code that works on them."""
    return digest("\0".join((code_key(), *map(repr, values))).encode())


@cache
def code_key() -> str:
    """A digest of the package's own code, templates and fonts: other code may make other files of the same values."""
    root = Path(archmodel.__file__).parent
    whole = hashlib.blake2b(archmodel.__version__.encode(), digest_size=16)
    for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        whole.update(f"{path.relative_to(root).as_posix()}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()
