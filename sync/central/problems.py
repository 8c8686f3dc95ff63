"""What central says when it refuses: problem+json, RFC 9457."""

import logging
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, OperationalError
from starlette.exceptions import HTTPException

from sync.wire.upload import ProblemDocument

_LOG = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"


class Refused(Exception):
    """An answer other than success; `title` is constant for its kind, `detail` tells a person what to do."""

    def __init__(
        self, status: int, title: str, detail: str = "", *, headers: Mapping[str, str] | None = None, **told: int | None
    ) -> None:
        super().__init__(f"{status} {title}: {detail}")
        self.status, self.headers = status, headers
        self.document = ProblemDocument(title=title, status=status, detail=detail, **told)


def problem_answers(app: FastAPI) -> None:
    """Make every refusal of `app` a problem document, the framework's own ones too."""

    @app.exception_handler(Refused)
    def _refused(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, Refused)  # noqa: S101  # the framework calls this for nothing else
        return answer(error.document, error.headers)

    @app.exception_handler(HTTPException)
    def _http(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)  # noqa: S101
        return answer(ProblemDocument(title=str(error.detail), status=error.status_code), error.headers)

    @app.exception_handler(RequestValidationError)
    def _invalid(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)  # noqa: S101
        return answer(ProblemDocument(title="not understood", status=422, detail=faults(error)))

    @app.exception_handler(OperationalError)
    def _database(_request: Request, error: Exception) -> JSONResponse:
        _LOG.warning("the database does not answer: %s", error)
        return answer(ProblemDocument(title="try again later", status=503), {"Retry-After": "5"})

    @app.exception_handler(DataError)
    def _unstorable(_request: Request, error: Exception) -> JSONResponse:
        _LOG.warning("something came that the database cannot hold: %s", error)
        return answer(ProblemDocument(title="not understood", status=422, detail="a value cannot be stored"))

    @app.exception_handler(Exception)
    def _unforeseen(_request: Request, _error: Exception) -> JSONResponse:
        return answer(ProblemDocument(title="central could not do this", status=500))


def answer(document: ProblemDocument, headers: Any = None) -> JSONResponse:
    """The problem as a response."""
    content = document.model_dump(exclude_none=True)
    return JSONResponse(content, document.status, headers=headers, media_type=MEDIA_TYPE)


def faults(error: Any, most: int = 5) -> str:
    """The first faults of a validation in one line: where, and what was wrong."""
    told = [f"{'.'.join(str(x) for x in fault['loc'])}: {fault['msg']}" for fault in error.errors()[:most]]
    return "; ".join(told)
