// Prints tapes as C functions of blocks of inputs, one lane a turn, for the compiler to vectorise.
import { tables } from '../../packages/xphi/dist/number/tables.js'
import { wideSteps } from '../../packages/xphi/dist/lower/tape.js'

/** The tables that tapes read, 0 outside. */
export const tableFunctions = Object.entries(tables)
  .map(([name, make]) => {
    const values = make()
    return `static const double ${name}Values[] = {${[...values].map(hex).join(', ')}};
static inline double ${name}At(double i) { return i >= 0 && i < ${values.length} ? ${name}Values[(int)i] : 0; }
`
  })
  .join('')

const infix = { add: '+', sub: '-', mul: '*', div: '/', lt: '<', le: '<=', eq: '==', and: '&', or: '|' }

function text(step, s, f) {
  const operands = [step.a, step.b, step.c].filter(v => v !== undefined).map(s)
  const [a, b, c] = operands
  if (infix[step.op]) return `${a} ${infix[step.op]} ${b}`
  switch (step.op) {
    case 'neg':
      return `-${a}`
    case 'min':
      return `${b} < ${a} ? ${b} : ${a}`
    case 'max':
      return `${a} < ${b} ? ${b} : ${a}`
    case 'select':
      return `${a} ? ${b} : ${c}`
    case 'abs':
    case 'sqrt':
    case 'copysign':
    case 'floor':
      return `__builtin_${step.op === 'abs' ? 'fabs' : step.op}${f}(${operands.join(', ')})`
    case 'table':
      return `${step.name}At(${a})`
    case 'promote':
      return `(double)${a}`
    case 'demote':
      return `(float)${a}`
    default:
      return `${step.op}${f}(${operands.join(', ')})`
  }
}

const isTruth = step => ['lt', 'le', 'eq', 'and', 'or'].includes(step.op)

function body(tape, parameters, wide) {
  const truths = []
  return tape.steps.map((step, i) => {
    truths.push(isTruth(step) || (step.op === 'select' && truths[step.b]))
    const type = truths[i] ? 'int' : wide[i] ? 'double' : 'float'
    const suffix = step.op === 'pow2low' ? (wide[step.a] ? '' : 'f') : wide[i] ? '' : 'f'
    const literal = v => (Number.isNaN(v) ? 'NAN' : Number.isFinite(v) ? hex(v) + (wide[i] ? '' : 'f') : v > 0 ? 'INFINITY' : '-INFINITY')
    const value =
      step.op === 'const'
        ? literal(step.value)
        : step.op === 'param'
          ? literal(wide[i] ? parameters[step.name] : Math.fround(parameters[step.name]))
          : step.op === 'input'
            ? wide[i]
              ? '(double)x[i]'
              : 'x[i]'
            : text(step, n => `v${n}`, suffix)
    return `    ${type} v${i} = ${value};`
  })
}

function hex(v) {
  const bits = new BigUint64Array(new Float64Array([v]).buffer)[0]
  const exponent = Number((bits >> 52n) & 2047n)
  const mantissa = (bits & 0xfffffffffffffn).toString(16).padStart(13, '0')
  return `${bits >> 63n ? '-' : ''}0x${exponent ? 1 : 0}.${mantissa}p${exponent ? exponent - 1023 : -1022}`
}

/** void IDs(const float *x, float *y, int *ok): a single tape and its truth. */
export function singleFunction(id, tape, parameters) {
  const [y, ok] = tape.outputs
  const lines = body(tape, parameters, wideSteps(tape))
  return `static void ${id}s(const float *restrict x, float *restrict y, int *restrict ok) {\n  for (int i = 0; i < N; i++) {\n${lines.join('\n')}\n    y[i] = v${y};\n    ok[i] = v${ok};\n  }\n}\n`
}

/** void IDd(const float *x, double *y): a tape of doubles. */
export function doubleFunction(id, tape, parameters) {
  const lines = body(
    tape,
    parameters,
    tape.steps.map(() => true),
  )
  return `static void ${id}d(const float *restrict x, double *restrict y) {\n  for (int i = 0; i < N; i++) {\n${lines.join('\n')}\n    y[i] = v${tape.outputs[0]};\n  }\n}\n`
}
