// What Swift's Glibc module lacks. _GNU_SOURCE must not be defined here: with <pthread.h> it makes fd_set clash with
// the one of the Glibc module, so the few GNU functions are declared by hand.
#ifndef TICKETD_CLINUX_H
#define TICKETD_CLINUX_H

#include <pthread.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <sys/socket.h>

int accept4(int fd, struct sockaddr *address, socklen_t *length, int flags);
int pipe2(int fds[2], int flags);
int pthread_setname_np(pthread_t thread, const char *name);

#endif
