// What Swift's Glibc module leaves out: calls that only _GNU_SOURCE declares, extended
// attributes, and the settings of malloc.
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/xattr.h>
#include <linux/falloc.h>
#include <linux/memfd.h>

int memfd_create(const char *, unsigned int);
int pipe2(int *, int);
int fallocate(int, int, off_t, off_t);
int renameat2(int, const char *, int, const char *, unsigned int);

// Calls with a varying number of arguments are not for Swift.
static inline int shirube_end_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL); }

// <linux/fs.h>
enum { SHIRUBE_RENAME_EXCHANGE = 2, SHIRUBE_O_TMPFILE = __O_TMPFILE, SHIRUBE_O_PATH = __O_PATH };
