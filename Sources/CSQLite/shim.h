#ifndef TICKETD_CSQLITE_H
#define TICKETD_CSQLITE_H

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// sqlite3_config is variadic too. Without its statistics SQLite takes no lock for each allocation.
static inline int ticketd_sqlite3_no_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// sqlite3_db_config is variadic, which Swift cannot call.
static inline int ticketd_sqlite3_db_config_int(sqlite3 *db, int op, int value) {
    return sqlite3_db_config(db, op, value, (int *)0);
}

// The destructors SQLITE_STATIC and SQLITE_TRANSIENT are casts, which Swift does not import.
static inline int ticketd_bind_text_static(sqlite3_stmt *s, int index, const void *text, sqlite3_uint64 length) {
    return sqlite3_bind_text64(s, index, (const char *)text, length, SQLITE_STATIC, SQLITE_UTF8);
}
static inline int ticketd_bind_text_copied(sqlite3_stmt *s, int index, const void *text, sqlite3_uint64 length) {
    return sqlite3_bind_text64(s, index, (const char *)text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
}
static inline int ticketd_bind_blob_static(sqlite3_stmt *s, int index, const void *bytes, sqlite3_uint64 length) {
    return sqlite3_bind_blob64(s, index, bytes, length, SQLITE_STATIC);
}
static inline int ticketd_bind_blob_copied(sqlite3_stmt *s, int index, const void *bytes, sqlite3_uint64 length) {
    return sqlite3_bind_blob64(s, index, bytes, length, SQLITE_TRANSIENT);
}

// Nanoseconds of CLOCK_MONOTONIC, read from the progress handler.
static inline int64_t ticketd_monotonic_nanoseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

// fsync(2) of the file or folder at `path`. 0, or errno.
static inline int ticketd_sync_path(const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return errno;
    int code = fsync(fd) == 0 ? 0 : errno;
    close(fd);
    return code;
}

// rename(2). 0, or errno.
static inline int ticketd_rename(const char *from, const char *to) {
    return rename(from, to) == 0 ? 0 : errno;
}

// unlink(2). 0, or errno.
static inline int ticketd_unlink(const char *path) {
    return unlink(path) == 0 ? 0 : errno;
}

// Creates the empty file `path`, readable by its owner alone; refuses an existing one. 0, or errno.
static inline int ticketd_create_private(const char *path) {
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return errno;
    close(fd);
    return 0;
}

#endif
