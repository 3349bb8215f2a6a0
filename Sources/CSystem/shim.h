// What Swift's Glibc module leaves out: calls that only _GNU_SOURCE declares, extended
// attributes, and the settings of malloc.
#include <fcntl.h>
#include <malloc.h>
#include <sys/xattr.h>

int renameat2(int, const char *, int, const char *, unsigned int);

// <linux/fs.h>
enum { SHIRUBE_RENAME_EXCHANGE = 2, SHIRUBE_O_TMPFILE = __O_TMPFILE, SHIRUBE_O_PATH = __O_PATH };
