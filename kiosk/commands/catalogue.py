"""`baro catalogue`: load a shop's own items, look them up, see which version a station has."""

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands.command_line import CommandFailed, ExitCode, print_json

if TYPE_CHECKING:
    from kiosk.domain.catalogue import CatalogueItem
    from kiosk.domain.catalogue_rows import RowProblem

SHOWN_PROBLEMS = 200


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION", title="actions")
    load = actions.add_parser(
        "load",
        help="read a CSV, name every bad row, load the good ones",
        description="Read a shop's items (docs/catalogue-format.md). Every bad row is named with its line and "
        "reason; the good ones are loaded together or, if that fails, not at all.",
    )
    load.add_argument("file", type=Path, help="CSV in UTF-8 with a header line")
    target = load.add_mutually_exclusive_group()
    target.add_argument("--central", type=Path, metavar="FOLDER", help="central's folder: load there and publish")
    target.add_argument("--out", type=Path, metavar="FILE", help="write a station's catalogue file, without central")
    load.add_argument("--database", default="", metavar="URL", help="central's PostgreSQL, if not the embedded one")
    load.add_argument("--shop", default="SHOP", help="shop id of the file that --out writes")
    load.add_argument("--strict", action="store_true", help="load nothing when any row is bad")
    load.add_argument("--json", action="store_true", help="answer as JSON")
    load.set_defaults(run=_load)
    for name, sentence in (
        ("show", "version, shop and counts of a catalogue file"),
        ("find", "search a catalogue file"),
    ):
        sub = actions.add_parser(name, help=sentence, description=sentence)
        sub.add_argument("file", type=Path, help="a station's catalogue.db")
        if name == "find":
            sub.add_argument("words", help="a name in any language, 초성, digits of a GTIN or a SKU")
            sub.add_argument("--limit", type=int, default=20)
        sub.add_argument("--json", action="store_true", help="answer as JSON")
        sub.set_defaults(run=_show if name == "show" else _find)


def _load(chosen: argparse.Namespace) -> int:
    items, problems = _read(chosen.file)
    if chosen.strict and problems:
        loaded: dict[str, object] = {"loaded": 0, "why": "--strict: nothing is loaded while a row is bad"}
    elif chosen.out:
        loaded = _write(items, chosen.out, chosen.shop)
    elif chosen.central or chosen.database:
        loaded = _into_central(items, chosen.central or Path("var/central"), chosen.database)
    else:
        loaded = {"good": len(items), "note": "checked only; name --central FOLDER or --out FILE to load"}
    rows = [{"line": p.line, "column": p.column, "why": p.why} for p in problems]
    if chosen.json:
        print_json({**loaded, "bad": len(rows), "problems": rows})
    else:
        for row in rows[:SHOWN_PROBLEMS]:
            print(f"{chosen.file}:{row['line']}: {row['column']}: {row['why']}")
        if len(rows) > SHOWN_PROBLEMS:
            print(f"... and {len(rows) - SHOWN_PROBLEMS} more (--json lists all)")
        print(", ".join(f"{key} {value}" for key, value in {**loaded, "bad rows": len(rows)}.items()))
    return ExitCode.NO if problems else ExitCode.OK


def _read(path: Path) -> "tuple[list[CatalogueItem], list[RowProblem]]":
    from kiosk.domain.catalogue_rows import check_header, check_rows

    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            if faults := check_header(reader.fieldnames or ()):
                raise CommandFailed(f"{path}: " + "; ".join(faults))
            return check_rows(_numbered(reader))
    except FileNotFoundError as error:
        raise CommandFailed(f"{path} is not there", ExitCode.DAMAGED) from error
    except UnicodeDecodeError as error:
        raise CommandFailed(f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8", ExitCode.DAMAGED) from error
    except csv.Error as error:
        raise CommandFailed(f"{path}: {error}", ExitCode.DAMAGED) from error


def _numbered(reader: "csv.DictReader[str]") -> Iterator[tuple[int, dict[str, str]]]:
    for row in reader:
        yield reader.line_num, row


def _write(items: "list[CatalogueItem]", path: Path, shop: str) -> dict[str, object]:
    import apsw

    from kiosk.domain.catalogue import CatalogueHead, LocalText, Shop
    from kiosk.domain.country import KOREA
    from sync.central.catalogue.snapshot import write_snapshot
    from sync.wire.moment import utc_now

    head = CatalogueHead(1, shop, KOREA.currency, utc_now(), KOREA.tax.rates)
    try:
        count = write_snapshot(path, head, items, shops=[Shop(shop, LocalText(shop), LocalText(""))])
    except (OSError, apsw.Error) as error:
        raise CommandFailed(f"{path} cannot be written: {error}; name another file with --out") from error
    return {"loaded": count, "file": str(path)}


def _into_central(items: "list[CatalogueItem]", folder: Path, database: str) -> dict[str, object]:
    from kiosk.commands.central import explained
    from sync.central.app import open_central
    from sync.central.catalogue.loading import put_items
    from sync.central.catalogue.publishing import publish
    from sync.central.settings import CentralSettings
    from sync.wire.moment import utc_now

    with explained():
        central = open_central(CentralSettings(folder=folder, database_url=database))
        try:
            count = put_items(central.engine, items)
            made = publish(central.engine, central.key, central.catalogue_folder, now=utc_now())
        finally:
            central.close()
    return {"loaded": count, "version": made[0].version, "refused": made[0].refused_count}


def _show(chosen: argparse.Namespace) -> int:
    reader = _reader(chosen.file)
    head = reader.head()
    _answer(
        {
            "version": head.version,
            "shop": head.shop,
            "currency": head.currency,
            "published_at": head.published_at.isoformat(),
            "tax_rates": dict(head.tax_rates),
            "promotions": len(reader.promotions()),
            "restrictions": len(reader.restrictions()),
            "recalls": len(reader.recalls()),
            "refused": {f"{rule.kind} {rule.rule_id}": rule.reason for rule in reader.refused_rules()},
            "categories": dict(reader.categories()),
        },
        as_json=chosen.json,
    )
    return ExitCode.OK


def _find(chosen: argparse.Namespace) -> int:
    found = _reader(chosen.file).search(chosen.words, chosen.limit)
    rows = [{"sku": x.sku, "gtin": x.gtin, "name": x.name.ko, "price": x.unit_price} for x in found]
    if chosen.json:
        print_json(rows)
    else:
        for row in rows:
            print(f"{row['sku']:12} {row['gtin']:14} {row['price']:>9,}  {row['name']}")
    return ExitCode.OK if rows else ExitCode.NO


def _reader(path: Path) -> Any:
    from kiosk.database.catalogue_reader import CatalogueReader
    from kiosk.database.errors import CatalogueRefused

    if not path.is_file():
        raise CommandFailed(f"{path} is not there; a station keeps catalogue.db in its folder", ExitCode.DAMAGED)
    try:
        return CatalogueReader(path)
    except CatalogueRefused as error:
        raise CommandFailed(str(error), ExitCode.DAMAGED) from error


def _answer(answer: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        print_json(answer)
    else:
        for key, value in answer.items():
            print(f"{key}: {value}")
