/* Points of plausible worlds, which a page does not ask for. */
#ifndef INSTEAD_GSL_QRNG_H
#define INSTEAD_GSL_QRNG_H

typedef struct instead_qrng gsl_qrng;
typedef struct instead_qrng_type gsl_qrng_type;
extern const gsl_qrng_type *gsl_qrng_sobol;

_Noreturn gsl_qrng *gsl_qrng_alloc(const gsl_qrng_type *type, unsigned dimensions);
void gsl_qrng_free(gsl_qrng *generator);
int gsl_qrng_get(const gsl_qrng *generator, double *point);

#endif
