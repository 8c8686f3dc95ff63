"""The console's pages; an operator's token opens them."""

import hmac
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from sqlalchemy import Engine

from kiosk.domain.money_text import money_words
from sync.central.authentication import RateLimit, operator_check, operator_session
from sync.central.console.words import BY_LANGUAGE
from sync.central.database.engine import transaction
from sync.central.posting import repost_parked
from sync.central.prices.checking import prices_report
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


def routes(engine: Engine, now: Now, operator_token: str, time_zone: str) -> APIRouter:
    """`/console` (sales, prices, terminals' days, parked entries, alarms, stations), its sign-in and `parked`."""
    router = APIRouter(tags=["console"], default_response_class=HTMLResponse)
    is_operator = operator_check(operator_token)
    tries = RateLimit(10)
    zone = ZoneInfo(time_zone)

    def moment(text: str | None) -> str:
        """A stored time as the shop's clock showed it, to the second."""
        return f"{datetime.fromisoformat(text).astimezone(zone):%Y-%m-%d %H:%M:%S}" if text else "–"

    @router.get("/console")
    def sales(request: Request) -> Response:
        """What happened, newest first; without a token the page that asks for it."""
        language = _language(request)
        if not is_operator(request):
            return _sign_in(language, wrong=False, status=401)
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
    def sign_in(request: Request, token: Annotated[str, Form(max_length=200)] = "") -> Response:
        """Exchange the token for a session of the browser."""
        tries.check(request)
        if not operator_token or not hmac.compare_digest(token.encode(), operator_token.encode()):
            return _sign_in(_language(request), wrong=True, status=401)
        answer = RedirectResponse("/console", 303, headers=_HEADERS)
        secure = request.url.scheme == "https"
        session = operator_session(operator_token)
        answer.set_cookie("operator", session, httponly=True, samesite="strict", secure=secure, path="/console")
        return answer

    @router.post("/console/parked")
    def post_again(request: Request) -> Response:
        """Give every parked entry another try."""
        if not is_operator(request):
            return _sign_in(_language(request), wrong=False, status=401)
        repost_parked(engine, now=now())
        return RedirectResponse("/console", 303, headers=_HEADERS)

    return router


def _sign_in(language: str, *, wrong: bool, status: int) -> HTMLResponse:
    page = _PAGES.get_template("sign_in.html").render(words=BY_LANGUAGE[language], language=language, wrong=wrong)
    return HTMLResponse(page, status, headers=_HEADERS)


def _language(request: Request) -> str:
    return language_of(request.headers.get("accept-language", ""), BY_LANGUAGE)
