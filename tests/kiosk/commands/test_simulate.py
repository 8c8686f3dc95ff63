"""`baro simulate`: a device of its own process that speaks its real protocol and does what is typed."""

import json
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import serial

from hardware.device_thread import DeviceThread
from hardware.driver_table import build
from hardware.ports.scanner import CodeRead, ScannerEvent
from hardware.simulators.control import ControlClient
from tests.fakes.device_log import DeviceLog

ROOT = Path(__file__).parents[3]


@contextmanager
def simulated(device: str, folder: Path, *more: str) -> "Iterator[tuple[subprocess.Popen[bytes], Any]]":
    """A running simulator and the JSON it said about itself."""
    command = [sys.executable, "main.py", "simulate", device, "--folder", str(folder), "--json", *more]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    assert process.stdout is not None
    try:
        told = ""
        while not told.endswith("}\n") or told.count("{") != told.count("}"):
            told += line(process)
        yield process, json.loads(told)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        assert process.wait(20) in (0, 130)
        process.stdout.close()
        if process.stdin is not None:
            process.stdin.close()


def line(process: "subprocess.Popen[bytes]") -> str:
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], 20)
    assert ready, "the simulator says nothing"
    return process.stdout.readline().decode()


def type_in(process: "subprocess.Popen[bytes]", words: str) -> str:
    assert process.stdin is not None
    process.stdin.write((words + "\n").encode())
    return line(process)


def test_a_scanner_answers_on_its_pty(tmp_path: Path) -> None:
    with simulated("scanner", tmp_path) as (process, told):
        (table,) = told["devices"]
        assert (table["category"], table["driver"]) == ("scanner", "serial")
        with serial.Serial(table["address"], 9600, timeout=5) as port:
            assert type_in(process, 'send {"text": "8809999010012"}') == "null\n"
            assert port.read_until(b"\r") == b"8809999010012\r"
            ControlClient(told["controls"]["scanner"]).call("send", text="8809999090014")
            assert port.read_until(b"\r") == b"8809999090014\r"


def test_what_is_typed_wrongly_is_answered_and_it_goes_on(tmp_path: Path) -> None:
    with simulated("scanner", tmp_path) as (process, _told):
        assert "cannot" in type_in(process, "dance")
        assert "cannot" in type_in(process, "send {broken")
        assert "cannot" in type_in(process, 'send {"words": "x"}')
        assert "send" in json.loads(type_in(process, "help"))["scanner"]


def test_a_simulator_without_standard_input_runs_until_it_is_ended(tmp_path: Path) -> None:
    """In the background of a script: closed input does not end it, a signal does."""
    with simulated("scale", tmp_path) as (process, told):
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
        time.sleep(0.7)
        assert process.poll() is None
        ControlClient(told["controls"]["scale"]).call("put", grams=500)
        process.terminate()
        assert process.wait(20) == 0


@pytest.mark.parametrize(
    ("device", "driver", "code"),
    [("hid_scanner", "hid", "8809999010012"), ("evdev_scanner", "evdev", "8809999010012")],
)
def test_the_other_scanners_speak_to_their_drivers(tmp_path: Path, device: str, driver: str, code: str) -> None:
    with simulated(device, tmp_path) as (process, told):
        (table,) = told["devices"]
        assert (table["category"], table["driver"]) == ("scanner", driver)
        scanner = build("scanner", driver, table["address"], name="front")
        read: DeviceLog[ScannerEvent] = DeviceLog()
        thread = DeviceThread("front", scanner, read)
        thread.start()
        assert type_in(process, "send " + json.dumps({"text": code})) == "null\n"
        (event,) = read.wait_count(1, within=20)
        assert isinstance(event, CodeRead)
        assert event.text == code
        thread.stop()


def test_a_benefit_host_reserves_what_was_put_into_its_books(tmp_path: Path) -> None:
    with simulated("benefits", tmp_path) as (process, told):
        (table,) = told["devices"]
        assert (table["category"], table["driver"]) == ("benefits", "benefit-http")
        assert type_in(process, 'account {"kind": "points", "code": "2900000123450", "worth": 5000}') == "null\n"
        assert type_in(process, 'left {"kind": "points", "code": "2900000123450"}') == "5000\n"
        host = build("benefits", table["driver"], table["address"], table["options"])
        assert host.balance("2900000123450", "KRW").amount == 5000
