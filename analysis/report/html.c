#include "analysis/report/html.h"

#include <string.h>

#include "analysis/plain/plain.h"
#include "base/destination.h"
#include "base/require.h"

static const char no_break_space[] = "\xC2\xA0";

/* `kept` are the control characters that stay. A number and its percent sign stay on one line. */
static void escape(struct text *page, const char *text, const char *kept)
{
    size_t length = strlen(text);
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(text + i, length - i);
        if (sequence == 0)
            text_add_utf8(page, text + i, 1);
        else if (unshowable(text + i, sequence) && (sequence > 1 || strchr(kept, text[i]) == NULL))
            text_say(page, " ");
        else if (text[i] == ' ' && text[i + 1] == '%')
            text_say(page, no_break_space);
        else
            plain_character(page, text + i, sequence);
        i += sequence == 0 ? 1 : sequence;
    }
}

void html_text(struct text *page, const char *text)
{
    escape(page, text, "");
}

void html_names(struct text *page, const char *text)
{
    bool name = false;
    for (const char *at = text; *at != '\0'; name = !name) {
        struct text part = {0};
        const size_t length = strcspn(at, "`");
        text_add(&part, at, length);
        text_say(&part, "");
        text_say(page, name ? "<code>" : "");
        html_text(page, part.bytes);
        text_say(page, name ? "</code>" : "");
        text_free(&part);
        at += length + (at[length] == '`' ? 1 : 0);
    }
}

void html_lines(struct text *page, const char *text)
{
    escape(page, text, "\n\t");
}

