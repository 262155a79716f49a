// The compiled library: threads start from a script of it.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { activation, fromFormula } from 'xphi/formula'
import { compile, type FloatArray, kernelMemory, ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { Control, controlBytes } from '../../../dist/backend/wasm/control.js'
import { type Job, runChunk, writeJob } from '../../../dist/backend/wasm/jobs.js'
import { Pool } from '../../../dist/backend/wasm/pool.js'

const { add, addFunction, get, int, loadInt, op, seq, storeInt, upTo } = pieces

const numbers = (n: number, by = 7): Float32Array => Float32Array.from({ length: n }, (_, i) => ((i * by) % 997) / 83 - 6)
const bits = (array: FloatArray) => Buffer.from(array.buffer, array.byteOffset, array.byteLength)

/** Long enough to be shared, and no multiple of anything. */
const n = 27 * 3701

describe('several threads', () => {
  // snake reads a table.
  it.each(['snake', 'softmax', 'swiglu'])('give the bits of one: %s', async name => {
    const a = activation(name)
    const memory = await kernelMemory({ bytes: 2 ** 24, threads: 3 })
    expect([memory.threads, memory.why]).toEqual([3, undefined])
    const kernels = await Promise.all([compile(a, { memory, mode: 'fast' }), compile(a, { mode: 'fast' })])
    const [x, dy] = [numbers(n), numbers(n, 5)]
    const [wide, wideDy] = [Float64Array.from(x), Float64Array.from(dy)]
    const packed = numbers(2 * n, 3)
    const results = kernels.map((kernel): readonly FloatArray[] => {
      if ('mapPacked' in kernel) {
        const rows = [kernel.mapPacked(packed, n / 27), kernel.backwardPacked(packed, dy, n / 27)]
        return [kernel.map(x, dy), ...Object.values(kernel.backward(x, dy, x)), kernel.map(wide, wideDy), ...rows]
      }
      const options = { length: n / 27 }
      const doubles = [kernel.map(wide, undefined, options), kernel.backward(wide, wideDy, undefined, options)]
      return [kernel.map(x, undefined, options), kernel.backward(x, dy, undefined, options), ...doubles]
    })
    for (const [i, array] of results[0].entries()) expect(bits(array).equals(bits(results[1][i]))).toBe(true)
    await memory.close()
  })

  it('share rows, and columns of long rows that lie apart', async () => {
    const memory = await kernelMemory({ bytes: 2 ** 24, threads: 2 })
    const [gelu, softmax] = [activation('gelu'), activation('softmax')]
    const [k, one, s, oneS] = await Promise.all([compile(gelu, { memory }), compile(gelu), compile(softmax, { memory }), compile(softmax)])
    for (const [rows, columns, stride] of [
      [3000, 10, 11],
      [3, 40_000, 40_001],
    ]) {
      const data = memory.alloc((rows - 1) * stride + columns)
      data.set(numbers(data.length))
      const foreign = data.slice()
      expect(bits(k.map({ data, columns, stride })).equals(bits(one.map({ data: foreign, columns, stride })))).toBe(true)
      expect(bits(k.map({ data: foreign, columns, stride })).equals(bits(one.map({ data: foreign, columns, stride })))).toBe(true)
      expect(bits(s.map({ data, columns, stride })).equals(bits(oneS.map({ data: foreign, columns, stride })))).toBe(true)
    }
    await memory.close()
  })

  it('take job after job, of every size, and none of them twice', async () => {
    const memory = await kernelMemory({ bytes: 2 ** 22, threads: 4 })
    // In place, so that a chunk that is done twice or not at all shows.
    const k = await compile(fromFormula('next', 'x + 1', {}), { memory })
    const x = memory.alloc(20_000)
    for (let turn = 0; turn < 1000; turn++) {
      const part = x.subarray(0, 8192 + ((turn * 37) % 11_000)).fill(turn)
      x[part.length] = -1
      k.map(part, part)
      if (!part.every(v => v === turn + 1) || x[part.length] !== -1) throw new Error(`turn ${turn}, ${part.length} elements`)
    }
    await memory.close()
  })

  it('are missing where memory cannot be shared, which is said', async () => {
    vi.stubGlobal('SharedArrayBuffer', undefined)
    const memory = await kernelMemory({ bytes: 2 ** 20, threads: 4 })
    vi.unstubAllGlobals()
    expect(memory.threads).toBe(1)
    expect(memory.why).toMatch(/SharedArrayBuffer.*COOP and COEP/)
    const k = await compile(activation('gelu'), { memory })
    expect(bits(k.map(numbers(n))).equals(bits((await compile(activation('gelu'))).map(numbers(n))))).toBe(true)
    await memory.close()
  })

  it('end, and leave a memory that works', async () => {
    const memory = await kernelMemory({ bytes: 2 ** 22, threads: 2 })
    const k = await compile(activation('gelu'), { memory })
    const x = memory.alloc(n)
    x.set(numbers(n))
    const before = k.map(x)
    await memory.close()
    expect(memory.threads).toBe(1)
    expect(bits(k.map(x)).equals(bits(before))).toBe(true)
    const other = await compile(activation('silu'), { memory })
    expect(bits(other.map(x)).equals(bits((await compile(activation('silu'))).map(numbers(n))))).toBe(true)
    await memory.close()
  })

  it('do not keep the process alive', () => {
    const script = `
      import { compile, kernelMemory } from 'xphi/wasm'
      import { activation, fromFormula } from 'xphi/formula'
      const memory = await kernelMemory({ threads: 3 })
      const k = await compile(activation('relu'), { memory })
      console.log(memory.threads, k.map(memory.alloc(100000).fill(-1))[99999])`
    const cwd = fileURLToPath(new URL('../../..', import.meta.url))
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd,
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect([stdout, stderr, status]).toEqual(['3 0\n', '', 0])
  })
})

/** A kernel on the number at its first array. */
function kernel(write: (at: pieces.Piece, local: () => number) => pieces.Piece): WebAssembly.Module {
  const module = new ModuleBuilder()
  module.importMemory('e', 'm', { initial: 1, maximum: 65536, shared: true })
  const p = opcodes.type.i32
  addFunction(module, { export: 'run', params: { rows: p, length: p, at: p, stride: p } }, (p, local) => write(get(p.at), local))
  return new WebAssembly.Module(module.finish())
}

/** 1 when it begins and, some 20 ms later, 2. */
const slow = kernel((at, local) => seq(storeInt(at, int(1)), upTo(local(), int(2e7), int(1)), storeInt(at, int(2))))
const failing = kernel(at => seq(storeInt(at, int(1)), op(0x00)))
const counting = kernel(at => storeInt(at, add(loadInt(at), int(1))))

const job: Job = { kernel: 1, arrays: [{ at: 0, stride: 4 }], rest: [], by: 'rows', rows: 64, length: 1, bytesPerElement: 4, chunk: 1 }
const start = async (threads: number, rows = job.rows) => {
  const memory = new WebAssembly.Memory({ initial: 2, maximum: 2, shared: true })
  const pool = await Pool.start(memory, 65536, threads)
  if (typeof pool === 'string') throw new Error(pool)
  return { pool, marks: new Int32Array(memory.buffer, 0, rows) }
}

describe('a pool', () => {
  it('is not needed by a job: the caller does the chunks of threads that have no core', () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
    const control = new Control(memory, 0, 0)
    writeJob(control.job, job)
    const done: number[] = []
    expect(control.run((_, __, at) => void done.push(at))).toBe(true)
    expect(done).toEqual(Array.from({ length: 64 }, (_, i) => 4 * i))
    expect(controlBytes % 64).toBe(0)
  })

  it('works beside the caller, which waits for what others have begun', async () => {
    const { pool, marks } = await start(2)
    const { kernel, heard } = pool.add(slow)
    expect(kernel).toBe(1)
    await heard
    // The caller stays in its first chunk until the thread is in the middle of another, and is done with the rest long before it.
    const own: number[] = []
    pool.run(job, (_, __, at) => {
      const until = Date.now() + 30_000
      while (!marks.some(mark => mark > 0) && Date.now() < until);
      own.push(at / 4)
    })
    expect(own.length).toBeLessThan(job.rows)
    expect(marks.every((mark, i) => mark === (own.includes(i) ? 0 : 2))).toBe(true)
    await pool.close()
  })

  it('does every chunk once, whoever claims it', async () => {
    const { pool, marks } = await start(2, 16_000)
    await pool.add(counting).heard
    for (let turn = 1; turn <= 10; turn++) {
      let own = -1
      pool.run({ ...job, rows: marks.length }, (_, __, at) => {
        const until = Date.now() + 1000
        // Not before the thread is there: then both claim as fast as they can.
        if (own < 0) for (own = at / 4; Atomics.load(marks, own === 0 ? 1 : 0) < turn && Date.now() < until; );
        marks[at / 4]++
      })
      expect(marks.findIndex(mark => mark !== turn)).toBe(-1)
    }
    await pool.close()
  })

  it('says that a thread failed, and works on', async () => {
    const { pool, marks } = await start(2)
    await pool.add(failing).heard
    await pool.add(counting).heard
    const wait = () => {
      const until = Date.now() + 30_000
      while (!marks.some(mark => mark === 1) && Date.now() < until);
    }
    expect(() => pool.run(job, wait)).toThrow(/a thread failed in the middle of a kernel/)
    expect(() => pool.run({ ...job, kernel: 2 }, () => {})).not.toThrow()
    expect(pool.size).toBe(2)
    await pool.close()
    expect(pool.size).toBe(1)
  })

  it('passes on what the caller meets, and is ready for the next job', async () => {
    const { pool } = await start(2)
    await pool.add(counting).heard
    const fail = () => {
      throw new RangeError('mine')
    }
    // No thread has this kernel: all chunks are the caller's.
    expect(() => pool.run({ ...job, kernel: 9 }, fail)).toThrow('mine')
    expect(() => pool.run(job, () => {})).not.toThrow()
    await pool.close()
  })

  it('cuts a job into the same chunks for all', () => {
    const numbers = new Int32Array(1024)
    const calls: number[][] = []
    const record = (...values: number[]): void => void calls.push(values)
    writeJob(numbers, { ...job, rows: 5, length: 3, chunk: 2, arrays: [{ at: 100, stride: 20 }], rest: [7] })
    for (const i of [0, 1, 2]) runChunk(record, numbers, i, 0)
    writeJob(numbers, { ...job, by: 'columns', rows: 1, length: 10, chunk: 4, rest: [7, 8] })
    for (const i of [0, 1, 2]) runChunk(record, numbers, i, 0)
    expect(calls).toEqual([
      [2, 3, 100, 20, 7],
      [2, 3, 140, 20, 7],
      [1, 3, 180, 20, 7],
      [1, 4, 0, 4, 7, 8],
      [1, 4, 16, 4, 7, 8],
      [1, 2, 32, 4, 7, 8],
    ])
  })
})
