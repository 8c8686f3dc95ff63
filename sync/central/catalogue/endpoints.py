"""The addresses where stations find their catalogue."""

import re
from pathlib import Path as FilePath
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Response
from fastapi.responses import FileResponse, JSONResponse
from sqlalchemy import Engine, select

from sync.central.authentication import StationGate, StationRequest
from sync.central.catalogue.publishing import file_path
from sync.central.catalogue_tables import CatalogueVersionRow
from sync.central.database.engine import transaction
from sync.central.problems import Refused
from sync.wire.catalogue import SignedHead
from sync.wire.upload import ProblemDocument


def routes(engine: Engine, gate: StationGate, folder: FilePath) -> APIRouter:
    """`GET /v1/catalogue/head` and `GET /v1/catalogue/files/{sha256}`."""
    router = APIRouter(tags=["catalogue"], responses={401: {"model": ProblemDocument}, 404: {"model": ProblemDocument}})

    @router.get("/v1/catalogue/head", response_model=SignedHead, responses={304: {"description": "not changed"}})
    def head(
        asked: Annotated[StationRequest, Depends(gate)],
        if_none_match: Annotated[str, Header(max_length=200)] = "",
    ) -> Response:
        """The newest catalogue of the station's shop, signed."""
        newest = (
            select(CatalogueVersionRow)
            .where(CatalogueVersionRow.shop == asked.who.shop)
            .order_by(CatalogueVersionRow.version.desc())
            .limit(1)
        )
        with transaction(engine) as session:
            row = session.scalar(newest)
        if row is None:
            raise Refused(404, "no catalogue", "nothing was published for this shop yet")
        tag = f'"{row.version}-{row.sha256[:16]}"'
        if tag in re.split(r",\s*", if_none_match):
            return Response(status_code=304, headers={"ETag": tag})
        return JSONResponse(row.signed_head, headers={"ETag": tag, "Cache-Control": "no-cache"})

    @router.get("/v1/catalogue/files/{sha256}", response_class=FileResponse)
    def content(
        asked: Annotated[StationRequest, Depends(gate)],
        sha256: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")],
    ) -> FileResponse:
        """A published file of the station's shop; `Range` is understood, so that a cut download goes on."""
        mine = select(CatalogueVersionRow.version).where(
            CatalogueVersionRow.shop == asked.who.shop, CatalogueVersionRow.sha256 == sha256
        )
        with transaction(engine) as session:
            known = session.scalar(mine.limit(1)) is not None
        path = file_path(folder, sha256)
        if not known or not path.exists():
            raise Refused(404, "no such file", "the catalogue's head names the file of this shop")
        return FileResponse(path, media_type="application/zstd")

    return router
