"""The addresses where stations wait for news."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from sync.central.authentication import StationGate, StationRequest
from sync.central.fleet.waking import WakeBoard
from sync.wire.upload import ProblemDocument
from sync.wire.wake import WakeAnswer

_LATEST = 2**53  # milliseconds; beyond what any clock says


def routes(board: WakeBoard, gate: StationGate) -> APIRouter:
    """`GET /v1/wake`; the board hears the database while the application runs."""
    router = APIRouter(tags=["fleet"], lifespan=board.listening)
    problems: dict[int | str, dict[str, Any]] = {code: {"model": ProblemDocument} for code in (401, 422)}

    @router.get("/v1/wake", responses=problems)
    async def wake(
        asked: Annotated[StationRequest, Depends(gate)], after: Annotated[int, Query(ge=0, le=_LATEST)] = 0
    ) -> WakeAnswer:
        """Wait for something new for this station's shop; answers at once when there is, else after some 25 s."""
        return await board.wait(asked.who.station, asked.who.shop, after)

    return router
