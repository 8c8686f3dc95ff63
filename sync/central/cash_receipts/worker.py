"""Issues cash receipts on its own thread, so that no sale and no station waits for it."""

import logging
import threading

from sqlalchemy import Engine

from sync.central.cash_receipts.book import work_on_next
from sync.central.cash_receipts.popbill import PopbillAccount, PopbillClient
from sync.central.settings import CentralSettings
from sync.wire.moment import Now

_LOG = logging.getLogger(__name__)
_PAUSE = 2.0


def account_of(settings: CentralSettings) -> PopbillAccount | None:
    """The account that the settings name, or None when none is; raises `PopbillMisused`."""
    if not settings.cash_receipt_url:
        return None
    return PopbillAccount(
        url=settings.cash_receipt_url,
        token_url=settings.cash_receipt_token_url,
        link_id=settings.cash_receipt_link_id,
        secret_key=settings.cash_receipt_secret.get_secret_value(),
        business_number=settings.cash_receipt_business_number,
        service_id=settings.cash_receipt_service,
        seller=settings.cash_receipt_seller,
    )


class CashReceiptWorker:
    """Does what is due until it is stopped; without an account it does nothing, and what is due stays due."""

    def __init__(self, engine: Engine, account: PopbillAccount | None, now: Now) -> None:
        self._engine, self._account, self._now = engine, account, now
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="cash receipts", daemon=True)

    def start(self) -> None:
        """Begin, with whatever an earlier run left."""
        if self._account is not None:
            self._thread.start()

    def stop(self) -> None:
        """End after the request in hand."""
        self._ending.set()
        if self._thread.ident is not None:
            self._thread.join(timeout=30)

    def _run(self) -> None:
        assert self._account is not None  # noqa: S101  # the thread is started with an account only
        client = PopbillClient(self._account, self._now)
        while not self._ending.is_set():
            try:
                found = work_on_next(self._engine, client, self._now)
            except Exception:  # the database may be away for a moment; what is due stays due
                _LOG.exception("issuing cash receipts stopped; it goes on in a moment")
                found = False
            if not found:
                self._ending.wait(_PAUSE)
        client.close()
