"""The world around a demo kiosk on this machine: central, simulated devices, an enrolled station."""

import json
import secrets
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from kiosk.commands.child_process import run_to_its_end
from kiosk.commands.command_line import CommandFailed, ExitCode
from kiosk.commands.simulated_devices import SimulatedDevices, write_settings
from sync.central.interruption import Interruption
from sync.wire.moment import utc_now

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "resources" / "demo"
TELCO_CARD: dict[str, object] = {
    "name": "telco",
    "kind": "partner",
    "pattern": r"TELCO:(?P<number>\d{12})",
    "symbologies": ["QR", ""],  # the simulated scanner does not say what kind of symbol it read
}
SHOP, LANE = "SS01", "3"
CENTRAL_PATIENCE = 60.0
CENTRAL_END = 60.0


class CentralProcess:
    """Central as a process of its own: can be ended hard and started again at the same address.

    It ends with the process that started it, however that one ends. When `interruption` came, `start` ends it again
    and raises KeyboardInterrupt.
    """

    def __init__(self, folder: Path, interruption: Interruption) -> None:
        self.folder = folder
        self.port = 0
        self.url = ""
        self._interruption = interruption
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.RLock()  # hands may start and stop it while the demo ends

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        process = self._process
        return process is not None and process.poll() is None

    def start(self) -> None:
        """Start it and wait until it answers; raises `CommandFailed` with the end of its log when it does not."""
        with self._turn:
            self._interruption.check()
            if self.running:
                return
            self._gone()
            self.folder.mkdir(parents=True, exist_ok=True)
            ready = self.folder / "ready.json"
            ready.unlink(missing_ok=True)
            log_path = self.folder / "central.log"
            process = self._process = self._begun(ready, log_path)
            ends = time.monotonic() + CENTRAL_PATIENCE
            while not ready.exists():
                self._interruption.check()
                if process.poll() is not None or time.monotonic() > ends:
                    tail = log_path.read_text("utf-8", "replace")[-800:]
                    raise CommandFailed(f"central did not start; its log ends: {tail}", ExitCode.UNREACHABLE)
                time.sleep(0.05)
            self.url = json.loads(ready.read_text("utf-8"))["url"]
            self.port = int(self.url.rsplit(":", 1)[1])

    def stop(self) -> None:
        """End it in order, embedded database included."""
        with self._turn:
            if self._process is not None and self._process.poll() is None:
                self._process.send_signal(signal.SIGTERM)
                try:
                    self._process.wait(CENTRAL_END)
                except subprocess.TimeoutExpired:
                    self._process.kill()
            self._gone()

    def kill(self) -> None:
        """End it as a power cut would."""
        with self._turn:
            if self._process is not None:
                self._process.kill()
            self._gone()

    def _gone(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.wait()
            if process.stdin is not None:
                process.stdin.close()

    def _begun(self, ready: Path, log_path: Path) -> "subprocess.Popen[bytes]":
        address = f"http://127.0.0.1:{self.port}" if self.port else ""
        command = ["central", "serve", "--folder", str(self.folder), "--port", str(self.port)]
        command += ["--ready-file", str(ready), "--until-stdin-closes"]
        command += ["--receipt-url", address] if address else []
        with log_path.open("ab") as log:
            return subprocess.Popen(  # noqa: S603
                [sys.executable, str(ROOT / "main.py"), *command],
                stdin=subprocess.PIPE,  # never written to: its closing is what counts
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


class DemoWorld:
    """Starts everything but the kiosk, in order, and ends all of it.

    `folder` keeps central's books and the station between starts; `fresh` begins with an empty one. Once
    `interruption` came, `start` and `ask` end what they began and raise KeyboardInterrupt.
    """

    def __init__(
        self,
        folder: Path,
        say: Callable[[str], None],
        *,
        fresh: bool = False,
        interruption: Interruption | None = None,
    ) -> None:
        if fresh:
            shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder.resolve()
        self.settings_file = self.folder / "kiosk.toml"
        self.devices = SimulatedDevices(self.folder / "devices", DEMO / "photos")
        self._interruption = interruption or Interruption()
        self.central = CentralProcess(self.folder / "central", self._interruption)
        self._say = say
        self._controls: dict[str, Callable[..., object]] = {}

    def start(self, panel: tuple[int, int, float] = (1080, 1920, 27.0)) -> None:
        """Start simulated devices and central; at the first start also load the shop and enrol the station."""
        self._say("simulated devices: scanner, camera, scale, printer, card terminal")
        self.devices.start(extra={"central": self.central_commands()})
        self._reserve_port()
        if not (self.central.folder / "seeded").exists():
            self._say("central: making its database and loading the demo shop (some seconds, once)")
            self._baro("central", "seed", str(DEMO), "--folder", str(self.central.folder))
            (self.central.folder / "seeded").touch()
        self._say("central: starting")
        self.central.start()
        if not self._operator_file.exists():
            self._make_operator()
        self._say(f"console: {self.central.url}/console, name and password in {self._operator_file}")
        self._write_settings(panel)
        if not (self.folder / "station" / "identity.enrolled").exists():
            self._say("station: enrolling with a one-time code")
            told = self._baro(
                "central", "code", "--shop", SHOP, "--lane", LANE, "--folder", str(self.central.folder), "--json"
            )
            self._baro("kiosk", "--settings", str(self.settings_file), "--enrol", json.loads(told)["code"])

    def stop(self) -> None:
        """End the devices and central, and return when nothing that ran in the folder is left.

        Raises `CommandFailed` when the embedded database does not end.
        """
        from sync.central.database.embedded import EmbeddedFailed, EmbeddedPostgres

        try:
            self.devices.stop()
        finally:
            self.central.stop()
            try:
                # Also after the hard end of a central or of a command, whose database ends by itself then.
                EmbeddedPostgres(self.central.folder / "postgres").wait_until_ended()
            except EmbeddedFailed as fault:
                raise CommandFailed(str(fault), ExitCode.UNREACHABLE) from fault

    def ask(self, *arguments: str) -> object:
        """What a `baro ... --json` command answers about this world."""
        return json.loads(self._baro(*arguments, "--json"))

    def made_code(self, kind: str) -> str:
        """A new single-use code that central signed: a coupon of the demo's welcome promotion, or a gift voucher."""
        until = (utc_now() + timedelta(days=30)).date().isoformat()
        what = ("--promotion", "P024") if kind == "coupon" else ("--amount", "5000")
        made = self.ask("central", kind, *what, "--until", until, "--folder", str(self.central.folder))
        return str(made[0]) if isinstance(made, list) else ""

    def sales(self) -> list[dict[str, object]]:
        """Central's sales, newest first."""
        answer = self.ask("central", "sales", "--folder", str(self.central.folder))
        return answer if isinstance(answer, list) else []

    def central_commands(self) -> dict[str, Callable[..., object]]:
        """What can be done to central by hand."""
        return {"start": self._start_by_hand, "stop": self.central.stop, "kill": self.central.kill}

    def _start_by_hand(self) -> None:
        try:
            self.central.start()
        except KeyboardInterrupt:
            raise ValueError("the demo is ending; central is not started any more") from None

    @property
    def _operator_file(self) -> Path:
        return self.folder / "operator.txt"

    def _make_operator(self) -> None:
        """An administrator for the console, whose password is made here and kept to the owner of the folder."""
        login, password = "demo", secrets.token_urlsafe(12)
        told = ("central", "operator", "list", "--folder", str(self.central.folder))
        known = self.ask(*told)
        step = "password" if isinstance(known, list) and known else "add"  # a start was cut between book and file
        begun = self._operator_file.with_suffix(".making")
        begun.touch(0o600)
        begun.write_text(f"{login}\n{password}\n", "utf-8")
        made = ("central", "operator", step, login, "--role", "administrator", "--password-stdin")
        self._baro(*made, "--folder", str(self.central.folder), said=f"{password}\n")
        begun.replace(self._operator_file)

    def _reserve_port(self) -> None:
        """The same port at every start, so that a receipt's QR stays right."""
        import socket

        kept = self.folder / "central-port"
        wanted = int(kept.read_text("utf-8")) if kept.exists() else 0
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", wanted))
            except OSError:
                probe.bind(("127.0.0.1", 0))
            self.central.port = probe.getsockname()[1]
        kept.write_text(str(self.central.port), "utf-8")

    def _write_settings(self, panel: tuple[int, int, float]) -> None:
        width, height, inches = panel
        write_settings(
            self.settings_file,
            {
                "station": {"folder": str(self.folder / "station")},
                "panel": {"width": width, "height": height, "diagonal_inch": inches, "full_screen": False},
                "shop": {"documents": str(DEMO), "pictures": str(DEMO / "pictures")},
                "till": {"voucher_most": 50_000},
                "central": {
                    "url": self.central.url,
                    "receipt_url": self.central.url,
                    "round_seconds": 1.0,
                    "most_wait_seconds": 3.0,
                },
            },
            self.devices.settings(),
            (TELCO_CARD,),
        )

    def _baro(self, *arguments: str, said: str = "") -> str:
        done = run_to_its_end(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            self._interruption,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            told=said,
        )
        if done.returncode not in (ExitCode.OK, ExitCode.NO) or (done.returncode and not done.stdout):
            raise CommandFailed(f"`baro {' '.join(arguments[:2])}` failed: {done.stderr.strip()}", ExitCode.UNREACHABLE)
        return done.stdout
