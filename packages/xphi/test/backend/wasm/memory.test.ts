import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LinearMemory } from '../../../src/backend/wasm/memory.ts'
import { activation } from '../../../src/formula.ts'
import { compile, KernelError, type KernelMemory, kernelMemory } from '../../../src/wasm.ts'

const numbers = (n: number): Float32Array => Float32Array.from({ length: n }, (_, i) => ((i * 7) % 997) / 83 - 6)

describe('a memory', () => {
  it('gives arrays of both types, on lines of their own, and their places again once they are free', async () => {
    const memory = await kernelMemory({ bytes: 2 ** 20 })
    const [a, b] = [memory.alloc(3), memory.alloc(5, 'f64')]
    expect([a.length, b.length]).toEqual([3, 5])
    expect(b).toBeInstanceOf(Float64Array)
    expect(a.byteOffset % 64).toBe(0)
    expect(b.byteOffset - a.byteOffset).toBe(64)
    memory.free(a)
    expect(memory.alloc(16).byteOffset).toBe(a.byteOffset)
    expect(memory.alloc(0)).toHaveLength(0)
  })

  it('never gives a byte twice, and has all its room again when all is free', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ n: fc.integer({ min: 0, max: 4000 }), drop: fc.nat() }), { maxLength: 60 }), steps => {
        const memory = new LinearMemory({ bytes: 2 ** 16, kind: 'fixed' })
        const whole = memory.room
        const live: Float32Array[] = []
        for (const { n, drop } of steps) {
          if (4 * n > memory.room) {
            expect(() => memory.alloc(n)).toThrow(`no room for ${4 * n} bytes: ${memory.room} are left in one piece`)
            memory.free(live.splice(drop % live.length, 1)[0])
          } else live.push(memory.alloc(n).fill(live.length))
          const ranges = live.map(a => [a.byteOffset, a.byteOffset + Math.max(1, a.byteLength)]).sort((p, q) => p[0] - q[0])
          for (let i = 1; i < ranges.length; i++) expect(ranges[i][0]).toBeGreaterThanOrEqual(ranges[i - 1][1])
        }
        for (const a of live) memory.free(a)
        expect(memory.room).toBe(whole)
      }),
      { numRuns: 100 },
    )
  })

  it('refuses what it did not give, and what is out of range', async () => {
    const memory = await kernelMemory({ bytes: 2 ** 20 })
    const a = memory.alloc(100)
    expect(() => memory.free(a.subarray(16))).toThrow('free takes an array that alloc gave, once')
    expect(() => memory.free(a.subarray(0, 99))).toThrow('a part of one')
    expect(() => memory.free(new Float32Array(100))).toThrow(KernelError)
    memory.free(a)
    expect(() => memory.free(a)).toThrow('or was freed')
    expect(() => memory.alloc(-1)).toThrow('an array needs a length that is an integer from 0 on, got -1')
    expect(() => memory.alloc(1.5)).toThrow('got 1.5')
    await expect(kernelMemory({ bytes: 2 ** 32 })).rejects.toThrow('a memory has 1 to 2^32 - 2^20 bytes, got 4294967296')
    await expect(kernelMemory({ threads: 0 })).rejects.toThrow('threads must be an integer from 1 to 256, got 0')
  })

  it('holds arrays of all the bytes that were asked for', async () => {
    const memory = await kernelMemory({ bytes: 2 ** 22 })
    const [x] = [memory.alloc(2 ** 20)]
    x.fill(-1)
    const k = await compile(activation('relu'), { memory })
    expect(k.map(x, x).every(v => v === 0)).toBe(true)
  })
})

