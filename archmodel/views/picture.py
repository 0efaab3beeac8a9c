"""What every picture can do once its values are known: show itself in a notebook, be a page of its own, become a file.

A picture is a frozen dataclass with ``title``, ``day`` and ``sources``; it says itself in words (``alt``), as a table
(``table``) and as a drawing (``svg``). Decides how these three are put together, so that nobody who cannot see the
drawing goes without what it shows. What is drawn is decided by the modules named after pictures.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from archmodel.errors import ArchmodelError
from archmodel.text.files import write_atomically
from archmodel.text.words import Words
from archmodel.views.dates import written
from archmodel.views.pen import Link
from archmodel.views.scene import Scene

if TYPE_CHECKING:
    from jinja2 import Environment

FORMATS = (".svg", ".html", ".png")
SCENE_FORMATS = (".drawio", ".mmd", ".graphml")
"""What only a picture of boxes and lines can be saved as."""


class Table(NamedTuple):
    """The content of a picture as rows of plain text."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Picture(ABC):
    """A picture as values. Text is Vietnamese unless ``lang`` is ``"en"``; names of elements stay Vietnamese in both."""

    __slots__ = ()

    if TYPE_CHECKING:  # fields of the dataclasses; a real property here would be taken for their default

        @property
        def title(self) -> Words:
            """What the picture is of."""

        @property
        def day(self) -> str | None:
            """The day it speaks of (ISO), or None where the model was not narrowed to a day."""

        @property
        def sources(self) -> int:
            """How many different documents and addresses its facts come from."""

    @abstractmethod
    def alt(self, lang: str = "vi") -> str:
        """The picture in a sentence or two, for who cannot see it."""

    @abstractmethod
    def table(self, lang: str = "vi") -> Table:
        """The same content as rows of plain text, not escaped."""

    @abstractmethod
    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; ``link`` gives the address of an element's page, or None for no link."""

    def scene(self, lang: str = "vi") -> Scene | None:  # noqa: ARG002 - most have none in any language
        """The boxes and lines of the drawing, for programs that edit them; None where it has none."""
        return None

    def standing(self, lang: str = "vi") -> str:
        """As of which day and from how many sources, in words."""
        day = written(self.day, lang) if self.day else Words("mọi thời điểm", "all times").to(lang)
        return Words(f"Tại ngày: {day} · {self.sources} nguồn", f"As of: {day} · {self.sources} sources").to(lang)

    def html(self, lang: str = "vi") -> str:
        """A page of its own: drawing and table, nothing loaded, no script."""
        from markupsafe import Markup

        style = asset("picture.css")
        return (
            templates()
            .get_template("picture.html")
            .render(
                lang=lang,
                title=self.title.to(lang),
                standing=self.standing(lang),
                alt=self.alt(lang),
                table=self.table(lang),
                style=Markup(style),  # noqa: S704 - our own file
                style_hash=digest(style),
                drawing=Markup(self.svg(lang)),  # noqa: S704 - a drawing escapes its own texts
                words=_table_words(lang),
            )
        )

    def save(self, path: str | Path, lang: str = "vi") -> Path:
        """Write the picture to a file, by its ending, and return the path.

        ``.svg``, ``.html`` (self-contained) and ``.png`` for reading; ``.drawio``, ``.mmd`` (Mermaid) and ``.graphml`` for
        editing, where the picture has boxes and lines.

        Raises:
            ArchmodelError: the ending is none of these, the picture has no boxes and lines to edit, or PNG is asked for
                and its extra is not installed.
        """
        path = Path(path)
        ending = path.suffix.lower()
        if ending == ".png":
            from archmodel.views.png import save_png

            return save_png(self.svg(lang), path)
        write_atomically(path, self._written(ending, path.name, lang))
        return path

    def _written(self, ending: str, name: str, lang: str) -> str:
        if ending in {".svg", ".html"}:
            return self.html(lang) if ending == ".html" else self.svg(lang)
        scene = self.scene(lang) if ending in SCENE_FORMATS else None
        if scene is None:
            known = (*FORMATS, *SCENE_FORMATS) if ending not in SCENE_FORMATS else FORMATS
            shown = ", ".join(known)
            raise ArchmodelError(
                Words(f"không lưu được hình thành '{name}'", f"a picture cannot be saved as '{name}'")
                if ending not in SCENE_FORMATS
                else Words(f"hình này không có hộp và đường nối để lưu thành '{name}'", f"this picture has no boxes and lines to save as '{name}'"),
                Words(f"dùng một trong các đuôi {shown}", f"use one of the endings {shown}"),
            )  # fmt: skip
        return written_scene(scene, ending)

    def _repr_html_(self) -> str:
        """A face that untrusted notebooks show too: the drawing as an image, the table folded beneath it."""
        drawn = b64encode(self.svg().encode()).decode("ascii")
        return (
            templates()
            .get_template("face.html")
            .render(
                source=f"data:image/svg+xml;base64,{drawn}",
                title=self.title.vi,
                alt=self.alt(),
                table=self.table(),
                words=_table_words("vi"),
            )
        )


def written_scene(scene: Scene, ending: str) -> str:
    """The text of a file for editing, ``.drawio``, ``.mmd`` or ``.graphml``."""
    if ending == ".drawio":
        from archmodel.views.drawio import drawio

        return drawio(scene)
    if ending == ".mmd":
        from archmodel.views.mermaid import mermaid

        return mermaid(scene)
    from archmodel.views.graphml import scene_graphml

    return scene_graphml(scene)


def _table_words(lang: str) -> str:
    return Words("Nội dung hình dưới dạng bảng", "The same content as a table").to(lang)


@cache
def templates() -> Environment:
    """The templates of this package; text is escaped, and a name nobody defined is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("archmodel.views", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def asset(name: str) -> str:
    """A style sheet or script that lies beside the templates."""
    return files(__package__).joinpath("templates", name).read_text("utf-8")


def digest(text: str) -> str:
    """The words by which a content security policy allows exactly this inline text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"
