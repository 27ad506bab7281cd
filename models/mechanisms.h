/* The list of all mechanisms, for those who put a run together: movement.c and experiment/. */
#ifndef MODELS_MECHANISMS_H
#define MODELS_MECHANISMS_H

#include "mechanism.h"

/* In their order; ends with NULL. */
extern const struct mechanism *const mechanisms[];

#endif
