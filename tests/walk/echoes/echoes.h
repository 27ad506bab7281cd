/* Sites that call out to each other: a mechanism of a few lines, to be read by who writes the next one.
 *
 * Every `every` a site calls out to another site, drawn by lot; each call that arrives is counted. It changes
 * nothing else: people do not hear it.
 */
#ifndef ECHOES_ECHOES_H
#define ECHOES_ECHOES_H

#include "echoes/numbers.h"
#include "parts.h"
#include "scenario/field.h"

struct echo_settings {
    sim_time every; /* 0: never */
};

extern const struct section echo_section;

struct echoes {
    const struct echo_settings *settings;
    uint32_t sites;
    uint32_t calls, heard;
};

PART(echoes, ECHOES_NUMBER)

#endif
