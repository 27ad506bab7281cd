/* What is taken for a drawing, format by format. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/figures/drawn.h"

static const char *flaw(enum figure_format format, const char *bytes, size_t length)
{
    struct text drawing = {0};
    text_add(&drawing, bytes, length);
    const char *said = drawn_flaw(format, &drawing);
    text_free(&drawing);
    return said;
}

#define FLAW(format, bytes) flaw(format, bytes, sizeof(bytes) - 1)

static void a_pdf_has_a_page_open_or_packed_and_an_end(void **state)
{
    (void)state;
    assert_null(FLAW(FIGURE_PDF, "%PDF-1.4\n1 0 obj <</Type /Page>> endobj\n%%EOF\n"));
    assert_null(FLAW(FIGURE_PDF, "%PDF-1.7\n1 0 obj <</Type /ObjStm>> stream\n\x01\x02\nendstream\n%%EOF\n"));
    assert_string_equal(FLAW(FIGURE_PDF, "%PDF-1.4\n%%EOF\n"), "the drawing is empty");
    assert_string_equal(FLAW(FIGURE_PDF, "%PDF-1.4\n<</Type /Page>>"), "the drawing is cut off");
    assert_string_equal(FLAW(FIGURE_PDF, "hello"), "what it wrote is no drawing");
}

static void an_svg_has_a_mark_and_no_script(void **state)
{
    (void)state;
    assert_null(FLAW(FIGURE_SVG, "<svg viewBox=\"0 0 1 1\"><g id=\"gnuplot_canvas\"><path/></g></svg>"));
    assert_string_equal(FLAW(FIGURE_SVG, "<svg viewBox=\"0 0 1 1\"><g id=\"gnuplot_canvas\"></g></svg>"),
                        "the drawing is empty");
    assert_string_equal(
        FLAW(FIGURE_SVG,
             "<svg viewBox=\"0 0 1 1\"><script>x</script><g id=\"gnuplot_canvas\"><path/></g></svg>"),
        "what it wrote is no drawing");
    assert_string_equal(FLAW(FIGURE_SVG, ""), "the drawing is empty");
}

static void a_png_has_a_size_pixels_of_two_colours_and_an_end(void **state)
{
    (void)state;
#define SIGNED "\x89PNG\r\n\x1a\n"
/* two by two pixels of one byte, grey; three of them white and the last black, or all white */
#define SIZED  "\0\0\0\x0dIHDR\0\0\0\x02\0\0\0\x02\x08\0\0\0\0\x57\xdd\x52\xf8"
#define PIXELS "\0\0\0\x0eIDAT\x78\xda\x63\xf8\xff\x9f\xe1\x3f\x03\0\x0a\xfb\x02\xfe\x74\xdc\xfb\xfe"
#define BLANK  "\0\0\0\x0eIDAT\x78\xda\x63\xf8\xff\x9f\xe1\xff\x7f\0\x0b\xfa\x03\xfd\xfd\x4d\xc4\x66"
#define LAST   "\0\0\0\0IEND\xae\x42\x60\x82"
    assert_null(FLAW(FIGURE_PNG, SIGNED SIZED PIXELS LAST));
    assert_string_equal(FLAW(FIGURE_PNG, SIGNED SIZED BLANK LAST), "the drawing is empty");
    assert_string_equal(FLAW(FIGURE_PNG, SIGNED SIZED "\0\0\0\x01IDAT.CRC." LAST),
                        "what it wrote is no drawing");
    assert_string_equal(FLAW(FIGURE_PNG, SIGNED SIZED LAST), "the drawing is empty");
    assert_string_equal(FLAW(FIGURE_PNG, SIGNED SIZED PIXELS), "the drawing is cut off");
    assert_string_equal(
        FLAW(FIGURE_PNG, SIGNED "\0\0\0\x0dIHDR\0\0\0\0\0\0\0\x01\x08\0\0\0\0CRC." PIXELS LAST),
        "the drawing is empty");
    assert_string_equal(FLAW(FIGURE_PNG, SIGNED SIZED "\xff\xff\xff\xffIDAT...."), "the drawing is cut off");
}

static void text_shows_something_and_steers_no_terminal(void **state)
{
    (void)state;
    assert_null(FLAW(FIGURE_TERMINAL, "  * *\n *\n"));
    assert_string_equal(FLAW(FIGURE_TERMINAL, "  \n\f"), "the drawing is empty");
    assert_string_equal(FLAW(FIGURE_TERMINAL, "*\x1b[2J"), "what it wrote is no drawing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pdf_has_a_page_open_or_packed_and_an_end),
        cmocka_unit_test(an_svg_has_a_mark_and_no_script),
        cmocka_unit_test(a_png_has_a_size_pixels_of_two_colours_and_an_end),
        cmocka_unit_test(text_shows_something_and_steers_no_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
