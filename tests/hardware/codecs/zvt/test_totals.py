"""The totals of an end of day, both ways and as a real terminal sent them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.zvt.totals import BRANDS, BrandSum, Totals, decode_totals, encode_totals
from hardware.errors import DeviceGarbled
from tests.hardware.codecs.zvt.zvt_corpus import frames


def test_as_recorded() -> None:
    frame = next(frame for frame in frames() if "totals" in frame["fields"])
    totals = decode_totals(bytes.fromhex(frame["fields"]["totals"]))
    assert (totals.first, totals.last) == (233, 234)
    assert [brand for brand in totals.brands if brand.count] == [BrandSum("Mastercard", 2, 958)]
    assert (totals.count, totals.amount) == (2, frame["fields"]["amount"])


@given(st.lists(st.tuples(st.integers(0, 255), st.integers(0, 10**12 - 1)), min_size=7, max_size=7))
def test_both_ways(sums: list[tuple[int, int]]) -> None:
    totals = Totals(1, 9999, tuple(BrandSum(name, *each) for name, each in zip(BRANDS, sums, strict=True)))
    assert decode_totals(encode_totals(totals)) == totals


def test_a_brand_without_a_place_counts_as_other() -> None:
    totals = decode_totals(encode_totals(Totals(1, 1, (BrandSum("UnionPay", 1, 700),))))
    assert totals.brands[-1] == BrandSum("other", 1, 700)


@pytest.mark.parametrize("octets", [b"", bytes(52), bytes(4) + b"\x01\x00\x00\x00\x00\x00\x0a" + bytes(42)])
def test_damage_is_refused(octets: bytes) -> None:
    with pytest.raises(DeviceGarbled):
        decode_totals(octets)
