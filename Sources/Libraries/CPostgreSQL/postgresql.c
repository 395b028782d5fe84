#include "cpostgresql.h"

#include <dlfcn.h>
#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
#include <postgresql/libpq-fe.h>
#endif
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FUNCTIONS(X) \
  X(PQclear) X(PQcmdStatus) X(PQconninfoFree) X(PQconninfoParse) X(PQconnectPoll) X(PQconnectStartParams) \
  X(PQconsumeInput) X(PQerrorMessage) X(PQfinish) X(PQflush) X(PQfname) X(PQfreemem) X(PQftype) X(PQgetResult) \
  X(PQgetisnull) X(PQgetlength) X(PQgetvalue) X(PQisBusy) X(PQnfields) X(PQresultErrorField) X(PQresultStatus) \
  X(PQsendDescribePrepared) X(PQsendPrepare) X(PQsendQuery) X(PQsendQueryPrepared) X(PQsetNoticeReceiver) \
  X(PQsetSingleRowMode) X(PQsetnonblocking) X(PQsocket) X(PQstatus)

#define DECLARE(name) __typeof__(&name) name;
static struct {
  FUNCTIONS(DECLARE)
} lib;

static int is_loaded;

static void load(void) {
  void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libpq.5.dylib", RTLD_NOW | RTLD_LOCAL);
  int ok = library != NULL;
#define FIND(name) ok = ok && (lib.name = (__typeof__(&name))dlsym(library, #name)) != NULL;
  FUNCTIONS(FIND)
  is_loaded = ok;
}

