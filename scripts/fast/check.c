// The driver of check.mjs: see there.
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 1024 };

static inline float headf(float a) {
  int32_t u;
  memcpy(&u, &a, 4);
  u &= 0xfffff000;
  memcpy(&a, &u, 4);
  return a;
}
static inline float pow2lowf(float a) {
  uint32_t u;
  memcpy(&u, &a, 4);
  u <<= 23;
  memcpy(&a, &u, 4);
  return a;
}
static inline float pow2low(double a) {
  uint64_t u;
  memcpy(&u, &a, 8);
  uint32_t w = (uint32_t)u << 23;
  float f;
  memcpy(&f, &w, 4);
  return f;
}
static inline double nearest(double a) { return a + 6755399441055744.0 - 6755399441055744.0; }
static inline double pow2(double a) {
  a += 6755399441055744.0 + 1023;
  uint64_t u;
  memcpy(&u, &a, 8);
  u <<= 52;
  memcpy(&a, &u, 8);
  return a;
}
static inline double ldexpv(double a, double k) {
  double half = __builtin_floor(k * .5);
  return a * pow2(half) * pow2(k - half);
}
static inline double producterror(double a, double b) {
  double e = __builtin_fma(a, b, -(a * b));
  return e == e ? e : 0;
}
static inline double sumerror(double a, double b) {
  double s = a + b, t = s - a, e = (a - (s - t)) + (b - t);
  return e == e ? e : 0;
}
static inline double exponent(double a) {
  uint64_t u;
  memcpy(&u, &a, 8);
  return (double)(int)((u >> 52) & 2047) - 1023;
}
#define ldexp ldexpv
#include "functions.h"
#undef ldexp

static const struct {
  const char *name;
  void (*single)(const float *, float *, int *);
  void (*exact)(const float *, double *);
} table[] = {
#include "table.h"
    {0}};

typedef struct {
  int t, stride;
  uint64_t low, high, count, taken, beyond;
  double ulp, relative, quanta;
  float ulp_at, relative_at, quanta_at;
} job;

static void *measure(void *p) {
  job *j = p;
  static __thread float x[N], y[N];
  static __thread double r[N];
  static __thread int ok[N];
  for (uint64_t u = j->low; u < j->high;) {
    int n = 0;
    for (; n < N && u < j->high; u += j->stride) {
      uint32_t w = u;
      memcpy(&x[n++], &w, 4);
    }
    for (int i = n; i < N; i++) x[i] = 0;
    table[j->t].single(x, y, ok);
    table[j->t].exact(x, r);
    for (int i = 0; i < n; i++) {
      j->count++;
      if (!ok[i]) continue;
      j->taken++;
      double size = fabs(r[i]), error = fabs(y[i] - r[i]);
      if (!(error < INFINITY)) {
        j->ulp = INFINITY;
        j->ulp_at = x[i];
        continue;
      }
      if (size < 0x1p-126) {
        double quanta = error * 0x1p149;
        if (quanta > j->quanta) j->quanta = quanta, j->quanta_at = x[i];
        continue;
      }
      double relative = error / size * 0x1p24;
      if (relative > j->relative) j->relative = relative, j->relative_at = x[i];
      uint64_t bits;
      memcpy(&bits, &size, 8);
      bits = (bits >> 52) << 52;
      double top;
      memcpy(&top, &bits, 8);
      double ulp = error / top * 0x1p23;
      if (ulp > 4) j->beyond++;
      if (ulp > j->ulp) j->ulp = ulp, j->ulp_at = x[i];
    }
  }
  return 0;
}

int main(int count, char **values) {
  (void)count;
  int stride = atoi(values[1]);
  for (int t = 0; table[t].name; t++) {
    job j[2];
    pthread_t thread[2];
    memset(j, 0, sizeof j);
    for (int i = 0; i < 2; i++) {
      j[i].t = t;
      j[i].stride = stride;
      j[i].low = (uint64_t)i << 31;
      j[i].high = (uint64_t)(i + 1) << 31;
      pthread_create(&thread[i], 0, measure, &j[i]);
    }
    for (int i = 0; i < 2; i++) pthread_join(thread[i], 0);
    const job *a = j[1].ulp > j[0].ulp ? &j[1] : &j[0], *b = j[1].relative > j[0].relative ? &j[1] : &j[0], *c = j[1].quanta > j[0].quanta ? &j[1] : &j[0];
    printf("%-44s %.3f ulp at %a, %.3f u at %.9g, %.2f quanta, beyond 4 ulp %lu, taken %.1f%%\n", table[t].name, a->ulp, a->ulp_at, b->relative, b->relative_at,
           c->quanta, (unsigned long)(j[0].beyond + j[1].beyond), 100. * (j[0].taken + j[1].taken) / (j[0].count + j[1].count));
    fflush(stdout);
  }
}
