import { Random } from '@xphi/train'
import { sigmoid, silu, swish } from 'xphi'
import { exact, tested } from './claim.ts'
import { ulpsApart } from './shared/numbers.ts'

export const swishIsSilu = tested({
  id: 23,
  version: 1,
  title: 'One function, several names',
  statement: 'SiLU was introduced in the GELU paper; people of reinforcement learning found later that it gains much on Atari.',
  source:
    'Right: Hendrycks and Gimpel 2016 name it. Elfwing and others 2017 came to it independently and measured SZ-Tetris and Atari games.',
  test: 'On 100,000 numbers of [-30, 30]: Swish with beta 1 is SiLU, and x sigmoid(1.702 x) is SiLU(1.702 x)/1.702, each within 2 ulp.',
  parts: [
    {
      statement: 'Swish with beta 1 is SiLU, and QuickGELU is SiLU with both axes scaled.',
      expected: 'holds',
      conditions: [exact('ulps, Swish', 'at most', 2), exact('ulps, QuickGELU', 'at most', 2)],
    },
  ],
  seconds: 0.15,
  settings: { points: 100_000, beta: 1 },
  control: { points: 1000, beta: 1 + 2 ** -30 },
  experiment({ seed }, { points, beta }) {
    const random = new Random(seed)
    let [plain, quick] = [0, 0]
    for (let i = 0; i < points; i++) {
      const x = 60 * random.uniform() - 30
      // The same rounded product on both sides: the identity, not the conditioning of the argument.
      const z = 1.702 * x
      plain = Math.max(plain, ulpsApart(swish(x, beta), silu(x)))
      quick = Math.max(quick, ulpsApart(x * sigmoid(z), silu(z) / 1.702))
    }
    return { values: { 'ulps, Swish': plain, 'ulps, QuickGELU': quick } }
  },
})