int32_t blazon_postgresql_is_there(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

struct blazon_postgresql {
  PGconn *connection;
  /// What was described, whose columns the rows have.
  PGresult *columns;
  /// The row that is looked at.
  PGresult *row;
  double seconds, end;
  int has_begun;
  int64_t place;
  char message[1024], hint[512], code[16];
};

/// Seconds of a clock that never runs backwards.
static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/// Waits until the server's socket can be read or written, as `events` asks; 0 when the time is over.
static int wait_for(const blazon_postgresql *own, short events) {
  for (;;) {
    double left = own->end - now();
    if (left <= 0) return 0;
    struct pollfd file = {.fd = lib.PQsocket(own->connection), .events = events};
    if (file.fd < 0) return 1;
    int count = poll(&file, 1, (int)(left * 1000) + 1);
    if (count > 0 || (count < 0 && errno != EINTR)) return 1;
  }
}

static void ignore(void *data, const PGresult *notice) { (void)data, (void)notice; }

/// Writes `said` to `out` as one line, with three points for each `secret` in it.
static void keep(char *out, size_t capacity, const char *said, const char *secret) {
  size_t length = 0, hidden = secret ? strlen(secret) : 0;
  while (*said && length + 4 < capacity) {
    if (hidden && strncmp(said, secret, hidden) == 0) {
      length += (size_t)snprintf(out + length, capacity - length, "…");
      said += hidden;
    } else {
      out[length++] = *said == '\n' ? ' ' : *said;
      said++;
    }
  }
  while (length && out[length - 1] == ' ') length--;
  out[length] = 0;
}

/// What is written alike on every server, besides that nothing is.
static const char begin[] =
    "BEGIN READ ONLY;"
    "SET LOCAL client_encoding = 'UTF8'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL TimeZone = 'UTC';"
    "SET LOCAL IntervalStyle = 'postgres'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;"
    "SET LOCAL lc_monetary = 'C'; SET LOCAL lc_numeric = 'C'; SET LOCAL lc_time = 'C'; SET LOCAL xmlbinary = 'base64';"
    "SET LOCAL statement_timeout = %d; SET LOCAL lock_timeout = %d; SET LOCAL idle_in_transaction_session_timeout = %d";

blazon_postgresql *blazon_postgresql_open(
    const char *url, double seconds, int32_t *ending, char *message, size_t capacity) {
  snprintf(message, capacity, "%s", "");
  *ending = blazon_postgresql_missing;
  if (!blazon_postgresql_is_there()) return NULL;
  // What libpq says of an address may quote a part of its password.
  *ending = blazon_postgresql_address;
  char *problem = NULL;
  PQconninfoOption *options = lib.PQconninfoParse(url, &problem);
  if (problem) lib.PQfreemem(problem);
  if (!options) return NULL;
  char secret[256] = "";
  // A service says by itself which server is meant.
  int has_service = getenv("PGSERVICE") != NULL;
  for (PQconninfoOption *option = options; option->keyword; option++) {
    if (!option->val) continue;
    if (strcmp(option->keyword, "service") == 0) has_service = 1;
    if (strcmp(option->keyword, "password") == 0) snprintf(secret, sizeof secret, "%s", option->val);
  }
  lib.PQconninfoFree(options);
  *ending = blazon_postgresql_service;
  if (has_service) return NULL;
  *ending = blazon_postgresql_no_memory;
  blazon_postgresql *own = calloc(1, sizeof *own);
  if (!own) return NULL;
  // As long as milliseconds fit.
  own->seconds = seconds < 1e6 ? seconds : 1e6;
  own->end = now() + own->seconds;
  // "If any parameter is NULL or an empty string, the default is used": those behind the address prevail.
  const char *const keywords[] = {"dbname", "client_encoding", "fallback_application_name", NULL};
  const char *const values[] = {url, "UTF8", "blazon", NULL};
  own->connection = lib.PQconnectStartParams(keywords, values, 1);
  if (own->connection) {
    lib.PQsetNoticeReceiver(own->connection, ignore, NULL);
    *ending = blazon_postgresql_ok;
    // "At first, behave as if it last returned PGRES_POLLING_WRITING."
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    if (lib.PQstatus(own->connection) == CONNECTION_BAD) status = PGRES_POLLING_FAILED;
    while (status != PGRES_POLLING_OK && status != PGRES_POLLING_FAILED) {
      if (!wait_for(own, status == PGRES_POLLING_READING ? POLLIN : POLLOUT)) {
        *ending = blazon_postgresql_late;
        break;
      }
      status = lib.PQconnectPoll(own->connection);
    }
    if (status == PGRES_POLLING_FAILED) {
      keep(message, capacity, lib.PQerrorMessage(own->connection), secret);
      *ending = blazon_postgresql_away;
    }
  }
  explicit_bzero(secret, sizeof secret);
  if (*ending == blazon_postgresql_ok) return own;
  blazon_postgresql_close(own);
  return NULL;
}

/// The next result of what was sent last, null at the end; `*ending` where there is none because something failed.
static PGresult *result(blazon_postgresql *own, int32_t *ending) {
  *ending = blazon_postgresql_ok;
  for (;;) {
    int is_left = lib.PQflush(own->connection);
    if (is_left < 0) break;
    if (is_left == 0 && !lib.PQisBusy(own->connection)) return lib.PQgetResult(own->connection);
    if (!wait_for(own, (short)(POLLIN | (is_left ? POLLOUT : 0)))) {
      *ending = blazon_postgresql_late;
      return NULL;
    }
    if (!lib.PQconsumeInput(own->connection)) break;
  }
  keep(own->message, sizeof own->message, lib.PQerrorMessage(own->connection), NULL);
  *ending = blazon_postgresql_failed;
  return NULL;
}

static void take_field(char *out, size_t capacity, const PGresult *result, int field) {
  const char *said = lib.PQresultErrorField(result, field);
  keep(out, capacity, said ? said : "", NULL);
}

/// Keeps what the server says of a failure; how it ended.
static int32_t failure(blazon_postgresql *own, PGresult *result) {
  char place[32] = "";
  take_field(own->message, sizeof own->message, result, PG_DIAG_MESSAGE_PRIMARY);
  take_field(own->hint, sizeof own->hint, result, PG_DIAG_MESSAGE_HINT);
  take_field(own->code, sizeof own->code, result, PG_DIAG_SQLSTATE);
  take_field(place, sizeof place, result, PG_DIAG_STATEMENT_POSITION);
  own->place = atoll(place);
  // “query_canceled”, by the timeout of the statement.
  int is_late = strcmp(own->code, "57014") == 0;
  lib.PQclear(result);
  return is_late ? blazon_postgresql_late : blazon_postgresql_failed;
}

/// Lets what was sent come to its end, and keeps the last result in `*last` if it is of the status `wanted`.
static int32_t finish(blazon_postgresql *own, ExecStatusType wanted, PGresult **last) {
  int32_t ending, outcome = blazon_postgresql_ok;
  for (;;) {
    PGresult *next = result(own, &ending);
    if (!next) return ending == blazon_postgresql_ok ? outcome : ending;
    if (outcome == blazon_postgresql_ok && lib.PQresultStatus(next) != wanted) outcome = failure(own, next);
    else if (outcome == blazon_postgresql_ok && last) {
      lib.PQclear(*last);
      *last = next;
    } else lib.PQclear(next);
  }
}

int32_t blazon_postgresql_ask(blazon_postgresql *own, const char *query) {
  char settings[sizeof begin + 64];
  int limit = (int)(own->seconds * 1000) + 1;
  snprintf(settings, sizeof settings, begin, limit, limit, limit);
  lib.PQsetnonblocking(own->connection, 1);
  if (!lib.PQsendQuery(own->connection, settings)) goto broken;
  int32_t ending = finish(own, PGRES_COMMAND_OK, NULL);
  if (ending != blazon_postgresql_ok) return ending;
  // The extended protocol takes one statement, and says what its columns are before it does anything: COPY, which
  // could write a file though the transaction only reads, has none.
  if (!lib.PQsendPrepare(own->connection, "", query, 0, NULL)) goto broken;
  ending = finish(own, PGRES_COMMAND_OK, NULL);
  if (ending != blazon_postgresql_ok) return ending;
  if (!lib.PQsendDescribePrepared(own->connection, "")) goto broken;
  ending = finish(own, PGRES_COMMAND_OK, &own->columns);
  if (ending != blazon_postgresql_ok) return ending;
  return own->columns && lib.PQnfields(own->columns) > 0 ? blazon_postgresql_ok : blazon_postgresql_not_a_question;
broken:
  keep(own->message, sizeof own->message, lib.PQerrorMessage(own->connection), NULL);
  return blazon_postgresql_failed;
}

int32_t blazon_postgresql_next(blazon_postgresql *own) {
  if (!own->has_begun) {
    own->has_begun = 1;
    if (!lib.PQsendQueryPrepared(own->connection, "", 0, NULL, NULL, NULL, 0) ||
        !lib.PQsetSingleRowMode(own->connection)) {
      keep(own->message, sizeof own->message, lib.PQerrorMessage(own->connection), NULL);
      return blazon_postgresql_failed;
    }
  }
  int32_t ending;
  lib.PQclear(own->row);
  own->row = NULL;
  if (now() > own->end) return blazon_postgresql_late;
  PGresult *next = result(own, &ending);
  if (!next) return ending == blazon_postgresql_ok ? blazon_postgresql_end : ending;
  switch (lib.PQresultStatus(next)) {
    case PGRES_SINGLE_TUPLE: own->row = next; return blazon_postgresql_row;
    case PGRES_TUPLES_OK: {
      // “SELECT” also of VALUES, TABLE and WITH; SHOW and EXPLAIN have rows, too.
      int is_question = strncmp(lib.PQcmdStatus(next), "SELECT", 6) == 0;
      lib.PQclear(next);
      return is_question ? blazon_postgresql_end : blazon_postgresql_not_a_question;
    }
    case PGRES_FATAL_ERROR: return failure(own, next);
    default: lib.PQclear(next); return blazon_postgresql_not_a_question;
  }
}

const char *blazon_postgresql_message(const blazon_postgresql *own) { return own->message; }
const char *blazon_postgresql_hint(const blazon_postgresql *own) { return own->hint; }
const char *blazon_postgresql_code(const blazon_postgresql *own) { return own->code; }
int64_t blazon_postgresql_place(const blazon_postgresql *own) { return own->place; }

int32_t blazon_postgresql_columns(const blazon_postgresql *own) { return lib.PQnfields(own->columns); }

const char *blazon_postgresql_name(const blazon_postgresql *own, int32_t column) {
  return lib.PQfname(own->columns, column);
}

int32_t blazon_postgresql_is_boolean(const blazon_postgresql *own, int32_t column) {
  // BOOLOID of the server's catalogue.
  return lib.PQftype(own->columns, column) == 16;
}

const uint8_t *blazon_postgresql_words(const blazon_postgresql *own, int32_t column, size_t *count) {
  *count = 0;
  if (!own->row || lib.PQgetisnull(own->row, 0, column)) return NULL;
  *count = (size_t)lib.PQgetlength(own->row, 0, column);
  return (const uint8_t *)lib.PQgetvalue(own->row, 0, column);
}

void blazon_postgresql_close(blazon_postgresql *own) {
  if (!own) return;
  lib.PQclear(own->row);
  lib.PQclear(own->columns);
  if (own->connection) lib.PQfinish(own->connection);
  free(own);
}
