import { describe, expect, it } from 'vitest'
import { ulpDistance } from 'xphi/number'
import { inProcess, xphi } from '../run.ts'

interface Evaluated {
  readonly name: string
  readonly dtype: string
  readonly backend: string
  readonly mode: string
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly dy: readonly number[]
}

async function json(...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await inProcess(['eval', '--json', ...args])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('xphi eval', () => {
  // x Phi(x), rounded to doubles.
  const truth = [-1.0444259356238245e-7, -5.9195258702261885e-9, -7.619853024160526e-23]

  it('takes the fast kernel where there is one, and says where there is none', async () => {
    const { code, stdout, stderr } = await inProcess(['eval', 'softmax', '1', '2', '--dtype', 'f32', '--mode', 'fast', '--json'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/softmax: map has no fast kernel, so it is exact/)
    expect((JSON.parse(stdout) as Evaluated).y[1]).toBe(Math.fround(Math.E / (1 + Math.E)))
    const fast = (await json('silu', '--dtype', 'f32', '--mode', 'fast', '-2')) as Evaluated
    expect(fast.mode).toBe('fast')
    expect(ulpDistance(fast.y[0], -0.23840584404423515, 'f32')).toBeLessThanOrEqual(4)
  })

  it.each(['typescript', 'wasm'])("is right in GELU's far tail (%s)", async backend => {
    const found = (await json('gelu', '--backend', backend, '--', '-5.5', '-6', '-10')) as Evaluated
    expect(Object.keys(found)).toEqual(['name', 'dtype', 'backend', 'mode', 'x', 'y', 'dy'])
    expect(found).toMatchObject({ name: 'gelu', dtype: 'f64', backend, mode: 'exact', x: [-5.5, -6, -10] })
    for (const [i, y] of truth.entries()) expect(ulpDistance(found.y[i], y)).toBeLessThanOrEqual(2)
  })

  it('prints a table of the same numbers, negative ones without -- too', async () => {
    const { code, stdout, stderr } = await xphi(['eval', 'gelu', '-5.5', '-6', '-10'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [header, ...rows] = stdout
      .trimEnd()
      .split('\n')
      .map(line => line.split(/ +/))
    expect(header).toEqual(['x', 'gelu', 'derivative'])
    expect(rows.map(r => r[0])).toEqual(['-5.5', '-6', '-10'])
    for (const [i, y] of truth.entries()) expect(ulpDistance(Number(rows[i][1]), y)).toBeLessThanOrEqual(2)
  })

  it('writes NaN and infinities as strings and keeps -0', async () => {
    const { stdout } = await xphi(['eval', 'identity', 'nan', 'inf', '-inf', '-0', '--json'])
    expect(stdout).toContain('"y": ["NaN", "Infinity", "-Infinity", -0]')
  })

  // Phi(1) = 0.841344746068542948...; in each format the multiple of its spacing in [1/2, 1) that lies nearest.
  it.each([
    ['f64', 0.8413447460685429, 'typescript'],
    ['f32', Math.fround(0.8413447460685429), 'wasm'],
    ['f16', 1723 / 2048, 'typescript'],
    ['bf16', 215 / 256, 'typescript'],
    ['e4m3', 13 / 16, 'typescript'],
    ['e5m2', 7 / 8, 'typescript'],
  ])('--dtype %s', async (dtype, y, backend) => {
    expect(await json('gelu', '1', '--dtype', dtype)).toMatchObject({ dtype, backend, x: [1], y: [y] })
  })

  it('rounds the inputs to the format, and computes what it then printed', async () => {
    expect(await json('identity', '0.1', '1000', '--dtype', 'e4m3')).toMatchObject({ x: [13 / 128, 'NaN'], y: [13 / 128, 'NaN'] })
    const narrow = (await json('gelu', '0.3', '--dtype', 'f32', '--backend', 'typescript')) as Evaluated
    expect(narrow.x).toEqual([Math.fround(0.3)])
    expect(narrow.y[0]).toBe(Math.fround(narrow.y[0]))
  })

  it('gated: pairs in, both derivatives out', async () => {
    // At gate 0 the sigmoid is 1/2: the value is 0 and d/dgate is value / 2.
    for (const backend of ['typescript', 'wasm'])
      expect(await json('swiglu', '0,3', '0,1', '--backend', backend)).toEqual({
        name: 'swiglu',
        dtype: 'f64',
        backend,
        mode: 'exact',
        gate: [0, 0],
        value: [3, 1],
        y: [0, 0],
        dgate: [1.5, 0.5],
        dvalue: [0, 0],
      })
  })

  it('row: the numbers are one row, and dx is the gradient of sum(w*y)', async () => {
    for (const backend of ['typescript', 'wasm'])
      expect(await json('softmax', '0', '0', '--weights', '1,0', '--backend', backend)).toEqual({
        name: 'softmax',
        dtype: 'f64',
        backend,
        mode: 'exact',
        x: [0, 0],
        y: [0.5, 0.5],
        dx: [0.25, -0.25],
      })
  })

  it('a formula, with parameters; and parameters of a built-in', async () => {
    expect(await json('--formula', 'a*x^2', '--param', 'a=3', '2')).toMatchObject({ name: 'formula', y: [12], dy: [12] })
    expect(await json('--formula', 'mine=gate*value', '2,5')).toMatchObject({ name: 'mine', y: [10], dgate: [5], dvalue: [2] })
    expect(await json('leaky_relu', '-2', '--param', 'alpha=0.25')).toMatchObject({ y: [-0.5], dy: [0.25] })
  })

  it("reads stdin where '-' stands, one number a line", async () => {
    const { code, stdout } = await xphi(['eval', 'relu', '-', '7', '--json'], { stdin: '1\r\n\n -2\n0x1p3\n' })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ x: [1, -2, 8, 7], y: [1, 0, 8, 7], dy: [1, 0, 1, 1] })
    const pairs = await xphi(['eval', 'bilinear', '-', '--json'], { stdin: '2,3\n' })
    expect(JSON.parse(pairs.stdout)).toMatchObject({ gate: [2], value: [3], y: [6] })
  })

  it.each([
    [['gleu', '1'], /unknown activation 'gleu': did you mean '?gelu'?\?/],
    [['constructor', '1'], /unknown activation 'constructor'/],
    [['--formula', 'x +* 2', '1'], /expected a number, a name or '\(', found '\*', at column 4\n {2}x \+\* 2\n {5}\^/],
    [['--formula', 'x*sigmod(x)', '1'], /unknown function sigmod, did you mean sigmoid\?, at column 3\n {2}x\*sigmod\(x\)\n {4}\^/],
    [['--formula', 'x*slope', '1'], /slope has no value: give it one, slope=1.*at column 3/],
    [['--formula', 'a*x', '1'], /a has no value: give it one, a=1.*at column 1/],
    [['softplus', '1', '--param', 'beta=1'], /softplus has no parameter 'beta': it has none/],
    [['celu', '1', '--param', 'alpha=0'], /alpha = 0 is out of the domain of celu/],
    [['gelu', '1', 'abc'], /argument 2: 'abc' is not a number/],
    [['gelu', '1,2'], /argument 1: '1,2' is not a number/],
    [['swiglu', '1'], /argument 1: '1' is no pair: swiglu takes gate,value/],
    [['gelu'], /no numbers/],
    [[], /which activation\?/],
    [['gelu', '1', '--weights', '1'], /only for row functions, and gelu is pointwise/],
    [['softmax', '1', '2', '--weights', '1'], /1 weights for a row of 2/],
    [['gelu', '1', '--mode', 'fast'], /--mode fast: only --dtype f32 through --backend wasm has a fast mode/],
    [['gelu', '1', '--mode', 'slow'], /choose exact or fast/],
    [['gelu', '1', '--backend', 'webgpu'], /'webgpu' does not exist yet: choose typescript or wasm/],
    [['gelu', '1', '--backend', 'cuda'], /choose typescript or wasm/],
    [['gelu', '1', '--dtype', 'f8'], /choose f64 or f32/],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await inProcess(['eval', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^xphi: /)
    expect(stderr).toMatch(message)
  })

  it('says so where stdin holds no numbers', async () => {
    const { code, stderr } = await xphi(['eval', 'gelu', '-'], { stdin: '\n' })
    expect({ code, stderr }).toEqual({ code: 2, stderr: "xphi: no numbers: give some, or '-' to read them from stdin\n" })
  })

  it('names the line of stdin that is no number', async () => {
    const { code, stderr } = await xphi(['eval', 'gelu', '-'], { stdin: '1\n\ntwo\n' })
    expect({ code, stderr }).toEqual({ code: 2, stderr: "xphi: line 3 of stdin: 'two' is not a number\n" })
  })
})
