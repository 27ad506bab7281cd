#include "analysis/report/report_parts.h"

#include <string.h>

#include "analysis/file/naming.h"
#include "analysis/report/html.h"
#include "analysis/words/sentence.h"

/* Parts 6 to 8: how to read the page, its limits, how it was made. */

static const double percent = 100;

void report_reading(struct page *page)
{
    struct text *text = page->text;
    text_say(
        text,
        "<h2>How to read this</h2>\n<ul>\n<li><strong>A run</strong> is one possible course of the same "
        "story, "
        "with its own luck: who comes, who speaks, which proposals arrive.</li>\n"
        "<li><strong>The range</strong> behind a number says how far it can be trusted: if the whole set of "
        "runs were made anew with other luck again and again, ");
    say_number(text, page->confidence * percent);
    text_say(
        text,
        " of 100 such ranges would hold the true mean of this model. It speaks of the model, not of the "
        "world.</li>\n<li><strong>Paired</strong> means that run 7 of one design is set against run 7 of "
        "the other. Luck that both share cannot make one look better. Where pairing saved 40 % of the runs, "
        "60 "
        "of these tell as much as 100 with separate luck.</li>\n"
        "<li><strong>Not clear</strong> means that the range holds \xE2\x80\x9Cno difference\xE2\x80\x9D. It "
        "is no proof "
        "that there is none; the number of runs that would settle it is estimated from the difference and "
        "spread seen so far, for a chance of four in five.</li>\n"
        "<li><strong>Many comparisons</strong>: where twenty things are compared, about one range in twenty "
        "misses its mark. Trust the first answer more than a surprise further down.</li>\n"
        "<li><strong>3 times</strong> sets the mean of one design over all runs against that of the "
        "other.</li>\n");
    if (page->results->measured_from > 0) {
        text_say(text, "<li><strong>Measured from day ");
        say_number(text, page->results->measured_from);
        text_say(text,
                 " on</strong>: numbers of whole runs count what happened from then on, so that how a run "
                 "began does not matter. Courses over time are shown from the beginning.</li>\n");
    }
    if (page->results->sites.count > 1) {
        text_say(text, "<li>");
        say_sites(text, page->results);
        text_say(text, "</li>\n");
    }
    text_say(text, "</ul>\n<details><summary>The methods, for those who want them</summary>\n<p>");
    text_print(
        text,
        "Means: %s. Differences: %s. Ratios: %s. Median time to decision: %s, with proposals still open "
        "at the end counted as such. Runs without a value are left out, and counted.</p>"
        "\n</details>\n",
        method_of_mean, method_of_difference, method_of_ratio, method_of_median);
}

/* A setting is decisive when a variant of an assumption changes it. */
static bool is_decisive(const struct results *results, const char *path)
{
    for (size_t axis = 0; axis < results->axes.count; axis++) {
        if (strcmp(results->axes.names[axis], path) != 0)
            continue;
        for (size_t i = 0; i < results->variant_count; i++)
            if (results->variants[i].kind == VARIANT_ASSUMPTION &&
                results->variants[i].texts[axis][0] != '\0')
                return true;
    }
    return false;
}

/* Two columns, so that a phone has room for the source. */
static void setting_row(struct page *page, const struct results_setting *setting)
{
    text_say(page->text, "<tr><td><code>");
    html_text(page->text, setting->path);
    text_say(page->text, "</code><span class=\"small\">");
    html_text(page->text, setting->ground);
    text_say(page->text, setting->source[0] != '\0' ? ": " : "");
    html_text(page->text, setting->source);
    text_say(page->text, "</span></td><td class=\"n\">");
    html_text(page->text, setting->value);
    text_say(page->text, "</td></tr>\n");
}

static const char settings_head[] = "<div class=\"scroll\"><table class=\"settings\"><thead><tr><th>setting "
                                    "and its ground</th><th>value</th></tr></thead><tbody>\n";
static const char settings_foot[] = "</tbody></table></div>\n";

