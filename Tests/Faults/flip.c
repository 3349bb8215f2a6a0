/* Lets two entries of a folder change places, again and again, as whoever may write there could: flip ONE OTHER */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>

int main(int count, char **arguments) {
    if (count != 3) return 2;
    for (;;) renameat2(AT_FDCWD, arguments[1], AT_FDCWD, arguments[2], RENAME_EXCHANGE);
}
