"""The address in the receipt's QR code, and the one that takes a shipment's address."""

import re
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from sync.central.authentication import RateLimit
from sync.central.database.engine import transaction
from sync.central.orders.book import AddressFault, AddressNotWanted, address_from, give_address
from sync.central.problems import Refused
from sync.central.receipts.page import Typed, late_page, receipt_page
from sync.central.receipts.words import language_of
from sync.wire.moment import Now

# At least 128 bits in base64url (22 characters), and nothing that no station would make.
_TOKEN = re.compile(r"^[A-Za-z0-9_-]{22,64}$")
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
}


def routes(engine: Engine, now: Now, per_minute: int) -> APIRouter:
    """`GET /r/{token}` and `POST /r/{token}/address`.

    A token that central does not know is a sale that has not arrived: nobody can tell the two apart.
    """
    router = APIRouter(tags=["receipts"])
    limit = RateLimit(per_minute)

    @router.get("/r/{token}", response_class=HTMLResponse)
    def show(request: Request, token: str) -> Response:
        """The digital receipt, or the page that waits for it."""
        limit.check(request)
        _check(token)
        with transaction(engine) as session:
            return _page(session, request, token, now)

    @router.post("/r/{token}/address", response_class=HTMLResponse)
    def take_address(
        request: Request,
        token: str,
        name: Annotated[str, Form(max_length=1000)] = "",
        phone: Annotated[str, Form(max_length=1000)] = "",
        address: Annotated[str, Form(max_length=1000)] = "",
    ) -> Response:
        """Confirm the shipments of a receipt; the form comes back with what is missing."""
        limit.check(request)
        _check(token)
        with transaction(engine) as session:
            try:
                give_address(session, token, address_from(name, phone, address), now=now())
            except AddressFault as fault:
                typed = Typed(name, phone, address, fault.field, fault.fault)
                return _page(session, request, token, now, typed)
            except AddressNotWanted:
                pass  # sent twice, or nothing to ship: the page shows how it stands
        return RedirectResponse(f"../{token}", 303, headers=_HEADERS)

    return router


def _check(token: str) -> None:
    if not _TOKEN.match(token):
        raise Refused(404, "no such page")


def _page(session: Session, request: Request, token: str, now: Now, typed: Typed | None = None) -> HTMLResponse:
    language = language_of(request.headers.get("accept-language", ""))
    page = receipt_page(session, token, language, now(), typed)
    status = 422 if page is not None and typed is not None else 200
    return HTMLResponse(page if page is not None else late_page(language), status, headers=_HEADERS)
