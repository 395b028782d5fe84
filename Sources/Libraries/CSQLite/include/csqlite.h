// Asking a database of SQLite one question, by libsqlite3, which is loaded with the first. Nothing here writes.

#pragma once

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Whether SQLite is installed.
int32_t blazon_sqlite_is_there(void);

/// An open database, and the one statement that it runs.
typedef struct blazon_sqlite blazon_sqlite;

/// How an attempt ended. Numbers that both sides of this header know.
enum {
  blazon_sqlite_ok = 0, blazon_sqlite_row = 1, blazon_sqlite_end = 2, blazon_sqlite_missing = 3,
  blazon_sqlite_no_memory = 4, blazon_sqlite_no_file = 5, blazon_sqlite_failed = 6, blazon_sqlite_denied = 7,
  blazon_sqlite_several = 8, blazon_sqlite_empty = 9, blazon_sqlite_not_a_question = 10, blazon_sqlite_late = 11,
  blazon_sqlite_large = 12
};
enum {
  blazon_sqlite_null = 0, blazon_sqlite_integer = 1, blazon_sqlite_real = 2, blazon_sqlite_text = 3, blazon_sqlite_blob = 4
};

/// The database in the regular file at `path`, to be read for `seconds` at most; null with the reason in `ending`, and what
/// SQLite says in `message`. A path is a path, whatever it begins with.
blazon_sqlite *_Nullable blazon_sqlite_open(
    const char *path, double seconds, int32_t *ending, char *message, size_t capacity);

/// Makes the one statement of `text` ready. Where it is denied, `blazon_sqlite_denied_function` may say which function it
/// was for.
int32_t blazon_sqlite_ask(blazon_sqlite *database, const uint8_t *text, size_t count);

/// Goes to the next row.
int32_t blazon_sqlite_next(blazon_sqlite *database);

/// What SQLite says of the last failure.
const char *blazon_sqlite_message(const blazon_sqlite *database);

/// The place in the text that the last failure of `blazon_sqlite_ask` is at, in bytes; −1 where none is known.
int64_t blazon_sqlite_place(const blazon_sqlite *database);

/// The function that was denied; empty if it was something else.
const char *blazon_sqlite_denied_function(const blazon_sqlite *database);

int32_t blazon_sqlite_columns(const blazon_sqlite *database);
const char *_Nullable blazon_sqlite_name(const blazon_sqlite *database, int32_t column);
int32_t blazon_sqlite_kind(const blazon_sqlite *database, int32_t column);
double blazon_sqlite_number(const blazon_sqlite *database, int32_t column);

/// The value as text, in UTF-8 if the database is sound, up to the next row; null with `count` 0 for NULL.
const uint8_t *_Nullable blazon_sqlite_words(const blazon_sqlite *database, int32_t column, size_t *count);

void blazon_sqlite_close(blazon_sqlite *_Nullable database);

#pragma clang assume_nonnull end
