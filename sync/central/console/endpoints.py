"""The console's pages, for operators who have signed in."""

from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from sqlalchemy import Engine

from kiosk.domain.money_text import money_words
from sync.central.authentication import (
    OPERATOR_COOKIE,
    keep_signed_in,
    known_browser,
    require,
    session_token,
    signed_in,
)
from sync.central.console.words import BY_LANGUAGE
from sync.central.database.engine import transaction
from sync.central.operators.acts import note_act
from sync.central.operators.operator import Role
from sync.central.operators.sessions import end_session
from sync.central.operators.sign_in import sign_in
from sync.central.posting import repost_parked
from sync.central.prices.checking import prices_report
from sync.central.problems import Refused
from sync.central.receipts.words import language_of
from sync.central.report import alarms_report, parked_report, sales_report, stations_report
from sync.central.terminals.days import days_report
from sync.wire.moment import Now

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "pages"),
    autoescape=select_autoescape(),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
}


def routes(engine: Engine, now: Now, time_zone: str) -> APIRouter:
    """`/console` (sales, prices, terminals' days, parked entries, alarms, stations), its sign-in and `parked`."""
    router = APIRouter(tags=["console"], default_response_class=HTMLResponse)
    zone = ZoneInfo(time_zone)

    def moment(text: str | None) -> str:
        """A stored time as the shop's clock showed it, to the second."""
        return f"{datetime.fromisoformat(text).astimezone(zone):%Y-%m-%d %H:%M:%S}" if text else "–"

    @router.get("/console")
    def sales(request: Request) -> Response:
        """What happened, newest first; the page to sign in for who is not."""
        language = _language(request)
        if signed_in(request) is None:
            return _sign_in(language, "", status=401)
        with transaction(engine) as session:
            page = _PAGES.get_template("sales.html").render(
                words=BY_LANGUAGE[language],
                language=language,
                sales=sales_report(session),
                prices=prices_report(session),
                days=days_report(session),
                parked=parked_report(session),
                alarms=alarms_report(session),
                stations=stations_report(session),
                won=lambda amount, currency: money_words(amount, currency, language),
                moment=moment,
                said=lambda kind, word: BY_LANGUAGE[language].get(f"{kind}_{word}", word),
            )
        return HTMLResponse(page, headers=_HEADERS)

    @router.post("/console/sign-in")
    def begin(
        request: Request,
        name: Annotated[str, Form(max_length=200)] = "",
        password: Annotated[str, Form(max_length=1000)] = "",
    ) -> Response:
        """Exchange name and password for a session of the browser."""
        address = request.client.host if request.client else ""
        try:
            signed = sign_in(engine, name, password, address=address, browser=known_browser(request), now=now())
        except Refused as refused:
            fault = "wait" if refused.status == 429 else "wrong"
            return _sign_in(_language(request), fault, status=refused.status)
        answer = RedirectResponse("/console", 303, headers=_HEADERS)
        keep_signed_in(answer, request, signed)
        return answer

    @router.post("/console/sign-out")
    def end(request: Request) -> Response:
        """End the session of the browser."""
        with transaction(engine) as session:
            end_session(session, session_token(request))
        answer = RedirectResponse("/console", 303, headers=_HEADERS)
        answer.delete_cookie(OPERATOR_COOKIE, path="/console")
        return answer

    @router.post("/console/parked")
    def post_again(request: Request) -> Response:
        """Give every parked entry another try."""
        operator = require(request, Role.SHOP)
        counts = repost_parked(engine, now=now())
        with transaction(engine) as session:
            note_act(session, operator, "entries.repost", "", {"posted": counts.posted, "parked": counts.parked})
        return RedirectResponse("/console", 303, headers=_HEADERS)

    return router


def _sign_in(language: str, fault: str, *, status: int) -> HTMLResponse:
    page = _PAGES.get_template("sign_in.html").render(words=BY_LANGUAGE[language], language=language, fault=fault)
    return HTMLResponse(page, status, headers=_HEADERS)


def _language(request: Request) -> str:
    return language_of(request.headers.get("accept-language", ""), BY_LANGUAGE)
