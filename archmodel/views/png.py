"""A drawing as PNG, by typst: a wheel without system packages, which the formal documents use for PDF as well.

Decides the sharpness of the image. Glyphs the reader's machine has no font for come from those typst carries.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from archmodel.errors import ArchmodelError
from archmodel.text.files import write_atomically
from archmodel.text.words import Words

DOTS_PER_INCH = 192

_SHEET = '#set page(width: auto, height: auto, margin: 0pt)\n#image("picture.svg")\n'


def save_png(svg: str, path: Path) -> Path:
    """Write a drawing as PNG and return the path.

    Raises:
        ArchmodelError: typst is not installed.
    """
    try:
        import typst
    except ImportError:
        raise ArchmodelError(
            Words("thiếu thư viện typst để xuất PNG", "typst, which writes PNG, is not installed"),
            Words("cài archmodel[png], hoặc lưu thành .svg", "install archmodel[png], or save as .svg"),
        ) from None
    with TemporaryDirectory() as folder:
        sheet = Path(folder) / "sheet.typ"
        sheet.write_text(_SHEET, encoding="utf-8")
        (Path(folder) / "picture.svg").write_text(svg, encoding="utf-8")
        drawn = typst.compile(sheet, format="png", ppi=DOTS_PER_INCH, root=Path(folder))
    write_atomically(path, drawn)
    return path
