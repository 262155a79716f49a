import type { Entry } from './entry.ts'

export const smoothSwiglu: Entry = {
  name: 'smooth_swiglu',
  aliases: ['smoothswiglu', 'smooth_swi_glu'],
  title: 'Smooth-SwiGLU',
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
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
