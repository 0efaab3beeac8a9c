"""The mutants of a source file: the same code with one condition changed, as text and as something to run.

It decides what counts as a change of a condition; running mutants is left to ``trials.py``. Each change is made in the
syntax tree and taken back, so no file is ever written. Changes that come to the same code are made once: a ``not`` that
is the whole of a condition is dropped by inverting it, and so is a lone ``==`` flipped.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

FLIPPED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Lt: (ast.GtE, ast.LtE), ast.GtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.LtE, ast.Lt), ast.LtE: (ast.Gt, ast.GtE),
}  # fmt: skip
SHOWN = 110
Change = tuple[str, ast.AST]
Site = tuple[ast.AST, str, int | None, ast.AST]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the function and line it is in, what was done, the code before and after, the module as code."""

    function: str
    line: int
    change: str
    before: str
    after: str
    code: CodeType
    guards_finding: bool = False

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it from others though lines move."""
        return self.function, self.change, self.before, self.after


def mutants(source: str, path: str) -> Iterator[Mutant]:
    """Every mutant of a file, one at a time: the code is compiled when its turn comes."""
    tree = ast.parse(source)
    owners = dict(_owners(tree, ""))
    conditions = {id(node) for owner in ast.walk(tree) for node in _conditions(owner)}
    findings = {id(node) for node in ast.walk(tree) if isinstance(node, ast.If) and _finds(node)}
    for parent, field, index, node in list(_sites(tree)):
        whole = parent if index is None or not isinstance(node, ast.stmt) else node
        shown = _statement(whole, node)
        for change, instead in _changes(parent, node, conditions):
            before = _told(shown)
            _put(parent, field, index, instead)
            ast.fix_missing_locations(tree)
            code, after = compile(tree, path, "exec"), _told(instead if shown is node else shown)
            _put(parent, field, index, node)
            guards = id(parent) in findings and id(node) in conditions
            line = getattr(node, "lineno", 0)
            yield Mutant(owners.get(id(node), ""), line, change, before, after, code, guards)


def _sites(tree: ast.AST) -> Iterator[Site]:
    """Every node with where it hangs: its parent, the field, and the place in it where that is a list."""
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if field in {"annotation", "returns"}:
                continue
            if isinstance(value, ast.AST):
                yield parent, field, None, value
            elif isinstance(value, list):
                yield from ((parent, field, n, node) for n, node in enumerate(value) if isinstance(node, ast.AST))


def _changes(parent: ast.AST, node: ast.AST, conditions: set[int]) -> Iterator[Change]:
    """What can be done to a node where it stands."""
    condition = id(node) in conditions
    if condition:
        yield "invert", _inverted(node)
    if condition and isinstance(parent, ast.If):
        yield "always", ast.Constant(True)
        yield "never", ast.Constant(False)
    if condition and isinstance(parent, ast.comprehension):
        yield "drop filter", ast.Constant(True)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) and not condition:
        yield "drop not", node.operand
    if isinstance(node, ast.BoolOp):
        yield "swap and/or", ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        for n in range(len(node.values)):
            rest = node.values[:n] + node.values[n + 1 :]
            yield "drop operand", rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
    if isinstance(node, ast.Compare):
        for n, operator in enumerate(node.ops):
            for flipped in FLIPPED[type(operator)][1 if condition and len(node.ops) == 1 else 0 :]:
                ops = [*node.ops[:n], flipped(), *node.ops[n + 1 :]]
                yield "flip comparison", ast.Compare(node.left, ops, node.comparators)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom):
        yield "drop yield", ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))


def _conditions(node: ast.AST) -> list[ast.AST]:
    """The conditions a node holds itself: tests, filters, what ``any`` and ``all`` ask, answers of a yes-or-no function."""
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        return [node.test]
    if isinstance(node, ast.comprehension):
        return list(node.ifs)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"any", "all"}:
        return [one.elt for one in node.args if isinstance(one, ast.GeneratorExp)]
    if isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns).startswith("bool"):
        returned = [one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value]
        yes_or_no = ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Call | ast.Name | ast.Constant
        return [
            value
            for value in returned
            if isinstance(value, yes_or_no) and not (isinstance(value, ast.Constant) and value.value is None)
        ]
    return []


def _inverted(node: ast.AST) -> ast.expr:
    if isinstance(node, ast.Constant):
        return ast.Constant(not node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return node.operand
    return ast.UnaryOp(ast.Not(), node)  # type: ignore[arg-type]


def _finds(node: ast.If) -> bool:
    """Whether a finding is yielded straight under the condition."""
    return any(isinstance(one, ast.Expr) and isinstance(one.value, ast.Yield | ast.YieldFrom) for one in node.body)


def _owners(node: ast.AST, name: str) -> Iterator[tuple[int, str]]:
    """The function each node belongs to, by name."""
    for child in ast.iter_child_nodes(node):
        inner = name
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            inner = f"{name}.{child.name}" if name else child.name
        yield id(child), inner
        yield from _owners(child, inner)


def _statement(parent: ast.AST, node: ast.AST) -> ast.AST:
    """What to show of a change: the node itself; its parent's words would be cut short."""
    return node if isinstance(node, ast.expr | ast.stmt) else parent


def _put(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


def _told(node: ast.AST) -> str:
    text = re.sub(r"\s+", " ", ast.unparse(node))
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