// clang-format off
static const char style[] =
    ":root{color-scheme:light dark;--ink:#1c1e21;--soft:#5a6068;--line:#d8dbdf;--paper:#ffffff;--tint:#f3f5f7;--accent:#0b5c8f}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e9eaec;--soft:#a9afb7;--line:#3a3f46;--paper:#16181b;--tint:#202328;--accent:#7cc4f2}figure svg{filter:brightness(1.25)}}\n"
    "*{box-sizing:border-box}\n"
    "html{-webkit-text-size-adjust:100%}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif;overflow-wrap:anywhere}\n"
    "main{max-width:64rem;margin:0 auto;padding:1.5rem 1.1rem 4rem}p,ul,ol,.scroll,details>p{max-width:46rem}\n"
    "h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0 .5rem;text-wrap:balance}\n"
    "h2{font-size:1.25rem;line-height:1.3;margin:2.75rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}\n"
    "h3{font-size:1.0625rem;margin:1.75rem 0 .5rem}\n"
    "p,ul,ol,figure,table{margin:.75rem 0}\n"
    "ul{padding-left:1.25rem}li{margin:.35rem 0}\n"
    ".lead{color:var(--soft);margin-top:0}\n"
    ".answer{font-size:1.3rem;line-height:1.4;margin:1.1rem 0;padding:.9rem 1.1rem;background:var(--tint);border-left:.3rem solid var(--accent);border-radius:.2rem}\n"
    ".answer.open{border-left-color:var(--line)}\n"
    ".small{font-size:.9rem;color:var(--soft)}\n"
    ".bar{display:flex;height:1.1rem;border:1px solid var(--soft);border-radius:.2rem;overflow:hidden;margin:.3rem 0 .2rem;background:var(--paper)}\n"
    ".bar span{display:block;height:100%}\n"
    ".bar .ahead{background:#0072b2}\n"
    ".bar .tied{background:repeating-linear-gradient(45deg,var(--soft) 0 2px,transparent 2px 6px)}\n"
    ".bar .behind{background:transparent}\n"
    ".scroll{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%;font-size:.94rem;overflow-wrap:normal}\n"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--line)}\n"
    "th{font-weight:600}thead th{color:var(--soft);font-weight:500}\n"
    "tbody th[scope=rowgroup]{padding-top:1rem;font-weight:600;overflow-wrap:anywhere}\n"
    ".settings td{overflow-wrap:anywhere}\n"
    "h3+.small{margin-top:-.3rem}\n"
    "td.n{font-variant-numeric:tabular-nums}\n"
    "th .small{font-weight:400}\n"
    ".mean .small{white-space:nowrap}\n"
    "td .small,.meaning{display:block}\n"
    ".bar .w1{background:#0072b2}.bar .w2{background:#8fc1e3}.bar .w3{background:transparent}.bar .w4{background:#f2c48d}.bar .w5{background:#c8641b}\n"
    ".tag{display:inline-block;font-size:.82rem;padding:.05rem .5rem;border:1px solid var(--soft);border-radius:1rem;white-space:nowrap}\n"
    ".tag.strong{border-color:var(--ink);font-weight:600}\n"
    ".grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:0 2rem}.cell{min-width:0}.cell h3{margin-top:1rem}\n"
    ".first{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:0 2rem}.first>div{min-width:0}.first h2{margin-top:1rem}.first h3{margin-top:1rem}.first>.wide{grid-column:1/-1}.whole{white-space:nowrap}\n"
    ".pairs td,.pairs th,.first td,.first th{padding-right:.5rem}.first td,.first th{hyphens:auto}td.n strong{white-space:nowrap}\n"
    "figure svg{display:block;width:100%;max-width:36rem;height:auto;color:var(--ink);font:14px sans-serif}figure text{stroke:none;fill:currentColor}.m{text-anchor:middle}.e{text-anchor:end}.gl{fill:none;stroke:#8c8c8c;stroke-width:.3;stroke-dasharray:2 4}\n"
    "figcaption{font-size:.9rem;color:var(--soft);max-width:36rem}\n"
    "details{margin:.75rem 0}summary{cursor:pointer;color:var(--accent)}\n"
    "pre,code{font:.9rem/1.45 ui-monospace,\"DejaVu Sans Mono\",Menlo,Consolas,monospace}\n"
    "pre{background:var(--tint);padding:.8rem 1rem;border-radius:.2rem;white-space:pre-wrap}\n"
    "@media (max-width:30rem){main{padding:1rem .9rem 3rem}h1{font-size:1.45rem}.answer{font-size:1.12rem}}\n"
    "@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--tint:#f4f4f4;--accent:#0b5c8f}\n"
    "@page{size:A4;margin:1.4cm 1.5cm}body{font-size:9pt;line-height:1.35}main{max-width:none;padding:0}h1{font-size:16pt;margin:0 0 .2rem}h2{font-size:12.5pt;margin:1rem 0 .4rem;padding-top:.5rem}h3{font-size:10.5pt;margin:.7rem 0 .3rem}\n"
    "p,ul,ol,figure,table,details{margin:.35rem 0}li{margin:.15rem 0}p,ul,ol,.scroll{max-width:none}.answer{font-size:10.5pt;padding:.3rem .6rem;margin:.3rem 0}.first table{font-size:8pt}code{font-size:.92em}.wide h2{margin:.3rem 0 .1rem;padding-top:.25rem}.wide h3{margin:.3rem 0 .1rem}.first h3{margin:.4rem 0 .2rem}.wide>ul{columns:2;font-size:8pt;column-gap:.8cm}th,td{padding:.15rem .6rem .15rem 0}table{font-size:9pt}figcaption,.small{font-size:8.5pt}\n"
    "h2,h3,h3+p{break-after:avoid}figure,tr,.answer,.cell{break-inside:avoid}.first{display:grid;grid-template-columns:1fr 1fr;gap:0 .8cm;break-after:page}.grid{display:block;orphans:1;widows:1}.cell{display:inline-block;vertical-align:top;width:48.5%;margin-right:1.2%}\n"
    "figure svg{max-width:8.9cm;filter:none}.bar span{print-color-adjust:exact;-webkit-print-color-adjust:exact}.scroll{overflow:visible}summary{color:var(--ink)}details:not([open]){display:none}}\n";
// clang-format on

void html_begin(struct text *page, const char *title)
{
    text_say(page,
             "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" MARK_OF_PAGES "\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
             "'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n"
             "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    html_text(page, title);
    text_print(page, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
}

void html_end(struct text *page)
{
    text_say(page, "</main>\n</body>\n</html>\n");
}
