"""`baro central`: run headquarters' server, fill it, let stations in, look into its books."""

import argparse
import json
import os
import secrets
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands import central_operators
from kiosk.commands.command_line import CommandFailed, ExitCode, print_json

if TYPE_CHECKING:
    from sync.central.app import Central
    from sync.central.interruption import Interruption

FOLDER = Path("var/central")


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--folder", type=Path, default=FOLDER, help="central's key, catalogue files, own PostgreSQL")
    shared.add_argument("--database", default="", metavar="URL", help="PostgreSQL to use; left out: the embedded one")
    shared.add_argument("--json", action="store_true", help="answer as JSON")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION", title="actions")

    def action(
        name: str, sentence: str, act: Callable[["Central", argparse.Namespace], Any]
    ) -> argparse.ArgumentParser:
        sub = actions.add_parser(name, help=sentence, description=sentence, parents=[shared])
        sub.set_defaults(run=_with_books, act=act)
        return sub

    serve = action("serve", "answer stations, shoppers' phones and the console until Ctrl-C", _nothing)
    serve.set_defaults(run=_serve)
    serve.add_argument("--host", default="127.0.0.1", help="address to listen at (default: this machine only)")
    serve.add_argument("--port", type=int, default=8080, help="port, 0 for a free one (default 8080)")
    serve.add_argument("--certificate", type=Path, help="PEM certificate: speak TLS only")
    serve.add_argument("--private-key", type=Path, help="PEM key of the certificate")
    serve.add_argument("--receipt-url", default="", help="address in receipt QR codes, as a phone reaches it")
    serve.add_argument("--ready-file", type=Path, help="write {url} here once it answers")
    serve.add_argument(
        "--until-stdin-closes", action="store_true", help="end with standard input: with the program that started this"
    )
    action("migrate", "bring the schema up to date and say so", _nothing)
    seed = action("seed", "load a shop folder (items, promotions, shops, people, stock) and publish it", _seed)
    seed.add_argument("source", type=Path, help="a folder laid out like resources/demo")
    action("publish", "make a new catalogue version for every shop", _publish)
    code = action("code", "a one-time code (15 minutes) that lets one kiosk in", _code)
    code.add_argument("--shop", required=True, help="id of the shop")
    code.add_argument("--lane", required=True, help="number of the lane")
    action("stations", "the stations and how far their journals are here", _stations)
    _declare_codes(action)
    central_operators.declare(action)
    revoke = action("revoke", "never believe this station again", _revoke)
    revoke.add_argument("station")
    sales = action("sales", "the newest sales with payment, orders and posting", _sales)
    sales.add_argument("--shop", default="")
    sales.add_argument("--station", default="")
    sales.add_argument("--sale", default="")
    action("parked", "entries that could not be posted, with the reason", _parked)
    repost = action("repost", "try parked entries again", _repost)
    repost.add_argument("--station", default="")
    repost.add_argument("--sequence", type=int)
    prices = action("prices", "sales that cost other than their catalogue says, or could not be checked", _prices)
    prices.add_argument("--shop", default="")
    prices.add_argument("--station", default="")
    prices.add_argument("--again", action="store_true", help="first price those again, after something was mended")
    receipts = action("receipts", "cash receipts that are not filed yet, oldest first", _cash_receipts)
    receipts.add_argument("--all", action="store_true", help="the newest, filed ones too")
    receipts.add_argument("--again", metavar="STATION/SALE", default="", help="send one again that a person mended")
    receipts.add_argument("--revoke", metavar="STATION/SALE", default="", help="take the cash receipt of a sale back")
    action("check", "go through the books and name every difference", _check)


def _declare_codes(action: Callable[..., argparse.ArgumentParser]) -> None:
    """The actions that make texts of QR codes."""
    coupon = action("coupon", "make signed coupons of single use for a promotion, each the text of a QR code", _coupon)
    coupon.add_argument("--promotion", required=True, help="id of the promotion that they bring to life")
    coupon.add_argument("--count", type=int, default=1, help="how many (default 1)")
    coupon.add_argument("--until", type=date.fromisoformat, required=True, metavar="DAY", help="last day")
    voucher = action("voucher", "make signed gift vouchers of single use, each the text of a QR code", _voucher)
    voucher.add_argument("--amount", type=int, required=True, help="what each is worth, in minor units")
    voucher.add_argument("--currency", default="KRW", help="its currency (default KRW)")
    voucher.add_argument("--count", type=int, default=1, help="how many (default 1)")
    voucher.add_argument("--until", type=date.fromisoformat, required=True, metavar="DAY", help="last day")


