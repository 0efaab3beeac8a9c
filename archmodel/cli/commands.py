"""The commands and their options; each command's work is in a function here that calls the library and prints."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from archmodel.cli import CLEAN, FAILED, FOUND
from archmodel.errors import ArchmodelError

if TYPE_CHECKING:
    from archmodel.model.model import Model

SEVERITIES = ("error", "warning", "info")


def run(words: list[str]) -> int:
    """Parse and run; what a user got wrong is told in words, never as a traceback."""
    options = _parser().parse_args(words)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except ArchmodelError as error:
        print(error.show(_language(options)), file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN


def _language(options: argparse.Namespace) -> str:
    return getattr(options, "lang", None) or "vi"


def _parser() -> argparse.ArgumentParser:
    from archmodel import __version__

    parser = argparse.ArgumentParser(prog="archmodel", description="Model, check and publish a digital architecture.")
    parser.add_argument("--version", action="version", version=f"archmodel {__version__}")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--workspace",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="folder that holds archmodel.toml, or one below it (default: here)",
    )
    shared.add_argument("--lang", choices=["vi", "en"], help="language of messages (default: the workspace's)")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    check = commands.add_parser("check", parents=[shared], help="run the rules and show what they find")
    check.add_argument("--as-of", metavar="DATE", help="judge the architecture and the law of this day")
    check.add_argument("--framework", metavar="ID", help="judge by this edition")
    check.add_argument("--select", metavar="CODES", type=_codes, default=(), help="rules or families, by commas")
    check.add_argument("--ignore", metavar="CODES", type=_codes, default=(), help="rules or families to leave out")
    check.add_argument("--format", choices=["text", "json"], default="text")
    check.add_argument("--output", type=Path, metavar="FILE", help="write there instead of to standard output")
    check.add_argument(
        "--fail-on",
        choices=[*SEVERITIES, "never"],
        default="error",
        help="exit with 1 from this severity on (default: error)",
    )
    check.set_defaults(run=_check)

    rules = commands.add_parser("rules", parents=[shared], help="list the rules")
    rules.add_argument("--markdown", action="store_true", help="as a Markdown table")
    rules.set_defaults(run=_rules)

    explain = commands.add_parser("explain", parents=[shared], help="tell what a rule asks, why, and how to mend it")
    explain.add_argument("code", metavar="CODE")
    explain.set_defaults(run=_explain)

    publish = commands.add_parser("publish", parents=[shared], help="publish the architecture as an offline HTML site")
    publish.add_argument("--output", type=Path, metavar="DIR", help="where to (default: site/ in the workspace)")
    publish.add_argument("--as-of", metavar="DATE", help="judge by this day")
    publish.set_defaults(run=_publish)

    schema = commands.add_parser("schema", parents=[shared], help="JSON Schemas of the catalogue files, for editors")
    schema.add_argument("folder", nargs="?", metavar="FOLDER", help="one catalogue folder; all when not given")
    schema.add_argument("--output", type=Path, metavar="DIR", help="write FOLDER.schema.json files there")
    schema.set_defaults(run=_schema)

    init = commands.add_parser("init", parents=[shared], help="make a new workspace")
    init.add_argument("folder", type=Path, metavar="DIR")
    init.add_argument("--example", action="store_true", help="fill it with a small fictional province")
    init.set_defaults(run=_init)
    return parser  # fmt: skip


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.split(",") if code.strip())


def _load(options: argparse.Namespace) -> Model:
    from archmodel.catalog.load import load

    model = load(options.workspace)
    options.lang = options.lang or model.settings.language
    return model


def _write(text: str, output: Path | None) -> None:
    if output is None:
        print(text)
        return
    from archmodel.text.files import write_atomically

    write_atomically(output, text + "\n")
    print(output, file=sys.stderr)


def _check(options: argparse.Namespace) -> int:
    from archmodel.checks import formats
    from archmodel.checks.run import check

    model = _load(options)
    report = check(
        model, as_of=options.as_of, framework=options.framework, select=options.select, ignore=options.ignore
    )
    if options.format == "json":
        text = formats.as_json(report, model.reference, options.lang)
    else:
        text = formats.as_text(report, model.reference, options.lang, full=bool(options.select))
    _write(text, options.output)
    worst = report.worst()
    if options.fail_on == "never" or worst is None:
        return CLEAN
    return FOUND if SEVERITIES.index(worst.value) <= SEVERITIES.index(options.fail_on) else CLEAN


def _rules(options: argparse.Namespace) -> int:
    from archmodel.checks import RULES, pages

    lang = _language(options)
    print(pages.table(RULES, lang, markdown=options.markdown))
    return CLEAN


def _explain(options: argparse.Namespace) -> int:
    from archmodel.catalog.reference import read_reference
    from archmodel.catalog.workspace import find_workspace
    from archmodel.checks import RULES, pages

    workspace = find_workspace(options.workspace)
    options.lang = options.lang or workspace.settings.language
    print(pages.page(pages.rule_called(options.code, RULES), read_reference(workspace, []), options.lang))
    return CLEAN


def _publish(options: argparse.Namespace) -> int:
    from archmodel.catalog.load import open_workspace
    from archmodel.catalog.workspace import find_workspace
    from archmodel.checks.run import check
    from archmodel.documents.site import publish

    workspace = find_workspace(options.workspace)
    options.lang = options.lang or workspace.settings.language
    model = open_workspace(workspace)
    output = options.output or workspace.root / "site"
    published = publish(model, check(model, as_of=options.as_of), output, lang=options.lang)
    print(
        f"{output}: {len(published.files)} tệp" if options.lang == "vi" else f"{output}: {len(published.files)} files"
    )
    return CLEAN


def _schema(options: argparse.Namespace) -> int:
    from archmodel.catalog.schema import schemas
    from archmodel.text.files import write_atomically
    from archmodel.text.vietnamese import nearest
    from archmodel.text.words import Words

    found = schemas()
    if options.folder and options.folder not in found:
        guess = nearest(options.folder, found)
        raise ArchmodelError(
            Words(f"không có lược đồ '{options.folder}'", f"there is no schema '{options.folder}'"),
            Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
            if guess
            else Words(f"có: {', '.join(found)}", f"there are: {', '.join(found)}"),
        )
    chosen = {options.folder: found[options.folder]} if options.folder else found
    if options.output is None:
        value = chosen[options.folder] if options.folder else chosen
        print(json.dumps(value, ensure_ascii=False, indent=2))
        return CLEAN
    for name, value in chosen.items():
        file = options.output / f"{name}.schema.json"
        write_atomically(file, json.dumps(value, ensure_ascii=False, indent=2) + "\n")
    print(f"{options.output}: {len(chosen)}", file=sys.stderr)
    return CLEAN


def _init(options: argparse.Namespace) -> int:
    from archmodel.catalog.starter import create

    made = create(options.folder, example=options.example)
    told = f"{len(made)} tệp đã tạo trong" if _language(options) == "vi" else f"{len(made)} files made in"
    print(f"{told} {options.folder}\n  cd {options.folder}\n  archmodel check\n  archmodel publish")
    return CLEAN
