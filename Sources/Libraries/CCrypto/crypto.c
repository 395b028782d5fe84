#include "ccrypto.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

// The library is loaded when the first key is made or read: most commands need none, and its start is a tenth of theirs.

#define FUNCTIONS(X) \
  X(BIO_ctrl) X(BIO_free) X(BIO_new) X(BIO_new_mem_buf) X(BIO_s_mem) X(BN_bin2bn) \
  X(BN_bn2binpad) X(BN_free) X(BN_is_odd) X(BN_is_one) X(BN_num_bits) X(ECDSA_SIG_free) \
  X(ECDSA_SIG_get0_r) X(ECDSA_SIG_get0_s) X(ECDSA_SIG_new) X(ECDSA_SIG_set0) X(EVP_DigestSign) \
  X(EVP_DigestSignInit) X(EVP_DigestVerify) X(EVP_DigestVerifyInit) X(EVP_MD_CTX_free) \
  X(EVP_MD_CTX_new) X(EVP_PKCS82PKEY) X(EVP_PKEY2PKCS8) X(EVP_PKEY_CTX_free) \
  X(EVP_PKEY_CTX_new_from_name) X(EVP_PKEY_CTX_set_rsa_keygen_bits) X(EVP_PKEY_free) \
  X(EVP_PKEY_fromdata) X(EVP_PKEY_fromdata_init) X(EVP_PKEY_generate) X(EVP_PKEY_get_base_id) \
  X(EVP_PKEY_get_bits) X(EVP_PKEY_get_bn_param) X(EVP_PKEY_get_group_name) \
  X(EVP_PKEY_get_raw_public_key) X(EVP_PKEY_keygen_init) X(EVP_PKEY_new_raw_public_key) \
  X(EVP_aes_256_cbc) X(EVP_sha256) X(OSSL_PARAM_BLD_free) \
  X(OSSL_PARAM_BLD_new) X(OSSL_PARAM_BLD_push_BN) X(OSSL_PARAM_BLD_push_octet_string) \
  X(OSSL_PARAM_BLD_push_utf8_string) X(OSSL_PARAM_BLD_to_param) X(OSSL_PARAM_free) \
  X(PEM_read_bio_PKCS8) X(PEM_read_bio_PUBKEY) X(PEM_write_bio_PKCS8) X(PKCS8_PRIV_KEY_INFO_free) X(PKCS8_decrypt) \
  X(PKCS8_encrypt) X(X509_SIG_free) X(d2i_ECDSA_SIG) X(i2d_ECDSA_SIG)

#define DECLARE(name) __typeof__(&name) name;
static struct {
  FUNCTIONS(DECLARE)
} ssl;

static int is_loaded;

static void load(void) {
  void *library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libcrypto.3.dylib", RTLD_NOW | RTLD_LOCAL);
  int ok = library != NULL;
#define FIND(name) ok = ok && (ssl.name = (__typeof__(&name))dlsym(library, #name)) != NULL;
  FUNCTIONS(FIND)
  is_loaded = ok;
}

int32_t blazon_crypto_is_there(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}


static const char *const group = "prime256v1";
enum { coordinate = 32 };

blazon_key *blazon_key_new(int32_t algorithm) {
  if (!blazon_crypto_is_there()) return NULL;
  const char *name = algorithm == blazon_ed25519 ? "ED25519" : algorithm == blazon_rsa ? "RSA" : NULL;
  if (!name) return NULL;
  EVP_PKEY_CTX *context = ssl.EVP_PKEY_CTX_new_from_name(NULL, name, NULL);
  EVP_PKEY *key = NULL;
  int ok = context && ssl.EVP_PKEY_keygen_init(context) == 1;
  if (ok && algorithm == blazon_rsa) ok = ssl.EVP_PKEY_CTX_set_rsa_keygen_bits(context, 3072) == 1;
  if (ok && ssl.EVP_PKEY_generate(context, &key) != 1) key = NULL;
  ssl.EVP_PKEY_CTX_free(context);
  return key;
}

