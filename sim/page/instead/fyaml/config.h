/* How libfyaml is configured in a page. */
#define VERSION           "0.7.12"
#define PACKAGE           "libfyaml"
#define PACKAGE_VERSION   "0.7.12"
#define PACKAGE_STRING    "libfyaml 0.7.12"
#define HAVE_ENVIRON      1
#define HAVE_BYTESWAP_H   1
#define HAVE_QSORT_R      1
#define HAVE_STDINT_H     1
#define HAVE_STDLIB_H     1
#define HAVE_STRING_H     1
#define HAVE_UNISTD_H     1
#define HAVE_DECL_ENVIRON 1
