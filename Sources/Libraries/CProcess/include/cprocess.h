/// What a process has to know before anything else runs in it.
#pragma once

/// The words it was started with, as the loader gave them: Swift reads them from /proc, which need not be there.
int process_word_count(void);
const char *process_word(int number);

/// Makes the process another program, started with the same words: the one called `name` in the folder of this one, whose
/// links are followed; where the system does not say which that is, where a package puts it. Returns only if that cannot be
/// started: the number of the error, and in `path` what was tried.
int process_become(const char *name, char *path, int capacity);

/// Ends the process with `code` and a word where memory or the stack is used up. Anything else that would end it
/// still does.
void process_tell_exhaustion(int code);

/// Brings what was written to the file system of an open folder to the disk; 0, or the number of the error.
int process_synchronize(int folder);

/// Gives the file `to` all extended attributes of `from`, lists of who may do what among them (xattr(7), acl(5)); 0, or the
/// number of the error.
int process_copy_attributes(const char *from, const char *to);