blazon_key *blazon_key_ed25519(const uint8_t *x, size_t count) {
  if (!blazon_crypto_is_there() || count != 32) return NULL;
  return ssl.EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, x, count);
}

/// A public key of `name` with the parameters of `build`, which is freed.
static EVP_PKEY *public_key(const char *name, OSSL_PARAM_BLD *build) {
  OSSL_PARAM *parameters = build ? ssl.OSSL_PARAM_BLD_to_param(build) : NULL;
  EVP_PKEY_CTX *context = ssl.EVP_PKEY_CTX_new_from_name(NULL, name, NULL);
  EVP_PKEY *key = NULL;
  if (!parameters || !context || ssl.EVP_PKEY_fromdata_init(context) != 1 ||
      ssl.EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters) != 1)
    key = NULL;
  ssl.OSSL_PARAM_free(parameters);
  ssl.OSSL_PARAM_BLD_free(build);
  ssl.EVP_PKEY_CTX_free(context);
  return key;
}

blazon_key *blazon_key_rsa(const uint8_t *n, size_t nCount, const uint8_t *e, size_t eCount) {
  if (!blazon_crypto_is_there()) return NULL;
  if (nCount < 256 || nCount > 1024 || eCount < 1 || eCount > 8) return NULL;
  BIGNUM *modulus = ssl.BN_bin2bn(n, (int)nCount, NULL), *exponent = ssl.BN_bin2bn(e, (int)eCount, NULL);
  EVP_PKEY *key = NULL;
  // An exponent of 1 signs everything.
  if (modulus && exponent && ssl.BN_num_bits(modulus) >= 2048 && ssl.BN_is_odd(modulus) &&
      ssl.BN_is_odd(exponent) && !ssl.BN_is_one(exponent)) {
    OSSL_PARAM_BLD *build = ssl.OSSL_PARAM_BLD_new();
    if (build && (ssl.OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_RSA_N, modulus) != 1 ||
                  ssl.OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_RSA_E, exponent) != 1)) {
      ssl.OSSL_PARAM_BLD_free(build);
      build = NULL;
    }
    key = public_key("RSA", build);
  }
  ssl.BN_free(modulus);
  ssl.BN_free(exponent);
  return key;
}

blazon_key *blazon_key_p256(const uint8_t *x, size_t xCount, const uint8_t *y, size_t yCount) {
  if (!blazon_crypto_is_there()) return NULL;
  if (xCount != coordinate || yCount != coordinate) return NULL;
  uint8_t point[1 + 2 * coordinate] = {POINT_CONVERSION_UNCOMPRESSED};
  memcpy(point + 1, x, coordinate);
  memcpy(point + 1 + coordinate, y, coordinate);
  OSSL_PARAM_BLD *build = ssl.OSSL_PARAM_BLD_new();
  if (build &&
      (ssl.OSSL_PARAM_BLD_push_utf8_string(build, OSSL_PKEY_PARAM_GROUP_NAME, group, 0) != 1 ||
       ssl.OSSL_PARAM_BLD_push_octet_string(build, OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point) != 1)) {
    ssl.OSSL_PARAM_BLD_free(build);
    build = NULL;
  }
  return public_key("EC", build);
}

/// Nobody is asked: a passphrase is given, or there is none.
static int no_passphrase(char *buffer, int size, int isWriting, void *data) {
  (void)buffer, (void)size, (void)isWriting, (void)data;
  return -1;
}

blazon_key *blazon_key_public(const uint8_t *pem, size_t count) {
  if (!blazon_crypto_is_there() || count > 16384) return NULL;
  BIO *bio = ssl.BIO_new_mem_buf(pem, (int)count);
  EVP_PKEY *key = bio ? ssl.PEM_read_bio_PUBKEY(bio, NULL, no_passphrase, NULL) : NULL;
  ssl.BIO_free(bio);
  if (!key) return NULL;
  // Read again from its numbers, so that what is refused there is refused here.
  uint8_t n[1024], e[8];
  size_t nCount = blazon_key_number(key, 'n', n, sizeof n), eCount = blazon_key_number(key, 'e', e, sizeof e);
  ssl.EVP_PKEY_free(key);
  return nCount && eCount ? blazon_key_rsa(n, nCount, e, eCount) : NULL;
}

