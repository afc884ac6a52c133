// What Swift's Glibc module lacks. _GNU_SOURCE must not be defined here: with <pthread.h> it makes fd_set clash with
// the one of the Glibc module, so the few GNU functions are declared by hand.
#ifndef TICKETD_CLINUX_H
#define TICKETD_CLINUX_H

#include <fcntl.h>
#include <malloc.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/uio.h>

int accept4(int fd, struct sockaddr *address, socklen_t *length, int flags);
int pipe2(int fds[2], int flags);
int pthread_setname_np(pthread_t thread, const char *name);

// __O_TMPFILE | O_DIRECTORY, open(2): the same on every architecture that Linux and Swift share but alpha and parisc.
static const int ticketd_o_tmpfile = 020000000 | O_DIRECTORY;

// The enumerations of <sys/epoll.h> and friends arrive in Swift as types of their own; these are plain numbers.
static const unsigned int ticketd_epoll_in = EPOLLIN;
static const unsigned int ticketd_epoll_out = EPOLLOUT;
static const unsigned int ticketd_epoll_rdhup = EPOLLRDHUP;
static const unsigned int ticketd_epoll_hup = EPOLLHUP;
static const unsigned int ticketd_epoll_err = EPOLLERR;
static const unsigned int ticketd_epoll_et = EPOLLET;
static const int ticketd_epoll_cloexec = EPOLL_CLOEXEC;
static const int ticketd_eventfd_flags = EFD_CLOEXEC | EFD_NONBLOCK;
static const int ticketd_signalfd_flags = SFD_CLOEXEC;
static const int ticketd_sock_stream = SOCK_STREAM;
static const int ticketd_sock_flags = SOCK_NONBLOCK | SOCK_CLOEXEC;
static const int ticketd_sock_cloexec = SOCK_CLOEXEC;
static const int ticketd_msg_nosignal = MSG_NOSIGNAL;
static const int ticketd_tcp = IPPROTO_TCP;
static const int ticketd_ipv6 = IPPROTO_IPV6;
static const int ticketd_shut_wr = SHUT_WR;

// epoll_event is packed: its union is read and written here, where the compiler knows that it is not aligned.
static inline int ticketd_epoll_ctl(int poller, int operation, int fd, unsigned int events, unsigned long long tag) {
    struct epoll_event event = {.events = events, .data = {.u64 = tag}};
    return epoll_ctl(poller, operation, fd, &event);
}
static inline unsigned long long ticketd_epoll_tag(const struct epoll_event *event) { return event->data.u64; }
static inline unsigned int ticketd_epoll_events(const struct epoll_event *event) { return event->events; }

// mallopt(3) numbers its parameters by macros, which the C library of musl does not have.
static inline void ticketd_keep_freed_memory(int bytes) {
#ifdef M_TRIM_THRESHOLD
    mallopt(M_TRIM_THRESHOLD, bytes);
    mallopt(M_MMAP_THRESHOLD, bytes);
#else
    (void)bytes;
#endif
}

// sendmsg(2) instead of writev(2), because only it takes MSG_NOSIGNAL.
static inline ssize_t ticketd_send_two(int fd, const void *first, size_t first_count, const void *second,
                                       size_t second_count) {
    struct iovec parts[2] = {{(void *)first, first_count}, {(void *)second, second_count}};
    struct msghdr message;
    memset(&message, 0, sizeof message);
    message.msg_iov = parts;
    message.msg_iovlen = 2;
    return sendmsg(fd, &message, MSG_NOSIGNAL);
}

// The resource's type differs between C and Swift; here it does not show.
static inline int ticketd_get_file_limit(struct rlimit *limit) { return getrlimit(RLIMIT_NOFILE, limit); }
static inline int ticketd_set_file_limit(const struct rlimit *limit) { return setrlimit(RLIMIT_NOFILE, limit); }

#endif
