#include "analysis/figures/drawn.h"

#include <png.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/plain/plain.h"
#include "base/require.h"

static const char no_drawing[] = "what it wrote is no drawing", cut_off[] = "the drawing is cut off",
                  nothing[] = "the drawing is empty";

static const char *found(const char *at, const char *end, const char *word)
{
    size_t length = strlen(word);
    return at == NULL || end < at ? NULL : memmem(at, (size_t)(end - at), word, length);
}

static bool ends_with(const struct text *drawing, const char *word)
{
    size_t length = strlen(word), end = drawing->length;
    while (end > 0 && strchr("\r\n ", drawing->bytes[end - 1]) != NULL)
        end--;
    return end >= length && memcmp(drawing->bytes + end - length, word, length) == 0;
}

/* What gnuplot writes: an opening tag with a box, definitions, one group, the closing tag. */
static const char *svg_flaw(const struct text *drawing)
{
    static const char *const marks[] = {"<path",    "<text", "<use",     "<circle",
                                        "<polygon", "<rect", "<polyline"};
    const char *end = drawing->bytes + drawing->length;
    const char *start = found(drawing->bytes, end, "<svg"), *box = found(start, end, "viewBox=\"");
    if (start == NULL || strlen(drawing->bytes) != drawing->length || found(start, end, "<script") != NULL)
        return no_drawing;
    if (!ends_with(drawing, "</svg>"))
        return cut_off;
    const char *canvas = found(box, end, "<g id=\"gnuplot_canvas\"");
    for (size_t i = 0; canvas != NULL && i < sizeof marks / sizeof *marks; i++)
        if (found(canvas, end, marks[i]) != NULL)
            return NULL;
    return nothing;
}

static uint32_t big_endian(const char *bytes)
{
    uint32_t number = 0;
    for (int i = 0; i < 4; i++)
        number = number << 8 | (unsigned char)bytes[i];
    return number;
}

/* Whether any pixel of a PNG differs from the first. */
static const char *pixels_flaw(const struct text *drawing)
{
    enum { MOST_PIXELS = 1 << 26 };
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (png_image_begin_read_from_memory(&image, drawing->bytes, drawing->length) == 0)
        return no_drawing;
    if ((uint64_t)image.width * image.height > MOST_PIXELS) {
        png_image_free(&image);
        return no_drawing;
    }
    image.format = PNG_FORMAT_RGBA;
    size_t count = (size_t)image.width * image.height;
    uint32_t *pixels = must_allocate(count, sizeof *pixels);
    const char *flaw = nothing;
    if (png_image_finish_read(&image, NULL, pixels, 0, NULL) == 0)
        flaw = no_drawing;
    for (size_t i = 1; i < count && flaw == nothing; i++)
        flaw = pixels[i] != pixels[0] ? NULL : nothing;
    free(pixels);
    png_image_free(&image);
    return flaw;
}

/* Parts of a PNG: length, name, content, checksum; the first holds width and height. */
static const char *png_flaw(const struct text *drawing)
{
    static const char signature[] = "\x89PNG\r\n\x1a\n";
    enum { SIGNATURE = sizeof signature - 1, FRAME = 12, NAME = 4, CONTENT = 8, HEADER = 13 };
    const char *at = drawing->bytes + SIGNATURE, *end = drawing->bytes + drawing->length;
    bool pixels = false;
    if (drawing->length < SIGNATURE + FRAME + HEADER || memcmp(drawing->bytes, signature, SIGNATURE) != 0 ||
        memcmp(at + NAME, "IHDR", 4) != 0)
        return no_drawing;
    if (big_endian(at + CONTENT) == 0 || big_endian(at + CONTENT + 4) == 0)
        return nothing;
    while (end - at >= FRAME && (size_t)(end - at) - FRAME >= big_endian(at)) {
        uint32_t length = big_endian(at);
        if (memcmp(at + NAME, "IEND", 4) == 0)
            return pixels ? pixels_flaw(drawing) : nothing;
        pixels = pixels || (memcmp(at + NAME, "IDAT", 4) == 0 && length > 0);
        at += FRAME + length;
    }
    return cut_off;
}

static const char *pdf_flaw(const struct text *drawing)
{
    if (drawing->length < 5 || memcmp(drawing->bytes, "%PDF-", 5) != 0)
        return no_drawing;
    if (!ends_with(drawing, "%%EOF"))
        return cut_off;
    /* Since PDF 1.5 objects may be packed into streams, where their names cannot be read (cairo 1.18 does
     * so). */
    const char *end = drawing->bytes + drawing->length;
    bool page = found(drawing->bytes, end, "/Page") != NULL || found(drawing->bytes, end, "/ObjStm") != NULL;
    return page ? NULL : nothing;
}

static const char *text_flaw(const struct text *drawing)
{
    bool shows = false;
    for (size_t i = 0; i < drawing->length;) {
        size_t length = utf8_sequence(drawing->bytes + i, drawing->length - i);
        const bool space = strchr(" \n\f", drawing->bytes[i]) != NULL && drawing->bytes[i] != '\0';
        if (length == 0 || (!space && unshowable(drawing->bytes + i, length)))
            return no_drawing;
        shows = shows || !space;
        i += length;
    }
    return shows ? NULL : nothing;
}

const char *drawn_flaw(enum figure_format format, const struct text *drawing)
{
    if (drawing->length == 0)
        return nothing;
    switch (format) {
    case FIGURE_SVG:
        return svg_flaw(drawing);
    case FIGURE_PNG:
        return png_flaw(drawing);
    case FIGURE_PDF:
        return pdf_flaw(drawing);
    case FIGURE_TERMINAL:
        return text_flaw(drawing);
    }
    return no_drawing;
}
