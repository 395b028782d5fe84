"""Certificates of X.509 for documents that others sign in tests."""

import datetime

from asn1crypto import pem
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID


def make(place):
    """One that vouches for itself, and its key: two files that begin with `place`."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Acme ® ’")])
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = {name: False for name in (
        "key_encipherment", "data_encipherment", "key_agreement", "crl_sign", "encipher_only", "decipher_only")}
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(
            digital_signature=True, content_commitment=True, key_cert_sign=True, **usage), critical=True)
        .sign(key, hashes.SHA256()))
    files = place.with_suffix(".pem"), place.with_suffix(".key")
    files[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return files


def load(file):
    """As pyHanko wants it."""
    data = file.read_bytes()
    return Certificate.load(pem.unarmor(data)[2] if pem.detect(data) else data)