describe('a kernel in a memory', () => {
  it('works where the arrays lie, in place too, and puts its results there', async () => {
    const memory = await kernelMemory({ bytes: 2 ** 22 })
    const [k, plain] = await Promise.all([compile(activation('gelu'), { memory }), compile(activation('gelu'))])
    const x = memory.alloc(50_001)
    x.set(numbers(x.length))
    const expected = plain.map(numbers(x.length))
    const y = k.map(x)
    expect(memory.owns(y)).toBe(true)
    expect(y).toEqual(expected)
    expect(k.map(x, x)).toBe(x)
    expect(x).toEqual(expected)
    // Others are copied, and mix with those that lie here.
    const out = memory.alloc(x.length)
    expect(k.backward(numbers(x.length), numbers(x.length), out)).toBe(out)
    expect(out).toEqual(plain.backward(numbers(x.length), numbers(x.length)))
    expect(memory.owns(k.map(numbers(10)))).toBe(false)
  })

  it('is refused where kernelMemory has not made the memory', async () => {
    const memory = { ...(await kernelMemory({ bytes: 2 ** 20 })) } as KernelMemory
    await expect(compile(activation('relu'), { memory })).rejects.toThrow('memory must be one that kernelMemory has made')
  })

  it('says that there is no room for a result, and goes on', async () => {
    const memory = await kernelMemory({ bytes: 2 ** 20 })
    const k = await compile(activation('relu'), { memory })
    const x = memory.alloc(2 ** 18)
    const rest = memory.alloc(memory.room / 4)
    expect(() => k.map(x)).toThrow('no room for 1048576 bytes: 0 are left in one piece; free arrays, or make a larger memory')
    memory.free(rest)
    expect(k.map(x.fill(-2), x)[7]).toBe(0)
  })

  it('detaches no array, whatever else the memory holds', async () => {
    const memory = new LinearMemory({ bytes: 2 ** 23, kind: 'fixed' })
    const x = memory.alloc(1000).fill(0.5)
    const buffer = x.buffer
    for (const name of ['snake', 'softmax', 'gelu', 'mish'] as const) {
      const k = await compile(activation(name), { memory })
      k.map(new Float64Array(200_000).fill(1))
      k.map(numbers(500_000))
    }
    expect(memory.wasm.buffer).toBe(buffer)
    expect(() => memory.wasm.grow(1)).toThrow()
    expect(x.every(v => v === 0.5)).toBe(true)
  })

  it('keeps far doubles, in place and in rows', async () => {
    const memory = await kernelMemory({ bytes: 2 ** 20 })
    const k = await compile(activation('silu'), { memory })
    const x = memory.alloc(5, 'f64')
    const values = [1e300, -1e300, Number.POSITIVE_INFINITY, 1, Number.NaN]
    x.set(values)
    const expected = [1e300, -0, Number.POSITIVE_INFINITY, k.map(Float64Array.of(1))[0], Number.NaN]
    expect([...k.map(x, x)]).toEqual(expected)
    const spread = Float64Array.from({ length: 15 }, (_, i) => (i % 3 === 0 ? values[i / 3] : 7))
    k.map({ data: spread, columns: 1, stride: 3 }, { data: spread, columns: 1, stride: 3 })
    expect([...spread]).toEqual(expected.flatMap(y => [y, 7, 7]))
    const glu = await compile(activation('reglu'), { memory })
    const gate = Float64Array.of(1e300, 2)
    expect([...glu.map(gate, Float64Array.of(0.5, 4), gate)]).toEqual([5e299, 8])
  })

  it('copies arrays of any length through blocks', async () => {
    const [k, softmax] = await Promise.all([compile(activation('silu')), compile(activation('softmax'))])
    const n = 3 * 16384 + 5
    const x = numbers(n)
    const y = k.map(x)
    for (const at of [0, 16383, 16384, 32767, 32768, 49151, n - 1]) expect(y[at]).toBe(k.map(x.slice(at, at + 1))[0])
    // A row longer than a block is one all the same.
    const row = softmax.map(x)
    expect(Math.abs(row.reduce((sum, v) => sum + v, 0) - 1)).toBeLessThan(1e-3)
    const rows = softmax.map(x.slice(0, 49152), undefined, { length: 3072 })
    expect(rows.slice(3072, 6144)).toEqual(softmax.map(x.slice(3072, 6144)))
  })
})
