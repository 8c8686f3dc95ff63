"""How a simulated benefit host puts an answer on the line, well or badly."""

import json
from typing import Any


def spoiled(outcome: str, status: int, document: dict[str, Any]) -> tuple[int, bytes]:
    """The answer as the script wants it sent."""
    if outcome == "http_error":
        return 502, b"<html>Bad Gateway</html>"
    if outcome == "garbled":
        return status, b'{"id": "half'
    if outcome == "other_id":
        document = document | {"id": "somebody-else"}
    if outcome == "wrong_amount":
        document = document | {"amount": document.get("amount", 0) + 1}
    return status, json.dumps(document, ensure_ascii=False).encode("utf-8")


def sent_octets(status: int, body: bytes, signature: str) -> bytes:
    """A whole HTTP answer."""
    head = [
        f"HTTP/1.1 {status} {'OK' if status == 200 else 'No'}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        *([f"Benefit-Signature: {signature}"] if signature else []),
    ]
    return "\r\n".join([*head, "", ""]).encode("ascii") + body
