/* A picture made of rectangles, lines and words, that is drawn without a scale: a week, a session.
 *
 * It is written as SVG that takes the colour of the text from the page (dark or light), or as commands of
 * gnuplot for PNG and PDF. Coordinates are px from the upper left corner; on a phone one px of the picture
 * is about one px of the screen, so that letters of PICTURE_LETTER stay readable.
 */
#ifndef ANALYSIS_PICTURE_H
#define ANALYSIS_PICTURE_H

#include "base/arena.h"
#include "base/text.h"

enum { PICTURE_WIDTH = 360, PICTURE_LETTER = 12, PICTURE_LINE = 15 };

enum picture_place { PLACE_LEFT, PLACE_MIDDLE, PLACE_RIGHT };

struct picture_shape {
    enum { SHAPE_BOX, SHAPE_LINE, SHAPE_WORDS } kind;
    double x, y, to_x, to_y; /* of words: x and the line that they stand on */
    const char *colour;      /* "#rrggbb"; NULL: that of the text of the page */
    double strength;         /* of the filling, 0 to 1 */
    bool is_framed, is_dashed, is_bold;
    enum picture_place place;
    const char *words; /* of a box: what is said of it under the pointer; NULL: nothing */
};

struct picture {
    struct arena *arena;
    struct picture_shape *shapes;
    size_t count, room;
    double width; /* 0: PICTURE_WIDTH */
    double height;
};

void picture_box(struct picture *picture, double x, double y, double to_x, double to_y, const char *colour,
                 double strength, const char *words);
/* The box that was added last gets a frame of its own colour. */
void picture_frame(struct picture *picture, bool is_dashed);
void picture_line(struct picture *picture, double x, double y, double to_x, double to_y, const char *colour);
void picture_words(struct picture *picture, double x, double y, enum picture_place place, const char *words);
/* The words that were added last are bold. */
void picture_bold(struct picture *picture);
/* Words on several lines, `width` px wide, the first at `y`. At most `lines` of them; what does not fit ends
 * with an ellipsis. Returns how many lines there are. */
size_t picture_lines(struct picture *picture, double x, double y, double width, size_t lines,
                     enum picture_place place, const char *words);
/* How wide words are, roughly; and how many lines they take (0: a word is wider than the line). */
double picture_width(const char *words);
size_t picture_lines_of(const char *words, double width);

/* How wide it is drawn. */
double picture_wide(const struct picture *picture);

/* What is said of a picture to those who do not see it. */
struct picture_words {
    const char *title, *description;
};

/* An <svg> element; PICTURE_ALONE: for a file of its own. */
enum picture_use { PICTURE_IN_PAGE, PICTURE_ALONE };
void picture_svg(const struct picture *picture, const struct picture_words *words, enum picture_use use,
                 struct text *out);
/* How high it is where it is `width` px wide, with the margin around it. */
double picture_height(const struct picture *picture, double width);
/* Commands of gnuplot that draw it on a canvas of `width` px. */
void picture_gnuplot(const struct picture *picture, double width, struct text *out);

#endif
