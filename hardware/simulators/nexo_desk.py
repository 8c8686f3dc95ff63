"""What a simulated nexo terminal answers to requests without money: screen, question, printer, card, diagnosis."""

from hardware.codecs.nexo_json import JsonObject, part, text
from hardware.codecs.nexo_message import CARD_ACQUISITION
from hardware.simulators import nexo_bodies as bodies
from hardware.simulators.nexo_bodies import Tender
from hardware.simulators.nexo_ledger import RequestKey
from hardware.simulators.nexo_reader import Dialogue, Reader, TerminalState
from hardware.simulators.nexo_script import FAILURES, Scripted

CARD_NAME = "M469509594859802"  # what the terminal calls the simulated card
ALIAS = "G955479533593347"


def displayed(reader: Reader, body: JsonObject) -> JsonObject:
    """Show the lines of a DisplayRequest."""
    outputs = body.get("DisplayOutput")
    for output in outputs if isinstance(outputs, list) else []:
        reader.shown = _lines(part(output, "OutputContent"))
    return {"OutputResult": [_output_result("CustomerDisplay", "Display")]}


def printed(reader: Reader, body: JsonObject, paper: bool) -> JsonObject:
    """Print the lines of a PrintRequest, if there is paper."""
    if not paper:
        return {"DocumentQualifier": "Document", "Response": bodies.failure("DeviceOut", "Printer out of paper")}
    reader.printed += _lines(part(body, "PrintOutput", "OutputContent"))
    return {"DocumentQualifier": "Document", "Response": {"Result": "Success"}}


def questioned(reader: Reader, key: RequestKey, body: JsonObject) -> JsonObject:
    """Ask what an InputRequest asks, and wait for a hand; called with the reader's lock held."""
    command = text(body, "InputData", "InputCommand")
    if reader.dialogue is not None:
        return _answered(command, bodies.failure(*FAILURES[Scripted.BUSY]))
    reader.shown = _lines(part(body, "DisplayOutput", "OutputContent"))
    seconds = part(body, "InputData").get("MaxInputTime")
    dialogue = reader.asked(key, float(seconds) if isinstance(seconds, int) else 60.0)
    if dialogue.answer is None:
        return _answered(command, bodies.failure(dialogue.stopped or "Cancel", "No answer"))
    given = (
        {"ConfirmedFlag": dialogue.answer} if command == "GetConfirmation" else {"MenuEntryNumber": [dialogue.answer]}
    )
    return _answered(command, {"Result": "Success"}, given)


def acquired(reader: Reader, key: RequestKey, body: JsonObject, tender: Tender) -> JsonObject:
    """Read a card for its token, without a charge; called with the reader's lock held.

    The terminal then waits for a payment, or for the EnableService request that says there is none.
    """
    sale_data = part(body, "SaleData")
    if reader.dialogue is not None:
        return {"Response": bodies.failure(*FAILURES[Scripted.BUSY]), "SaleData": sale_data}
    dialogue = reader.dialogue = Dialogue(key, CARD_ACQUISITION)
    reader.changed.notify_all()
    script = reader.card_held(dialogue)
    failure = FAILURES.get(script.outcome, ("", ""))
    if dialogue.stopped or failure[0]:
        reader.end()
        condition, message = (dialogue.stopped, "Card acquisition stopped") if dialogue.stopped else failure
        return {"Response": bodies.failure(condition, message), "SaleData": sale_data}
    dialogue.state = TerminalState.CARD_READ
    reader.changed.notify_all()
    return bodies.acquired_body(sale_data, tender, CARD_NAME, ALIAS)


def acquisition_ended(reader: Reader, body: JsonObject) -> JsonObject:
    """End a card acquisition; called with the reader's lock held."""
    if text(body, "TransactionAction") != "AbortTransaction":
        return {"Response": bodies.failure("NotAllowed", "Only AbortTransaction is known here")}
    if reader.dialogue is None or reader.dialogue.state is not TerminalState.CARD_READ:
        return {"Response": bodies.failure("NotAllowed", "No card acquisition runs")}
    reader.end()
    return {"Response": {"Result": "Success"}}


def diagnosed(reader: Reader, poi_id: str, paper: bool) -> JsonObject:
    """How the terminal is."""
    return bodies.diagnosis_body(poi_id, reader.dialogue is not None, paper)


def _answered(command: str, response: JsonObject, given: JsonObject | None = None) -> JsonObject:
    result: JsonObject = {"Device": "CustomerInput", "InfoQualify": "Input", "Response": response}
    if given is not None:
        result["Input"] = {"InputCommand": command} | given
    return {"OutputResult": _output_result("CustomerDisplay", "Display"), "InputResult": result}


def _output_result(device: str, kind: str) -> JsonObject:
    return {"Device": device, "InfoQualify": kind, "Response": {"Result": "Success"}}


def _lines(content: JsonObject) -> list[str]:
    pieces = content.get("OutputText")
    return [text(piece, "Text") for piece in pieces] if isinstance(pieces, list) else []