blazon_key *blazon_key_read(
    const uint8_t *pem, size_t count, const uint8_t *passphrase, size_t passphraseCount) {
  if (!blazon_crypto_is_there()) return NULL;
  if (count > 65536 || passphraseCount > 4096) return NULL;
  BIO *file = ssl.BIO_new_mem_buf(pem, (int)count);
  X509_SIG *encrypted = file ? ssl.PEM_read_bio_PKCS8(file, NULL, no_passphrase, NULL) : NULL;
  PKCS8_PRIV_KEY_INFO *plain =
      encrypted ? ssl.PKCS8_decrypt(encrypted, (const char *)passphrase, (int)passphraseCount) : NULL;
  EVP_PKEY *key = plain ? ssl.EVP_PKCS82PKEY(plain) : NULL;
  ssl.PKCS8_PRIV_KEY_INFO_free(plain);
  ssl.X509_SIG_free(encrypted);
  ssl.BIO_free(file);
  if (key && !blazon_key_algorithm(key)) {
    ssl.EVP_PKEY_free(key);
    key = NULL;
  }
  return key;
}

size_t blazon_key_write(
    const blazon_key *key, const uint8_t *passphrase, size_t passphraseCount, int32_t iterations,
    uint8_t *out, size_t capacity) {
  if (passphraseCount > 4096) return 0;
  PKCS8_PRIV_KEY_INFO *plain = ssl.EVP_PKEY2PKCS8(key);
  X509_SIG *encrypted =
      plain ? ssl.PKCS8_encrypt(
                  -1, ssl.EVP_aes_256_cbc(), (const char *)passphrase, (int)passphraseCount, NULL, 16,
                  iterations, plain)
            : NULL;
  BIO *file = ssl.BIO_new(ssl.BIO_s_mem());
  size_t written = 0;
  if (encrypted && file && ssl.PEM_write_bio_PKCS8(file, encrypted) == 1) {
    char *bytes = NULL;
    long count = ssl.BIO_ctrl(file, BIO_CTRL_INFO, 0, &bytes);
    if (count > 0 && (size_t)count <= capacity) {
      memcpy(out, bytes, (size_t)count);
      written = (size_t)count;
    }
  }
  ssl.BIO_free(file);
  ssl.X509_SIG_free(encrypted);
  ssl.PKCS8_PRIV_KEY_INFO_free(plain);
  return written;
}

int32_t blazon_key_algorithm(const blazon_key *key) {
  switch (ssl.EVP_PKEY_get_base_id(key)) {
  case EVP_PKEY_ED25519: return blazon_ed25519;
  case EVP_PKEY_RSA: return ssl.EVP_PKEY_get_bits(key) >= 2048 ? blazon_rsa : 0;
  case EVP_PKEY_EC: {
    char name[64];
    size_t count = 0;
    int ok = ssl.EVP_PKEY_get_group_name(key, name, sizeof name, &count);
    return ok == 1 && strcmp(name, group) == 0 ? blazon_p256 : 0;
  }
  default: return 0;
  }
}

size_t blazon_key_number(const blazon_key *key, char name, uint8_t *out, size_t capacity) {
  int32_t algorithm = blazon_key_algorithm(key);
  if (algorithm == blazon_ed25519) {
    size_t count = capacity;
    return name == 'x' && ssl.EVP_PKEY_get_raw_public_key(key, out, &count) == 1 ? count : 0;
  }
  const char *parameter = algorithm == blazon_rsa
                              ? (name == 'n'   ? OSSL_PKEY_PARAM_RSA_N
                                 : name == 'e' ? OSSL_PKEY_PARAM_RSA_E
                                               : NULL)
                          : algorithm == blazon_p256 ? (name == 'x'   ? OSSL_PKEY_PARAM_EC_PUB_X
                                                        : name == 'y' ? OSSL_PKEY_PARAM_EC_PUB_Y
                                                                      : NULL)
                                                     : NULL;
  BIGNUM *number = NULL;
  if (!parameter || ssl.EVP_PKEY_get_bn_param(key, parameter, &number) != 1) return 0;
  // Coordinates are as wide as the curve, numbers of RSA as narrow as they can be.
  size_t count = algorithm == blazon_p256 ? coordinate : (size_t)((ssl.BN_num_bits(number) + 7) / 8);
  if (count > capacity || ssl.BN_bn2binpad(number, out, (int)count) < 0) count = 0;
  ssl.BN_free(number);
  return count;
}

