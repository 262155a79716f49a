import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { definitions } from '../../src/catalogue/definitions.ts'
import { catalogue, type Entry, findEntry } from '../../src/catalogue/index.ts'
import { entries } from '../../src/catalogue/list.ts'

const folder = new URL('../../src/catalogue/', import.meta.url)
const functions =
  'abs min max exp expm1 log log1p sqrt sin cos tanh sigmoid softplus erf erfc normcdf normpdf step sign rowmax rowsum rowmean stopgrad'.split(
    ' ',
  )
const identifiers = (formula: string): string[] => [...new Set(formula.match(/\b[a-z_]\w*/gi) ?? [])]

/** Names in a formula that are neither inputs, functions, constants nor other entries. */
const free = (formula: string, inputs: readonly string[]): string[] => {
  const known = new Set([...functions, ...inputs, 'pi', 'e', ...catalogue.map(entry => entry.name)])
  return identifiers(formula).filter(name => !known.has(name))
}

const inputsOf = (entry: Entry): readonly string[] => (entry.kind === 'gated' ? ['gate', 'value'] : ['x'])

describe('catalogue', () => {
  test('has one file for each entry, named after it', () => {
    const files = readdirSync(folder).filter(file => !['definitions.ts', 'entry.ts', 'find.ts', 'index.ts', 'list.ts'].includes(file))
    expect(files.sort()).toEqual(catalogue.map(entry => `${entry.name}.ts`).sort())
  })

  test('is computed with as the entries have it: `npm run generate`', () => {
    const computed = entries.map(({ name, aliases, kind, formula, parameters }) => {
      return { name, aliases, kind, formula, parameters: parameters.map(({ trainable, meaning, ...domain }) => domain) }
    })
    expect(definitions).toEqual(computed)
  })

  test('imports nothing from outside its folder', () => {
    for (const file of readdirSync(folder)) {
      const text = readFileSync(new URL(file, folder), 'utf8')
      for (const [, from] of text.matchAll(/\bfrom\s+'([^']*)'|\bimport\s*\(/g)) expect(from, file).toMatch(/^\.\/[a-z_0-9]+\.ts$/)
    }
  })

  test('tells the story in order, from the threshold unit to Smooth-SwiGLU', () => {
    const story =
      'threshold sign_threshold sigmoid softmax tanh relu leaky_relu prelu elu gelu quick_gelu gelu_tanh silu swish solu solu_ln glu geglu swiglu smooth_swiglu'
    expect(
      catalogue
        .slice(0, 20)
        .map(entry => entry.name)
        .join(' '),
    ).toBe(story)
  })

  test('gives every name and alias once, already in the form that is looked up', () => {
    const names = catalogue.flatMap(entry => [entry.name, ...entry.aliases])
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
  })
})

describe.each(catalogue)('$name', entry => {
  test('is complete: no empty text, a history of several sentences, a dated source', () => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : []
    for (const text of texts(entry)) expect(text).toMatch(/^\S(.*\S)?$/)
    expect(entry.history.split(/[.:;?] /).length).toBeGreaterThanOrEqual(2)
    expect(entry.history.length).toBeGreaterThan(120)
    expect(entry.usedBy.length).toBeGreaterThan(0)
    expect(entry.sources.length).toBeGreaterThan(0)
    for (const year of [entry.year, ...entry.sources.map(source => source.year)]) expect(year >= 1800 && year <= 2026).toBe(true)
    expect(Math.min(...entry.sources.map(source => source.year))).toBeLessThanOrEqual(entry.year)
  })

  test('declares each parameter of its formula, and no other', () => {
    expect(free(entry.formula, inputsOf(entry)).sort()).toEqual(entry.parameters.map(parameter => parameter.name).sort())
    for (const input of identifiers(entry.formula).filter(name => ['x', 'gate', 'value'].includes(name)))
      expect(inputsOf(entry)).toContain(input)
  })

  test('has defaults inside their domain', () => {
    for (const { default: value, minimum = -Infinity, maximum = Infinity, open } of entry.parameters) {
      expect(open ? value > minimum && value < maximum : value >= minimum && value <= maximum).toBe(true)
    }
  })

  test('states kinks and limits in its parameters, limits where they have a meaning', () => {
    const parameters = new Set([...entry.parameters.map(parameter => parameter.name), 'inf', 'nan'])
    const other = { x: [], gate: ['value'], value: ['gate'] } as const
    for (const { input, at, derivative } of entry.kinks) {
      expect(inputsOf(entry)).toContain(input)
      for (const name of [...free(at, []), ...free(derivative, other[input])]) expect(parameters).toContain(name)
    }
    for (const limits of [entry.limits, entry.slopeLimits]) {
      expect(limits !== undefined).toBe(entry.kind === 'pointwise')
      for (const text of Object.values(limits ?? {})) for (const name of free(text, [])) expect(parameters).toContain(name)
    }
  })

  test('is found by its name and aliases in any case, with - for _', () => {
    for (const name of [entry.name, ...entry.aliases]) {
      expect(findEntry(name)).toBe(entry)
      expect(findEntry(name.toUpperCase().replaceAll('_', '-'))).toBe(entry)
    }
  })
})

describe('findEntry', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'gleu', ' gelu'])('finds nothing under %j', name =>
    expect(findEntry(name)).toBeUndefined(),
  )

  const pytorch =
    'Identity Sigmoid Tanh ReLU LeakyReLU PReLU ELU SELU CELU GELU SiLU Mish Softplus Softsign Softmax LogSigmoid LogSoftmax Hardsigmoid Hardtanh Hardswish ReLU6 Tanhshrink Softshrink Hardshrink GLU LayerNorm'
  const onnx = 'HardSigmoid HardSwish LayerNormalization LeakyRelu LogSoftmax PRelu QuickGelu FastGelu Swish'
  const transformers = 'gelu_new gelu_fast gelu_pytorch_tanh gelu_python gelu_accurate quick_gelu relu2 linear leaky_relu'
  test.each([pytorch, onnx, transformers].flatMap(names => names.split(' ')))('knows %s of PyTorch, ONNX or transformers', name =>
    expect(findEntry(name)).toBeDefined(),
  )

  test.each([
    ['swish_1', 'silu'],
    ['leaky-relu', 'leaky_relu'],
    ['GELU_pytorch_tanh', 'gelu_tanh'],
    ['log-sigmoid', 'log_sigmoid'],
    ['hswish', 'hard_swish'],
    ['heaviside', 'threshold'],
  ])('%s is %s', (alias, name) => expect(findEntry(alias)?.name).toBe(name))
})
