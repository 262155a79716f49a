import { expect, test } from 'vitest'
import { activation, expressionOf } from '../../src/activation/activation.ts'
import { printTape } from '../../src/backend/typescript/print.ts'
import { kernelBytes } from '../../src/backend/wasm/bytes.ts'
import { catalogue } from '../../src/catalogue/index.ts'
import { derivative } from '../../src/differentiate/index.ts'
import { input } from '../../src/ir/index.ts'
import { lower } from '../../src/lower/lower.ts'

// Golden texts of generated code: a change of the lowering shows as a difference here. `npx vitest run packages/xphi/test/backend/golden.test.ts -u`
// writes them anew. The f64 ones of all built-ins are src/scalar itself.
test.each(['relu', 'sigmoid', 'gelu', 'silu'])('the plain tapes of %s', async name => {
  const root = expressionOf(activation(name))
  const texts = [root, derivative(root, input('x'))].map(e => printTape(lower([e], 'plain').phases[0].tape, new Set(['x'])).body)
  await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot(`golden/${name}.txt`)
})

/** FNV-1a, 32 bits. */
function hash(bytes: Uint8Array): string {
  let h = 0x811c9dc5
  for (const byte of bytes) h = Math.imul(h ^ byte, 0x01000193)
  return (h >>> 0).toString(16).padStart(8, '0')
}

test('the f32 kernels, by hash', async () => {
  const lines = catalogue.map(entry => {
    const jobs = (['map', 'backward'] as const).map(job => hash(kernelBytes({ activation: activation(entry.name), job, type: 'f32' })))
    return `${entry.name} ${jobs.join(' ')}`
  })
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/kernels.txt')
})

test('a hash tells one byte from another', () => {
  const bytes = kernelBytes({ activation: activation('relu'), job: 'map', type: 'f32' })
  const other = bytes.slice()
  other[other.length - 3] ^= 1
  expect(hash(other)).not.toBe(hash(bytes))
})
