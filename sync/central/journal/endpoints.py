"""The address where stations bring their journals."""

import json
from collections.abc import Callable
from typing import Annotated, Any, NoReturn

from fastapi import APIRouter, Depends
from pydantic import ValidationError
from sqlalchemy import Engine

from sync.central.authentication import StationGate, StationRequest
from sync.central.database.engine import transaction
from sync.central.journal.acceptance import accept
from sync.central.problems import Refused, faults
from sync.wire.moment import Now
from sync.wire.upload import JournalBatch, ProblemDocument, UploadAnswer


def routes(engine: Engine, gate: StationGate, now: Now, stored: Callable[[], None]) -> APIRouter:
    """`POST /v1/journal`; `stored` is called after new entries were committed."""
    router = APIRouter(tags=["journal"])
    problems: dict[int | str, dict[str, Any]] = {code: {"model": ProblemDocument} for code in (401, 403, 409, 413)}

    @router.post("/v1/journal", responses=problems, openapi_extra={"requestBody": _batch_described()})
    def upload(asked: Annotated[StationRequest, Depends(gate)]) -> UploadAnswer:
        """Store entries exactly once; a repeat gets the same answer, a gap says what is expected."""
        batch = read_batch(asked.body)
        with transaction(engine) as session:
            accepted = accept(session, asked.who, batch.entries, now=now())
        if accepted.stored:
            stored()
        if accepted.refused is not None:
            raise accepted.refused
        return UploadAnswer(acknowledged=accepted.acknowledged)

    return router


def read_batch(body: bytes) -> JournalBatch:
    """The batch in a request's body; raises `Refused` (422) and says where it is wrong."""
    try:
        batch = JournalBatch.model_validate(json.loads(body, parse_constant=_no_such_number))
        for entry in batch.entries:
            json.dumps(entry.body, ensure_ascii=False).encode()  # half a surrogate pair cannot be hashed
    except ValidationError as error:
        raise Refused(422, "not understood", faults(error)) from error
    except (ValueError, RecursionError) as error:
        raise Refused(422, "not understood", f"the body is not JSON of a journal batch: {error}"[:300]) from error
    return batch


def _no_such_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a number of JSON")


def _batch_described() -> dict[str, Any]:
    # The body is read raw, because its bytes are what was signed; so its schema is told here.
    schema = JournalBatch.model_json_schema()
    entry = schema.pop("$defs")["JournalEntry"]
    schema["properties"]["entries"]["items"] = entry
    return {"required": True, "content": {"application/json": {"schema": schema}}}
