// Reads lines "function x" (x a hexadecimal double) and prints "value f64 f32" as MPFR computes them: the value with 240 bits in hexadecimal,
// then the value rounded once to double and to float, subnormals and overflow included.
// Build: cc -O2 -o reference reference.c -lmpfr -lgmp
#include <mpfr.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN = 240, WORK = 2400 };

// The functions that MPFR lacks are composed at WORK bits: enough for what cancels below to leave more than SHOWN.
static void sigmoid(mpfr_t y, const mpfr_t x) {
  mpfr_neg(y, x, MPFR_RNDN);
  mpfr_exp(y, y, MPFR_RNDN);
  mpfr_add_ui(y, y, 1, MPFR_RNDN);
  mpfr_ui_div(y, 1, y, MPFR_RNDN);
}

static void softplus(mpfr_t y, const mpfr_t x) {
  mpfr_t e;
  mpfr_init2(e, WORK);
  mpfr_abs(e, x, MPFR_RNDN);
  mpfr_neg(e, e, MPFR_RNDN);
  mpfr_exp(e, e, MPFR_RNDN);
  mpfr_log1p(e, e, MPFR_RNDN);
  if (mpfr_sgn(x) > 0) mpfr_add(y, x, e, MPFR_RNDN);
  else mpfr_set(y, e, MPFR_RNDN);
  mpfr_clear(e);
}

static void normcdf(mpfr_t y, const mpfr_t x) {
  mpfr_t root;
  mpfr_init2(root, WORK);
  mpfr_sqrt_ui(root, 2, MPFR_RNDN);
  mpfr_div(y, x, root, MPFR_RNDN);
  mpfr_neg(y, y, MPFR_RNDN);
  mpfr_prec_round(y, WORK, MPFR_RNDN);
  mpfr_erfc(root, y, MPFR_RNDN);
  mpfr_div_2ui(y, root, 1, MPFR_RNDN);
  mpfr_clear(root);
}

static void normpdf(mpfr_t y, const mpfr_t x) {
  mpfr_t pi;
  mpfr_init2(pi, WORK);
  mpfr_sqr(y, x, MPFR_RNDN);
  mpfr_div_2ui(y, y, 1, MPFR_RNDN);
  mpfr_neg(y, y, MPFR_RNDN);
  mpfr_exp(y, y, MPFR_RNDN);
  mpfr_const_pi(pi, MPFR_RNDN);
  mpfr_mul_2ui(pi, pi, 1, MPFR_RNDN);
  mpfr_sqrt(pi, pi, MPFR_RNDN);
  mpfr_div(y, y, pi, MPFR_RNDN);
  mpfr_clear(pi);
}

static int evaluate(const char *name, mpfr_t y, const mpfr_t x) {
  if (!strcmp(name, "exp")) return mpfr_exp(y, x, MPFR_RNDN), 1;
  if (!strcmp(name, "expm1")) return mpfr_expm1(y, x, MPFR_RNDN), 1;
  if (!strcmp(name, "log")) return mpfr_log(y, x, MPFR_RNDN), 1;
  if (!strcmp(name, "log1p")) return mpfr_log1p(y, x, MPFR_RNDN), 1;
  if (!strcmp(name, "sqrt")) return mpfr_sqrt(y, x, MPFR_RNDN), 1;
  if (!strcmp(name, "sin")) return mpfr_sin(y, x, MPFR_RNDN), 1;
  if (!strcmp(name, "cos")) return mpfr_cos(y, x, MPFR_RNDN), 1;
  if (!strcmp(name, "tanh")) return mpfr_tanh(y, x, MPFR_RNDN), 1;
  if (!strcmp(name, "erf")) return mpfr_erf(y, x, MPFR_RNDN), 1;
  if (!strcmp(name, "erfc")) return mpfr_erfc(y, x, MPFR_RNDN), 1;
  if (!strcmp(name, "sigmoid")) return sigmoid(y, x), 1;
  if (!strcmp(name, "softplus")) return softplus(y, x), 1;
  if (!strcmp(name, "normcdf")) return normcdf(y, x), 1;
  if (!strcmp(name, "normpdf")) return normpdf(y, x), 1;
  return 0;
}

int main(void) {
  char name[32], text[64];
  mpfr_t x, y, shown;
  mpfr_init2(x, 53);
  mpfr_init2(shown, SHOWN);
  while (scanf("%31s %63s", name, text) == 2) {
    mpfr_set_d(x, strtod(text, NULL), MPFR_RNDN);
    // What MPFR has itself is right to the last bit at any precision; what is composed gets room.
    int composed = !strcmp(name, "sigmoid") || !strcmp(name, "softplus") || !strcmp(name, "normcdf") || !strcmp(name, "normpdf");
    mpfr_init2(y, composed ? WORK : SHOWN + 64);
    if (!evaluate(name, y, x)) return fprintf(stderr, "unknown function '%s'\n", name), 1;
    mpfr_set(shown, y, MPFR_RNDN);
    mpfr_printf("%Ra %a %a\n", shown, mpfr_get_d(y, MPFR_RNDN), (double)mpfr_get_flt(y, MPFR_RNDN));
    mpfr_clear(y);
  }
  return 0;
}
