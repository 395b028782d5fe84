// Reading ZIP archives in memory by libzip, which is loaded with the first: its start would be felt in every command.

#pragma once

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Whether libzip is installed.
int32_t blazon_zip_is_there(void);

/// An archive, which has a copy of its bytes.
typedef struct blazon_zip blazon_zip;

/// What an archive says of an entry. The name is the archive's, in UTF-8, up to its end.
typedef struct {
  const char *_Nullable name;
  uint64_t packed;
  int32_t isEncrypted;
} blazon_zip_entry;

/// How an attempt ended. Numbers that both sides of this header know.
enum {
  blazon_zip_ok = 0, blazon_zip_missing = 1, blazon_zip_no_memory = 2, blazon_zip_damaged = 3, blazon_zip_unsupported = 4
};

/// The archive in `bytes`; null with the reason in `ending`.
blazon_zip *_Nullable blazon_zip_open(const uint8_t *bytes, size_t count, int32_t *ending);

/// How many entries it has.
int64_t blazon_zip_count(const blazon_zip *archive);

/// What it says of the entry `index`; 0 if it says nothing.
int32_t blazon_zip_look(const blazon_zip *archive, uint64_t index, blazon_zip_entry *entry);

/// Begins to read the entry `index`, after which no other is being read.
int32_t blazon_zip_begin(blazon_zip *archive, uint64_t index);

/// The next bytes of that entry, at most `capacity`; 0 at its end, where its checksum was right, −1 where it is damaged.
int64_t blazon_zip_read(blazon_zip *archive, uint8_t *out, size_t capacity);

void blazon_zip_close(blazon_zip *_Nullable archive);

#pragma clang assume_nonnull end
