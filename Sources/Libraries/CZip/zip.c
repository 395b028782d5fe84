#include "czip.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define FUNCTIONS(X) \
  X(zip_discard) X(zip_error_code_zip) X(zip_error_fini) X(zip_error_init) X(zip_fclose) X(zip_fopen_index) X(zip_fread) \
  X(zip_get_error) X(zip_get_num_entries) X(zip_open_from_source) X(zip_source_buffer_create) X(zip_source_free) \
  X(zip_stat_index)

#define DECLARE(name) __typeof__(&name) name;
static struct {
  FUNCTIONS(DECLARE)
} lib;

static int is_loaded;

static void load(void) {
  void *library = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libzip.5.dylib", RTLD_NOW | RTLD_LOCAL);
  int ok = library != NULL;
#define FIND(name) ok = ok && (lib.name = (__typeof__(&name))dlsym(library, #name)) != NULL;
  FUNCTIONS(FIND)
  is_loaded = ok;
}

int32_t blazon_zip_is_there(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

struct blazon_zip {
  zip_t *archive;
  zip_file_t *file;
};

static int32_t ending_of(int code) {
  switch (code) {
    case ZIP_ER_MEMORY: return blazon_zip_no_memory;
    case ZIP_ER_COMPNOTSUPP: case ZIP_ER_ENCRNOTSUPP: case ZIP_ER_MULTIDISK: return blazon_zip_unsupported;
    default: return blazon_zip_damaged;
  }
}

blazon_zip *blazon_zip_open(const uint8_t *bytes, size_t count, int32_t *ending) {
  *ending = blazon_zip_missing;
  if (!blazon_zip_is_there()) return NULL;
  *ending = blazon_zip_no_memory;
  blazon_zip *own = calloc(1, sizeof *own);
  // "If freep is non-zero, the buffer will be freed when it is no longer needed": by free.
  void *copy = malloc(count ? count : 1);
  if (!own || !copy) {
    free(own);
    free(copy);
    return NULL;
  }
  memcpy(copy, bytes, count);
  zip_error_t error;
  lib.zip_error_init(&error);
  zip_source_t *source = lib.zip_source_buffer_create(copy, count, 1, &error);
  if (!source) free(copy);
  else if (!(own->archive = lib.zip_open_from_source(source, ZIP_RDONLY, &error))) {
    *ending = ending_of(lib.zip_error_code_zip(&error));
    lib.zip_source_free(source);
  }
  lib.zip_error_fini(&error);
  if (!own->archive) {
    free(own);
    return NULL;
  }
  *ending = blazon_zip_ok;
  return own;
}

int64_t blazon_zip_count(const blazon_zip *own) { return lib.zip_get_num_entries(own->archive, 0); }

int32_t blazon_zip_look(const blazon_zip *own, uint64_t index, blazon_zip_entry *entry) {
  zip_stat_t stat;
  if (lib.zip_stat_index(own->archive, index, 0, &stat) != 0) return 0;
  if (!(stat.valid & ZIP_STAT_NAME) || !(stat.valid & ZIP_STAT_COMP_SIZE)) return 0;
  int is_encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
  *entry = (blazon_zip_entry){stat.name, stat.comp_size, is_encrypted};
  return 1;
}

static void end_file(blazon_zip *own) {
  if (own->file) lib.zip_fclose(own->file);
  own->file = NULL;
}

int32_t blazon_zip_begin(blazon_zip *own, uint64_t index) {
  end_file(own);
  own->file = lib.zip_fopen_index(own->archive, index, 0);
  return own->file ? blazon_zip_ok : ending_of(lib.zip_error_code_zip(lib.zip_get_error(own->archive)));
}

int64_t blazon_zip_read(blazon_zip *own, uint8_t *out, size_t capacity) {
  int64_t count = own->file ? lib.zip_fread(own->file, out, capacity) : -1;
  if (count <= 0) end_file(own);
  return count;
}

void blazon_zip_close(blazon_zip *own) {
  if (!own) return;
  end_file(own);
  lib.zip_discard(own->archive);
  free(own);
}
