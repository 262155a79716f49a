import type { TextClaim } from './claim.ts'

export const specialFunctions: TextClaim = {
  kind: 'text',
  id: 37,
  title: 'Special functions on an H100',
  statement:
    'An H100 does 989 TFLOPS of half-precision matrix products but only 3.9 of special functions, so that ReLU is preferred to activations with exponentials.',
  source:
    'Shah and others 2024 (FlashAttention-3): the figures are given for the softmax of attention. With a head dimension of 128 there are 512 times more matrix operations than exponentials, at 256 times the rate: exponentials can take half the time of the products.',
  correction:
    'The figures are right and concern attention, not a comparison with ReLU. What an activation costs beside the products of a feed-forward layer is measured by claim 15.',
}