static void assumed(struct page *page)
{
    const struct results *results = page->results;
    size_t decisive = 0, others = 0;
    for (size_t i = 0; i < results->provenance.setting_count; i++) {
        const struct results_setting *setting = &results->provenance.settings[i];
        bool counts = strcmp(setting->ground, "assumed") == 0;
        decisive += counts && is_decisive(results, setting->path) ? 1 : 0;
        others += counts && !is_decisive(results, setting->path) ? 1 : 0;
    }
    if (decisive > 0) {
        text_print(page->text,
                   "<details><summary>%zu assumed numbers that were tried at other values, and what they are "
                   "here</summary>\n%s",
                   decisive, settings_head);
        for (size_t i = 0; i < results->provenance.setting_count; i++)
            if (strcmp(results->provenance.settings[i].ground, "assumed") == 0 &&
                is_decisive(results, results->provenance.settings[i].path))
                setting_row(page, &results->provenance.settings[i]);
        text_print(page->text, "%s</details>\n", settings_foot);
    }
    if (others == 0)
        return;
    text_print(page->text,
               "<details><summary>%zu other assumed numbers, not tried at other values here</summary>\n%s",
               others, settings_head);
    for (size_t i = 0; i < results->provenance.setting_count; i++)
        if (strcmp(results->provenance.settings[i].ground, "assumed") == 0 &&
            !is_decisive(results, results->provenance.settings[i].path))
            setting_row(page, &results->provenance.settings[i]);
    text_print(page->text, "%s</details>\n", settings_foot);
}

void report_limits(struct page *page)
{
    const struct names *sentences = &page->results->provenance.assumptions;
    text_say(page->text,
             "<h2>Limits</h2>\n<p>These are people in a model. It knows who can speak when, to "
             "whom and about what, and who decides; it knows nothing of friendship, skill or history. It "
             "can show what a way of meeting makes likely, not what will happen.</p>\n");
    if (sentences->count > 0) {
        text_say(page->text, "<ul>\n");
        for (size_t i = 0; i < sentences->count; i++) {
            text_say(page->text, "<li>");
            html_text(page->text, sentences->names[i]);
            text_say(page->text, "</li>\n");
        }
        text_say(page->text, "</ul>\n");
    }
    assumed(page);
}

static void fact(struct page *page, const char *name, const char *value)
{
    if (value[0] == '\0')
        return;
    text_print(page->text, "<tr><th scope=\"row\">%s</th><td>", name);
    html_text(page->text, value);
    text_say(page->text, "</td></tr>\n");
}

static void given_settings(struct page *page)
{
    const struct provenance *provenance = &page->results->provenance;
    size_t given = 0;
    for (size_t i = 0; i < provenance->setting_count; i++)
        given += provenance->settings[i].given ? 1 : 0;
    if (given > 0) {
        text_print(page->text, "<details><summary>%zu settings that the scenario gives</summary>\n%s", given,
                   settings_head);
        for (size_t i = 0; i < provenance->setting_count; i++)
            if (provenance->settings[i].given)
                setting_row(page, &provenance->settings[i]);
        text_print(page->text, "%s</details>\n", settings_foot);
    }
    if (provenance->scenario_text[0] != '\0') {
        text_say(page->text, "<details><summary>The scenario file</summary>\n<pre>");
        html_lines(page->text, provenance->scenario_text);
        text_say(page->text, "</pre>\n</details>\n");
    }
}

void report_making(struct page *page)
{
    const struct provenance *provenance = &page->results->provenance;
    struct text runs = {0};
    text_say(page->text, "<h2>How it was made</h2>\n");
    if (provenance->command[0] != '\0') {
        text_say(page->text, "<p>This command makes the results again, to the last byte:</p>\n<pre>");
        html_lines(page->text, provenance->command);
        text_say(page->text, "</pre>\n");
    }
    say_runs_of(&runs, page->results);
    text_say(page->text, "<div class=\"scroll\"><table><tbody>\n");
    fact(page, "Groundswell", provenance->version);
    fact(page, "commit", provenance->commit);
    fact(page, "libraries", provenance->libraries);
    fact(page, "seed", provenance->seed);
    fact(page, "size", runs.bytes);
    fact(page, "scenario", provenance->scenario_file);
    text_say(page->text, "</tbody></table></div>\n");
    text_free(&runs);
    given_settings(page);
}
