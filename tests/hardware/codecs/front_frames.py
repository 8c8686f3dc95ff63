"""A plug-in's frames, made here by the rules of its own script."""

import hashlib
import hmac
import json
from typing import Any

KEY = "5e" * 32
NONCE = "a1" * 32
SESSION = "c3" * 32
SERIAL = "FRONT1"
APPROVED_AT = 1_772_360_142_123  # 2026-03-01T19:15:42.123+09:00


def hello_frame(**changes: Any) -> str:
    usual = {
        "name": "hello",
        "v": 1,
        "nonce": "b2" * 32,
        "serial": SERIAL,
        "epoch": "0011aabb",
        "plugin": "1.0.0",
        "sdk": "v1",
        "merchant": {"name": "바로 시험점", "businessNumber": "1234567890"},
        "features": ["pay", "cancel", "getPayment"],
    }
    return json.dumps(usual | changes, ensure_ascii=False)


def sealed(number: int, message: object, session: str = SESSION) -> str:
    body = json.dumps(message)
    mac = hmac.new(bytes.fromhex(session), f"T\n{number}\n{body}".encode(), hashlib.sha256).hexdigest()
    return json.dumps({"seq": number, "mac": mac, "body": body})


def card_response(**changes: Any) -> dict[str, Any]:
    card = {
        "van": "SIM",
        "timestamp": APPROVED_AT,
        "approvalNumber": "00123456",
        "acquirerName": "신한카드",
        "acquirerCode": "029",
        "issuerName": "국민카드",
        "issuerCode": "016",
        "cardType": "CREDIT",
        "balance": 0,
        "installment": 0,
        "maskedCardNumber": "510737******7890",
        "shopCode": "00951234567",
    }
    return {"paymentMethod": "CARD", "tid": "T0012345", "vanTransactionKey": "VTK1", "card": card | changes}
