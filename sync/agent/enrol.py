"""Makes this machine a station: a one-time code and the public half of its own key, for its name and shop."""

import time
from pathlib import Path

from pydantic import ValidationError

from sync.agent.central_client import CentralAway, new_session, problem_of, read_answer, send
from sync.wire.enrolment import EnrolmentAnswer, EnrolmentRequest


def request_enrolment(
    url: str, code: str, public_key: str, name: str, *, ca_file: Path | None = None
) -> EnrolmentAnswer:
    """Spend a code; `public_key` is the raw Ed25519 key in base64, whose private half is on disk already.

    Asked again with the same code and key, central gives the same answer, so that a lost one is not the end of
    the code. Raises `CentralAway` (try again) and `CentralRefused` (ask for a new code).
    """
    request = EnrolmentRequest(code=code, public_key=public_key, name=name)
    session = new_session(ca_file)
    try:
        response = send(session, "POST", f"{url.rstrip('/')}/v1/enrolment", request.model_dump_json().encode(), {})
        content = read_answer(response, time.monotonic)
    finally:
        session.close()
    if response.status_code != 200:
        raise problem_of(response.status_code, response.headers, content)
    try:
        return EnrolmentAnswer.model_validate_json(content)
    except ValidationError as error:
        raise CentralAway(f"the answer is no enrolment: {error}") from error
