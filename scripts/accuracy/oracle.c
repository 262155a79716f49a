// Evaluates an expression with MPFR: the accelerator of the measurements. It shares nothing with the library but the expression.
//   cc -O2 -o oracle oracle.c -lmpfr -lgmp && node packages/.../measure (see oracle.mjs)
// stdin: "length inputs outputs nodes\n", a line for each node (op and the numbers of its arguments, arguments first), the outputs' nodes,
// then rows of doubles: `length` values of each input. stdout: for each row, output and element three doubles h, l, e: the value is
// (h + l) 2^e with h in [1, 2), to about 100 bits; h alone for zeros, infinities and NaN.
// Each row is evaluated at two precisions, and again at four times as many bits, until all agree to 2^-90.
#include <math.h>
#include <mpfr.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_NODES = 4096, STEPS = 5 };
static const int bits_of[STEPS] = {112, 192, 640, 2560, 10240};

typedef struct {
  char op[16];
  int a, b, c;
  char *top, *bottom;
} node;

static node nodes[MAX_NODES];
static mpfr_t *values[MAX_NODES];
static unsigned char *truths[MAX_NODES];
static int *outputs, length, inputs, output_count, node_count;
static mpfr_t t, u;

static void sigmoid(mpfr_t y, const mpfr_t x) {
  mpfr_neg(y, x, MPFR_RNDN);
  mpfr_exp(y, y, MPFR_RNDN);
  mpfr_add_ui(y, y, 1, MPFR_RNDN);
  mpfr_ui_div(y, 1, y, MPFR_RNDN);
}

static void softplus(mpfr_t y, const mpfr_t x) {
  mpfr_abs(t, x, MPFR_RNDN);
  mpfr_neg(t, t, MPFR_RNDN);
  mpfr_exp(t, t, MPFR_RNDN);
  mpfr_log1p(t, t, MPFR_RNDN);
  if (mpfr_sgn(x) > 0) mpfr_add(y, x, t, MPFR_RNDN);
  else mpfr_set(y, t, MPFR_RNDN);
}

static void normcdf(mpfr_t y, const mpfr_t x) {
  mpfr_sqrt_ui(t, 2, MPFR_RNDN);
  mpfr_div(t, x, t, MPFR_RNDN);
  mpfr_neg(t, t, MPFR_RNDN);
  mpfr_erfc(y, t, MPFR_RNDN);
  mpfr_div_2ui(y, y, 1, MPFR_RNDN);
}

static void normpdf(mpfr_t y, const mpfr_t x) {
  mpfr_sqr(t, x, MPFR_RNDN);
  mpfr_div_2ui(t, t, 1, MPFR_RNDN);
  mpfr_neg(t, t, MPFR_RNDN);
  mpfr_exp(t, t, MPFR_RNDN);
  mpfr_const_pi(u, MPFR_RNDN);
  mpfr_mul_2ui(u, u, 1, MPFR_RNDN);
  mpfr_sqrt(u, u, MPFR_RNDN);
  mpfr_div(y, t, u, MPFR_RNDN);
}

static int identity(mpfr_t y, const mpfr_t x, mpfr_rnd_t r) { return mpfr_set(y, x, r); }

static const struct {
  const char *name;
  int (*f)(mpfr_t, const mpfr_t, mpfr_rnd_t);
} own[] = {{"neg", mpfr_neg},   {"abs", mpfr_abs},     {"sqrt", mpfr_sqrt}, {"exp", mpfr_exp}, {"expm1", mpfr_expm1}, {"log", mpfr_log},
           {"log1p", mpfr_log1p}, {"sin", mpfr_sin},   {"cos", mpfr_cos},   {"tanh", mpfr_tanh}, {"erf", mpfr_erf}, {"erfc", mpfr_erfc},
           {"stopgrad", identity}};
