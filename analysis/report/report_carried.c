/* The report as an envelope: a page in which the scenario can be changed and run again. */
#include <string.h>

#include "analysis/report/report_parts.h"

/* As part of an address in a quoted attribute: what could end either, or is no letter of an address, as %XX.
 */
static void say_address(struct text *out, const char *bytes)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "+/=-_.~!*();:@$,?";
    while (*bytes != '\0') {
        const size_t length = strspn(bytes, plain);
        text_add(out, bytes, length);
        bytes += length;
        if (*bytes != '\0')
            text_print(out, "%%%02X", (unsigned)(unsigned char)*bytes++);
    }
}

void report_carried(struct page *page, const char *carried)
{
    text_say(page->text, "<section class=\"carried\">\n<h2>Change it, and run it again</h2>\n"
                         "<p>This report carries the simulator with it. <a download=\"change-it.html\" "
                         "href=\"data:text/html;charset=utf-8,");
    say_address(page->text, carried);
    text_say(page->text,
             "\">Save the page \xE2\x80\x9C"
             "change-it.html\xE2\x80\x9D</a>, and open it in a browser: there the week of each design can be "
             "changed, and what comes out is seen at once. Nothing is installed, and nothing is "
             "sent.</p>\n</section>\n");
}
