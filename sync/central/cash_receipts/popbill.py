"""Speaks to Popbill, a service that issues cash receipts to the Korean tax office, over its REST interface.

Facts: Popbill's and Linkhub's public guides and MIT-licensed clients of 2026. Not tried with an account of our own:
the tests speak to a server that was written from the same pages.
"""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import requests

from sync.central.cash_receipts.steps import SEOUL, Answer, Told

CONNECT_SECONDS, ANSWER_SECONDS = 3.0, 15.0
NOT_FOUND = -14_000_003
_SCOPE = ["member", "140"]
_VERSION, _TOKEN_VERSION = "1.0", "2.0"
_MOST_BYTES = 256 * 1024


class PopbillMisused(ValueError):
    """An account's settings cannot work; the message says which and how."""


@dataclass(frozen=True, slots=True)
class PopbillAccount:
    """An account of the service, and the business that issues.

    `service_id` is POPBILL, or POPBILL_TEST, where nothing reaches the tax office. `seller` are the franchise fields
    of every document by their own names (franchiseCorpName, franchiseAddr ...). Raises `PopbillMisused`.
    """

    url: str
    token_url: str
    link_id: str
    secret_key: str = field(repr=False)
    business_number: str
    service_id: str = "POPBILL_TEST"
    seller: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        try:
            base64.b64decode(self.secret_key, validate=True)
        except (binascii.Error, ValueError):
            raise PopbillMisused("the secret key of the cash receipt service is not Base64") from None
        if not (self.business_number.isdigit() and len(self.business_number) == 10):
            raise PopbillMisused("the business number of the cash receipt service has 10 digits")
        if not self.link_id:
            raise PopbillMisused("the cash receipt service wants a link id")


@dataclass(frozen=True, slots=True)
class IssueRequest:
    """A cash receipt to be issued, in won; `number` is personal and never shown."""

    own_key: str
    business: bool  # 지출증빙, else 소득공제
    number: str = field(repr=False)
    supply: int
    tax: int
    total: int
    sold_at: datetime


@dataclass(frozen=True, slots=True)
class RevokeRequest:
    """An issued cash receipt to be taken back whole, under a key of its own."""

    own_key: str
    confirm_number: str
    trade_date: str


