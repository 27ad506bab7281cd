/* HTML and inline SVG, made so that nothing of a scenario can become markup. */
#ifndef ANALYSIS_HTML_H
#define ANALYSIS_HTML_H

#include "base/text.h"

/* Adds `text` as character data or as the value of a quoted attribute: the five characters of markup as
 * entities, what cannot be shown as spaces. */
void html_text(struct text *page, const char *text);
/* The same; what stands between two ` is a name, and becomes <code>. */
void html_names(struct text *page, const char *text);
/* The same, with line ends kept, for <pre>. */
void html_lines(struct text *page, const char *text);

/* <!doctype html> ... <body> and its end. */
void html_begin(struct text *page, const char *title);
void html_end(struct text *page);

#endif
