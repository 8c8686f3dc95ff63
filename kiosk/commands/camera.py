"""`baro camera`: the cameras of this machine, and what one of them sees and reads."""

import argparse
import os
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hardware.device_thread import DeviceThread
from hardware.driver_table import build
from hardware.errors import DeviceMisused
from hardware.ports.camera import CameraCondition, CameraTest, CameraView, CodeCamera, TestVerdict
from hardware.ports.scanner import CodeRead, ScannerEvent
from hardware.transports.camera_address import without_secrets
from kiosk.commands.command_line import CommandFailed, ExitCode, print_json
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import WalletCode

_PATIENCE = 8.0  # seconds for a camera to come; longer than one try takes
_SHOWS_PICTURES = (CameraCondition.LIVE, CameraCondition.FROZEN, CameraCondition.BLACK)
_WIDTH = 1280
# That nobody held a code before the camera says nothing against it.
_WELL = (TestVerdict.PASSED, TestVerdict.NO_CODE)


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument(
        "address", nargs="?", help="number, /dev/video0, http:// or rtsp:// address, film, picture, folder"
    )
    parser.add_argument("--list", action="store_true", help="say which cameras this machine has, and stop")
    parser.add_argument("--preview", action="store_true", help="show it live with what is read (Esc closes, S saves)")
    parser.add_argument("--offscreen", action="store_true", help="save pictures instead of opening a window")
    parser.add_argument("--seconds", type=_seconds, help="how long to look: 10 by default, a window until closed")
    parser.add_argument("--pictures", type=_count, default=5, help="how many pictures to save (5)")
    parser.add_argument("--folder", type=Path, default=Path("var/camera"), help="where pictures are saved (var/camera)")
    parser.add_argument(
        "--option", action="append", default=[], metavar="KEY=VALUE", help="an option of the driver, like exposure=5"
    )
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.epilog = "Payment codes are counted and not shown. Without a display --preview saves pictures."
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """List the cameras, or look through one."""
    if chosen.list:
        return _list(as_json=chosen.json)
    if not chosen.address:
        raise CommandFailed("name a camera (0, an address, a file, a folder) or say --list", ExitCode.USAGE)
    look = _Look(chosen.address, _options(chosen.option))
    try:
        look.open()
        window = chosen.preview and not chosen.offscreen and _has_display()
        if window and not chosen.json:
            return _show(look, chosen)
        pictures = chosen.pictures if chosen.preview or chosen.offscreen else 0
        answer = look.figures(chosen.seconds or 10.0, pictures, chosen.folder)
    finally:
        look.close()
    if chosen.json:
        print_json(answer)
    else:
        _say(answer)
    return ExitCode.OK if answer["verdict"] in _WELL else ExitCode.NO


class _Look:
    """One camera with its driver on a thread, as the kiosk runs it."""

    def __init__(self, address: str, options: Mapping[str, object]) -> None:
        self.shown = without_secrets(address)
        try:
            self.camera: CodeCamera = build("camera", "camera", address, options, name="camera")
        except DeviceMisused as problem:
            raise CommandFailed(str(problem), ExitCode.USAGE) from problem
        self.codes: list[dict[str, str]] = []
        self._thread: DeviceThread[ScannerEvent] = DeviceThread("camera", self.camera, self._read)

    def open(self) -> None:
        """Start and wait until pictures come; raises `CommandFailed` with the reason when none do."""
        self._thread.start()
        ends = time.monotonic() + _PATIENCE
        while (view := self.camera.view()).condition not in _SHOWS_PICTURES:
            hopeless = view.condition in (CameraCondition.NO_DEVICE, CameraCondition.BUSY, CameraCondition.REFUSED)
            if hopeless or time.monotonic() > ends:
                raise CommandFailed(view.reason or f"{self.shown} sends no pictures", ExitCode.UNREACHABLE)
            time.sleep(0.05)

    def close(self) -> None:
        """End the driver."""
        self._thread.stop()

    def view(self) -> CameraView:
        """What is seen now, with its picture."""
        self.camera.watch()
        return self.camera.view(_WIDTH)

    def figures(self, seconds: float, pictures: int, folder: Path) -> dict[str, Any]:
        """Look for so long, save so many pictures with what was read drawn in, and answer with the figures."""
        results: list[CameraTest] = []
        test = threading.Thread(target=lambda: results.append(self.camera.test(seconds)), name="camera test")
        test.start()
        began, saved = time.monotonic(), list[str]()
        while test.is_alive():
            self.camera.watch()
            due = seconds * (len(saved) + 1) / (pictures + 1)
            if len(saved) < pictures and time.monotonic() - began >= due:
                saved.append(_save(self.view(), folder, len(saved) + 1))
            test.join(0.02)
        return self._answer(results[0], self.camera.view(), [name for name in saved if name])

    def _answer(self, test: CameraTest, view: CameraView, pictures: list[str]) -> dict[str, Any]:
        return {
            "address": self.shown,
            "condition": view.condition.value,
            "reason": view.reason,
            "verdict": test.verdict.value,
            "seconds": round(test.seconds, 1),
            "frames": test.frames,
            "rate": round(test.rate, 1),
            "width": view.width,
            "height": view.height,
            "sharpness": None if view.sharpness is None else round(view.sharpness, 2),
            "light": round(view.light),
            "hint": view.hint.value,
            "decode_ms": {"median": round(test.median_ms, 1), "worst": round(test.worst_ms, 1)},
            "frames_with_code": test.seen,
            "frames_read": test.read,
            "codes": list(self.codes),
            "pictures": pictures,
        }

    def _read(self, event: ScannerEvent) -> None:
        if isinstance(event, CodeRead):
            meaning = interpret(event.text, event.symbology, ScanRules(), gs1=event.gs1)
            text = "(payment code)" if isinstance(meaning, WalletCode) else event.text
            self.codes.append({"symbology": event.symbology, "text": text})


