"""What can be wrong with the station's files, each said so that a technician knows what to do."""


class StationFault(RuntimeError):
    """Something is wrong with a file of the station; the message says what and what to do."""


class StationUnreadable(StationFault):
    """The key does not fit, or the file is damaged."""


class StationNotWritable(StationFault):
    """The folder or file is missing, read-only, full or owned by somebody else."""


class StationKeyFault(StationFault):
    """A key file is missing, open to others, or made on another machine."""


class SqliteTooOld(StationFault):
    """The SQLite library has the WAL-reset bug that can corrupt the file."""


class StationBroken(StationFault):
    """A write failed below the database; nothing may be written until the program has started again."""


class WriterBusy(StationFault):
    """More work waits for the writer than it may hold; nothing was queued."""


class WriterClosed(StationFault):
    """The writer was closed; nothing was queued."""


class ReceiptNumberUnused(StationFault):
    """A receipt number was taken in a transaction that stores no sale for it."""


class SaleConflict(StationFault):
    """The sale, its receipt number or the attempt that pays it belongs to another stored sale already."""


class CatalogueRefused(StationFault):
    """A catalogue file is not what it must be; the one in use stays."""
