"""Take a new catalogue file into use: checked, renamed in one step, and not one look-up fails."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import apsw

from kiosk.database.catalogue_contents import CatalogueContents, read_contents
from kiosk.database.catalogue_reader import CatalogueReader
from kiosk.database.errors import CatalogueRefused
from kiosk.database.open_catalogue import open_file, read_head
from kiosk.database.whole_file import flush_folder
from kiosk.domain.catalogue import CatalogueHead


def check_catalogue(file: Path, *, shop: str, newer_than: int) -> CatalogueContents:
    """The contents of a file that may be taken into use; raises `CatalogueRefused` and says why not."""
    connection = open_file(file)
    try:
        contents = read_contents(connection)
        finding = next(iter(connection.execute("PRAGMA quick_check(1)")))[0]
    except apsw.Error as error:
        raise CatalogueRefused(f"{file.name} is damaged ({error}): it is fetched again") from error
    finally:
        connection.close()
    if finding != "ok":
        raise CatalogueRefused(f"{file.name} is damaged ({finding}): it is fetched again")
    if contents.head.shop != shop:
        raise CatalogueRefused(f"{file.name} is the catalogue of shop {contents.head.shop}, this is shop {shop}")
    if contents.head.version <= newer_than:
        raise CatalogueRefused(
            f"{file.name} is version {contents.head.version}, version {newer_than} is in use: versions only grow"
        )
    return contents


def put_in_place(file: Path, place: Path) -> None:
    """Give `file` the name `place`, durably and in one step; from another disk it is copied first."""
    if file.stat().st_dev != place.parent.stat().st_dev:
        near = place.with_name(place.name + ".part")
        shutil.copyfile(file, near)
        file.unlink()
        file = near
    handle = os.open(file, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    file.replace(place)
    flush_folder(place.parent)


def first_catalogue(file: Path, place: Path, *, shop: str, version: int | None = None) -> CatalogueHead:
    """Take the first catalogue into use, before there is a reader; raises `CatalogueRefused`.

    `version`, when given, is what the file must say it is.
    """
    contents = check_catalogue(file, shop=shop, newer_than=version_at(place))
    if version is not None:
        _same_version(contents, file, version)
    put_in_place(file, place)
    return contents.head


def version_at(place: Path) -> int:
    """The version of the catalogue at `place`; 0 when there is none that can be read."""
    if not place.exists():
        return 0
    try:
        connection = open_file(place)
    except CatalogueRefused:
        return 0
    try:
        return read_head(connection).version
    except CatalogueRefused:
        return 0
    finally:
        connection.close()


def _same_version(contents: CatalogueContents, path: Path, version: int) -> None:
    if contents.head.version != version:
        raise CatalogueRefused(f"{path.name} says it is version {contents.head.version}, not {version}")


class CatalogueSwap:
    """Brings new files under the reader: the agent's `CatalogueSink`, for its thread.

    `post_to_session` hands a call to the session's thread: there the readers switch and `adopted` is told, in one
    step, so that no question of the session falls between.
    """

    def __init__(
        self,
        reader: CatalogueReader,
        *,
        shop: str,
        post_to_session: Callable[[Callable[[], None]], None],
        adopted: Callable[[CatalogueHead], None],
    ) -> None:
        self._reader = reader
        self._shop = shop
        self._post = post_to_session
        self._adopted = adopted
        self._version = reader.head().version

    def adopted_version(self) -> int:
        """The version that is in use or about to be."""
        return self._version

    def adopt(self, path: Path, version: int) -> None:
        """Take the file at `path` into use (it is moved); raises `CatalogueRefused`, and the old one stays."""
        contents = check_catalogue(path, shop=self._shop, newer_than=self._version)
        _same_version(contents, path, version)
        put_in_place(path, self._reader.path)
        self._version = contents.head.version

        def switch() -> None:
            self._reader.switch(contents)
            self._adopted(contents.head)

        self._post(switch)