def _settings(chosen: argparse.Namespace) -> Any:
    from pydantic import ValidationError

    from sync.central.settings import CentralSettings

    given: dict[str, Any] = {"folder": chosen.folder}
    if chosen.database:  # left out, BARO_CENTRAL_DATABASE_URL still counts
        given["database_url"] = chosen.database
    if getattr(chosen, "receipt_url", ""):
        given["receipt_base_url"] = chosen.receipt_url
    try:
        return CentralSettings(**given)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise CommandFailed(faults, ExitCode.SETTINGS) from error


def _serve(chosen: argparse.Namespace) -> int:
    from sync.central.interruption import Interruption

    def ready(url: str) -> None:
        if chosen.ready_file:
            waiting = chosen.ready_file.with_suffix(".making")
            waiting.write_text(json.dumps({"url": url}), "utf-8")
            waiting.replace(chosen.ready_file)
        print(json.dumps({"url": url}) if chosen.json else f"central answers at {url}", flush=True)

    with Interruption() as interruption, explained():
        if chosen.until_stdin_closes:
            threading.Thread(target=_note_the_end_of_stdin, args=(interruption,), daemon=True).start()
        from sync.central.app import serve

        serve(
            _settings(chosen),
            chosen.port,
            ready,
            interruption,
            host=chosen.host,
            certificate=chosen.certificate,
            private_key=chosen.private_key,
        )
    return ExitCode.OK


def _note_the_end_of_stdin(interruption: "Interruption") -> None:
    # The operating system closes the other end however its process dies: what nobody can forget or kill.
    while os.read(sys.stdin.fileno(), 4096):
        pass
    interruption.note()


