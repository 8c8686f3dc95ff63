"""Text frames over a WebSocket to a device in the shop's own network."""

import contextlib
from urllib.parse import urlsplit

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from hardware.errors import DeviceGarbled, DeviceMisused, DeviceOffline


def socket_address(address: str) -> str:
    """Check an address ws://host:port/path and give it in full; raises `DeviceMisused`."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    plain = not (parts.query or parts.fragment or parts.username or parts.password)
    if parts.scheme not in ("ws", "wss") or not parts.hostname or not port or not plain:
        raise DeviceMisused(f"An address is like ws://192.168.0.60:9000/, not {address!r:.80}.")
    return f"{parts.scheme}://{parts.netloc}{parts.path or '/'}"


class WebSocket:
    """One open connection; `send` may be called from any thread, `receive` from one."""

    def __init__(self, address: str, timeout: float, longest: int = 65_536) -> None:
        """Connect within `timeout` seconds; raises `DeviceOffline`."""
        self._opened = contextlib.ExitStack()
        try:
            # No proxy: the device stands in the same network. No pings of the library's own: the other end's
            # WebSocket server is the vendor's, and our messages have a ping.
            line = connect(
                address,
                open_timeout=timeout,
                close_timeout=0.5,
                ping_interval=None,
                compression=None,
                proxy=None,
                max_size=longest * 4,
                user_agent_header=None,
            )
            self._line = self._opened.enter_context(line)
        except (OSError, WebSocketException) as error:
            raise DeviceOffline(f"The terminal at {address} cannot be reached ({error}).") from error

    def send(self, text: str) -> None:
        """Write a frame; raises `DeviceOffline` when the connection is gone, what was written is then not known."""
        try:
            self._line.send(text)
        except (OSError, WebSocketException) as error:
            raise DeviceOffline("The connection to the terminal broke.") from error

    def receive(self, timeout: float) -> str | None:
        """The next frame, None when none came in time.

        Raises `DeviceOffline` when the connection ended, `DeviceGarbled` for a frame that is not text.
        """
        try:
            frame = self._line.recv(timeout=timeout)
        except TimeoutError:
            return None
        except UnicodeDecodeError as error:
            raise DeviceGarbled("The terminal sent a frame that is not text.") from error
        except (OSError, WebSocketException) as error:
            raise DeviceOffline("The terminal closed the connection.") from error
        if not isinstance(frame, str):
            raise DeviceGarbled("The terminal sent a frame that is not text.")
        return frame

    def close(self) -> None:
        """End the connection."""
        with contextlib.suppress(OSError, WebSocketException):
            self._opened.close()
