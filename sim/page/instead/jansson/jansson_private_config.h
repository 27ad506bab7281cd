/* The same, for its own files. */
#define HAVE_STDINT_H           1
#define INITIAL_HASHTABLE_ORDER 3
#define USE_URANDOM             0
#define USE_WINDOWS_CRYPTOAPI   0
