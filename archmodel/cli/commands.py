"""The commands and their options; each command's work is in a function here that calls the library and prints."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from archmodel.cli import CLEAN, FAILED, FOUND
from archmodel.errors import ArchmodelError, whole_day
from archmodel.text.words import Words

if TYPE_CHECKING:
    from archmodel.checks.report import Report
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
    check.add_argument(
        "--select",
        metavar="CODES",
        type=_codes,
        default=(),
        help="rules, families or origins (must, law, draft, practice), by commas",
    )
    check.add_argument("--ignore", metavar="CODES", type=_codes, default=(), help="the same, to leave out")
    check.add_argument("--format", choices=["text", "json", "sarif", "junit", "csv", "html"], default="text")
    check.add_argument("--baseline", type=Path, metavar="FILE", help="show only what is new since this JSON report")
    check.add_argument("--output", type=Path, metavar="FILE", help="write there instead of to standard output")
    check.add_argument(
        "--rules", type=Path, metavar="FILE", help="run the rules of this Python file too (runs its code)"
    )
    check.add_argument(
        "--fail-on",
        choices=[*SEVERITIES, "never"],
        default="error",
        help="exit with 1 from this severity on (default: error)",
    )
    check.set_defaults(run=_check)

    gaps = commands.add_parser("gaps", parents=[shared], help="what the framework asks and nothing fills")
    gaps.add_argument("--framework", metavar="ID", help="another edition than the workspace's")
    gaps.add_argument("--as-of", metavar="DATE", help="on this day (default: today)")
    gaps.add_argument("--from", dest="earlier", metavar="DATE", help="with --to: what changed between two days")
    gaps.add_argument("--to", dest="later", metavar="DATE")
    gaps.add_argument("--format", choices=["table", "csv", "json"], default="table")
    gaps.add_argument("--output", type=Path, metavar="FILE", help="write there instead of to standard output")
    gaps.set_defaults(run=_gaps)

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
    from archmodel.checks import RULES
    from archmodel.checks.baseline import new_since, read_baseline
    from archmodel.checks.run import check

    model = _load(options)
    rules = RULES
    if options.rules:
        from archmodel.checks.own import rules_in

        rules = (*RULES[:-1], *rules_in(options.rules, RULES), RULES[-1])
    report = check(
        model,
        as_of=options.as_of,
        framework=options.framework,
        select=options.select,
        ignore=options.ignore,
        rules=rules,
    )
    if options.baseline:
        report = new_since(report, read_baseline(_read(options.baseline)))
    _write(_formatted(model, report, options), options.output)
    worst = report.worst()
    if options.fail_on == "never" or worst is None:
        return CLEAN
    return FOUND if SEVERITIES.index(worst.value) <= SEVERITIES.index(options.fail_on) else CLEAN


def _formatted(model: Model, report: Report, options: argparse.Namespace) -> str:
    if options.format == "html":
        from archmodel.documents.review import as_html

        return as_html(model, report, options.lang)
    if options.format == "text":
        from archmodel.checks.formats import as_text

        return as_text(report, model.reference, options.lang, full=bool(options.select or options.baseline))
    if options.format == "sarif":
        from archmodel import __version__
        from archmodel.checks.sarif import as_sarif

        return as_sarif(report, model.reference, options.lang, version=__version__)
    if options.format == "junit":
        from archmodel.checks.junit import as_junit

        return as_junit(report, options.lang)
    if options.format == "csv":
        from archmodel.checks.csv_format import as_csv

        return as_csv(report, model.reference, options.lang)
    from archmodel.checks.formats import as_json

    return as_json(report, model.reference, options.lang)


def _gaps(options: argparse.Namespace) -> int:
    from datetime import date

    from archmodel.checks.gap_formats import shown
    from archmodel.checks.gaps import between, gaps

    model = _load(options)
    if options.earlier or options.later:
        if not (options.earlier and options.later):
            raise ArchmodelError(
                Words("--from và --to đi cùng nhau", "--from and --to go together"),
                Words("ghi cả hai ngày", "give both days"),
            )
        rows = between(model, whole_day(options.earlier), whole_day(options.later), options.framework)
    else:
        day = options.as_of or model.settings.as_of or date.today().isoformat()
        rows = gaps(model, whole_day(day), options.framework)
    _write(shown(rows, options.format, options.lang), options.output)
    return CLEAN


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ArchmodelError(
            Words(f"không đọc được tệp '{path}': {error}", f"the file '{path}' cannot be read: {error}"),
            Words("kiểm tra đường dẫn và bảng mã UTF-8", "check the path, and that it is UTF-8"),
        ) from None


def _rules(options: argparse.Namespace) -> int:
    from archmodel.checks import RULES, pages

    lang = _language(options)
    print(pages.table(RULES, lang, markdown=options.markdown))
    return CLEAN


def _explain(options: argparse.Namespace) -> int:
    from archmodel.checks import RULES, pages
    from archmodel.checks.run import check

    rule = pages.rule_called(options.code, RULES)
    model = _load(options)
    found = check(model, select=[rule.code]).findings
    example = next((finding for finding in found if finding.code == rule.code), None)
    print(pages.page(rule, model.reference, options.lang, example))
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
