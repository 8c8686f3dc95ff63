"""Promotions as JSON text, in catalogue files and at central: the objects of `kiosk.domain.promotion_rows`."""

import json

from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_rows import promotion_from, promotion_to


def promotion_text(promotion: Promotion) -> str:
    """A promotion as JSON, keys sorted."""
    return json.dumps(promotion_to(promotion), ensure_ascii=False, sort_keys=True)


def promotion_from_text(body: str) -> Promotion:
    """The promotion of a row; raises `kiosk.domain.promotion_rows.PromotionError` (a ValueError) when it is none."""
    return promotion_from(json.loads(body))
