#include "csqlite.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>

#define FUNCTIONS(X) \
  X(sqlite3_busy_timeout) X(sqlite3_close_v2) X(sqlite3_column_bytes) X(sqlite3_column_count) X(sqlite3_column_double) \
  X(sqlite3_column_name) X(sqlite3_column_text) X(sqlite3_column_type) X(sqlite3_db_config) X(sqlite3_errmsg) \
  X(sqlite3_errstr) X(sqlite3_exec) X(sqlite3_finalize) X(sqlite3_limit) \
  X(sqlite3_memory_used) X(sqlite3_open_v2) X(sqlite3_prepare_v2) X(sqlite3_progress_handler) \
  X(sqlite3_set_authorizer) X(sqlite3_step) X(sqlite3_stmt_isexplain) X(sqlite3_stmt_readonly)

#define DECLARE(name) __typeof__(&name) name;
static struct {
  FUNCTIONS(DECLARE)
  // Since 3.38.
  int (*error_offset)(sqlite3 *);
} lib;

static int is_loaded;

static void load(void) {
  void *library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libsqlite3.dylib", RTLD_NOW | RTLD_LOCAL);
  int ok = library != NULL;
#define FIND(name) ok = ok && (lib.name = (__typeof__(&name))dlsym(library, #name)) != NULL;
  FUNCTIONS(FIND)
  if (ok) lib.error_offset = (int (*)(sqlite3 *))dlsym(library, "sqlite3_error_offset");
  is_loaded = ok;
}

