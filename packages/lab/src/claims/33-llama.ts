import { readCheckpoint } from '@xphi/train'
import { tested } from './claim.ts'
import { within } from './shared/numbers.ts'

export const llama = tested({
  id: 33,
  version: 1,
  title: 'SwiGLU in language models',
  statement: 'PaLM and Llama 2 use SwiGLU.',
  source: 'Right; LLaMA 1 had it first, with 2/3 of 4 times the width as hidden units.',
  test: 'stories260K, a model of the architecture of Llama 2: its 172 hidden units are 2/3 of 4 times 64, rounded up to a multiple of 4.',
  parts: [
    {
      statement: 'The hidden width of a real model is two thirds of four widths.',
      expected: 'holds',
      conditions: within('hidden units above 2/3 of 4 widths, rounded', 0, 0),
    },
  ],
  needs: ['stories260K'],
  seconds: 0.05,
  settings: { share: 2 / 3 },
  control: { share: 1 },
  async experiment({ load }, { share }) {
    const { width, hidden } = readCheckpoint(await load('stories260K')).config
    const expected = 4 * Math.ceil(share * width - 1e-9)
    return { values: { 'hidden units above 2/3 of 4 widths, rounded': hidden - expected, 'hidden units': hidden, width } }
  },
})
