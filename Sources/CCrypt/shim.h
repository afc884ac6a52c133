#ifndef TICKETD_CCRYPT_H
#define TICKETD_CCRYPT_H

#include <crypt.h>

#endif
