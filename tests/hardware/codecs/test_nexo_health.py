"""A diagnosis is read as what it means for the next payment (S9, T-15)."""

import pytest

from hardware.codecs.nexo_health import diagnosis_report
from hardware.codecs.nexo_json import JsonObject
from hardware.ports.payment_terminal import TerminalHealth


@pytest.mark.parametrize(
    ("body", "health"),
    [
        ({"Response": {"Result": "Success"}}, TerminalHealth.READY),
        ({"Response": {"Result": "Success"}, "POIStatus": {"GlobalStatus": "OK"}}, TerminalHealth.READY),
        ({"Response": {"Result": "Success"}, "POIStatus": {"GlobalStatus": "Busy"}}, TerminalHealth.BUSY),
        ({"Response": {"Result": "Failure", "ErrorCondition": "Busy"}}, TerminalHealth.BUSY),
        (
            {"Response": {"Result": "Success"}, "POIStatus": {"GlobalStatus": "Maintenance"}},
            TerminalHealth.NEEDS_ATTENTION,
        ),
        ({"Response": {"Result": "Failure", "ErrorCondition": "LoggedOut"}}, TerminalHealth.NEEDS_ATTENTION),
        (
            {"Response": {"Result": "Success"}, "HostStatus": [{"IsReachableFlag": False}]},
            TerminalHealth.NEEDS_ATTENTION,
        ),
        (
            {"Response": {"Result": "Success"}, "POIStatus": {"CommunicationOKFlag": False}},
            TerminalHealth.NEEDS_ATTENTION,
        ),
        ({}, TerminalHealth.NEEDS_ATTENTION),
        ({"Response": {"Result": "Success"}, "POIStatus": {"PrinterStatus": "NoPaper"}}, TerminalHealth.PAPER_OUT),
        ({"Response": {"Result": "Success"}, "POIStatus": {"PrinterStatus": "PaperJam"}}, TerminalHealth.PAPER_OUT),
        ({"Response": {"Result": "Success"}, "POIStatus": {"PrinterStatus": "PaperLow"}}, TerminalHealth.READY),
        ({"Response": {"Result": "Success"}, "POIStatus": {"PrinterStatus": "OutOfOrder"}}, TerminalHealth.READY),
    ],
)
def test_a_diagnosis_is_read_as_health(body: JsonObject, health: TerminalHealth) -> None:
    assert diagnosis_report(body, 3.0, prints_receipts=True).health is health


def test_a_diagnosis_names_the_firmware() -> None:
    additional = "batteryLevel=100%25&firmwareVersion=adyen_v1_49p5&terminalId=V400m-346403161"
    body = {"Response": {"Result": "Success", "AdditionalResponse": additional}}

    assert diagnosis_report(body, 3.0).versions == {"firmwareVersion": "adyen_v1_49p5"}


@pytest.mark.parametrize("state", ["NoPaper", "PaperJam"])
def test_paper_that_nobody_needs_stops_no_payment(state: str) -> None:
    body = {"Response": {"Result": "Success"}, "POIStatus": {"PrinterStatus": state}}

    report = diagnosis_report(body, 3.0)

    assert report.health is TerminalHealth.READY
    assert state in report.message


def test_a_card_number_in_a_diagnosis_is_masked() -> None:
    body = {"Response": {"Result": "Success"}, "POIStatus": {"GlobalStatus": "4111111111111111"}}

    assert "4111111111111111" not in repr(diagnosis_report(body, 3.0))
