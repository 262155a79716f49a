import type { Entry } from './entry.ts'

export const swiglu: Entry = {
  name: 'swiglu',
  aliases: ['silu_glu', 'swish_glu', 'swi_glu', 'siluglu'],
  title: 'SwiGLU',
  chapter: 19,
  kind: 'gated',
  formula: 'silu(gate) * value',
  parameters: [],
  kinks: [],
  year: 2020,
  authors: 'Noam Shazeer',
  sources: [
    { authors: 'Noam Shazeer', year: 2020, title: 'GLU Variants Improve Transformer', where: 'arXiv:2002.05202' },
    {
      authors: 'Jay Shah and others',
      year: 2024,
      title: 'FlashAttention-3: Fast and Accurate Attention with Asynchrony and Low-precision',
      where: 'NeurIPS 2024, arXiv:2407.08608',
    },
  ],
  usedBy: ['PaLM', 'LLaMA and Llama 2', 'Mistral', 'Qwen', 'DeepSeek'],
  history:
    'GLU with SiLU in the gate; Shazeer writes Swish with a beta that is 1 in practice. PaLM and LLaMA made it the standard ' +
    'of language models, with a hidden layer of two thirds of the usual width. Its size grows with the product of two ' +
    'projections: where training aligns them the output is about quadratic in the input, and such outliers break FP8 ' +
    'training after trillions of tokens.',
  corrections: [
    'SwiGLU is not more compute-heavy than ReLU at equal size: the comparison is matched in parameters and FLOPs, with 2/3 ' +
      "of the width. FlashAttention-3's 989 against 3.9 TFLOPS concerns the exponentials of attention's softmax, not this " +
      'function.',
    'The sigmoid inside is bounded; what could help is the unbounded product. Even the bilinear gate without any sigmoid ' +
      "beats GLU in Shazeer's table.",
    "Among Meta's models LLaMA used it first, before Llama 2, at 2/3 of 4d.",
  ],
}
