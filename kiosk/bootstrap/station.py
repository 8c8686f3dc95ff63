"""Opens what a station keeps: its identity, station.db, the catalogue; and ties them to central."""

import logging
import random
import secrets
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.bootstrap.real_ports import NoCentral, ShopClock
from kiosk.bootstrap.station_keeper import StationKeeper
from kiosk.checkout.ports import CentralLink, no_fail_point
from kiosk.database.catalogue_reader import CatalogueReader
from kiosk.database.catalogue_swap import CatalogueSwap, first_catalogue
from kiosk.database.engine import StationDatabase, open_station
from kiosk.database.free_space import SpaceReserve
from kiosk.database.journal import JournalReader
from kiosk.database.journal_check import check_station_journal
from kiosk.database.journal_mirror import JournalMirror
from kiosk.database.sealed_file import machine_marks, station_key
from kiosk.database.station_identity import IdentityFolder, LinkSignature, StationIdentity
from kiosk.database.station_journal import StationJournal
from kiosk.database.station_stock import StationStock
from kiosk.database.writer import StationWriter
from kiosk.domain.catalogue import CatalogueHead
from kiosk.settings import Settings
from sync.agent.agent import Agent
from sync.agent.central_client import CentralAway, CentralClient
from sync.agent.enrol import request_enrolment
from sync.agent.pull_catalogue import CataloguePull
from sync.agent.pull_catalogue import CatalogueRefused as OfferRefused
from sync.wire.moment import utc_now

CHECKED_AT_START = 2000  # entries; some 50 ms
Post = Callable[[Callable[[], None]], None]
log = logging.getLogger("baro.station")


class StationNotReady(RuntimeError):
    """The station cannot open for shoppers; the message says what is missing and what to do."""


class _FirstCatalogue:
    """The sink of the very first catalogue: there is no reader to switch yet."""

    def __init__(self, place: Path, shop: str) -> None:
        self._place, self._shop = place, shop

    def adopted_version(self) -> int:
        return 0

    def adopt(self, path: Path, version: int) -> None:
        head = first_catalogue(path, self._place, shop=self._shop, version=version)
        log.info("catalogue version %d taken", head.version)


def identity_folder(folder: Path) -> IdentityFolder:
    """The sealed identity files of a station's folder."""
    return IdentityFolder(folder, machine_marks())


def enrol_station(settings: Settings, code: str, name: str) -> StationIdentity:
    """Make this machine a station with a one-time code; raises what `sync.agent.enrol` raises."""
    if not settings.central.url:
        raise StationNotReady('name central first: [central] url = "https://..." in kiosk.toml')
    files = identity_folder(settings.station.folder)
    url, ca_file = settings.central.url, settings.central.ca_file
    answer = request_enrolment(url, code, files.public_key_text(), name, ca_file=ca_file)
    return files.keep(answer)


def central_client(settings: Settings, identity: StationIdentity) -> CentralClient:
    """A connection to central that signs as this station; for one thread."""
    return CentralClient(
        settings.central.url,
        identity.station,
        identity.key,
        now=utc_now,
        nonce=lambda: secrets.token_urlsafe(18),
        ca_file=settings.central.ca_file,
    )


def fetch_first_catalogue(settings: Settings, identity: StationIdentity) -> None:
    """Download the catalogue when the station has none; raises `StationNotReady` when central has none either."""
    place = settings.station.folder / "catalogue.db"
    if place.exists() or not settings.central.url:
        return
    client = central_client(settings, identity)
    try:
        pull = CataloguePull(
            client,
            _FirstCatalogue(place, identity.shop),
            settings.station.folder,
            central_key=identity.central_key,
            shop=identity.shop,
        )
        if pull.pull() is None:
            raise StationNotReady("central has published no catalogue yet: run `baro central publish`")
    except OfferRefused as fault:
        raise StationNotReady(f"what central offers is no catalogue for this station: {fault}") from fault
    except CentralAway as fault:
        raise CentralAway(
            f"this station has no catalogue yet and {settings.central.url} does not answer: start central, or check "
            f"[central] url and the network ({fault})"
        ) from fault
    finally:
        client.close()


