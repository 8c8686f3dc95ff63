"""The address where a new station enrols."""

from fastapi import APIRouter, Request
from sqlalchemy import Engine

from sync.central.authentication import RateLimit
from sync.central.database.engine import transaction
from sync.central.stations.enrolment import enrol
from sync.wire.enrolment import EnrolmentAnswer, EnrolmentRequest
from sync.wire.moment import Now
from sync.wire.upload import ProblemDocument


def routes(engine: Engine, central_key: bytes, receipt_base_url: str, now: Now) -> APIRouter:
    """`POST /v1/enrolment`; ten tries a minute from one address."""
    router = APIRouter(tags=["stations"])
    tries = RateLimit(10)

    @router.post("/v1/enrolment", responses={403: {"model": ProblemDocument}, 429: {"model": ProblemDocument}})
    def enrol_station(request: Request, wish: EnrolmentRequest) -> EnrolmentAnswer:
        """Become a station: a one-time code and the station's public key, for its name and shop."""
        tries.check(request)
        with transaction(engine) as session:
            return enrol(session, wish, central_key=central_key, receipt_base_url=receipt_base_url, now=now())

    return router
