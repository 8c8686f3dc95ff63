"""Central's own books as the checker reads them: what it was sent is there as it was sent (I-1 to I-8)."""

from sync.central.app import Central
from sync.central.database.engine import transaction
from sync.central.ledgers.books import Ledgers
from sync.central.ledgers.checker import check_ledgers
from sync.central.own_ledger import central_books, stored_journals
from sync.central.tables import AttemptRow
from tests.fakes.enrolled_station import EnrolledStation, settle
from tests.fakes.station_journal import buy, line


def test_what_a_station_uploaded_agrees_with_its_journal(central: Central, station: EnrolledStation) -> None:
    for number in (1, 2):
        buy(station.journal, number, lines=[line(quantity=1, net=1700)])
    station.client.upload(station.journal.entries)
    settle(central)
    name = station.identity.station
    with transaction(central.engine) as session:
        books, journals = central_books(session), stored_journals(session)
        assert journals == {name: station.journal.entries}
        assert check_ledgers(Ledgers({name: station.journal.entries}, central=books)) == []
        assert books.held[name] == (6, station.journal.entries[-1].hash)
        assert {move.sku for move in books.moves} == {"B01001"}
        one = session.get(AttemptRow, (name, "attempt-2"))
        assert one is not None
        one.document = one.document | {"state": "declined"}
    with transaction(central.engine) as session:
        only = central_books(session, station=name)
        found = check_ledgers(Ledgers(stored_journals(session, station=name), central=only))
    assert [one.what for one in found] == ["attempt attempt-2 is approved in the journal, central says declined"]
    assert not only.moves
    with transaction(central.engine) as session:
        assert central_books(session, station="another").sales == []