def _show(look: _Look, chosen: argparse.Namespace) -> int:
    from kiosk.commands.camera_overlay import Picture, drawn
    from kiosk.commands.camera_window import show_window

    count = [0]

    def see() -> tuple[Picture | None, str]:
        view = look.view()
        return drawn(view), view.reason

    def save() -> None:
        count[0] += 1
        print(_save(look.view(), chosen.folder, count[0]) or "there is no picture to save")

    show_window(f"baro camera {look.shown}", see, save, chosen.seconds)
    return ExitCode.OK


def _save(view: CameraView, folder: Path, number: int) -> str:
    """Write a view's picture with everything drawn in; its name, "" when there is no picture now."""
    import cv2

    from kiosk.commands.camera_overlay import drawn

    picture = drawn(view)
    if picture is None:
        return ""
    file = folder / f"camera-{number:02}.png"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _done, encoded = cv2.imencode(".png", picture)
        file.write_bytes(encoded.tobytes())
    except OSError as problem:
        raise CommandFailed(f"the picture cannot be written to {file}: {problem.strerror}") from problem
    return str(file)


def _list(*, as_json: bool) -> int:
    from hardware.transports.camera_device import video_devices

    devices = [
        {"address": str(device.path), "name": device.name, "trouble": device.trouble} for device in video_devices()
    ]
    if as_json:
        print_json(devices)
    elif not devices:
        print("this machine has no camera (nothing under /dev/video*)")
    else:
        for device in devices:
            trouble = f" - {device['trouble']}" if device["trouble"] else ""
            print(f"{device['address']}  {device['name']}{trouble}")
    return ExitCode.OK


def _say(answer: Mapping[str, Any]) -> None:
    sharp = "nothing to judge by" if answer["sharpness"] is None else answer["sharpness"]
    times = answer["decode_ms"]
    print(f"{answer['address']}: {answer['verdict']}")
    if answer["reason"]:
        print(f"  {answer['reason']}")
    print(f"  {answer['width']}x{answer['height']}, {answer['frames']} frames, {answer['rate']} a second")
    print(f"  sharpness {sharp}, light {answer['light']} of 255, hint: {answer['hint']}")
    print(f"  decoding {times['median']} ms (median), {times['worst']} ms (worst)")
    print(f"  code in view in {answer['frames_with_code']} frames, read in {answer['frames_read']}")
    for code in answer["codes"]:
        print(f"  read {code['symbology']} {code['text']!r}")
    for picture in answer["pictures"]:
        print(f"  saved {picture}")


def _options(given: list[str]) -> dict[str, object]:
    pairs = [option.partition("=") for option in given]
    for key, equals, _value in pairs:
        if not equals or not key:
            raise CommandFailed(f"an option is KEY=VALUE, like exposure=5, not {key!r}", ExitCode.USAGE)
    return {key: value for key, _equals, value in pairs}


def _has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 < value <= 60:
        raise argparse.ArgumentTypeError("between 0 and 60 seconds")
    return value


def _count(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 1000:
        raise argparse.ArgumentTypeError("0 to 1000 pictures")
    return value
