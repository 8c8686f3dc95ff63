"""Coupons of single use: made and signed here, and looked after once sales used them."""
