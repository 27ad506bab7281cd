#include <utf8proc.h>

#include <emscripten.h>
#include <stdlib.h>
#include <string.h>

// clang-format off
/* emscripten 3.1.6 lets no backslash through, which classes of letters in a pattern begin with. */
EM_JS(int, page_mark_of, (int point), {
    const is = name => new RegExp(String.fromCharCode(92) + "p{" + name + "}", "u").test(String.fromCodePoint(point));
    return is("Mn") ? 1 : is("Me") ? 2 : 0;
});

EM_JS(char *, page_folded, (const char *text), {
    const all = name => new RegExp(String.fromCharCode(92) + "p{" + name + "}", "gu");
    const folded = UTF8ToString(text).normalize("NFKC").toLowerCase().normalize("NFKC")
        .replace(all("Default_Ignorable_Code_Point"), "").replace(all("Zs"), " ").replace(all("Pd"), "-");
    const size = lengthBytesUTF8(folded) + 1;
    const at = _malloc(size);
    stringToUTF8(folded, at, size);
    return at;
});
// clang-format on

utf8proc_category_t utf8proc_category(utf8proc_int32_t point)
{
    return (utf8proc_category_t)page_mark_of(point);
}

utf8proc_ssize_t utf8proc_map(const utf8proc_uint8_t *text, utf8proc_ssize_t length,
                              utf8proc_uint8_t **mapped, utf8proc_option_t how)
{
    char *whole = malloc((size_t)length + 1);
    (void)how;
    if (whole == NULL)
        return -1;
    memcpy(whole, text, (size_t)length);
    whole[length] = '\0';
    *mapped = (utf8proc_uint8_t *)page_folded(whole);
    free(whole);
    return (utf8proc_ssize_t)strlen((const char *)*mapped);
}
