"""The baseline of the GS1 benchmark: the same vectors read with biip, an open library of the same purpose."""

from collections.abc import Callable, Mapping
from importlib.metadata import version

from kiosk.commands.benchmarks.gs1_vectors import Vector, plain_raw
from kiosk.commands.command_line import CommandFailed, ExitCode

try:
    import biip
    from biip import ParseError
    from biip.gs1_digital_link_uris import GS1DigitalLinkURI
    from biip.gs1_messages import GS1Message
    from biip.gtin import Gtin
    from biip.upc import Upc
except ImportError as fault:
    raise CommandFailed(
        "the baseline biip is not installed; install the packages of development: make setup", ExitCode.DAMAGED
    ) from fault

NAME = f"biip {version('biip')}"


def biip_right(vector: Vector) -> bool:
    """Whether biip accepts or refuses the vector as it demands; any error but its `ParseError` counts as wrong."""
    reader = _READERS.get(vector.kind)
    if reader is None:
        return False
    try:
        found = reader(vector)
    except ParseError:
        return not vector.ok
    except Exception:  # the baseline's own faults are what is counted
        return False
    return vector.ok and found


def _message(vector: Vector, message: GS1Message) -> bool:
    if any(one.gtin_error or one.sscc_error or one.gln_error for one in message.element_strings):
        # It goes on when the number of a key is wrong, and notes that beside it; here this counts as refused.
        raise ParseError("a key is wrong")
    pairs = [[one.ai.ai, one.value] for one in message.element_strings]
    row = vector.row
    return ("expect_ais" not in row or pairs == row["expect_ais"]) and (
        "expect_hri" not in row or message.as_hri() == row["expect_hri"]
    )


def _bracketed(vector: Vector) -> bool:
    return _message(vector, GS1Message.parse_hri(vector.text))


def _raw(vector: Vector) -> bool:
    return _message(vector, GS1Message.parse(plain_raw(vector.text)))


def _ai_value(vector: Vector) -> bool:
    one = GS1Message.parse(plain_raw(vector.text)).element_strings[0]
    if vector.row.get("field") == "amount_currency":
        return vector.expects([str(one.money.amount), str(one.money.currency)] if one.money else None)
    return vector.expects(str(one.decimal))


def _scan_data(vector: Vector) -> bool:
    result = biip.parse(vector.text)
    if "expect_ais" in vector.row:
        return result.gs1_message is not None and _message(vector, result.gs1_message)
    if result.gtin or result.gs1_message or result.gs1_digital_link_uri:
        return True
    # Plain text of a symbol is right when nothing was found wrong; so is a number that is refused.
    if result.gtin_error or result.gs1_message_error:
        raise ParseError("refused")
    return True


def _dl_uri(vector: Vector) -> bool:
    return _message(vector, GS1DigitalLinkURI.parse(vector.text).as_gs1_message())


def _dl_build(vector: Vector) -> bool:
    link = GS1Message.parse_hri(vector.text).as_gs1_digital_link_uri()
    return vector.expects(link.as_uri(domain=vector.row["stem"].split("//")[1].strip("/")))


def _dl_build_raw(vector: Vector) -> bool:
    link = GS1Message.parse(plain_raw(vector.text)).as_gs1_digital_link_uri()
    return vector.expects(link.as_uri())


def _dl_canonical(vector: Vector) -> bool:
    return vector.expects(GS1DigitalLinkURI.parse(vector.text).as_canonical_uri())


def _gtin(vector: Vector) -> bool:
    return vector.expects(str(Gtin.parse(vector.text).format))


def _upc_e(vector: Vector) -> bool:
    return vector.expects(Upc.parse(vector.text).payload)


_READERS: Mapping[str, Callable[[Vector], bool]] = {
    "bracketed": _bracketed,
    "association": _bracketed,
    "raw": _raw,
    "ai_value": _ai_value,
    "scan_data": _scan_data,
    "dl_uri": _dl_uri,
    "dl_build": _dl_build,
    "dl_build_raw": _dl_build_raw,
    "dl_canonical": _dl_canonical,
    "gtin": _gtin,
    "upc_e": _upc_e,
}
