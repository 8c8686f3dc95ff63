"""Central as a whole: health, OpenAPI, refusals, settings, key, TLS."""

import base64
import ipaddress
import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import NameOID
from pydantic import ValidationError

from sync.agent.central_client import CentralAway, CentralClient
from sync.agent.upload_journal import upload_journal
from sync.central.app import Central, Serving, create_app, open_central
from sync.central.central_key import KeyUnusable, central_key, public_bytes
from sync.central.database.embedded import EmbeddedPostgres
from sync.central.database.engine import transaction
from sync.central.report import sales_report
from sync.central.settings import CentralSettings
from sync.central.stations.enrolment import create_enrolment_code
from sync.wire.moment import utc_now
from tests.fakes.enrolled_station import EnrolledStation, new_nonce
from tests.fakes.station_journal import buy


def test_health_says_that_central_and_its_database_answer(url: str) -> None:
    answer = requests.get(f"{url}/v1/health", timeout=5)
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_the_description_names_every_address_and_its_documents(url: str) -> None:
    told = requests.get(f"{url}/openapi.json", timeout=5).json()
    assert set(told["paths"]) >= {
        "/v1/enrolment",
        "/v1/journal",
        "/v1/catalogue/head",
        "/v1/catalogue/files/{sha256}",
        "/v1/stock",
        "/v1/health",
        "/r/{token}",
        "/r/{token}/address",
        "/console",
    }
    body = told["paths"]["/v1/journal"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body["properties"]["entries"]["maxItems"] == 500
    assert "hash" in body["properties"]["entries"]["items"]["properties"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("DELETE", "/v1/journal", 405), ("POST", "/v1/enrolment", 422), ("GET", "/r/x", 404)],
)
def test_every_refusal_is_a_problem_document(url: str, method: str, path: str, status: int) -> None:
    answer = requests.request(method, url + path, timeout=5)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["title"]


def test_wrong_settings_are_refused_by_name(tmp_path: Path) -> None:
    for wrong in (
        {"database_url": "mysql://x"},
        {"receipt_base_url": "no address"},
        {"unknown": 1},
        {"folder": None},
    ):
        with pytest.raises(ValidationError) as refused:
            CentralSettings.model_validate({"folder": tmp_path} | wrong)
        assert next(iter(wrong)) in str(refused.value)


def test_the_key_is_made_once_and_kept_to_its_owner(tmp_path: Path) -> None:
    first = central_key(tmp_path)
    assert public_bytes(central_key(tmp_path)) == public_bytes(first)
    assert os.stat(tmp_path / "central.key").st_mode & 0o777 == 0o600
    (tmp_path / "central.key").write_text("rubbish")
    with pytest.raises(KeyUnusable, match=r"central\.key"):
        central_key(tmp_path)


def test_without_a_database_in_the_settings_central_brings_its_own(tmp_path: Path) -> None:
    central = open_central(CentralSettings(folder=tmp_path / "central"))
    try:
        with Serving(create_app(central)) as serving:
            assert requests.get(f"{serving.url}/v1/health", timeout=5).json() == {"status": "ok"}
            # There is no operator yet: nobody is let in, not even with an empty token.
            headers = {"Authorization": "Bearer "}
            assert requests.get(f"{serving.url}/console", headers=headers, timeout=5).status_code == 401
    finally:
        central.close()
    assert central.embedded is not None
    assert not central.embedded.running()


def test_over_tls_a_station_trusts_only_its_authority(
    central: Central, station: EnrolledStation, tmp_path: Path
) -> None:
    certificate, key = self_signed(tmp_path)
    with Serving(create_app(central), certificate=certificate, private_key=key) as serving:
        assert serving.url.startswith("https://")
        told = {"now": utc_now, "nonce": new_nonce}
        identity = station.identity
        trusting = CentralClient(serving.url, identity.station, identity.key, ca_file=certificate, **told)  # type: ignore[arg-type]
        assert trusting.stock(0).position == 0
        stranger = CentralClient(serving.url, identity.station, identity.key, **told)  # type: ignore[arg-type]
        with pytest.raises(CentralAway, match=r"(?i)certificate"):
            stranger.stock(0)
        trusting.close()
        stranger.close()


def self_signed(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "central of the tests")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(utc_now() - timedelta(days=1))
        .not_valid_after(utc_now() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    certificate, private = folder / "central.crt", folder / "central.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return certificate, private


def test_what_a_database_cannot_hold_is_refused_not_crashed_on(central: Central, url: str) -> None:
    with transaction(central.engine) as session:
        code = create_enrolment_code(session, "SS01", "3", now=utc_now())
    public = base64.b64encode(public_bytes(Ed25519PrivateKey.generate())).decode()
    answer = requests.post(
        f"{url}/v1/enrolment", json={"code": code, "public_key": public, "name": "zero \x00 byte"}, timeout=5
    )
    assert (answer.status_code, answer.json()["title"]) == (422, "not understood")


def test_what_arrives_is_posted_by_itself(central: Central, station: EnrolledStation) -> None:
    buy(station.journal)
    upload_journal(station.journal, station.client)
    give_up = time.monotonic() + 20
    while True:
        with transaction(central.engine) as session:
            if sales_report(session):
                return
        assert time.monotonic() < give_up, "central did not post"
        time.sleep(0.02)


def test_a_taken_port_is_said(central: Central) -> None:
    with Serving(create_app(central)) as serving:
        port = int(serving.url.rsplit(":", 1)[1])
        with pytest.raises(OSError, match="in use"):
            Serving(create_app(central), port=port)


@pytest.mark.parametrize("while_starting", [True, False])
def test_a_terminated_central_leaves_no_database_behind(tmp_path: Path, while_starting: bool) -> None:
    folder = tmp_path / "central"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.central_process", str(folder), "", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert process.stdout is not None
    assert process.stderr is not None
    if while_starting:
        wait_for(folder / "postgres" / "PG_VERSION")
    else:
        assert process.stdout.readline().startswith(b"http://")
    process.terminate()
    assert process.wait(60) == 0
    assert b"Traceback" not in process.stderr.read()
    process.stdout.close()
    process.stderr.close()
    assert not EmbeddedPostgres(folder / "postgres").running()


def test_a_signal_that_meets_a_finalizer_still_ends_central(tmp_path: Path, database_url: str) -> None:
    """Python drops what is raised in a finalizer or an import's callback: KeyboardInterrupt was lost there."""
    program = (
        "import os, signal, sys; from pathlib import Path; from sync.central.app import serve;"
        "from sync.central.interruption import Interruption; from sync.central.settings import CentralSettings\n"
        "class Dying:\n"
        "    def __del__(self): os.kill(os.getpid(), signal.SIGTERM); sum(range(1000))\n"
        "with Interruption() as interruption:\n"
        "    settings = CentralSettings(folder=Path(sys.argv[1]), database_url=sys.argv[2])\n"
        "    serve(settings, 0, lambda _url: Dying() and None, interruption)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path), database_url],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )
    assert "KeyboardInterrupt" in done.stderr
    assert "ignored" not in done.stderr


def wait_for(path: Path) -> None:
    give_up = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < give_up, f"{path} did not appear"
        time.sleep(0.01)
