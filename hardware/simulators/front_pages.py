"""The pages of a simulated Toss Front terminal: our plug-in as it is deployed, and the vendor's script."""

import json
from pathlib import Path

from hardware.errors import DeviceMisused
from hardware.simulators.front_browser import Content

PLUGIN_FOLDER = Path(__file__).resolve().parents[2] / "deploy" / "toss-front"
# Not a secure context, so that the plug-in shows to need nothing that only those have.
ORIGIN = "http://plugin.front.invalid/"
_VENDOR_ADDRESS = "https://cdn.tossplace.com/toss-front-sdk/"
_VENDOR_SCRIPT = Path(__file__).with_name("front_vendor") / "sdk.js"
_KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


class FrontPages:
    """Answers the browser's requests; `without` names functions that this version of the vendor's script lacks.

    Raises `DeviceMisused` when the plug-in's folder is missing.
    """

    def __init__(self, plugin: Path, without: tuple[str, ...]) -> None:
        if not (plugin / "index.html").is_file():
            raise DeviceMisused(f"The plug-in is not in {plugin}; it is the folder deploy/toss-front of the project.")
        self._plugin = plugin
        self._without = without

    def content(self, url: str, first: str) -> Content | None:
        """What is at an address, None for everything else; `first` is run before the vendor's script."""
        if url.startswith(_VENDOR_ADDRESS):
            version = f"window.terminalWithout = {json.dumps(self._without)};\n{first}\n"
            return _KINDS[".js"], version.encode() + _VENDOR_SCRIPT.read_bytes()
        path = self._plugin / url.removeprefix(ORIGIN)
        if url.startswith(ORIGIN) and path.parent == self._plugin and path.is_file() and path.suffix in _KINDS:
            return _KINDS[path.suffix], path.read_bytes()
        return None
