"""Which vouchers paid at this station: each number once, remembered in the commit that takes it."""

from kiosk.checkout.ports import UnitOfWork
from kiosk.domain.sale import PaymentAttempt


def take_voucher(unit: UnitOfWork, attempt: PaymentAttempt) -> bool:
    """Note that this attempt uses its voucher up; False when the voucher is used already."""
    if unit.value(_key(attempt)):
        return False
    unit.put_value(_key(attempt), attempt.attempt_id)
    return True


def release_voucher(unit: UnitOfWork, attempt: PaymentAttempt) -> None:
    """Its sale was not completed: the voucher can be used again, unless another attempt has it."""
    if unit.value(_key(attempt)) == attempt.attempt_id:
        unit.put_value(_key(attempt), "")


def _key(attempt: PaymentAttempt) -> str:
    return f"voucher:{attempt.handle}"
