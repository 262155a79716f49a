import type { Entry } from './entry.ts'

export const smoothSwiglu: Entry = {
  name: 'smooth_swiglu',
  aliases: ['smoothswiglu', 'smooth_swi_glu'],
  title: 'Smooth-SwiGLU',
  chapter: 20,
  kind: 'gated',
  formula: 'silu(gate) * (value * s) / s',
  parameters: [
    {
      name: 's',
      default: 1,
      minimum: 0,
      open: true,
      trainable: false,
      meaning:
        "scale of the value before the quantiser, undone after it: the inverse of the channel's maximum, rounded to a power of two; one a channel",
    },
  ],
  kinks: [],
  year: 2024,
  authors: 'Maxim Fishman, Brian Chmiel, Ron Banner, Daniel Soudry',
  sources: [
    {
      authors: 'Maxim Fishman, Brian Chmiel, Ron Banner, Daniel Soudry',
      year: 2024,
      title: 'Scaling FP8 training to trillion-token LLMs',
      where: 'ICLR 2025, arXiv:2409.12517',
    },
  ],
  usedBy: ['the 7B FP8 model of its paper (Gaudi 2, 2 trillion tokens)'],
  history:
    'In long FP8 training some channels of SwiGLU come to have aligned weights and give outliers, and one outlier takes the ' +
    'scale of a whole tensor: all other channels fall below what FP8 can represent. Smooth-SwiGLU multiplies the value by ' +
    's, one a channel, quantises the product to FP8, and divides by s after it, so that every channel fills the range. s ' +
    'can be folded into the weights before and after. Plain FP8 diverged, and this reached 34 % more samples a second than ' +
    'BF16.',
  corrections: [
    'It is not a new function: it is SwiGLU with a scale for each channel around the quantiser. Without quantisation the ' +
      "two are identical, bit for bit where s is a power of two. s_i is the inverse of the channel's maximum.",
  ],
}