static const struct {
  const char *name;
  void (*f)(mpfr_t, const mpfr_t);
} composed[] = {{"sigmoid", sigmoid}, {"softplus", softplus}, {"normcdf", normcdf}, {"normpdf", normpdf}};
static const struct {
  const char *name;
  int (*f)(mpfr_t, const mpfr_t, const mpfr_t, mpfr_rnd_t);
} binary[] = {{"add", mpfr_add}, {"sub", mpfr_sub}, {"mul", mpfr_mul}, {"div", mpfr_div}};

#define FIND(table, action)                                                   \
  for (size_t k = 0; k < sizeof table / sizeof *table; k++)                   \
    if (!strcmp(n->op, table[k].name)) {                                      \
      for (int i = 0; i < length; i++) action;                                \
      return;                                                                 \
    }

static void evaluate_node(int at, const double *row) {
  const node *n = &nodes[at];
  mpfr_t *y = values[at], *a = values[n->a], *b = values[n->b], *c = values[n->c];
  if (!strcmp(n->op, "input")) {
    for (int i = 0; i < length; i++) mpfr_set_d(y[i], row[n->a * length + i], MPFR_RNDN);
    return;
  }
  if (!strcmp(n->op, "const")) {
    mpfr_set_str(t, n->top, 10, MPFR_RNDN);
    mpfr_set_str(u, n->bottom, 10, MPFR_RNDN);
    for (int i = 0; i < length; i++) mpfr_div(y[i], t, u, MPFR_RNDN);
    return;
  }
  if (!strcmp(n->op, "double")) {
    for (int i = 0; i < length; i++) mpfr_set_d(y[i], strtod(n->top, NULL), MPFR_RNDN);
    return;
  }
  if (!strcmp(n->op, "pi")) {
    for (int i = 0; i < length; i++) mpfr_const_pi(y[i], MPFR_RNDN);
    return;
  }
  if (!strcmp(n->op, "rowlength")) {
    for (int i = 0; i < length; i++) mpfr_set_si(y[i], length, MPFR_RNDN);
    return;
  }
  if (!strcmp(n->op, "rowsum") || !strcmp(n->op, "rowmax")) {
    mpfr_set(t, a[0], MPFR_RNDN);
    for (int i = 1; i < length; i++)
      if (n->op[3] == 's') mpfr_add(t, t, a[i], MPFR_RNDN);
      else mpfr_max(t, t, a[i], MPFR_RNDN);
    for (int i = 0; i < length; i++) mpfr_set(y[i], t, MPFR_RNDN);
    return;
  }
  FIND(own, own[k].f(y[i], a[i], MPFR_RNDN))
  FIND(composed, composed[k].f(y[i], a[i]))
  FIND(binary, binary[k].f(y[i], a[i], b[i], MPFR_RNDN))
  for (int i = 0; i < length; i++) {
    if (!strcmp(n->op, "pow")) mpfr_pow_si(y[i], a[i], atol(n->top), MPFR_RNDN);
    else if (!strcmp(n->op, "max")) mpfr_set(y[i], mpfr_less_p(a[i], b[i]) ? b[i] : a[i], MPFR_RNDN);
    else if (!strcmp(n->op, "min")) mpfr_set(y[i], mpfr_less_p(b[i], a[i]) ? b[i] : a[i], MPFR_RNDN);
    else if (!strcmp(n->op, "lt")) truths[at][i] = mpfr_less_p(a[i], b[i]) != 0;
    else if (!strcmp(n->op, "le")) truths[at][i] = mpfr_lessequal_p(a[i], b[i]) != 0;
    else if (!strcmp(n->op, "eq")) truths[at][i] = mpfr_equal_p(a[i], b[i]) != 0;
    else if (!strcmp(n->op, "select")) mpfr_set(y[i], truths[n->a][i] ? b[i] : c[i], MPFR_RNDN);
    else fprintf(stderr, "unknown operation '%s'\n", n->op), exit(1);
  }
}

