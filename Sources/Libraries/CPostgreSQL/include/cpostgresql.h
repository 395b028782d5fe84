// Asking a database of PostgreSQL one question, by libpq, which is loaded with the first. All of it waits no longer than
// it was told.

#pragma once

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// Whether libpq is installed.
int32_t blazon_postgresql_is_there(void);

/// A connection, and the one statement that it runs.
typedef struct blazon_postgresql blazon_postgresql;

/// How an attempt ended. Numbers that both sides of this header know.
enum {
  blazon_postgresql_ok = 0, blazon_postgresql_row = 1, blazon_postgresql_end = 2, blazon_postgresql_missing = 3,
  blazon_postgresql_no_memory = 4, blazon_postgresql_address = 5, blazon_postgresql_service = 6,
  blazon_postgresql_away = 7, blazon_postgresql_late = 8, blazon_postgresql_failed = 9,
  blazon_postgresql_not_a_question = 10
};

/// Connects to the database of a URL, which may take `seconds`; null with the reason in `ending`, and what libpq or the
/// server says in `message`, without the password.
blazon_postgresql *_Nullable blazon_postgresql_open(
    const char *url, double seconds, int32_t *ending, char *message, size_t capacity);

/// Makes the one statement `query` ready, in a transaction that only reads, and for which all is written alike wherever the
/// server stands. It has not begun.
int32_t blazon_postgresql_ask(blazon_postgresql *connection, const char *query);

/// Goes to the next row; begins with the first.
int32_t blazon_postgresql_next(blazon_postgresql *connection);

/// What the server says of the last failure: the message, its hint, its code of five letters; empty where it says nothing.
const char *blazon_postgresql_message(const blazon_postgresql *connection);
const char *blazon_postgresql_hint(const blazon_postgresql *connection);
const char *blazon_postgresql_code(const blazon_postgresql *connection);

/// The place in the query that the last failure is at, in characters from 1; 0 where none is known.
int64_t blazon_postgresql_place(const blazon_postgresql *connection);

int32_t blazon_postgresql_columns(const blazon_postgresql *connection);
const char *_Nullable blazon_postgresql_name(const blazon_postgresql *connection, int32_t column);
int32_t blazon_postgresql_is_boolean(const blazon_postgresql *connection, int32_t column);

/// The value as text up to the next row; null for NULL.
const uint8_t *_Nullable blazon_postgresql_words(
    const blazon_postgresql *connection, int32_t column, size_t *count);

void blazon_postgresql_close(blazon_postgresql *_Nullable connection);

#pragma clang assume_nonnull end
