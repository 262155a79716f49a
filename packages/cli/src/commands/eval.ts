/** `xphi eval`: values and derivatives at given numbers. */
import type { Command } from 'commander'
import type { Activation } from 'xphi/formula'
import { oneActivation } from '../activations.ts'
import { type Backend, type Columns, evaluate, type Result } from '../evaluate.ts'
import { UsageError } from '../exit.ts'
import { parseList, parseNumber, parseParameters } from '../numbers.ts'
import { choice, collect, type CommonOptions, colourOf, common } from '../options.ts'
import { jsonText, note, numberText, painter, print, table } from '../output.ts'

const dtypes = ['f64', 'f32', 'f16', 'bf16', 'e4m3', 'e5m2'] as const
type Dtype = (typeof dtypes)[number]

interface Options extends CommonOptions {
  readonly formula?: string
  readonly param?: readonly string[]
  readonly dtype: Dtype
  readonly backend?: Backend
  readonly mode: 'exact' | 'fast'
  readonly weights?: string
}

export const configure = (command: Command): void => {
  common(command, [
    'xphi eval gelu -- -5.5 -6 -10',
    'xphi eval leaky_relu -2 --param alpha=0.2',
    'xphi eval swiglu 1,2 -0.5,3',
    'xphi eval softmax 1 2 3 --weights 1,0,0',
    "xphi eval --formula 'x + sin(a*x)^2/a' --param a=2 0.5",
    'seq -4 4 | xphi eval gelu - --dtype bf16 --json',
  ])
    .description('Value and derivative at each number.')
    .argument('[NAME]', 'the activation; left out with --formula')
    .argument('[X...]', "numbers (also inf, nan, 0x1.8p-3); gate,value pairs for gated functions; '-' reads stdin, one a line")
    .option('--formula <TEXT>', 'a formula in place of NAME')
    .option('--param <NAME=NUMBER>', 'a parameter of the function; may be repeated', collect)
    .option(`--dtype <TYPE>`, `number format: ${dtypes.join(', ')}`, choice(dtypes), 'f64')
    .option(
      '--backend <BACKEND>',
      'typescript or wasm (default: wasm for f32, else typescript)',
      choice(['typescript', 'wasm'], ['webgpu']),
    )
    .option('--mode <MODE>', 'of f32 in wasm: exact (within 0.51 ulp) or fast (within 4)', choice(['exact', 'fast']), 'exact')
    .option('--weights <W,W,...>', 'row functions: the derivative is the gradient of sum(w*y); default all 1')
    .action(run)
}

async function run(first: string | undefined, rest: readonly string[], options: Options): Promise<void> {
  const words = first === undefined ? [] : [first, ...rest]
  const [name, numbers] = options.formula === undefined ? [words[0], words.slice(1)] : [undefined, words]
  const activation = oneActivation(name, options.formula, parseParameters(options.param ?? []))
  const inputs = columnsOf(activation, await textsOf(numbers))
  const weights = weightsOf(activation, options.weights, inputs)
  const backend = options.backend ?? (options.dtype === 'f32' ? 'wasm' : 'typescript')
  if (options.mode === 'fast' && (backend !== 'wasm' || options.dtype !== 'f32'))
    throw new UsageError('--mode fast: only --dtype f32 through --backend wasm has a fast mode')
  const { dtype, mode } = options
  const result = await evaluate(activation, inputs, { dtype, backend, mode }, weights, note)
  print(options.json ? asJson(activation, options, backend, result) : asTable(activation, result, colourOf(options)))
}

interface Text {
  readonly text: string
  readonly what: string
}

/** The numbers' texts, where '-' stands for the lines of stdin. */
async function textsOf(words: readonly string[]): Promise<Text[]> {
  const texts: Text[] = []
  for (const [i, text] of words.entries()) {
    if (text === '-') texts.push(...(await linesOfStdin()))
    else texts.push({ text, what: `argument ${i + 1}` })
  }
  if (texts.length === 0) throw new UsageError("no numbers: give some, or '-' to read them from stdin")
  return texts
}

async function linesOfStdin(): Promise<Text[]> {
  let all = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) all += chunk
  const lines = all.split(/\r?\n/).map((text, i) => ({ text, what: `line ${i + 1} of stdin` }))
  return lines.filter(line => line.text.trim() !== '')
}

function columnsOf(a: Activation, texts: readonly Text[]): Columns {
  if (a.kind !== 'gated') return { x: Float64Array.from(texts, ({ text, what }) => parseNumber(text, what)) }
  const pairs = texts.map(({ text, what }) => {
    const pair = parseList(text, what)
    if (pair.length !== 2) throw new UsageError(`${what}: '${text.replace('\u2212', '-')}' is no pair: ${a.name} takes gate,value`)
    return pair
  })
  return { gate: Float64Array.from(pairs, p => p[0]), value: Float64Array.from(pairs, p => p[1]) }
}

function weightsOf(a: Activation, text: string | undefined, inputs: Columns): Float64Array | undefined {
  if (text === undefined) return undefined
  if (a.kind !== 'row') throw new UsageError(`--weights: only for row functions, and ${a.name} is ${a.kind}`)
  const weights = Float64Array.from(parseList(text, '--weights'))
  if (weights.length !== inputs.x.length) throw new UsageError(`--weights: ${weights.length} weights for a row of ${inputs.x.length}`)
  return weights
}

const list = (column: Float64Array): number[] => Array.from(column)

function asJson(a: Activation, { dtype, mode }: Options, backend: Backend, { inputs, y, slopes }: Result): string {
  const head = { name: a.name, dtype, backend, mode }
  if (a.kind === 'gated') {
    const { gate, value } = inputs
    return jsonText({
      ...head,
      gate: list(gate),
      value: list(value),
      y: list(y),
      dgate: list(slopes.gate),
      dvalue: list(slopes.value),
    })
  }
  return jsonText({ ...head, x: list(inputs.x), y: list(y), [a.kind === 'row' ? 'dx' : 'dy']: list(slopes.x) })
}

function asTable(a: Activation, { inputs, y, slopes }: Result, colour: boolean): string {
  const names = Object.keys(inputs)
  const header = [...names, a.name, ...(a.kind === 'pointwise' ? ['derivative'] : names.map(n => `d${n}`))]
  const columns = [...Object.values(inputs), y, ...names.map(n => slopes[n])]
  const rows = list(y).map((_, i) => columns.map(column => numberText(column[i])))
  const [top, ...lines] = table([header, ...rows]).split('\n')
  return [painter(colour)('bold', top), ...lines].join('\n')
}
