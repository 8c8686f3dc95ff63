"""A cash receipt service on a real socket, written from the service's public pages: tokens, issue, revoke, states."""

import base64
import hashlib
import hmac
import json
import re
import threading
from collections import deque
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

LINK_ID, SECRET = "BARO", base64.b64encode(b"a secret of the tests").decode()
BUSINESS = "1208147521"


class PopbillServer:
    """Its books are `documents`; `plans` spoil the next answers: lost, lost_request, garbled, refuse, slow_500."""

    def __init__(self) -> None:
        self.documents: dict[str, dict[str, Any]] = {}
        self.plans: deque[str] = deque()
        self.tokens = 0
        self.asked: list[tuple[str, str]] = []
        self.token = ""
        self._lock = threading.Lock()
        books = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                books.serve(self, b"")

            def do_POST(self) -> None:
                books.serve(self, self.rfile.read(int(self.headers.get("Content-Length", "0"))))

            def log_message(self, format: str, *arguments: object) -> None:
                del format, arguments

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def serve(self, request: BaseHTTPRequestHandler, body: bytes) -> None:
        with self._lock:
            if request.path.endswith("/Token"):
                self._answer(request, *self._token(request, body))
                return
            self.asked.append((request.headers.get("X-HTTP-Method-Override", request.command), request.path))
            if request.headers.get("Authorization") != f"Bearer {self.token}":
                self._answer(request, 401, {"code": -99005002, "message": "토큰"})
                return
            plan = self.plans.popleft() if self.plans else ""
            if plan == "lost_request":
                request.close_connection = True
                request.connection.close()
                return
            if plan == "slow_500":
                self._answer(request, 502, {"message": "proxy"})
                return
            status, told = self._done(request, body, refuse=plan == "refuse")
            if plan == "lost":
                request.close_connection = True
                request.connection.close()
            elif plan == "garbled":
                self._raw(request, 200, b"<html>")
            else:
                self._answer(request, status, told)

    def _token(self, request: BaseHTTPRequestHandler, body: bytes) -> tuple[int, dict[str, Any]]:
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        stamp = request.headers["x-lh-date"]
        signed = "\n".join(("POST", digest, stamp, request.headers["x-lh-version"], request.path))
        mac = base64.b64encode(hmac.digest(base64.b64decode(SECRET), signed.encode(), "sha256")).decode()
        if request.headers.get("Authorization") != f"LINKHUB {LINK_ID} {mac}":
            return 401, {"code": -99000000, "message": "서명"}
        assert json.loads(body) == {"access_id": BUSINESS, "scope": ["member", "140"]}
        self.tokens += 1
        self.token = f"token-{self.tokens}"
        until = datetime.now(UTC) + timedelta(minutes=30)
        return 200, {"session_token": self.token, "expiration": f"{until:%Y-%m-%dT%H:%M:%S}.000Z"}

    def _done(self, request: BaseHTTPRequestHandler, body: bytes, *, refuse: bool) -> tuple[int, dict[str, Any]]:
        if request.command == "GET":
            found = self.documents.get(request.path.rpartition("/")[2])
            if found is None:
                return 400, {"code": -14000003, "message": "해당 문서번호의 현금영수증이 존재하지 않습니다."}
            return 200, {key: value for key, value in found.items() if key != "document"}
        told = json.loads(body)
        key = told["mgtKey"]
        if refuse:
            return 400, {"code": -14000010, "message": f"식별번호 {told.get('identityNum')}가 올바르지 않습니다."}
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,24}", key) or key in self.documents:
            return 400, {"code": -14000005, "message": "이미 사용중인 문서번호입니다."}
        if "identityNum" in told:
            assert int(told["supplyCost"]) + int(told["tax"]) + int(told["serviceFee"]) == int(told["totalAmount"])
        number = f"TB{len(self.documents) + 1:07d}"
        self.documents[key] = {
            "mgtKey": key,
            "confirmNum": number,
            "tradeDate": told.get("tradeDT", "")[:8] or "20261122",
            "stateCode": 300,
            "ntsresultCode": "",
            "document": told,
        }
        return 200, {"code": 1, "message": "발행 완료", "confirmNum": number, "tradeDate": told.get("tradeDT", "")[:8]}

    def _answer(self, request: BaseHTTPRequestHandler, status: int, told: dict[str, Any]) -> None:
        self._raw(request, status, json.dumps(told, ensure_ascii=False).encode())

    def _raw(self, request: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)