static void evaluate(const double *row, int bits) {
  mpfr_set_prec(t, bits);
  mpfr_set_prec(u, bits);
  for (int n = 0; n < node_count; n++) {
    for (int i = 0; i < length; i++) mpfr_set_prec(values[n][i], bits);
    evaluate_node(n, row);
  }
}

static int agree(const mpfr_t a, const mpfr_t b) {
  if (mpfr_nan_p(a) || mpfr_nan_p(b)) return mpfr_nan_p(a) && mpfr_nan_p(b);
  if (mpfr_inf_p(a) || mpfr_inf_p(b)) return mpfr_equal_p(a, b);
  if (mpfr_zero_p(b)) return 0; // the last step alone may say so
  mpfr_set_prec(t, mpfr_get_prec(b));
  mpfr_sub(t, a, b, MPFR_RNDN);
  return mpfr_zero_p(t) || mpfr_get_exp(t) < mpfr_get_exp(b) - 90;
}

static void write_value(const mpfr_t y) {
  double out[3] = {0, 0, 0};
  long e = 0;
  if (!mpfr_regular_p(y)) out[0] = mpfr_get_d(y, MPFR_RNDN);
  else {
    mpfr_set_prec(t, mpfr_get_prec(y));
    e = mpfr_get_exp(y) - 1;
    mpfr_mul_2si(t, y, -e, MPFR_RNDN);
    out[0] = mpfr_get_d(t, MPFR_RNDN);
    mpfr_sub_d(t, t, out[0], MPFR_RNDN);
    out[1] = mpfr_get_d(t, MPFR_RNDN);
    out[2] = (double)e;
  }
  fwrite(out, sizeof out, 1, stdout);
}

int main(void) {
  if (scanf("%d %d %d %d", &length, &inputs, &output_count, &node_count) != 4 || node_count > MAX_NODES) return 1;
  mpfr_init2(t, 64);
  mpfr_init2(u, 64);
  for (int n = 0; n < node_count; n++) {
    node *p = &nodes[n];
    if (scanf("%15s", p->op) != 1) return 1;
    if (!strcmp(p->op, "const")) {
      if (scanf("%ms %ms", &p->top, &p->bottom) != 2) return 1;
    } else if (!strcmp(p->op, "double")) {
      if (scanf("%ms", &p->top) != 1) return 1;
    } else if (!strcmp(p->op, "pow")) {
      if (scanf("%d %ms", &p->a, &p->top) != 2) return 1;
    } else if (scanf("%d %d %d", &p->a, &p->b, &p->c) != 3) return 1;
    values[n] = malloc(length * sizeof(mpfr_t));
    truths[n] = malloc(length);
    for (int i = 0; i < length; i++) mpfr_init2(values[n][i], 64);
  }
  outputs = malloc(output_count * sizeof(int));
  for (int k = 0; k < output_count; k++)
    if (scanf("%d", &outputs[k]) != 1) return 1;
  getchar();
  const int total = output_count * length;
  double *row = malloc(inputs * length * sizeof(double));
  mpfr_t *before = malloc(total * sizeof(mpfr_t));
  for (int i = 0; i < total; i++) mpfr_init2(before[i], 64);
  while (fread(row, sizeof(double), inputs * length, stdin) == (size_t)(inputs * length)) {
    int settled = 0;
    for (int step = 0; step < STEPS && !settled; step++) {
      evaluate(row, bits_of[step]);
      settled = step > 0;
      for (int i = 0; i < total; i++) {
        mpfr_t *y = &values[outputs[i / length]][i % length];
        if (step > 0 && !agree(before[i], *y)) settled = 0;
        mpfr_set_prec(before[i], bits_of[step]);
        mpfr_set(before[i], *y, MPFR_RNDN);
      }
    }
    for (int i = 0; i < total; i++) write_value(before[i]);
  }
  return fflush(stdout) != 0;
}
