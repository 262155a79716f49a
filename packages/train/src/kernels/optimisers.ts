// Updates of all parameters in one pass, in PyTorch's order of operations.
import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { four, overPadded } from './width.ts'

const { type } = opcodes
const { add, addFunction, get, int, mul, seq, set } = pieces
const p32 = type.i32
const real = type.f32

/** sgd(parameters, gradients, velocity, length, rate, momentum, decay): v = momentum v + g + decay p; p = p - rate v. */
export function addSgd(module: ModuleBuilder): void {
  const params = { values: p32, gradients: p32, velocity: p32, length: p32, rate: real, momentum: real, decay: real }
  addFunction(module, { export: 'sgd', params }, (p, local) => {
    const [at, g, v] = [local(), local(type.v128), local(type.v128)]
    const here = (base: number) => add(get(base), get(at))
    const { load, of, spread, store } = four
    const step = seq(
      set(g, of('add', load(here(p.gradients)), of('mul', spread(get(p.decay)), load(here(p.values))))),
      set(v, of('add', of('mul', spread(get(p.momentum)), load(here(p.velocity))), get(g))),
      store(here(p.velocity), get(v)),
      store(here(p.values), of('sub', load(here(p.values)), of('mul', spread(get(p.rate)), get(v)))),
    )
    return overPadded(at, mul(get(p.length), int(4)), step)
  })
}

/**
 * adam(parameters, gradients, first, second, length, rate, root, beta1, rest1, beta2, rest2, epsilon, decay, shrink): Kingma and Ba 2015,
 * with rate = r / (1 - beta1^t), root = 1 / sqrt(1 - beta2^t), rest = 1 - beta. `decay` is added to the gradient (Adam with L2), `shrink`
 * multiplies the parameters (AdamW, Loshchilov and Hutter 2019).
 */
export function addAdam(module: ModuleBuilder): void {
  const numbers = { rate: real, root: real, beta1: real, rest1: real, beta2: real, rest2: real, epsilon: real, decay: real, shrink: real }
  const params = { values: p32, gradients: p32, first: p32, second: p32, length: p32, ...numbers }
  addFunction(module, { export: 'adam', params }, (p, local) => {
    const [at, g, m, v] = [local(), local(type.v128), local(type.v128), local(type.v128)]
    const here = (base: number) => add(get(base), get(at))
    const { load, of, spread, store } = four
    const times = (number: number, value: pieces.Piece) => of('mul', spread(get(number)), value)
    const step = seq(
      set(g, of('add', load(here(p.gradients)), times(p.decay, load(here(p.values))))),
      set(m, of('add', times(p.beta1, load(here(p.first))), times(p.rest1, get(g)))),
      set(v, of('add', times(p.beta2, load(here(p.second))), times(p.rest2, of('mul', get(g), get(g))))),
      store(here(p.first), get(m)),
      store(here(p.second), get(v)),
      store(
        here(p.values),
        of(
          'sub',
          times(p.shrink, load(here(p.values))),
          of('div', times(p.rate, get(m)), of('add', times(p.root, of('sqrt', get(v))), spread(get(p.epsilon)))),
        ),
      ),
    )
    return overPadded(at, mul(get(p.length), int(4)), step)
  })
}
