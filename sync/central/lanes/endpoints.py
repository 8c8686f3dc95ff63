"""The addresses where checkouts speak of themselves and take up parked carts."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi import Path as InPath
from pydantic import ValidationError
from sqlalchemy import Engine

from sync.central.authentication import StationGate, StationRequest
from sync.central.database.engine import transaction
from sync.central.lanes.book import report_lane, take_parked
from sync.central.problems import Refused, faults
from sync.wire.lane import LaneReport, LanesAnswer, ParkedCartDocument
from sync.wire.moment import Now
from sync.wire.upload import ProblemDocument

_BODY: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"application/json": {"schema": LaneReport.model_json_schema()}}}
}


def routes(engine: Engine, gate: StationGate, now: Now) -> APIRouter:
    """`PUT /v1/lane`, `POST /v1/carts/NUMBER/take`; a station sees its own shop only."""
    router = APIRouter(tags=["lanes"])
    problems: dict[int | str, dict[str, Any]] = {code: {"model": ProblemDocument} for code in (401, 404, 409, 422)}

    @router.put("/v1/lane", responses={401: {"model": ProblemDocument}}, openapi_extra=_BODY)
    def report(asked: Annotated[StationRequest, Depends(gate)]) -> LanesAnswer:
        """Say how this checkout is; answers the others of the shop."""
        try:
            told = LaneReport.model_validate_json(asked.body)
        except ValidationError as error:
            raise Refused(422, "not understood", faults(error)) from error
        who = asked.who
        with transaction(engine) as session:
            return report_lane(session, told, station=who.station, shop=who.shop, lane=who.lane, now=now())

    @router.post("/v1/carts/{number}/take", responses=problems)
    def take(
        asked: Annotated[StationRequest, Depends(gate)],
        number: Annotated[str, InPath(pattern=r"^[0-9]{3,6}$")],
    ) -> ParkedCartDocument:
        """Take up the cart that waits under a number; each is given to one checkout."""
        with transaction(engine) as session:
            return take_parked(session, number, shop=asked.who.shop, station=asked.who.station, now=now())

    return router
