import type { Entry } from './entry.ts'

export const clampedSwiglu: Entry = {
  name: 'clamped_swiglu',
  aliases: ['swiglu_oai', 'gpt_oss_swiglu', 'swiglu_gpt_oss', 'swigluoai', 'swiglu_clamped', 'clampedswiglu'],
  title: 'Clamped SwiGLU',
  kind: 'gated',
  formula:
    '(gate <= limit ? gate : limit) * sigmoid(alpha * (gate <= limit ? gate : limit)) * ((value < -limit ? -limit : value > limit ? limit : value) + 1)',
  parameters: [
    { name: 'alpha', default: 1.702, trainable: false, meaning: 'steepness of the sigmoid' },
    {
      name: 'limit',
      default: 7,
      minimum: 0,
      open: true,
      trainable: false,
      meaning: 'the gate is clamped to at most this, the value to at most this on either side',
    },
  ],
  kinks: [
    {
      input: 'gate',
      at: 'limit',
      derivative:
        'sigmoid(alpha * limit) * (1 + alpha * limit * sigmoid(-alpha * limit)) * ((value < -limit ? -limit : value > limit ? limit : value) + 1)',
    },
    { input: 'value', at: '-limit', derivative: '(gate <= limit ? gate : limit) * sigmoid(alpha * (gate <= limit ? gate : limit))' },
    { input: 'value', at: 'limit', derivative: '(gate <= limit ? gate : limit) * sigmoid(alpha * (gate <= limit ? gate : limit))' },
  ],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
