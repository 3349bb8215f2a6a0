// What Swift's Glibc module leaves out: calls that only _GNU_SOURCE declares, and extended attributes.
#include <sys/xattr.h>

int renameat2(int, const char *, int, const char *, unsigned int);

// <linux/fs.h>
enum { SHIRUBE_RENAME_EXCHANGE = 2 };
