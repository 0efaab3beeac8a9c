"""Mutants on trial: each runs in a process of its own, in memory, against the tests that could tell it from the code.

A module of a family is tried by the cases of the rules that use it, the catalogues of the cases being read once for all.
The modules that run the rules and write their reports are tried by pytest, for they serve the cases themselves. A process
that uses ten times the time of the unchanged code, or much more memory, is killed, which counts as found out.
"""

from __future__ import annotations

import ast
import gc
import importlib
import importlib.util
import os
import re
import resource
import signal
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests" / "checks"
PACKAGE = "archmodel.checks"
JUDGES = {f"{PACKAGE}.{name}" for name in ("rule", "report", "run", "waivers")}
ABOVE = ("archmodel.checks", "archmodel.cli", "archmodel.documents", "archmodel.tables", "archmodel.views")
STATM = Path("/proc/self/statm")
SPARE_MEMORY, SPARE_TIME, LEAST_SECONDS = 2**31, 10, 3.0


class UntriableError(Exception):
    """The tests of a module fail before anything is changed."""


@dataclass(frozen=True)
class Tried:
    """A module: its name, its file, the rule it holds, and the rules that rest on it."""

    name: str
    path: Path
    code: str
    rules: tuple[str, ...]


@dataclass
class Court:
    """The cases of every rule, read; and which module leads to which."""

    cases: dict[str, list[tuple[Any, dict[str, Any]]]] = field(default_factory=lambda: defaultdict(list))
    users: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    codes: dict[str, str] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    judge: Callable[..., None] = print
    judge_strangely: Callable[..., None] = print

    def modules(self) -> list[Tried]:
        """Every module of the checks, by name."""
        return [
            Tried(name, path, self.codes.get(name, ""), tuple(sorted(self._rules(name))))
            for name, path in sorted(self.files.items())
            if path.name != "__init__.py"
        ]

    def trials(self, module: Tried) -> list[Callable[[], bool]]:
        """What to put a mutant of the module through, cheapest first; each says whether it was found out."""
        named = self._units(module)
        units = [lambda: _by_pytest(named)] if named else []
        if module.path.parent.name != "checks":
            return [lambda: self._by_cases(module), *units]
        units.append(lambda: _by_pytest([str(ROOT / "tests" / "cli")]))
        if module.name in JUDGES:
            return [*units, lambda: _by_pytest([str(TESTS / "test_cases.py")])]
        return [lambda: self._by_cases(module), *units]

    def _units(self, module: Tried) -> list[str]:
        """The test files that name the module or, for one of no family, what uses it; its own first."""
        users = [user for user in self.users[module.name] if self.files[user].parent.name == "checks"]
        for names in ([module.name], users if module.path.parent.name == "checks" else []):
            found = [str(path) for path in sorted(TESTS.glob("test_*.py")) if _names(path, names)]
            if found:
                return sorted(found, key=lambda path: module.path.stem not in path)
        return []

    def _by_cases(self, module: Tried) -> bool:
        """Whether a case of a rule that rests on the module fails, or one made strange does."""
        for name in {module.name, *self._dependents(module.name)}:
            package, _, leaf = name.rpartition(".")
            sys.modules.pop(name, None)
            vars(sys.modules[package]).pop(leaf, None)  # or ``from package import leaf`` finds the old one
        importlib.import_module(module.name)
        homes = {code: name for name, code in self.codes.items()}
        for code in sorted(module.rules, key=lambda code: code != module.code):
            rule = importlib.import_module(homes[code]).find
            for model, case in self.cases[code]:
                self.judge(model, rule, case)
            self.judge_strangely(rule, self.cases[code])
        return False

    def _rules(self, name: str) -> set[str]:
        return {self.codes[user] for user in {name, *self._dependents(name)} if user in self.codes}

    def _dependents(self, name: str) -> set[str]:
        """The modules that import a module, at any remove; packages, which only gather, are left out."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            for user in self.users[waiting.pop()] - found - JUDGES:
                if self.files[user].name != "__init__.py":
                    found.add(user)
                    waiting.append(user)
        return found


def court() -> Court:
    """Read the cases and the imports of the checks."""
    sys.path.insert(0, str(TESTS))
    made, conftest, cases = Court(), _module(TESTS / "conftest.py"), _module(TESTS / "test_cases.py")
    made.judge, made.judge_strangely = cases.judge, cases.judge_strangely
    for rule in cases.RULES:
        if rule.code in {param.values[0] for param in cases.CASES}:
            made.codes[rule.find.__module__] = rule.code
    for param in cases.CASES:
        code, case = param.values
        with tempfile.TemporaryDirectory() as folder:
            model = conftest.written(Path(folder), case["catalog"], case.get("settings"), case.get("framework"))
        made.cases[code].append((model, case))
    for path in sorted((ROOT / "archmodel" / "checks").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        made.files[name] = path
        for used in _imported(path):
            made.users[used].add(name)
    gc.freeze()
    return made


def found_out(code: CodeType | None, module: Tried, trials: list[Callable[[], bool]], seconds: float) -> bool:
    """Whether any trial tells the module with this code from what it should be; no code means as it stands."""
    return any(_apart(lambda trial=trial: _trial(code, module, trial), seconds) for trial in trials)


def cost(module: Tried, trials: list[Callable[[], bool]]) -> float:
    """The seconds to allow a mutant, from what the unchanged code takes; the trials must let that pass."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for trial in trials:
        if _apart(lambda trial=trial: _trial(None, module, trial), 600):
            raise UntriableError(f"{module.path.relative_to(ROOT)}: its tests fail as it stands")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return max(LEAST_SECONDS, SPARE_TIME * used)


