/* Lets system calls fail, for test-faults; preloaded into the program.

   FAULT_TRACE=FILE     one line a call: its name and its path
   FAULT_AT=N           the Nth of these calls (from 1) …
   FAULT_ERRNO=E        … fails with this error; FAULT_STAYS=1: so do all of its name behind it
   FAULT_KILL=1         … is never made: the program is killed
   FAULT_SHORT=1        every write writes at most 7 bytes, after having been interrupted once
   FAULT_READDIR=1      folders are listed backwards
   FAULT_CLOCK=1        clocks jump by years, back and forth
   FAULT_PAUSE=N        a thread stands still wherever it asks for N bytes of memory */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int number, at = -1, code, stays, kills, trace = -1;
static char failing[32];

static int setting(const char *name) {
    const char *value = getenv(name);
    return value ? atoi(value) : 0;
}

/* Whether this call is to fail; errno is set then. */
static int fails(const char *name, const char *path) {
    if (at < 0) {
        at = setting("FAULT_AT");
        code = setting("FAULT_ERRNO");
        stays = setting("FAULT_STAYS");
        kills = setting("FAULT_KILL");
        if (getenv("FAULT_TRACE"))
            trace = syscall(SYS_openat, AT_FDCWD, getenv("FAULT_TRACE"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    }
    /* Boards are worked on side by side: each call has a number of its own. */
    int own = __sync_add_and_fetch(&number, 1);
    if (trace >= 0) {
        char line[4200];
        int count = snprintf(line, sizeof line, "%s\t%s\n", name, path);
        syscall(SYS_write, trace, line, count);
    }
    if (own == at) {
        if (kills) syscall(SYS_kill, getpid(), SIGKILL);
        strncpy(failing, name, sizeof failing - 1);
    } else if (!stays || strcmp(failing, name)) {
        return 0;
    }
    errno = code;
    return 1;
}

static int fails_at(const char *name, int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    long count = syscall(SYS_readlink, link, path, sizeof path - 1);
    path[count > 0 ? count : 0] = 0;
    return fails(name, path);
}

/* The same for a name in a folder that is held open. */
static int fails_in(const char *name, int folder, const char *entry) {
    char link[64], path[4096];
    long count = 0;
    if (folder != AT_FDCWD && *entry != '/') {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        count = syscall(SYS_readlink, link, path, sizeof path - 300);
        if (count < 0) count = 0;
        path[count++] = '/';
    }
    snprintf(path + count, sizeof path - count, "%s", entry);
    return fails(name, path);
}

int open(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    int creates = flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE;
    mode_t mode = creates ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return fails(creates ? "create" : "open", path) ? -1 : REAL(open)(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    int creates = flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE;
    mode_t mode = creates ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return fails_in(creates ? "create" : "open", folder, path) ? -1 : REAL(openat)(folder, path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    static int interrupted;
    if (fails_at("write", descriptor)) return -1;
    if (setting("FAULT_SHORT")) {
        interrupted = !interrupted;
        if (interrupted) return errno = EINTR, -1;
        if (count > 7) count = 7;
    }
    return REAL(write)(descriptor, bytes, count);
}

ssize_t read(int descriptor, void *bytes, size_t count) {
    return fails_at("read", descriptor) ? -1 : REAL(read)(descriptor, bytes, count);
}

ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) {
    return fails_at("read", descriptor) ? -1 : REAL(pread)(descriptor, bytes, count, offset);
}

int fsync(int descriptor) { return fails_at("fsync", descriptor) ? -1 : REAL(fsync)(descriptor); }
int flock(int descriptor, int operation) { return fails_at("flock", descriptor) ? -1 : REAL(flock)(descriptor, operation); }
int fstat(int descriptor, struct stat *status) { return fails_at("fstat", descriptor) ? -1 : REAL(fstat)(descriptor, status); }
int renameat(int folder, const char *path, int other, const char *target) {
    return fails_in("rename", other, target) ? -1 : REAL(renameat)(folder, path, other, target);
}
int renameat2(int folder, const char *path, int other, const char *target, unsigned flags) {
    return fails_in("exchange", other, target) ? -1 : REAL(renameat2)(folder, path, other, target, flags);
}
/* link: a second name for a file; linkat: the first one for a file without. */
int linkat(int folder, const char *path, int other, const char *target, int flags) {
    const char *name = flags & AT_SYMLINK_FOLLOW ? "linkat" : "link";
    return fails_in(name, other, target) ? -1 : REAL(linkat)(folder, path, other, target, flags);
}
int mkdir(const char *path, mode_t mode) { return fails("mkdir", path) ? -1 : REAL(mkdir)(path, mode); }
int mkdirat(int folder, const char *path, mode_t mode) {
    return fails_in("mkdir", folder, path) ? -1 : REAL(mkdirat)(folder, path, mode);
}
int unlinkat(int folder, const char *path, int flags) {
    return fails_in(flags & AT_REMOVEDIR ? "rmdir" : "unlink", folder, path) ? -1 : REAL(unlinkat)(folder, path, flags);
}
int chmod(const char *path, mode_t mode) { return fails("chmod", path) ? -1 : REAL(chmod)(path, mode); }
int fchmod(int descriptor, mode_t mode) { return fails_at("chmod", descriptor) ? -1 : REAL(fchmod)(descriptor, mode); }
int fchown(int descriptor, uid_t owner, gid_t group) {
    return fails_at("chown", descriptor) ? -1 : REAL(fchown)(descriptor, owner, group);
}
int access(const char *path, int mode) { return fails("access", path) ? -1 : REAL(access)(path, mode); }
int stat(const char *path, struct stat *status) { return fails("stat", path) ? -1 : REAL(stat)(path, status); }
int lstat(const char *path, struct stat *status) { return fails("lstat", path) ? -1 : REAL(lstat)(path, status); }
int fstatat(int folder, const char *path, struct stat *status, int flags) {
    return fails_in("lstat", folder, path) ? -1 : REAL(fstatat)(folder, path, status, flags);
}
DIR *fdopendir(int descriptor) { return fails_at("opendir", descriptor) ? NULL : REAL(fdopendir)(descriptor); }

int close(int descriptor) {
    if (!fails_at("close", descriptor)) return REAL(close)(descriptor);
    int failure = errno;
    REAL(close)(descriptor);
    return errno = failure, -1;
}

struct dirent *readdir(DIR *folder) {
    static DIR *listed;
    static struct dirent entries[4096];
    static int left;
    struct dirent *entry;
    if (!setting("FAULT_READDIR")) return REAL(readdir)(folder);
    if (listed != folder || !left) {
        if (listed == folder) return listed = NULL, NULL;
        listed = folder;
        while (left < 4096 && (entry = REAL(readdir)(folder))) memcpy(&entries[left++], entry, entry->d_reclen);
    }
    return left ? &entries[--left] : NULL;
}

/* Threads that stand still meet where a library makes, without a lock, what all of them share. */
extern void *__libc_malloc(size_t);
void *malloc(size_t size) {
    static long pause = -1;
    if (pause < 0) pause = setting("FAULT_PAUSE");
    void *memory = __libc_malloc(size);
    if (pause && size == (size_t)pause) usleep(2000);
    return memory;
}

static void jump(time_t *seconds) {
    static unsigned calls;
    if (setting("FAULT_CLOCK")) *seconds += (++calls % 2 ? 1 : -1) * 300000000L;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = REAL(clock_gettime)(clock, now);
    jump(&now->tv_sec);
    return result;
}

time_t time(time_t *now) {
    time_t seconds = REAL(time)(NULL);
    jump(&seconds);
    if (now) *now = seconds;
    return seconds;
}

int gettimeofday(struct timeval *now, void *zone) {
    int result = REAL(gettimeofday)(now, zone);
    jump(&now->tv_sec);
    return result;
}
