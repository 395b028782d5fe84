// Keys and signatures by OpenSSL 3. What it allocates and must free stays here.

#pragma once

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// A key, private or public alone.
typedef struct evp_pkey_st blazon_key;

/// What a key is for. Numbers that both sides of this header know.
enum { blazon_ed25519 = 1, blazon_rsa = 2, blazon_p256 = 3 };

/// Whether OpenSSL 3 is installed. Where it is not, all below is null, and nothing is a signature.
int32_t blazon_crypto_is_there(void);

/// A new private key; RSA of 3,072 bits. Null where the algorithm is none to make, or the system has no randomness.
blazon_key *_Nullable blazon_key_new(int32_t algorithm);

/// A public key of its numbers as JWK (RFC 7518, RFC 8037) has them, big endian: x of Ed25519; n and e of RSA; x
/// and y of P-256. Null for what is no point, no modulus of 2,048 to 8,192 bits, or no sound exponent.
blazon_key *_Nullable blazon_key_ed25519(const uint8_t *x, size_t count);
blazon_key *_Nullable blazon_key_rsa(
    const uint8_t *n, size_t nCount, const uint8_t *e, size_t eCount);
blazon_key *_Nullable blazon_key_p256(
    const uint8_t *x, size_t xCount, const uint8_t *y, size_t yCount);

/// The RSA public key of a SubjectPublicKeyInfo in PEM (RFC 7468, section 13). Null for other keys, and what is refused
/// above.
blazon_key *_Nullable blazon_key_public(const uint8_t *pem, size_t count);

/// The private key of a PKCS#8 file in PEM that `passphrase` encrypts (RFC 5958, RFC 8018). Null where it is none,
/// or the passphrase is another.
blazon_key *_Nullable blazon_key_read(
    const uint8_t *pem, size_t count, const uint8_t *passphrase, size_t passphraseCount);

/// The key as such a file: AES-256-CBC by PBKDF2 with HMAC-SHA-256 and `iterations`. The number of its bytes, at
/// most `capacity`; 0 on failure.
size_t blazon_key_write(
    const blazon_key *key, const uint8_t *passphrase, size_t passphraseCount, int32_t iterations,
    uint8_t *out, size_t capacity);

/// One of the three; 0 for keys of another kind.
int32_t blazon_key_algorithm(const blazon_key *key);

/// The public number `name` of a key, `x`, `y`, `n` or `e`, as the constructors take it. The number of its bytes, at
/// most `capacity`; 0 where the key has none.
size_t blazon_key_number(const blazon_key *key, char name, uint8_t *out, size_t capacity);

/// The signature of `bytes`: Ed25519 (RFC 8032), RSASSA-PKCS1-v1_5 with SHA-256, or ECDSA with SHA-256 as r and s
/// (RFC 7515). The number of its bytes, at most `capacity`; 0 on failure.
size_t blazon_sign(
    const blazon_key *key, const uint8_t *bytes, size_t count, uint8_t *out, size_t capacity);

/// Whether `signature` is one of `bytes` by `key`.
int32_t blazon_verify(
    const blazon_key *key, const uint8_t *bytes, size_t count, const uint8_t *signature,
    size_t signatureCount);

void blazon_key_free(blazon_key *_Nullable key);

/// Writes over `bytes` what no compiler leaves out.
void blazon_wipe(void *bytes, size_t count);

#pragma clang assume_nonnull end
