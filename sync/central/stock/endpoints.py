"""The address where stations ask for changed counts."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Engine

from sync.central.authentication import StationGate, StationRequest
from sync.central.database.engine import transaction
from sync.central.stock.movements import stock_after
from sync.wire.stock import StockAnswer
from sync.wire.upload import ProblemDocument


def routes(engine: Engine, gate: StationGate) -> APIRouter:
    """`GET /v1/stock?after=POSITION`."""
    router = APIRouter(tags=["stock"])

    @router.get("/v1/stock", responses={401: {"model": ProblemDocument}})
    def changed_counts(
        _asked: Annotated[StationRequest, Depends(gate)],
        after: Annotated[int, Query(ge=0, le=2**62)] = 0,
    ) -> StockAnswer:
        """Counts of all shops that changed after a position, in commit order."""
        with transaction(engine) as session:
            return stock_after(session, after)

    return router
