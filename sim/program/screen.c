#include "program/screen.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_COLUMNS = 80, LEAST_COLUMNS = 20 };

struct screen screen_look(void)
{
    struct screen screen = {DEVICE_FILE, PAINT_PLAIN, USUAL_COLUMNS};
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
