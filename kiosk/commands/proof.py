"""Proves one demo purchase: the won on the screen are those on the receipt, in the journal and at central."""

import json
import re
from pathlib import Path

from kiosk.commands.command_line import CommandFailed, ExitCode
from kiosk.commands.demo_world import DemoWorld


def prove(world: DemoWorld, pictures: Path) -> dict[str, object]:
    """The four totals of the newest sale and whether they agree; raises `CommandFailed` when one is missing."""
    station = str(world.folder / "station")
    done = [row for row in json.loads((pictures / "journey.json").read_text("utf-8")) if row["stage"] == "done"]
    entries = world.ask("journal", "show", "--folder", station, "--kind", "sale.completed", "--limit", "1000000")
    verdict = world.ask("journal", "verify", "--folder", station)
    receipts = world.devices.printer.receipts
    if not done or not isinstance(entries, list) or not entries or not receipts or not isinstance(verdict, dict):
        raise CommandFailed("the journey ended without a sale, its receipt or its journal entry", ExitCode.NO)
    sale = entries[-1]["body"]
    at_central = [row for row in world.sales() if row["sale"] == sale["sale"]]
    totals = {
        "screen": int(done[-1]["total"]),
        "receipt": printed_total(receipts[-1].lines),
        "journal": int(sale["total"]),
        "central": int(str(at_central[0]["total"])) if len(at_central) == 1 else -1,
    }
    shown = any(str(totals["journal"]) in name.replace(",", "") for name in done[-1]["names"])
    orders = at_central[0]["orders"] if at_central else []
    return {
        **totals,
        "sale": sale["sale"],
        "chain": verdict["says"],
        "orders": [order["state"] for order in orders] if isinstance(orders, list) else [],
        "same": len(set(totals.values())) == 1 and bool(verdict["whole"]) and shown,
    }


def printed_total(lines: tuple[str, ...] | list[str]) -> int:
    """The total as it stands on a printed receipt; raises `CommandFailed` when it has none."""
    for line in lines:
        found = re.match(r"\s*(?:합계|총 ?합계|결제금액|Total)\D*([\d,]+)", line)
        if found:
            return int(found[1].replace(",", ""))
    raise CommandFailed("the receipt has no total line", ExitCode.NO)