def _trial(code: CodeType | None, module: Tried, trial: Callable[[], bool]) -> bool:
    if code is not None:
        sys.meta_path.insert(0, _Changed(module, code))
    try:
        return trial()
    except Exception:  # noqa: BLE001 - whatever a mutant breaks with, it was noticed
        return True


def _apart(work: Callable[[], bool], seconds: float) -> bool:
    """What work answers in a process of its own; True when it does not end as it should."""
    child = os.fork()
    if child == 0:
        try:
            gc.disable()
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_PROF, seconds)
            if STATM.exists():
                memory = int(STATM.read_text().split()[0]) * resource.getpagesize()
                resource.setrlimit(resource.RLIMIT_AS, (memory + SPARE_MEMORY,) * 2)
            with Path(os.devnull).open("w") as nowhere:
                os.dup2(nowhere.fileno(), 1)
                os.dup2(nowhere.fileno(), 2)
            os._exit(int(work()))
        finally:
            os._exit(3)
    return os.waitpid(child, 0)[1] != 0


def _by_pytest(tests: list[str]) -> bool:
    import pytest

    for name in [name for name in sys.modules if name == "archmodel" or name.startswith(ABOVE)]:
        del sys.modules[name]
    os.chdir(ROOT)
    return pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-m", "not slow and not browser", *tests]) != 0


def _names(path: Path, modules: list[str]) -> bool:
    """Whether a test file imports one of the modules; the cases and the mutants themselves are tried otherwise."""
    text = path.read_text(encoding="utf-8")
    ways = (
        rf"{re.escape(package)}(\.| import .*\b){leaf}\b" for package, _, leaf in (m.rpartition(".") for m in modules)
    )
    return path.name not in {"test_cases.py", "test_mutants.py"} and any(re.search(way, text) for way in ways)


class _Changed(MetaPathFinder, Loader):
    """Gives one module its changed code when it is imported next."""

    def __init__(self, module: Tried, code: CodeType) -> None:
        self.module, self.code = module, code

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        if name != self.module.name:
            return None
        return importlib.util.spec_from_file_location(name, self.module.path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, module.__dict__)


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"mutation_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[module.__name__] = module
    spec.loader.exec_module(module)
    return module


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(PACKAGE):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