@dataclass
class Station:
    """Everything durable of one station, open; `close` ends it in order."""

    identity: StationIdentity
    database: StationDatabase
    writer: StationWriter
    journal: StationJournal
    stock: StationStock
    catalogue: CatalogueReader
    signer: LinkSignature
    central: CentralLink
    agent: Agent | None = None
    keeper: StationKeeper | None = None
    _closed: bool = field(default=False, repr=False)

    def close(self) -> None:
        """Stop the exchange with central, write what waits, let go of the files."""
        if self._closed:
            return
        self._closed = True
        if self.agent is not None:
            self.agent.stop()
        if self.keeper is not None:
            self.keeper.stop()
        if not self.writer.close():
            log.error("the writer did not end in time")
        self.stock.close()
        self.journal.close()
        self.catalogue.close()
        self.database.close()


def open_for_selling(
    settings: Settings,
    clock: ShopClock,
    post: Post,
    adopted: Callable[[CatalogueHead], None],
    fail_point: Callable[[str], None] = no_fail_point,
) -> Station:
    """Open identity, journal and catalogue, and start the exchange with central.

    `post` runs work on the session's thread; `adopted` is told there of each new catalogue; `fail_point` is called on
    the exchange's thread (K8, K9), for fault tests. Raises `StationNotReady` and the faults of
    `kiosk.database.errors`, each with what to do.
    """
    folder = settings.station.folder
    files = identity_folder(folder)
    if not files.enrolled:
        raise StationNotReady(
            "this machine is not enrolled: make a code with `baro central code --shop SHOP --lane LANE` "
            "and run `baro kiosk --enrol CODE`"
        )
    identity = files.identity()
    fetch_first_catalogue(settings, identity)
    place = folder / "catalogue.db"
    if not place.exists():
        raise StationNotReady(f"there is no {place}: name central, or make one with `baro catalogue load --out`")
    key = station_key(folder, machine_marks())
    with ExitStack() as undo:  # what is open when something cannot be opened is let go of again
        database = open_station(folder / "station.db", key, station=identity.station, now=clock.now())
        undo.callback(database.close)
        _check_journal(database, identity, folder / "journal.head")
        reserve = SpaceReserve(folder / "reserve")
        reserve.keep()
        mirror = _mirror(settings.station.journal_mirror or folder, key, database)
        writer = StationWriter(database, clock.now, post, reserve=reserve, mirror=mirror)
        undo.callback(writer.close)
        journal = StationJournal(database, writer, signer=identity, head_file=folder / "journal.head", now=clock.now)
        undo.callback(journal.close)
        opened: list[CatalogueReader] = []  # stock and catalogue ask each other
        stock = StationStock(database, writer, catalogue_position=lambda: opened[0].stock_position())  # noqa: PLW0108
        undo.callback(stock.close)
        catalogue = CatalogueReader(place, sold_since=stock.sold_since, newer_counts=stock.newer_counts)
        opened.append(catalogue)
        undo.pop_all()
    station = Station(
        identity, database, writer, journal, stock, catalogue, LinkSignature(identity), NoCentral(clock.now())
    )
    if settings.central.url:
        station.agent = _agent(settings, station, post, adopted, fail_point)
        station.central = station.agent
    return station


def _mirror(folder: Path, key: bytes, database: StationDatabase) -> JournalMirror:
    """The second copy of the journal, with what it missed while it could not be written."""
    mirror = JournalMirror(folder / "station.mirror", key)
    reader = JournalReader(database)
    mirror.catch_up(reader)
    reader.close()
    return mirror


def _check_journal(database: StationDatabase, identity: StationIdentity, head_file: Path) -> None:
    """Prove the newest part of the chain at each start; the whole of it is `baro journal verify`."""
    reader = JournalReader(database)
    last, _hash = reader.last()
    reader.close()
    first = max(1, last - CHECKED_AT_START)
    verdict = check_station_journal(database, head_file, identity.public_key, first=first)
    if not verdict.whole:
        raise StationNotReady(f"the journal is not whole: {verdict.sentence}; call the technician, sell nothing here")


def _agent(
    settings: Settings,
    station: Station,
    post: Post,
    adopted: Callable[[CatalogueHead], None],
    fail_point: Callable[[str], None],
) -> Agent:
    identity = station.identity
    client = central_client(settings, identity)
    swap = CatalogueSwap(station.catalogue, shop=identity.shop, post_to_session=post, adopted=adopted)
    pull = CataloguePull(client, swap, settings.station.folder, central_key=identity.central_key, shop=identity.shop)
    return Agent(
        client,
        station.journal,
        now=utc_now,
        uniform=random.uniform,
        catalogue=pull,
        stock=station.stock,
        round_seconds=settings.central.round_seconds,
        most_wait=settings.central.most_wait_seconds,
        fail_point=fail_point,
        waiting=central_client(settings, identity),
    )
