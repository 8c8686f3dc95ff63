"""Make the certificates a simulated terminal shows: a test root and a leaf named after the terminal."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TerminalCertificates:
    """Three PEM files: the root for the register's settings, the leaf and its key for the terminal."""

    root: Path
    leaf: Path
    leaf_key: Path


def make_certificates(
    folder: Path,
    poi_id: str,
    common_name: str = "",
    root_expires: dt.timedelta = 365 * _DAY,
    leaf_expires: dt.timedelta = 30 * _DAY,
) -> TerminalCertificates:
    """Write a fresh test root and a leaf for `<poi_id>.test.terminal.adyen.com` (or `common_name`) to `folder`.

    The root's private key is used once and kept nowhere. Negative times make expired certificates.
    """
    folder.mkdir(parents=True, exist_ok=True)
    now = dt.datetime.now(dt.UTC)
    root_key = ec.generate_private_key(ec.SECP256R1())
    root_name = _name("Simulated terminal test root")
    root = (
        _certificate(root_name, root_name, root_key.public_key(), now + min(root_expires, -_DAY), now + root_expires)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(root_key.public_key()), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    leaf_key = ec.generate_private_key(ec.SECP256R1())
    subject = _name(common_name or f"{poi_id}.test.terminal.adyen.com")
    issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key())
    leaf = (
        _certificate(subject, root_name, leaf_key.public_key(), now + min(leaf_expires, -_DAY), now + leaf_expires)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(issuer_id, critical=False)
        .sign(root_key, hashes.SHA256())
    )
    paths = TerminalCertificates(folder / "root.pem", folder / "leaf.pem", folder / "leaf.key")
    paths.root.write_bytes(root.public_bytes(serialization.Encoding.PEM))
    paths.leaf.write_bytes(leaf.public_bytes(serialization.Encoding.PEM))
    paths.leaf_key.touch(mode=0o600)
    paths.leaf_key.write_bytes(
        leaf_key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return paths


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    public_key: ec.EllipticCurvePublicKey,
    not_before: dt.datetime,
    not_after: dt.datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(not_before - _DAY)
        .not_valid_after(not_after)
    )


def _usage(signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
