/* Distribution functions and their inverses, for 0 < p < 1, parameters above 0. */
#ifndef INSTEAD_GSL_CDF_H
#define INSTEAD_GSL_CDF_H

double gsl_cdf_ugaussian_P(double x);
double gsl_cdf_ugaussian_Pinv(double p);
double gsl_cdf_tdist_Pinv(double p, double nu);
double gsl_cdf_beta_Pinv(double p, double a, double b);
double gsl_cdf_beta_Qinv(double q, double a, double b);

#endif
