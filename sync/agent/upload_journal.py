"""Brings the journal to central: everything after the acknowledged number, oldest first."""

from collections.abc import Callable, Sequence
from typing import Protocol

from sync.agent.central_client import CentralClient, CentralRefused
from sync.wire.journal import JournalEntry

BATCH = 200


class JournalSource(Protocol):
    """The station's journal as the agent sees it; used from the agent's thread only."""

    def entries_after(self, sequence: int, limit: int) -> Sequence[JournalEntry]:
        """At most `limit` entries that follow `sequence`, in order."""
        ...

    def acknowledged(self) -> int:
        """The highest sequence central has confirmed, as kept durably; 0 at first."""
        ...

    def acknowledge(self, sequence: int) -> None:
        """Keep, durably, that central holds everything up to `sequence`."""
        ...


def no_fail_point(name: str) -> None:
    """The fail point of a real station: nothing happens."""


def upload_journal(
    source: JournalSource,
    client: CentralClient,
    *,
    batch: int = BATCH,
    fail_point: Callable[[str], None] = no_fail_point,
) -> int:
    """Upload until nothing is left; answers how many entries central took.

    The position moves only after central said that it holds the entries durably; an answer that is lost
    only makes them go again. When central misses earlier entries (restored from a backup), it is given those
    first. Raises `CentralAway` and `CentralRefused`; what was acknowledged before stays so. `fail_point` is called with
    K8.before, K8.after (a batch is uploaded), K9.before, K9.after (its acknowledgement is committed) for fault tests.
    """
    position = source.acknowledged()
    sent = 0
    stepped_back = False
    while entries := source.entries_after(position, batch):
        fail_point("K8.before")
        try:
            client.upload(entries)
        except CentralRefused as error:
            problem = error.problem
            if problem.status == 413 and len(entries) > 1:
                batch = len(entries) // 2
                continue
            if problem.status == 409 and problem.title == "gap" and problem.expected and not stepped_back:
                stepped_back = True
                position = problem.expected - 1
                continue
            raise
        fail_point("K8.after")
        position = entries[-1].sequence
        if position > source.acknowledged():
            fail_point("K9.before")
            source.acknowledge(position)
            fail_point("K9.after")
        sent += len(entries)
    return sent
