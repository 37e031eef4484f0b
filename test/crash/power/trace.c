/* Preloaded into a program: writes every change it makes to files under $TRACE_ROOT into $TRACE_FILE, in order, with the
   moments at which the program asked for them to be safe (fsync, fdatasync). Built by the test with the machine's cc. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int trace_fd = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
#define REAL(name) dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
  real_write = REAL("write");
  real_pwrite = REAL("pwrite64");
  int (*real_open)(const char *, int, ...) = REAL("open64");
  const char *path = getenv("TRACE_FILE");
  if (path) trace_fd = real_open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, 4095);
  if (length < 0) return 0;
  path[length] = 0;
  const char *root = getenv("TRACE_ROOT");
  return root && strncmp(path, root, strlen(root)) == 0;
}

/* kind, lengths of path and data, offset; then both. */
static void record(char kind, const char *path, uint64_t offset, const void *data, uint32_t length) {
  if (trace_fd < 0) return;
  uint32_t path_length = strlen(path);
  char head[17];
  head[0] = kind;
  memcpy(head + 1, &path_length, 4);
  memcpy(head + 5, &length, 4);
  memcpy(head + 9, &offset, 8);
  pthread_mutex_lock(&lock);
  real_write(trace_fd, head, sizeof head);
  real_write(trace_fd, path, path_length);
  if (length) real_write(trace_fd, data, length);
  pthread_mutex_unlock(&lock);
}

ssize_t write(int fd, const void *data, size_t count) {
  char path[4096];
  int is_ours = fd != trace_fd && path_of(fd, path);
  off_t at = is_ours ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t written = real_write(fd, data, count);
  if (is_ours && written > 0) record('w', path, at, data, written);
  return written;
}

ssize_t pwrite64(int fd, const void *data, size_t count, off_t at) {
  char path[4096];
  ssize_t written = real_pwrite(fd, data, count, at);
  if (written > 0 && path_of(fd, path)) record('w', path, at, data, written);
  return written;
}
ssize_t pwrite(int fd, const void *data, size_t count, off_t at) { return pwrite64(fd, data, count, at); }

int ftruncate64(int fd, off_t length) {
  char path[4096];
  int (*real)(int, off_t) = REAL("ftruncate64");
  int result = real(fd, length);
  if (result == 0 && path_of(fd, path)) record('t', path, length, "", 0);
  return result;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int synced(int fd, const char *name) {
  char path[4096];
  int (*real)(int) = REAL(name);
  int result = real(fd);
  if (result == 0 && path_of(fd, path)) record('s', path, 0, "", 0);
  return result;
}
int fsync(int fd) { return synced(fd, "fsync"); }
int fdatasync(int fd) { return synced(fd, "fdatasync"); }

static int is_under_root(const char *path) {
  const char *root = getenv("TRACE_ROOT");
  return root && strncmp(path, root, strlen(root)) == 0;
}

int unlink(const char *path) {
  int (*real)(const char *) = REAL("unlink");
  int result = real(path);
  if (result == 0 && is_under_root(path)) record('u', path, 0, "", 0);
  return result;
}

int rename(const char *from, const char *to) {
  int (*real)(const char *, const char *) = REAL("rename");
  int result = real(from, to);
  if (result == 0 && is_under_root(from)) record('r', from, 0, to, strlen(to));
  return result;
}

static void opened(int fd, int flags) {
  char path[4096];
  if (fd >= 0 && (flags & O_TRUNC) && path_of(fd, path)) record('t', path, 0, "", 0);
}
int open64(const char *path, int flags, ...) {
  va_list args;
  va_start(args, flags);
  mode_t mode = va_arg(args, mode_t);
  va_end(args);
  int (*real)(const char *, int, ...) = REAL("open64");
  int fd = real(path, flags, mode);
  opened(fd, flags);
  return fd;
}
int open(const char *path, int flags, ...) {
  va_list args;
  va_start(args, flags);
  mode_t mode = va_arg(args, mode_t);
  va_end(args);
  return open64(path, flags, mode);
}
