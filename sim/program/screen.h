/* Where people look: whether standard error is a terminal, how wide, and whether it wants colours. */
#ifndef PROGRAM_SCREEN_H
#define PROGRAM_SCREEN_H

#include <stddef.h>

enum paint { PAINT_PLAIN, PAINT_COLOUR };
enum device { DEVICE_FILE, DEVICE_TERMINAL };

struct screen {
    enum device device; /* of standard error */
    enum paint paint;   /* PAINT_PLAIN under NO_COLOR (no-color.org), TERM=dumb, and in files */
    int columns;
    /* Columns in which words are folded, on standard output and on standard error: 0 where that is no
     * terminal. */
    size_t page, margin;
};

struct screen screen_look(void);

#endif
