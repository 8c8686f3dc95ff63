"""Say what a nexo terminal's diagnosis means for the next payment."""

from hardware.codecs.card_masking import mask_card_numbers
from hardware.codecs.nexo_form import form_fields
from hardware.codecs.nexo_json import JsonObject, part, text
from hardware.codecs.nexo_result import spoken_message
from hardware.ports.payment_terminal import HealthReport, TerminalHealth

_NO_PAPER = frozenset({"NoPaper", "PaperJam"})  # OutOfOrder may be a terminal that has no printer


def diagnosis_report(body: JsonObject, round_trip_ms: float, prints_receipts: bool = False) -> HealthReport:
    """Read a DiagnosisResponse as the health of the terminal.

    Missing paper stops payments only where the terminal `prints_receipts` itself; else the report just mentions it.
    """
    state = text(body, "POIStatus", "GlobalStatus")
    printer = text(body, "POIStatus", "PrinterStatus")
    condition = text(body, "Response", "ErrorCondition")
    additions = form_fields(text(body, "Response", "AdditionalResponse"))
    versions = {name: mask_card_numbers(additions[name])[0][:80] for name in additions if name == "firmwareVersion"}
    if state == "Busy" or condition in ("Busy", "InProgress"):
        health, message = TerminalHealth.BUSY, "The terminal is in another dialogue."
    elif text(body, "Response", "Result") != "Success" or state not in ("", "OK"):
        health = TerminalHealth.NEEDS_ATTENTION
        reported = mask_card_numbers(condition or state or "a failure")[0][:80]
        message = f"The terminal reports {reported}. {spoken_message(body)}".strip()
    elif _is_cut_off(body):
        health, message = TerminalHealth.NEEDS_ATTENTION, "The terminal does not reach its host."
    elif printer in _NO_PAPER:
        health = TerminalHealth.PAPER_OUT if prints_receipts else TerminalHealth.READY
        message = f"The terminal's printer reports {printer}."
    else:
        health, message = TerminalHealth.READY, ""
    return HealthReport(health, message, round_trip_ms, versions)


def _is_cut_off(body: JsonObject) -> bool:
    hosts = body.get("HostStatus")
    return part(body, "POIStatus").get("CommunicationOKFlag") is False or any(
        part(host).get("IsReachableFlag") is False for host in (hosts if isinstance(hosts, list) else [])
    )