int32_t blazon_sqlite_is_there(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

enum { longest_value = 4 << 20, memory_for_sorting = 256 << 20, steps_between_looks = 1000 };

struct blazon_sqlite {
  sqlite3 *database;
  sqlite3_stmt *statement;
  double end;
  sqlite3_int64 memory_before;
  int64_t place;
  int32_t why_stopped, is_denied;
  char denied[64];
};

/// Seconds of a clock that never runs backwards.
static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/// Called every so many steps of a statement: not zero ends it.
static int look(void *data) {
  blazon_sqlite *own = data;
  if (now() > own->end) own->why_stopped = blazon_sqlite_late;
  else if (lib.sqlite3_memory_used() - own->memory_before > memory_for_sorting) own->why_stopped = blazon_sqlite_large;
  return own->why_stopped != 0;
}

/// What a statement may do: select, read, call functions that touch nothing outside.
static int authorize(
    void *data, int action, const char *first, const char *second, const char *third, const char *fourth) {
  (void)first, (void)third, (void)fourth;
  blazon_sqlite *own = data;
  if (action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE) return SQLITE_OK;
  if (action == SQLITE_FUNCTION && second) {
    static const char *const outside[] = {
        "load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "lsdir", "fsdir", "eval", NULL};
    int is_outside = 0;
    for (int index = 0; outside[index]; index++) is_outside |= strcasecmp(second, outside[index]) == 0;
    if (!is_outside) return SQLITE_OK;
    snprintf(own->denied, sizeof own->denied, "%s", second);
  }
  own->is_denied = 1;
  return SQLITE_DENY;
}

/// Turns off all that reading a stranger's database does not need (sqlite.org/security.html).
static int restrain(blazon_sqlite *own, double seconds) {
  sqlite3 *database = own->database;
  const int off[] = {
      SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER,
      SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_WRITABLE_SCHEMA,
      // A column that is misspelt in double quotes is no text.
      SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL};
  for (size_t index = 0; index < sizeof off / sizeof *off; index++)
    if (lib.sqlite3_db_config(database, off[index], 0, NULL) != SQLITE_OK && off[index] == SQLITE_DBCONFIG_TRUSTED_SCHEMA)
      return 0;
  if (lib.sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != SQLITE_OK) return 0;
  const int limits[][2] = {
      {SQLITE_LIMIT_ATTACHED, 0}, {SQLITE_LIMIT_LENGTH, longest_value}, {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
      {SQLITE_LIMIT_EXPR_DEPTH, 200}, {SQLITE_LIMIT_COMPOUND_SELECT, 100}, {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
      {SQLITE_LIMIT_VARIABLE_NUMBER, 0}, {SQLITE_LIMIT_TRIGGER_DEPTH, 0}, {SQLITE_LIMIT_WORKER_THREADS, 0}};
  for (size_t index = 0; index < sizeof limits / sizeof *limits; index++)
    lib.sqlite3_limit(database, limits[index][0], limits[index][1]);
  lib.sqlite3_busy_timeout(database, seconds > 5 ? 5000 : (int)(seconds * 1000));
  lib.sqlite3_progress_handler(database, steps_between_looks, look, own);
  return lib.sqlite3_exec(
             database,
             "PRAGMA query_only = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;", NULL,
             NULL, NULL) == SQLITE_OK &&
         lib.sqlite3_set_authorizer(database, authorize, own) == SQLITE_OK;
}

blazon_sqlite *blazon_sqlite_open(
    const char *path, double seconds, int32_t *ending, char *message, size_t capacity) {
  snprintf(message, capacity, "%s", "");
  *ending = blazon_sqlite_missing;
  if (!blazon_sqlite_is_there()) return NULL;
  struct stat file;
  *ending = blazon_sqlite_no_file;
  // A pipe would be waited for.
  if (stat(path, &file) != 0 || !S_ISREG(file.st_mode)) return NULL;
  *ending = blazon_sqlite_no_memory;
  blazon_sqlite *own = calloc(1, sizeof *own);
  // “file:”, “:memory:” and nothing have meanings of their own, which no path with a slash has.
  size_t length = strlen(path) + 3;
  char *plain = malloc(length);
  if (!own || !plain) {
    free(own);
    free(plain);
    return NULL;
  }
  snprintf(plain, length, "%s%s", path[0] == '/' ? "" : "./", path);
  own->end = now() + seconds;
  own->memory_before = lib.sqlite3_memory_used();
  *ending = blazon_sqlite_failed;
  int code = lib.sqlite3_open_v2(
      plain, &own->database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);
  free(plain);
  if (code == SQLITE_OK && restrain(own, seconds)) {
    *ending = blazon_sqlite_ok;
    return own;
  }
  snprintf(message, capacity, "%s", own->database ? lib.sqlite3_errmsg(own->database) : lib.sqlite3_errstr(code));
  blazon_sqlite_close(own);
  return NULL;
}

static int32_t ending_of(const blazon_sqlite *own, int code) {
  switch (code & 0xFF) {
    case SQLITE_ROW: return blazon_sqlite_row;
    case SQLITE_DONE: return blazon_sqlite_end;
    case SQLITE_NOMEM: return blazon_sqlite_no_memory;
    case SQLITE_AUTH: return blazon_sqlite_denied;
    case SQLITE_INTERRUPT: return own->why_stopped ? own->why_stopped : blazon_sqlite_late;
    case SQLITE_TOOBIG: return blazon_sqlite_large;
    default: return blazon_sqlite_failed;
  }
}

int32_t blazon_sqlite_ask(blazon_sqlite *own, const uint8_t *text, size_t count) {
  if (count > INT_MAX / 2) return blazon_sqlite_failed;
  const char *start = (const char *)text, *rest = start;
  own->place = -1;
  int code = lib.sqlite3_prepare_v2(own->database, start, (int)count, &own->statement, &rest);
  if (code != SQLITE_OK) {
    if (lib.error_offset) own->place = lib.error_offset(own->database);
    // A table that is made by a denied statement fails in words of its own.
    return own->is_denied ? blazon_sqlite_denied : ending_of(own, code);
  }
  if (!own->statement) return blazon_sqlite_empty;
  // Nothing may follow: only blanks and comments are no statement.
  sqlite3_stmt *other = NULL;
  const char *end = start + count;
  while (rest < end && strchr(" \t\r\n\f;", *rest)) rest++;
  while (rest < end) {
    const char *next = end;
    code = lib.sqlite3_prepare_v2(own->database, rest, (int)(end - rest), &other, &next);
    lib.sqlite3_finalize(other);
    if (code != SQLITE_OK || other) {
      own->place = rest - start;
      return blazon_sqlite_several;
    }
    if (next <= rest) break;
    rest = next;
  }
  if (lib.sqlite3_column_count(own->statement) == 0 || !lib.sqlite3_stmt_readonly(own->statement) ||
      lib.sqlite3_stmt_isexplain(own->statement))
    return blazon_sqlite_not_a_question;
  return blazon_sqlite_ok;
}

int32_t blazon_sqlite_next(blazon_sqlite *own) {
  // Rows may come so quickly that nobody looked at the clock.
  if (now() > own->end) return blazon_sqlite_late;
  return ending_of(own, lib.sqlite3_step(own->statement));
}

const char *blazon_sqlite_message(const blazon_sqlite *own) { return lib.sqlite3_errmsg(own->database); }

int64_t blazon_sqlite_place(const blazon_sqlite *own) { return own->place; }

const char *blazon_sqlite_denied_function(const blazon_sqlite *own) { return own->denied; }

int32_t blazon_sqlite_columns(const blazon_sqlite *own) { return lib.sqlite3_column_count(own->statement); }

const char *blazon_sqlite_name(const blazon_sqlite *own, int32_t column) {
  return lib.sqlite3_column_name(own->statement, column);
}

int32_t blazon_sqlite_kind(const blazon_sqlite *own, int32_t column) {
  switch (lib.sqlite3_column_type(own->statement, column)) {
    case SQLITE_INTEGER: return blazon_sqlite_integer;
    case SQLITE_FLOAT: return blazon_sqlite_real;
    case SQLITE_TEXT: return blazon_sqlite_text;
    case SQLITE_BLOB: return blazon_sqlite_blob;
    default: return blazon_sqlite_null;
  }
}

double blazon_sqlite_number(const blazon_sqlite *own, int32_t column) {
  return lib.sqlite3_column_double(own->statement, column);
}

const uint8_t *blazon_sqlite_words(const blazon_sqlite *own, int32_t column, size_t *count) {
  const unsigned char *words = lib.sqlite3_column_text(own->statement, column);
  *count = words ? (size_t)lib.sqlite3_column_bytes(own->statement, column) : 0;
  return words;
}

void blazon_sqlite_close(blazon_sqlite *own) {
  if (!own) return;
  lib.sqlite3_finalize(own->statement);
  lib.sqlite3_close_v2(own->database);
  free(own);
}
