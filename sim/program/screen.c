#include "program/screen.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_COLUMNS = 80, LEAST_COLUMNS = 20, NARROWEST_PAGE = 40, WIDEST_PAGE = 100, DECIMAL = 10 };

/* How wide words may be: what COLUMNS says, else what the terminal says; lines that are too long are hard to
 * read. */
static size_t page_of(int file)
{
    if (!isatty(file))
        return 0;
    const char *wished = getenv("COLUMNS");
    long columns = wished == NULL ? 0 : strtol(wished, NULL, DECIMAL);
    struct winsize size;
    if (columns <= 0)
        columns = ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : USUAL_COLUMNS;
    return columns < NARROWEST_PAGE ? NARROWEST_PAGE : columns > WIDEST_PAGE ? WIDEST_PAGE : (size_t)columns;
}

struct screen screen_look(void)
{
    struct screen screen = {DEVICE_FILE, PAINT_PLAIN, USUAL_COLUMNS, page_of(STDOUT_FILENO),
                            page_of(STDERR_FILENO)};
    if (!isatty(STDERR_FILENO))
        return screen;
    const char *terminal = getenv("TERM"), *no_colour = getenv("NO_COLOR");
    if (terminal == NULL || strcmp(terminal, "dumb") == 0)
        return screen;
    screen.device = DEVICE_TERMINAL;
    if (no_colour == NULL || *no_colour == '\0')
        screen.paint = PAINT_COLOUR;
    struct winsize size;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= LEAST_COLUMNS)
        screen.columns = size.ws_col;
    return screen;
}
