"""Talks to central: signed requests, own deadlines, and errors that say whether to try again."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import ValidationError

from sync.agent.retry import retry_after_seconds
from sync.wire.catalogue import SignedHead
from sync.wire.document import Document, canonical
from sync.wire.journal import JournalEntry
from sync.wire.lane import LaneReport, LanesAnswer, ParkedCartDocument
from sync.wire.moment import Now
from sync.wire.signature import sign_request
from sync.wire.stock import StockAnswer
from sync.wire.upload import ProblemDocument, UploadAnswer
from sync.wire.wake import LONGEST_WAIT, WakeAnswer

CONNECT_SECONDS = 3.0
ANSWER_SECONDS = 10.0
_MOST_ANSWER_BYTES = 16 * 1024 * 1024
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
D = TypeVar("D", bound=Document)


class CentralAway(Exception):
    """No usable answer: try again later, after `retry_after` seconds if central said so."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class CentralRefused(Exception):
    """Central answered no, with a problem document; the same request again would get the same answer."""

    def __init__(self, problem: ProblemDocument) -> None:
        super().__init__(f"{problem.status} {problem.title}: {problem.detail}".rstrip(": "))
        self.problem = problem


class CentralClient:
    """Central's addresses as functions, for one thread; every request is signed with the station's key.

    All functions raise `CentralAway` or `CentralRefused`. `ca_file` is the authority that signs central's
    certificate. `nonce` gives a new random text of 16 to 64 characters each time.
    """

    def __init__(
        self,
        url: str,
        station: str,
        key: Ed25519PrivateKey,
        *,
        now: Now,
        nonce: Callable[[], str],
        ca_file: Path | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url, self._station, self._key = url.rstrip("/"), station, key
        self._now, self._nonce, self._monotonic = now, nonce, monotonic
        self._session = new_session(ca_file)

    def upload(self, entries: Sequence[JournalEntry]) -> UploadAnswer:
        """Hand over journal entries."""
        body = canonical({"entries": [entry.model_dump(mode="json") for entry in entries]})
        return _document(UploadAnswer, self._ask("POST", "/v1/journal", body))

    def head(self, known: str = "") -> tuple[SignedHead, str] | None:
        """The signed head of the shop's catalogue and its tag; None when it is still the one tagged `known`."""
        answer = self._ask("GET", "/v1/catalogue/head", headers={"If-None-Match": known} if known else {})
        if answer.status == 304:
            return None
        return _document(SignedHead, answer), answer.headers.get("ETag", "")

    def stock(self, after: int) -> StockAnswer:
        """Counts that changed after a position."""
        return _document(StockAnswer, self._ask("GET", f"/v1/stock?after={after}"))

    def report_lane(self, report: LaneReport) -> LanesAnswer:
        """Say how this checkout is, and learn how the others of the shop are."""
        return _document(LanesAnswer, self._ask("PUT", "/v1/lane", canonical(report.model_dump(mode="json"))))

    def take_cart(self, number: str) -> ParkedCartDocument:
        """Take up the cart that waits under a number."""
        return _document(ParkedCartDocument, self._ask("POST", f"/v1/carts/{number}/take", b"{}"))

    def wake(self, after: int) -> WakeAnswer:
        """Wait until central knows of something newer than the position `after`; it answers within half a minute."""
        asked = self._ask("GET", f"/v1/wake?after={after}", seconds=LONGEST_WAIT + ANSWER_SECONDS)
        return _document(WakeAnswer, asked)

    def download(self, sha256: str, target: BinaryIO, start: int, most: int) -> int:
        """Write a catalogue file to `target` from byte `start` on; answers how many bytes came.

        Each piece has the answer deadline for itself, the whole has none: a large file over a slow line is
        no fault. Stops with `CentralAway` when more than `most` bytes come.
        """
        headers = {"Range": f"bytes={start}-"} if start else {}
        response = self._send("GET", f"/v1/catalogue/files/{sha256}", b"", headers)
        try:
            if response.status_code not in (200, 206):
                raise _problem(_Answer(response, self._read(response)))
            if start and response.status_code == 200:
                target.seek(0)
                target.truncate()
            come = 0
            while piece := _piece(response):
                come += len(piece)
                if come > most:
                    raise CentralAway(f"the file {sha256} is larger than its head says")
                target.write(piece)
        finally:
            response.close()
        return come

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def _ask(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: dict[str, str] | None = None,
        seconds: float = ANSWER_SECONDS,
    ) -> "_Answer":
        response = self._send(method, path, body, headers or {}, seconds)
        try:
            answer = _Answer(response, self._read(response))
        finally:
            response.close()
        if response.status_code not in (200, 304):
            raise _problem(answer)
        return answer

    def _send(
        self, method: str, path: str, body: bytes, headers: dict[str, str], seconds: float = ANSWER_SECONDS
    ) -> requests.Response:
        url = self._url + path
        signed = sign_request(
            method, url, body, key=self._key, station=self._station, at=self._now(), nonce=self._nonce()
        )
        return send(self._session, method, url, body, headers | signed, seconds)

    def _read(self, response: requests.Response) -> bytes:
        return read_answer(response, self._monotonic)


class _Answer:
    """A whole answer: status, headers, content."""

    def __init__(self, response: requests.Response, content: bytes) -> None:
        self.status = response.status_code
        self.headers = response.headers
        self.content = content


def new_session(ca_file: Path | None) -> requests.Session:
    """A session that trusts only what it is told: no proxies or certificates from the environment."""
    session = requests.Session()
    session.trust_env = False
    if ca_file is not None:
        session.verify = str(ca_file)
    return session


def send(
    session: requests.Session,
    method: str,
    url: str,
    body: bytes,
    headers: dict[str, str],
    seconds: float = ANSWER_SECONDS,
) -> requests.Response:
    """The beginning of the answer; raises `CentralAway` when there is none within `seconds`."""
    sent = {"Content-Type": "application/json"} | headers if body else headers
    try:
        return session.request(
            method,
            url,
            data=body or None,
            headers=sent,
            timeout=(CONNECT_SECONDS, seconds),
            stream=True,
            allow_redirects=False,
        )
    except requests.RequestException as error:
        raise CentralAway(f"{type(error).__name__}: {error}") from error


def read_answer(response: requests.Response, monotonic: Callable[[], float]) -> bytes:
    """The content; raises `CentralAway` when it drips for longer than the deadline, breaks off or is endless."""
    give_up = monotonic() + ANSWER_SECONDS
    content = bytearray()
    while piece := _piece(response):
        content += piece
        if len(content) > _MOST_ANSWER_BYTES:
            raise CentralAway("the answer is larger than any answer of central")
        if monotonic() > give_up:
            raise CentralAway(f"the answer was not complete after {ANSWER_SECONDS:.0f} s")
    return bytes(content)


def problem_of(status: int, headers: Any, content: bytes) -> CentralAway | CentralRefused:
    """What an answer that is no success means: try again, or a refusal with its reason."""
    if status in _AGAIN:
        return CentralAway(f"central answers {status}", retry_after_seconds(headers.get("Retry-After")))
    try:
        return CentralRefused(ProblemDocument.model_validate_json(content))
    except ValidationError:
        # A proxy's page or another program on the address: not central's word.
        return CentralAway(f"something that is not central answers {status}")


def _problem(answer: _Answer) -> CentralAway | CentralRefused:
    return problem_of(answer.status, answer.headers, answer.content)


def _document(kind: type[D], answer: _Answer) -> D:
    try:
        return kind.model_validate_json(answer.content)
    except ValidationError as error:
        raise CentralAway(f"the answer is not a {kind.__name__}: {str(error)[:200]}") from error


def _piece(response: requests.Response) -> bytes:
    try:
        # read1 answers with what has come; read would wait for a full buffer, past every deadline.
        return bytes(response.raw.read1(65_536, decode_content=True))
    except (requests.RequestException, OSError, ValueError) as error:
        raise CentralAway(f"the answer broke off: {error}") from error
    except Exception as error:
        if type(error).__module__.startswith("urllib3"):
            raise CentralAway(f"the answer broke off: {error}") from error
        raise
