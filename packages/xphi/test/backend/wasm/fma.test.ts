import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { activation } from '../../../src/activation/activation.ts'
import { compile } from '../../../src/backend/wasm/compile.ts'
import { hasFma } from '../../../src/backend/wasm/fma.ts'
import { gemmBytes } from '../../../src/backend/wasm/gemm.ts'
import { kernelBytes } from '../../../src/backend/wasm/bytes.ts'
import { catalogue } from '../../../src/catalogue/index.ts'

/** Bytes of relaxed_madd and relaxed_nmadd, f32x4 and f64x2: 0xfd, then 0x105 to 0x108 in LEB128. */
const fusedSteps = (bytes: Uint8Array): number =>
  bytes.reduce((n, b, i) => n + Number(b === 0xfd && bytes[i + 1] >= 0x85 && bytes[i + 1] <= 0x88 && bytes[i + 2] === 0x02), 0)

describe('fma', () => {
  test('is in kernels that ask for it, and in no others', () => {
    for (const mode of ['exact', 'fast'] as const) {
      const request = { activation: activation('gelu'), job: 'map', type: 'f32', mode } as const
      expect(fusedSteps(kernelBytes(request))).toBe(0)
      expect(fusedSteps(kernelBytes({ ...request, fma: true }))).toBeGreaterThan(8)
    }
    expect(WebAssembly.validate(kernelBytes({ activation: activation('gelu'), job: 'map', type: 'f64' }))).toBe(true)
  })

  test('is given where the engine has it, and elsewhere the kernel says so and keeps its bits', async () => {
    const x = Float32Array.from({ length: 999 }, (_, i) => (i - 500) / 50)
    const [asked, plain] = await Promise.all([compile(activation('gelu'), { fma: true }), compile(activation('gelu'))])
    expect(asked.fma).toBe(hasFma())
    expect(plain.fma).toBe(false)
    if (!asked.fma) expect(asked.map(x)).toEqual(plain.map(x))
  })
})

/** What a Node with relaxed SIMD (behind a flag in 20, without one from 22 on) prints. */
function withRelaxedSimd(script: string): string {
  const flags = process.versions.node.startsWith('20.') ? ['--experimental-wasm-relaxed-simd'] : []
  return execFileSync(process.execPath, [...flags, '--input-type=module'], { input: script, encoding: 'utf8' })
}

const hex = (bytes: Uint8Array): string => JSON.stringify(Buffer.from(bytes).toString('hex'))

/** Runs kernels of singles and gives what they made of x: lines of base64, in order. */
function run(kernels: readonly Uint8Array[], x: Float32Array): readonly Float32Array[] {
  const script = `
    const bytes = Buffer.from(${hex(new Uint8Array(x.buffer, x.byteOffset, x.byteLength))}, 'hex')
    for (const kernel of [${kernels.map(hex).join(',')}]) {
      const memory = new WebAssembly.Memory({ initial: 8 })
      new Uint8Array(memory.buffer).set(bytes, 1024)
      const { instance } = await WebAssembly.instantiate(Buffer.from(kernel, 'hex'), { e: { m: memory } })
      instance.exports.run(1, ${x.length}, 1024, 0, 262144, 0, ...new Array(8).fill(64))
      console.log(Buffer.from(memory.buffer, 262144, bytes.length).toString('base64'))
    }`
  return withRelaxedSimd(script)
    .trim()
    .split('\n')
    .map(line => new Float32Array(new Uint8Array(Buffer.from(line, 'base64')).buffer))
}

describe('fused kernels', () => {
  const plain = catalogue.filter(e => e.kind === 'pointwise' && e.parameters.length === 0).map(e => e.name)

  test('keep their bounds over the range: exact kernels to half an ulp and a little, fast ones to 4', () => {
    const x = Float32Array.from(new Float32Array(new Uint32Array(24000).map((_, i) => i * 178951).buffer).filter(v => v - v === 0))
    for (const name of plain) {
      const a = activation(name)
      const request = { activation: a, job: 'map', type: 'f32' } as const
      const [strict, exact, fast] = run(
        [kernelBytes(request), kernelBytes({ ...request, fma: true }), kernelBytes({ ...request, mode: 'fast', fma: true })],
        x,
      )
      const bits = (v: Float32Array) => new Int32Array(v.buffer)
      const distance = (p: Float32Array): number => {
        let most = 0
        strict.forEach((y, i) => {
          if (Object.is(y, p[i]) || y !== y) return
          most = Math.max(most, Math.abs(bits(strict)[i] - bits(p)[i]))
        })
        return most
      }
      // Strict ones are within .51 ulp of the true value: the others' errors are at most half an ulp more than these distances.
      expect(distance(exact), name).toBeLessThanOrEqual(1)
      expect(distance(fast), name).toBeLessThanOrEqual(4)
    }
  })

  test('a product rounds once: what an unfused one loses is there', () => {
    const script = `
      const e = 2 ** -12
      for (const bytes of [${hex(gemmBytes())}, ${hex(gemmBytes({ fused: true }))}]) {
        const memory = new WebAssembly.Memory({ initial: 64 })
        const { instance } = await WebAssembly.instantiate(Buffer.from(bytes, 'hex'), { e: { m: memory } })
        const f = new Float32Array(memory.buffer)
        f.set([1, 1 + e], 0)
        f.set([-1 - 2 * e, 1 + e], 16)
        instance.exports.gemm(0, 8, 4, 64, 4, 4, 128, 4, 1, 1, 2, 0, 192)
        console.log(f[32])
      }`
    expect(withRelaxedSimd(script).trim().split('\n').map(Number)).toEqual([0, 2 ** -24])
  })
})
