#ifndef TICKETD_CCRYPT_H
#define TICKETD_CCRYPT_H

#include <crypt.h>
#include <stdlib.h>

// Gives back what crypt_gensalt_ra allocated.
static inline void ticketd_crypt_free(char *text) { free(text); }

#endif
