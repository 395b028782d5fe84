// For syncfs.
#define _GNU_SOURCE
#include "cprocess.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/xattr.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#else
#include <sys/auxv.h>
#endif

static int word_count;
static char **words;

// The loader calls it with what `main` gets (glibc, and dyld on macOS).
__attribute__((constructor)) static void note_words(int count, char **values) {
  word_count = count;
  words = values;
}

int process_word_count(void) { return word_count; }

const char *process_word(int number) {
  return number >= 0 && number < word_count ? words[number] : 0;
}

int process_become(const char *name, char *path, int capacity) {
  char *own = NULL;
#ifdef __linux__
  // What was asked for, as the kernel notes it: right without /proc, and where the loader was told to load us.
  const char *asked = (const char *)getauxval(AT_EXECFN);
  if (asked) own = realpath(asked, NULL);
#else
  uint32_t room = (uint32_t)capacity;
  if (_NSGetExecutablePath(path, &room) == 0) own = realpath(path, NULL);
#endif
  ssize_t length = own ? snprintf(path, (size_t)capacity, "%s", own) : 0;
  free(own);
  if (length >= capacity) return ENAMETOOLONG;
  while (length > 0 && path[length - 1] != '/') length--;
  if (length <= 0) length = snprintf(path, (size_t)capacity, "%s", "/usr/lib/blazon/bin/");
  if (length + (ssize_t)strlen(name) >= capacity) return ENAMETOOLONG;
  strcpy(path + length, name);
  execv(path, words);
  return errno;
}

static int exhaustion_code;
static char *stack_top;
static size_t stack_size;

// No more than a signal handler may do: nothing is allocated, nothing is locked.
static void tell(const char *text) {
  ssize_t ignored = write(2, text, strlen(text));
  (void)ignored;
}

// A request this large fails if a smaller one has just failed.
static int is_memory_used_up(void) {
  size_t size = (size_t)1 << 26;
  void *place = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
  if (place == MAP_FAILED) return 1;
  munmap(place, size);
  return 0;
}

// Whether an access failed in the last pages that the main thread's stack may grow to.
static int is_stack_used_up(int number, siginfo_t *information) {
  if (number != SIGSEGV && number != SIGBUS) return 0;
  uintptr_t place = (uintptr_t)information->si_addr, top = (uintptr_t)stack_top;
  uintptr_t last = top - stack_size;
  return place < last + (1 << 16) && place + (1 << 20) > last;
}

static void end(int number, siginfo_t *information, void *context) {
  (void)context;
  if (is_memory_used_up()) {
    tell("error: memory is used up\n");
    _exit(exhaustion_code);
  }
  if (is_stack_used_up(number, information)) {
    tell("error: the stack is used up; see “ulimit -s”\n");
    _exit(exhaustion_code);
  }
  // It ends as if nobody had looked.
  signal(number, SIG_DFL);
  raise(number);
}

void process_tell_exhaustion(int code) {
  exhaustion_code = code;
  struct rlimit limit;
  char here;
  stack_top = &here;
  if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < (rlim_t)1 << 32) {
    stack_size = (size_t)limit.rlim_cur;
  }
  static char place[1 << 16];
  stack_t stack = {.ss_sp = place, .ss_size = sizeof place};
  sigaltstack(&stack, 0);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = end;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  int numbers[] = {SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGTRAP};
  for (size_t number = 0; number < sizeof numbers / sizeof *numbers; number++) {
    sigaction(numbers[number], &action, 0);
  }
}

int process_synchronize(int folder) {
#ifdef __linux__
  return syncfs(folder) == 0 ? 0 : errno;
#else
  (void)folder;
  sync();
  return 0;
#endif
}

#ifdef __linux__
// As much as the kernel takes of one attribute, and of all their names (XATTR_SIZE_MAX, XATTR_LIST_MAX).
enum { attribute_limit = 1 << 16 };

static int copy_attribute(const char *from, const char *to, const char *name, char *value) {
  ssize_t size = lgetxattr(from, name, value, attribute_limit);
  if (size < 0) return errno == ENODATA ? 0 : errno;
  if (lsetxattr(to, name, value, (size_t)size, 0) == 0) return 0;
  // What the system's own policy writes, it has written of the new file as well.
  return strncmp(name, "security.", 9) == 0 ? 0 : errno;
}
#endif

int process_copy_attributes(const char *from, const char *to) {
#ifdef __linux__
  char *names = malloc(2 * attribute_limit);
  if (!names) return ENOMEM;
  ssize_t size = llistxattr(from, names, attribute_limit);
  int code = size >= 0 || errno == ENOTSUP ? 0 : errno;
  for (char *name = names; code == 0 && size > 0 && name < names + size; name += strlen(name) + 1) {
    code = copy_attribute(from, to, name, names + attribute_limit);
  }
  free(names);
  return code;
#else
  (void)from;
  (void)to;
  return 0;
#endif
}
