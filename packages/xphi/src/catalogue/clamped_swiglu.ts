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
  year: 2025,
  authors: 'OpenAI',
  sources: [{ authors: 'OpenAI', year: 2025, title: 'gpt-oss-120b & gpt-oss-20b Model Card', where: 'arXiv:2508.10925' }],
  usedBy: ['gpt-oss-120b', 'gpt-oss-20b'],
  history:
    "The SwiGLU of OpenAI's open models: the gate is cut above 7 and the value outside [-7, 7], so that the outliers that " +
    "threaten low precision cannot arise, the sigmoid is QuickGELU's with 1.702, and 1 is added to the value, so that the " +
    'layer starts near an ungated one. The gate is not cut below, where the sigmoid already takes it to 0. At the edges the ' +
    'derivative is that of the inside, as torch.clamp has it. The published weights interleave gate and value.',
  corrections: [],
}
