import type { Entry } from './entry.ts'

export const geglu: Entry = {
  name: 'geglu',
  aliases: ['gelu_glu', 'ge_glu'],
  title: 'GEGLU',
  chapter: 18,
  kind: 'gated',
  formula: 'gelu(gate) * value',
  parameters: [],
  kinks: [],
  year: 2020,
  authors: 'Noam Shazeer',
  sources: [{ authors: 'Noam Shazeer', year: 2020, title: 'GLU Variants Improve Transformer', where: 'arXiv:2002.05202' }],
  usedBy: ['T5 v1.1 (tanh form)', 'Gemma (tanh form)', 'ModernBERT', 'transformer blocks of Stable Diffusion'],
  history:
    "Shazeer put other functions in place of GLU's sigmoid and tried them in T5's feed-forward layer, at two thirds of the " +
    'width so that parameters and FLOPs stay equal. GEGLU and SwiGLU came out best, in log-perplexity 1.942 and 1.944 ' +
    'against 1.997 for ReLU; why, the paper leaves open. Models with the tanh form of GELU need that form in the gate too: ' +
    '`gelu_tanh(gate) * value`.',
  corrections: [
    "The bias inside GEGLU's gate is b: GELU(x W + b) * (x V + c). Evo's StripedHyena is GELU-gated by default, so its " +
      'layer is a GEGLU rather than the GLU with a sigmoid; beyond its first layer Evo 2 uses no gate function.',
  ],
}
