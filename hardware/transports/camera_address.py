"""What may be shown of a camera's address."""

import re


def without_secrets(address: str) -> str:
    """The address without user, password and query: network cameras carry secrets in each of them."""
    if "://" not in address:
        return address
    return re.sub(r"\?.*", "?...", re.sub(r"//.*@", "//", address))
