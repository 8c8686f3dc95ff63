"""Writes sales and payment attempts into the books."""

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from kiosk.domain.cash_rounding import CASH_TENDERS
from sync.central.tables import AttemptRow, SaleLineRow, SaleRow, TenderRow
from sync.wire.sale import AttemptDocument, SaleDocument


def sale_fault(sale: SaleDocument) -> str:
    """What contradicts itself inside a sale, or "": the same sums that the till promised (I-13)."""
    lines = sum(line.net for line in sale.lines)
    fees = sum(fee.amount for fee in sale.fees)
    made = lines + fees + sale.tax_added
    if made != sale.total:
        on_top = f" and tax {sale.tax_added}" if sale.tax_added else ""
        return f"lines {lines} and fees {fees}{on_top} make {made}, the total says {sale.total}"
    if sale.tax_added not in (0, sum(tax.tax for tax in sale.taxes)):
        return f"the taxes make {sum(tax.tax for tax in sale.taxes)}, on top came {sale.tax_added}"
    for line in sale.lines:
        given = sum(discount.amount for discount in line.discounts)
        if line.gross - given != line.net and not line.member_price:
            return f"line {line.line}: {line.gross} less {given} is not {line.net}"
    paid = sum(tender.amount for tender in sale.tenders)
    if paid != sale.total + sale.rounding:
        rounded = f" rounded by {sale.rounding}" if sale.rounding else ""
        return f"tenders make {paid}, the total says {sale.total}{rounded}"
    if sale.rounding and not any(tender.kind in CASH_TENDERS for tender in sale.tenders):
        return f"the total is rounded by {sale.rounding}, but nothing was paid in cash"
    return ""


def put_sale(session: Session, sale: SaleDocument, *, shop: str, sequence: int) -> None:
    """Write a sale with its lines and tenders; the keys of the tables refuse a second one."""
    key = {"station": sale.station, "sale": sale.sale, "shop": shop}
    session.add(
        SaleRow(
            **key,
            sequence=sequence,
            receipt_number=sale.receipt_number,
            catalogue_version=sale.catalogue_version,
            completed_at=sale.completed_at,
            currency=sale.currency,
            gross=sale.gross,
            discount=sale.discount,
            total=sale.total,
            member=sale.member,
            language=sale.language,
            link_token=sale.link_token,
            document=sale.masked().model_dump(mode="json"),
        )
    )
    session.flush()
    for line in sale.lines:
        values = line.model_dump(include={"line", "sku", "quantity", "grams", "unit_price", "gross", "net", "tax"})
        session.add(SaleLineRow(**key, **values, fulfilment=line.fulfilment))
    for number, tender in enumerate(sale.tenders, 1):
        session.add(TenderRow(**key, number=number, **tender.model_dump()))
    session.flush()


def put_attempt(session: Session, attempt: AttemptDocument, *, station: str, shop: str, sequence: int) -> None:
    """Write what an entry says of an attempt; a later entry (by sequence) replaces an earlier one, never back."""
    table = AttemptRow.__table__
    assert isinstance(table, Table)  # noqa: S101  # the declarative class promises less than it gives
    values = {
        "shop": shop,
        "sale": attempt.sale,
        "sequence": sequence,
        "state": attempt.state,
        "amount": attempt.amount,
        "charged": attempt.charged,
        "currency": attempt.currency,
        "at": attempt.at,
        "document": attempt.model_dump(mode="json"),
    }
    put = insert(table).values(station=station, attempt=attempt.attempt, **values)
    session.execute(
        put.on_conflict_do_update(index_elements=["station", "attempt"], set_=values, where=table.c.sequence < sequence)
    )