class explained:  # noqa: N801 (reads as a word at its place)
    """Turns what a missing or broken database raises into a sentence."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, fault: BaseException | None, _trace: object) -> None:
        if fault is None:
            return
        from sqlalchemy.exc import OperationalError

        from sync.central.database.embedded import EmbeddedFailed
        from sync.central.problems import Refused

        if isinstance(fault, OperationalError):
            raise CommandFailed(f"the database does not answer: {fault.orig}", ExitCode.UNREACHABLE) from fault
        if isinstance(fault, EmbeddedFailed):
            raise CommandFailed(str(fault), ExitCode.UNREACHABLE) from fault
        if isinstance(fault, Refused):
            raise CommandFailed(str(fault)) from fault
        if isinstance(fault, FileNotFoundError):
            raise CommandFailed(f"{fault.filename} is missing", ExitCode.DAMAGED) from fault


def _with_books(chosen: argparse.Namespace) -> int:
    from sync.central.app import open_central

    with explained():
        central = open_central(_settings(chosen))
        try:
            answer = chosen.act(central, chosen)
        finally:
            central.close()
    if chosen.json:
        print_json(answer)
    elif isinstance(answer, list):
        for row in answer:
            print(row if isinstance(row, str) else json.dumps(row, ensure_ascii=False, default=str))
        if not answer:
            print("none")
    else:
        for key, value in answer.items():
            print(f"{key}: {value}")
    return ExitCode.NO if chosen.action in ("check", "prices") and answer else ExitCode.OK


def _nothing(_central: "Central", _chosen: argparse.Namespace) -> dict[str, object]:
    return {"schema": "up to date"}


def _seed(central: "Central", chosen: argparse.Namespace) -> dict[str, object]:
    from sync.central.seed import seed_demo
    from sync.wire.moment import utc_now

    try:
        seeded = seed_demo(central.engine, chosen.source, now=utc_now())
    except (FileNotFoundError, ValueError) as error:
        raise CommandFailed(f"the folder cannot be loaded: {error}", ExitCode.DAMAGED) from error
    problems = [f"{name}:{row.line}: {row.column}: {row.why}" for name, row in seeded.problems]
    counts = {name: count for name, count in asdict(seeded).items() if name != "problems"}
    return {**counts, "problems": problems, **_publish(central, chosen)}


def _publish(central: "Central", _chosen: argparse.Namespace) -> dict[str, object]:
    from sync.central.catalogue.publishing import publish
    from sync.wire.moment import utc_now

    made = publish(central.engine, central.key, central.catalogue_folder, now=utc_now())
    refused = {key: why for one in made for key, why in one.refused.items()}
    return {"version": made[0].version, "shops published": [one.shop for one in made], "refused": refused}


def _code(central: "Central", chosen: argparse.Namespace) -> dict[str, object]:
    from sync.central.database.engine import transaction
    from sync.central.stations.enrolment import create_enrolment_code
    from sync.wire.moment import utc_now

    with transaction(central.engine) as session:
        code = create_enrolment_code(session, chosen.shop, chosen.lane, now=utc_now())
    return {"code": code, "shop": chosen.shop, "lane": chosen.lane, "lives": "15 minutes"}


def _coupon(central: "Central", chosen: argparse.Namespace) -> list[str]:
    from sync.central.coupons.book import CouponsRefused, coupon_of, make_coupons
    from sync.central.database.engine import transaction

    try:
        with transaction(central.engine) as session:
            coupon = coupon_of(session, chosen.promotion)
        return make_coupons(central.key, coupon, chosen.count, chosen.until, secrets.token_bytes)
    except CouponsRefused as error:
        raise CommandFailed(str(error)) from error


def _voucher(central: "Central", chosen: argparse.Namespace) -> list[str]:
    from sync.central.coupons.book import CouponsRefused
    from sync.central.coupons.vouchers import make_vouchers

    try:
        terms = (chosen.amount, chosen.currency, chosen.count, chosen.until)
        return make_vouchers(central.key, *terms, secrets.token_bytes)
    except CouponsRefused as error:
        raise CommandFailed(str(error)) from error


def _stations(central: "Central", _chosen: argparse.Namespace) -> list[dict[str, Any]]:
    from sync.central.database.engine import transaction
    from sync.central.report import stations_report

    with transaction(central.engine) as session:
        return stations_report(session)


def _revoke(central: "Central", chosen: argparse.Namespace) -> dict[str, object]:
    from sync.central.database.engine import transaction
    from sync.central.stations.enrolment import revoke_station
    from sync.wire.moment import utc_now

    with transaction(central.engine) as session:
        revoke_station(session, chosen.station, now=utc_now())
    return {"revoked": chosen.station}


def _sales(central: "Central", chosen: argparse.Namespace) -> list[dict[str, Any]]:
    from sync.central.database.engine import transaction
    from sync.central.report import sales_report

    with transaction(central.engine) as session:
        return sales_report(session, shop=chosen.shop, station=chosen.station, sale=chosen.sale)


def _parked(central: "Central", _chosen: argparse.Namespace) -> list[dict[str, Any]]:
    from sync.central.database.engine import transaction
    from sync.central.report import parked_report

    with transaction(central.engine) as session:
        return parked_report(session)


def _cash_receipts(central: "Central", chosen: argparse.Namespace) -> list[dict[str, Any]]:
    from sync.central.cash_receipts.book import cash_receipts_report, send_again, want_revoked
    from sync.central.database.engine import transaction
    from sync.wire.moment import utc_now

    with transaction(central.engine) as session:
        for wish, act in ((chosen.again, send_again), (chosen.revoke, want_revoked)):
            station, slash, sale = wish.partition("/")
            if wish and not (station and slash and sale):
                raise CommandFailed(f"name it as STATION/SALE, not {wish!r}", ExitCode.USAGE)
            if wish:
                act(session, station, sale, now=utc_now())
        return cash_receipts_report(session, waiting=not chosen.all)


def _repost(central: "Central", chosen: argparse.Namespace) -> dict[str, object]:
    from sync.central.posting import repost_parked
    from sync.wire.moment import utc_now

    counts = repost_parked(central.engine, chosen.station, chosen.sequence, now=utc_now())
    return {"posted": counts.posted, "parked": counts.parked}


def _prices(central: "Central", chosen: argparse.Namespace) -> list[dict[str, Any]]:
    from sync.central.database.engine import transaction
    from sync.central.prices.checking import check_again, check_waiting, prices_report
    from sync.central.prices.published import PublishedCatalogues
    from sync.wire.moment import utc_now

    if chosen.again:
        with transaction(central.engine) as session:
            check_again(session, station=chosen.station)
    with PublishedCatalogues(central.catalogue_folder) as catalogues:
        check_waiting(central.engine, catalogues, now=utc_now(), time_zone=central.settings.time_zone)
    with transaction(central.engine) as session:
        return prices_report(session, shop=chosen.shop, station=chosen.station)


def _check(central: "Central", _chosen: argparse.Namespace) -> list[Any]:
    from sync.central.check import check_books
    from sync.central.database.engine import transaction

    with transaction(central.engine) as session:
        return [{"invariant": d.invariant, "station": d.station, "difference": d.what} for d in check_books(session)]