/// What is hashed before it is signed: nothing of Ed25519, which hashes by itself.
static const EVP_MD *digest(const blazon_key *key) {
  return blazon_key_algorithm(key) == blazon_ed25519 ? NULL : ssl.EVP_sha256();
}

size_t blazon_sign(
    const blazon_key *key, const uint8_t *bytes, size_t count, uint8_t *out, size_t capacity) {
  uint8_t signature[1024];
  size_t length = sizeof signature;
  EVP_MD_CTX *context = ssl.EVP_MD_CTX_new();
  int ok = context &&
           ssl.EVP_DigestSignInit(context, NULL, digest(key), NULL, (EVP_PKEY *)key) == 1 &&
           ssl.EVP_DigestSign(context, signature, &length, bytes, count) == 1;
  ssl.EVP_MD_CTX_free(context);
  if (!ok) return 0;
  if (blazon_key_algorithm(key) == blazon_p256) {
    const uint8_t *from = signature;
    ECDSA_SIG *numbers = ssl.d2i_ECDSA_SIG(NULL, &from, (long)length);
    length = 2 * coordinate;
    ok = numbers && capacity >= length &&
         ssl.BN_bn2binpad(ssl.ECDSA_SIG_get0_r(numbers), out, coordinate) == coordinate &&
         ssl.BN_bn2binpad(ssl.ECDSA_SIG_get0_s(numbers), out + coordinate, coordinate) == coordinate;
    ssl.ECDSA_SIG_free(numbers);
    return ok ? length : 0;
  }
  if (length > capacity) return 0;
  memcpy(out, signature, length);
  return length;
}

int32_t blazon_verify(
    const blazon_key *key, const uint8_t *bytes, size_t count, const uint8_t *signature,
    size_t signatureCount) {
  uint8_t der[128], *end = der;
  if (blazon_key_algorithm(key) == blazon_p256) {
    // JWS has r and s, 32 bytes each; what is already DER is no signature of it.
    if (signatureCount != 2 * coordinate) return 0;
    ECDSA_SIG *numbers = ssl.ECDSA_SIG_new();
    BIGNUM *r = ssl.BN_bin2bn(signature, coordinate, NULL);
    BIGNUM *s = ssl.BN_bin2bn(signature + coordinate, coordinate, NULL);
    int length = -1;
    if (numbers && r && s && ssl.ECDSA_SIG_set0(numbers, r, s) == 1) {
      r = s = NULL;
      length = ssl.i2d_ECDSA_SIG(numbers, &end);
    }
    ssl.BN_free(r);
    ssl.BN_free(s);
    ssl.ECDSA_SIG_free(numbers);
    if (length <= 0 || (size_t)length > sizeof der) return 0;
    signature = der;
    signatureCount = (size_t)length;
  }
  EVP_MD_CTX *context = ssl.EVP_MD_CTX_new();
  int ok = context &&
           ssl.EVP_DigestVerifyInit(context, NULL, digest(key), NULL, (EVP_PKEY *)key) == 1 &&
           ssl.EVP_DigestVerify(context, signature, signatureCount, bytes, count) == 1;
  ssl.EVP_MD_CTX_free(context);
  return ok;
}

void blazon_key_free(blazon_key *key) { ssl.EVP_PKEY_free(key); }

void blazon_wipe(void *bytes, size_t count) { explicit_bzero(bytes, count); }
