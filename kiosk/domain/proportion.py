"""Dividing an amount exactly in proportion to weights."""

from collections.abc import Sequence


def in_proportion(amount: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Shares of `amount` in proportion to `weights`, whole and adding up exactly, by largest remainder.

    Ties go to the earlier weight. While `amount` is not more than the weights together, no share is more than
    its weight. Raises `ValueError` for anything below zero, and for an amount that no weight can take.
    """
    whole = sum(weights)
    if amount < 0 or any(weight < 0 for weight in weights):
        raise ValueError("only amounts of zero or more are divided")
    if amount == 0:
        return (0,) * len(weights)
    if whole == 0:
        raise ValueError(f"there is nothing that could take {amount}")
    parts = [divmod(amount * weight, whole) for weight in weights]
    shares = [share for share, _ in parts]
    rest = amount - sum(shares)
    for place in sorted(range(len(weights)), key=lambda place: (-parts[place][1], place))[:rest]:
        shares[place] += 1
    return tuple(shares)
