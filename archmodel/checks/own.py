"""Rules of one's own, written in a file with the same decorator and run beside the others.

Reading such a file runs its code, so it happens only where someone names the file.
"""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from traceback import extract_tb
from types import ModuleType

from archmodel.checks.rule import Rule
from archmodel.errors import ArchmodelError
from archmodel.text.words import Words


def rules_in(path: Path, known: tuple[Rule, ...] = ()) -> tuple[Rule, ...]:
    """The rules a Python file defines, in the order it defines them.

    Args:
        path: the file; its code is run.
        known: rules that stand already, whose codes may not be taken again.

    Raises:
        ArchmodelError: the file cannot be read or run, holds no rule, or takes a code that is taken.
    """
    rules = tuple(value for value in vars(_run(path)).values() if isinstance(value, Rule) and value.path == str(path))
    if not rules:
        raise ArchmodelError(
            Words(f"tệp '{path}' không có quy tắc nào", f"the file '{path}' holds no rule"),
            Words("viết một hàm với @rule(…); xem notebooks và archmodel/checks/struct",
                  "write a function with @rule(…); see archmodel/checks/struct for the manner"),
        )  # fmt: skip
    taken = {rule.code for rule in known}
    for rule in rules:
        if rule.code in taken:
            raise ArchmodelError(
                Words(f"mã '{rule.code}' đã có quy tắc khác", f"the code '{rule.code}' is taken"),
                Words("đặt mã khác, như RIENG-01", "give it another code, such as OWN-01"),
            )
        taken.add(rule.code)
    return rules


def _run(path: Path) -> ModuleType:
    if not path.is_file():
        raise ArchmodelError(
            Words(f"không có tệp '{path}'", f"there is no file '{path}'"), Words("kiểm tra đường dẫn", "check the path")
        )
    spec = spec_from_file_location(f"archmodel_own_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ArchmodelError(
            Words(f"'{path}' không phải tệp Python", f"'{path}' is not a Python file"),
            Words("dùng tệp .py", "use a .py file"),
        )
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # noqa: BLE001 - the code is the user's: what it does wrong is told, not thrown
        line = next(
            (frame.lineno for frame in reversed(extract_tb(error.__traceback__)) if frame.filename == str(path)), 1
        )
        told = f"{path}:{line}: {type(error).__name__}: {error}"
        raise ArchmodelError(
            Words(f"tệp quy tắc không chạy được: {told}", f"the file of rules does not run: {told}"),
            Words("sửa tệp rồi chạy lại", "mend the file and run again"),
        ) from None
    return module
