"""What a camera is told of codes: which are the shop's, and which two are of one item."""

from datetime import date

import pytest

from hardware.ports.camera import CodeText
from kiosk.bootstrap.shop_codes import CatalogueCodes
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.in_store_number import InStoreTemplate, TemplateKind
from kiosk.domain.scanned_code import ScanRules
from tests import builders
from tests.fakes.lane import COLA, DICTIONARY, MEMBER_CODE, MILK, FakeCatalogue

EAN = CodeText(MILK.gtin[-13:], "EAN-13")
MATRIX = CodeText(builders.elements(MILK.gtin, ai17="261130", ai10="B7"), "Data Matrix", gs1=True)
LINK = CodeText(f"https://id.example.kr/01/{MILK.gtin}?17=261130", "QR")
COLA_EAN = CodeText(COLA.gtin[-13:], "EAN-13")
LABEL = CodeText(builders.with_check_digit("280001100500"), "EAN-13")
NOBODYS = CodeText(builders.gtin(999), "EAN-13")
ADVERT = CodeText("https://example.kr/event", "QR")


@pytest.fixture
def codes() -> CatalogueCodes:
    catalogue = FakeCatalogue()
    rules = ScanRules(catalogue.in_store_templates(), DICTIONARY)
    return CatalogueCodes(catalogue, lambda: rules, lambda: date(2026, 11, 21))


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        (EAN, True),
        (MATRIX, True),
        (LINK, True),
        (LABEL, False),  # the catalogue knows the item, not the price
        (CodeText(MEMBER_CODE, "EAN-13"), True),
        (NOBODYS, False),
        (CodeText(builders.with_check_digit("289999900500"), "EAN-13"), False),
        (ADVERT, False),
        (CodeText("8801234567890", "EAN-13"), False),
        (CodeText("", ""), False),
    ],
)
def test_which_codes_are_the_shops(codes: CatalogueCodes, code: CodeText, ours: bool) -> None:
    assert codes.known(code) is ours


@pytest.mark.parametrize(
    ("template", "ours"),
    [
        (InStoreTemplate("28", TemplateKind.PRICE, 5, 5), False),
        (InStoreTemplate("28", TemplateKind.WEIGHT, 5, 5), False),
        (InStoreTemplate("28", TemplateKind.COUPON, 5, 5), False),
        (InStoreTemplate("28", TemplateKind.VOUCHER, 5, 5), False),
        (InStoreTemplate("28", TemplateKind.COUPON, 10, 0), True),
        (InStoreTemplate("28", TemplateKind.VOUCHER, 10, 0), True),
        (InStoreTemplate("28", TemplateKind.MEMBER), True),
    ],
)
def test_a_number_that_holds_an_amount_is_not_known_by_the_rest_of_it(template: InStoreTemplate, ours: bool) -> None:
    """Its amount may be misread: pain 13 with the price of another piece of meat."""
    codes = CatalogueCodes(FakeCatalogue(), lambda: ScanRules((template,)), lambda: date(2026, 11, 21))
    assert codes.known(LABEL) is ours


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (EAN, MATRIX, True),
        (MATRIX, EAN, True),
        (LINK, MATRIX, True),
        (EAN, COLA_EAN, False),
        (COLA_EAN, LINK, False),
        (LABEL, EAN, False),
        (LABEL, LABEL, True),
        (LABEL, NOBODYS, None),
        (EAN, ADVERT, None),
        (EAN, CodeText(MEMBER_CODE, "EAN-13"), None),
    ],
)
def test_which_two_codes_are_of_one_item(
    codes: CatalogueCodes, one: CodeText, other: CodeText, same: bool | None
) -> None:
    assert codes.same_item(one, other) is same


class Gone:
    """A catalogue whose file cannot be read just now."""

    def by_gtin(self, gtin: str) -> CatalogueItem | None:
        raise OSError("gone")

    def by_plu(self, plu: str) -> CatalogueItem | None:
        raise OSError("gone")


def test_a_catalogue_that_cannot_be_read_stops_no_camera(caplog: pytest.LogCaptureFixture) -> None:
    codes = CatalogueCodes(Gone(), ScanRules, lambda: date(2026, 11, 21))
    assert not codes.known(EAN)
    rules = ScanRules(FakeCatalogue().in_store_templates())
    assert CatalogueCodes(Gone(), lambda: rules, lambda: date(2026, 11, 21)).same_item(LABEL, EAN) is None
    assert "could not be answered" in caplog.text