class PopbillClient:
    """The service's addresses as functions for one thread; what is not a usable answer is `Answer.NONE`."""

    def __init__(self, account: PopbillAccount, now: Callable[[], datetime]) -> None:
        self._account, self._now = account, now
        self._session = requests.Session()
        self._session.trust_env = False
        self._token, self._token_until = "", ""

    def issue(self, asked: IssueRequest) -> Told:
        """Issue a cash receipt; the same `own_key` twice is refused by the service."""
        document = {
            **self._account.seller,
            "mgtKey": asked.own_key,
            "tradeDT": f"{asked.sold_at.astimezone(SEOUL):%Y%m%d%H%M%S}",
            "tradeType": "승인거래",
            "tradeUsage": "지출증빙용" if asked.business else "소득공제용",
            "tradeOpt": "일반",
            "taxationType": "과세" if asked.tax else "비과세",
            "identityNum": asked.number,
            "franchiseCorpNum": self._account.business_number,
            "supplyCost": str(asked.supply),
            "tax": str(asked.tax),
            "serviceFee": "0",
            "totalAmount": str(asked.total),
            "smssendYN": False,
        }
        return self._sent(document, "ISSUE", asked.number)

    def revoke(self, asked: RevokeRequest) -> Told:
        """Take an issued cash receipt back; no number of a person is needed for it."""
        document = {
            "mgtKey": asked.own_key,
            "orgConfirmNum": asked.confirm_number,
            "orgTradeDate": asked.trade_date,
            "smssendYN": False,
            "isPartCancel": False,
            "cancelType": 1,
        }
        return self._sent(document, "REVOKEISSUE", "")

    def ask(self, own_key: str) -> Told:
        """What became of a request."""
        answer = self._call("GET", f"/Cashbill/{own_key}")
        if isinstance(answer, Told):
            return answer
        code, told = answer
        if code != 200:
            found = told.get("code") != NOT_FOUND
            return Told(Answer.NONE if found else Answer.NOT_FOUND, _reason(told, ""))
        numbers = {"confirm_number": _text(told, "confirmNum"), "trade_date": _text(told, "tradeDate")}
        state = told.get("stateCode")
        result = _text(told, "ntsresultCode")
        if state == 305:  # filing failed
            return Told(Answer.REJECTED, f"the tax office rejected it: {result or 'no reason'}", **numbers)
        if state == 304:  # filed
            return Told(Answer.FILED, "", **numbers)
        if state == 300:  # issued
            return Told(Answer.ISSUED, "", **numbers)
        return Told(Answer.NONE, f"a state that is not known: {state!r}"[:80])

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def _sent(self, document: Mapping[str, object], act: str, secret: str) -> Told:
        body = json.dumps(document, ensure_ascii=False).encode()
        headers = {"X-HTTP-Method-Override": act, "Content-Type": "application/json; charset=utf8"}
        answer = self._call("POST", "/Cashbill", body, headers)
        if isinstance(answer, Told):
            return answer
        code, told = answer
        if code == 200 and told.get("code") == 1:
            return Told(Answer.ISSUED, "", _text(told, "confirmNum"), _text(told, "tradeDate"))
        if code < 500 and isinstance(told.get("code"), int):
            return Told(Answer.REFUSED, _reason(told, secret))
        return Told(Answer.NONE, f"the service answers {code}")

    def _call(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> tuple[int, dict[str, Any]] | Told:
        try:
            sent = {"x-pb-version": _VERSION, "Authorization": f"Bearer {self._current_token()}", **(headers or {})}
            return self._http(method, self._account.url + path, body, sent)
        except (requests.RequestException, ValueError) as problem:
            return Told(Answer.NONE, f"no usable answer: {type(problem).__name__}")

    def _current_token(self) -> str:
        stamp = f"{self._now().astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        if self._token and stamp < self._token_until:
            return self._token
        uri = f"/{self._account.service_id}/Token"
        body = json.dumps({"access_id": self._account.business_number, "scope": _SCOPE}).encode()
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        signed = "\n".join(("POST", digest, stamp, _TOKEN_VERSION, uri))
        key = base64.b64decode(self._account.secret_key)
        mac = base64.b64encode(hmac.digest(key, signed.encode(), "sha256")).decode()
        headers = {
            "x-lh-date": stamp,
            "x-lh-version": _TOKEN_VERSION,
            "Authorization": f"LINKHUB {self._account.link_id} {mac}",
            "Content-Type": "application/json",
        }
        code, told = self._http("POST", self._account.token_url + uri, body, headers)
        token = _text(told, "session_token")
        if code != 200 or not token:
            raise ValueError(f"no token: {_reason(told, '')}")
        # A little early, so that it does not end on the way.
        self._token, self._token_until = token, _text(told, "expiration")[:16]
        return token

    def _http(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        response = self._session.request(
            method,
            url,
            data=body or None,
            headers=dict(headers),
            timeout=(CONNECT_SECONDS, ANSWER_SECONDS),
            allow_redirects=False,
            stream=True,
        )
        with response:
            content = response.raw.read(_MOST_BYTES + 1, decode_content=True)
        if len(content) > _MOST_BYTES:
            raise ValueError("the answer is too long")
        told = json.loads(content)
        if not isinstance(told, dict):
            raise ValueError("the answer is no object")
        return response.status_code, told


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    return value[:80] if isinstance(value, str) else ""


def _reason(told: Mapping[str, Any], secret: str) -> str:
    said = f"{told.get('code')}: {told.get('message')}"[:200]
    return said.replace(secret, "••••") if secret else said
