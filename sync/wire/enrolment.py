"""How a new station becomes known to central: a one-time code and the station's own public key."""

from pydantic import Field

from sync.wire.document import Document


class EnrolmentRequest(Document):
    """What a station sends once; `public_key` is its raw Ed25519 key in base64."""

    code: str = Field(min_length=4, max_length=64)
    public_key: str = Field(min_length=40, max_length=64)
    name: str = Field(min_length=1, max_length=80)


class EnrolmentAnswer(Document):
    """Who the station is from now on; `staff_secret` is base64 and stays on the station, encrypted at rest."""

    station: str
    shop: str
    lane: str
    central_key: str
    staff_secret: str
    receipt_base_url: str
