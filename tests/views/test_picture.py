"""What every picture can do: a face, a page, a file, each with the same content in words."""

from __future__ import annotations

import re
import sys
from base64 import b64decode
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from archmodel.errors import ArchmodelError
from archmodel.text.words import Words
from archmodel.views.pen import Link, Pen, number, safe
from archmodel.views.picture import Picture, Table

HOSTILE = "<img src=x onerror=alert(1)>\"'&"
TITLE = Words(f"Chấm {HOSTILE}", "Dot")


@dataclass(frozen=True, slots=True)
class Dot(Picture):
    """The smallest picture."""

    title: Words = TITLE
    day: str | None = "2025-07-01"
    sources: int = 2

    def alt(self, lang: str = "vi") -> str:
        return Words(f"Một chấm {HOSTILE}", "One dot").to(lang)

    def table(self, lang: str = "vi") -> Table:
        return Table((Words("Tên", "Name").to(lang),), ((HOSTILE,),))

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        pen = Pen(lang, link)
        pen.open("a", HOSTILE)
        pen.text(1, 2, "Sở Y tế", 12)
        pen.close()
        return pen.document("dot", self.title.to(lang), self.alt(lang), (40, 20))


def test_the_face_is_an_image_and_a_table_with_every_text_escaped() -> None:
    face = Dot()._repr_html_()
    (source,) = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', face)
    assert b64decode(source).decode() == Dot().svg()
    assert re.findall(r"<(\w+)", face)[:2] == ["figure", "img"]
    assert face.count("<img") == 1
    assert "Một chấm" in unescape(re.findall(r'alt="([^"]*)"', face)[0])


def test_the_page_allows_its_own_style_and_nothing_else() -> None:
    page = Dot().html()
    policy = unescape(re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0])
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (allowed,) = re.findall(r"style-src 'sha256-([^']+)'", policy)
    assert b64decode(allowed) == sha256(style.encode()).digest()
    assert policy.startswith("default-src 'none';")
    assert "<script" not in page
    assert "<img" not in page
    assert "Tại ngày: 01/7/2025 · 2 nguồn" in page
    assert "As of: 2025-07-01 · 2 sources" in Dot().html("en")


@pytest.mark.parametrize("ending", [".svg", ".html"])
def test_a_picture_is_saved_by_the_ending_of_its_name(tmp_path: Path, ending: str) -> None:
    path = Dot().save(tmp_path / "new" / f"dot{ending}", "en")
    assert path.read_text(encoding="utf-8") == (Dot().html("en") if ending == ".html" else Dot().svg("en"))


def test_png_is_written_the_same_each_time(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    drawn = [Dot().save(tmp_path / name).read_bytes() for name in ("a.png", "b.PNG")]
    assert drawn[0][:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(drawn[0][16:20]) == 80  # two dots across for each unit of the drawing
    assert drawn[0] == drawn[1]


def test_without_the_extra_png_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ArchmodelError, match=r"install archmodel\[png\]"):
        Dot().save(tmp_path / "a.png")


def test_another_ending_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArchmodelError, match=r"cannot be saved as 'a\.jpg'"):
        Dot().save(tmp_path / "a.jpg")


def test_numbers_and_text_are_written_one_way() -> None:
    assert [number(value) for value in (1.0, 1.25, -0.04, 10, 0.06)] == ["1", "1.2", "0", "10", "0.1"]
    assert safe("a<b>\u202e\x0b\ud800 đ") == "a&lt;b&gt; đ"
