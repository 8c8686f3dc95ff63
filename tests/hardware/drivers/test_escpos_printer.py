"""The printer's driver against a printer on a real socket (F-21)."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import pytest
import zxingcpp

from hardware.codecs.escpos import ASK_WHEN_PRINTED, CLEAR_BUFFERS, ERROR_CAUSE, Paper, ask_status
from hardware.drivers.escpos_printer import EscposPrinter
from hardware.errors import DeviceMisused, DeviceOffline, DeviceRefused
from hardware.ports.receipt_printer import PaperState, PrinterStatus, PrintLine, PrintPart, PrintQr
from hardware.simulators.escpos_printer import EscposPrinterSimulator
from hardware.transports.tcp_socket import TcpSocket

RECEIPT: tuple[PrintPart, ...] = (
    PrintLine("바로 마트", centred=True, large=True, bold=True),
    PrintLine(rule=True),
    PrintLine("바나나 1kg", "￦3,200"),
    PrintLine("합계", "￦3,200", bold=True),
    PrintQr("https://r.example/5f0c"),
)


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[EscposPrinterSimulator]:
    simulator = EscposPrinterSimulator(tmp_path)
    simulator.start()
    yield simulator
    simulator.stop()


def driver(simulator: EscposPrinterSimulator, **options: float) -> EscposPrinter:
    host, port = simulator.address.split(":")
    return EscposPrinter(TcpSocket(host, int(port)), "receipts", Paper(), **options)  # type: ignore[arg-type]


@contextlib.contextmanager
def plain_printer(cut_line_at_receipt: bool, visits: int = 1) -> Iterator[tuple[int, bytearray]]:
    """A printer that says it is well, swallows receipts and confirms none."""
    listener = socket.create_server(("127.0.0.1", 0))
    received = bytearray()

    def serve(connection: socket.socket) -> None:
        with connection:
            while octets := connection.recv(4096):
                received.extend(octets)
                if octets.startswith(b"\x10\x04"):
                    connection.sendall(b"\x12")
                elif cut_line_at_receipt and b"\x1b@" in octets:
                    return

    def accept() -> None:
        for _ in range(visits):
            serve(listener.accept()[0])

    thread = threading.Thread(target=accept)
    thread.start()
    yield listener.getsockname()[1], received
    thread.join()
    listener.close()


def test_a_receipt_is_printed_cut_and_drawn(paper: EscposPrinterSimulator) -> None:
    driver(paper).print(RECEIPT)
    (receipt,) = paper.receipts
    assert receipt.lines[0] == "바로 마트"
    assert receipt.lines[1] == "-" * 48
    assert receipt.lines[2].startswith("바나나 1kg ")
    assert receipt.lines[2].endswith(" ￦3,200")
    assert receipt.codes == ("https://r.example/5f0c",)
    assert paper.unknown == []


def test_the_qr_code_on_the_picture_can_be_read(paper: EscposPrinterSimulator) -> None:
    driver(paper).print(RECEIPT)
    picture = cv2.imread(paper.receipts[0].picture, cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["https://r.example/5f0c"]


def test_a_healthy_printer_says_so(paper: EscposPrinterSimulator) -> None:
    assert driver(paper).status() == PrinterStatus(True, PaperState.OK, False)
    paper.paper_near_end()
    assert driver(paper).status() == PrinterStatus(True, PaperState.NEAR_END, False)
    driver(paper).print(RECEIPT)
    assert len(paper.receipts) == 1


@pytest.mark.parametrize(
    ("act", "undo", "word"),
    [
        (lambda p: p.paper_out(), lambda p: p.load_paper(), "paper is out"),
        (lambda p: p.open_cover(), lambda p: p.close_cover(), "cover is open"),
        (lambda p: p.jam(), lambda p: p.jam(False), "jammed"),
    ],
)
def test_f21_a_printer_that_cannot_print_refuses_and_prints_after_repair(
    paper: EscposPrinterSimulator,
    act: Callable[[EscposPrinterSimulator], None],
    undo: Callable[[EscposPrinterSimulator], None],
    word: str,
) -> None:
    act(paper)
    with pytest.raises(DeviceRefused, match=word):
        driver(paper).print(RECEIPT)
    status = driver(paper).status()
    assert not status.online
    assert word in status.detail
    undo(paper)
    assert paper.receipts == []
    driver(paper).print(RECEIPT)
    assert len(paper.receipts) == 1


def test_f21_paper_out_half_way_is_refused_and_the_reprint_comes_alone(paper: EscposPrinterSimulator) -> None:
    paper.paper_out(after_rows=2)
    with pytest.raises(DeviceRefused, match="while printing: the paper is out"):
        driver(paper).print(RECEIPT)
    paper.load_paper()
    driver(paper).print(RECEIPT)
    (receipt,) = paper.receipts
    assert len(receipt.lines) == 4


def test_f21_unplugged_is_offline_and_works_again_after_replug(paper: EscposPrinterSimulator) -> None:
    printer = driver(paper)
    paper.unplug()
    with pytest.raises(DeviceOffline):
        printer.print(RECEIPT)
    paper.replug()
    printer.print(RECEIPT)
    assert len(paper.receipts) == 1


def test_f21_unplugged_while_printing_is_offline() -> None:
    with plain_printer(cut_line_at_receipt=True) as (port, _), pytest.raises(DeviceOffline, match="is lost"):
        EscposPrinter(TcpSocket("127.0.0.1", port), "p").print(RECEIPT)


def test_f21_a_half_open_connection_is_noticed(paper: EscposPrinterSimulator) -> None:
    paper.silent()
    start = time.monotonic()
    with pytest.raises(DeviceOffline, match="does not tell its state"):
        driver(paper).print(RECEIPT)
    assert time.monotonic() - start < 5.0
    assert paper.receipts == []


def test_f21_what_was_left_in_the_printer_when_the_line_broke_does_not_come_with_the_reprint() -> None:
    with plain_printer(cut_line_at_receipt=True, visits=2) as (port, received):
        printer = EscposPrinter(TcpSocket("127.0.0.1", port), "p", printed_within=1.0)
        with pytest.raises(DeviceOffline, match="is lost"):
            printer.print(RECEIPT)
        received.clear()
        with pytest.raises(DeviceOffline):
            printer.print(RECEIPT)
    assert bytes(received).startswith(CLEAR_BUFFERS + b"\x10\x04\x01")


def test_a_printer_that_never_confirms_is_not_believed() -> None:
    with plain_printer(cut_line_at_receipt=False) as (port, _), pytest.raises(DeviceOffline, match="did not confirm"):
        EscposPrinter(TcpSocket("127.0.0.1", port), "p", printed_within=1.5).print(RECEIPT)


def test_a_simple_printer_without_gs_r_can_be_told_not_to_confirm(paper: EscposPrinterSimulator) -> None:
    driver(paper, confirm=False).print(RECEIPT)
    deadline = time.monotonic() + 3
    while not paper.receipts and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(paper.receipts) == 1


def test_what_cannot_be_printed_is_refused_before_anything_is_sent(paper: EscposPrinterSimulator) -> None:
    with pytest.raises(DeviceMisused):
        driver(paper).print((PrintLine("x"), PrintQr("")))
    assert paper.receipts == []


def test_nobody_there_is_offline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(DeviceOffline, match="does not answer"):
        EscposPrinter(TcpSocket("127.0.0.1", port), "p").status()


def test_a_confirmation_that_comes_with_the_answer_to_a_status_question_counts() -> None:
    """A slow printer confirms while it is asked how it is: both answers arrive at once, the confirmation first."""
    listener = socket.create_server(("127.0.0.1", 0))
    asked_when_printed = threading.Event()

    def serve() -> None:
        with listener.accept()[0] as connection:
            while octets := connection.recv(4096):
                if ASK_WHEN_PRINTED in octets:
                    asked_when_printed.set()
                confirmed = b"\x00" if asked_when_printed.is_set() and octets == ask_status(ERROR_CAUSE) else b""
                if b"\x10\x04" in octets:
                    connection.sendall(confirmed + b"\x12")

    thread = threading.Thread(target=serve)
    thread.start()
    begun = time.monotonic()
    EscposPrinter(TcpSocket("127.0.0.1", listener.getsockname()[1]), "receipts", Paper()).print(RECEIPT)
    assert time.monotonic() - begun < 10, "it is not waited for a second time"
    thread.join()
    listener.close()
