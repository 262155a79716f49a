// LayerNorm (Ba, Kiros and Hinton 2016) and RMSNorm (Zhang and Sennrich 2019): one kernel with and without centring.
import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { across, sumAcross, type Width } from './width.ts'

type Piece = pieces.Piece
const { f32, f64, type } = opcodes
const { add, addFunction, double, get, int, loadSingle, mul, op, seq, set, storeSingle, upTo } = pieces
const p32 = type.i32

/**
 * forward(x, gain, bias, y, unit, inverse, rows, length): unit = (x - mean) / sqrt(variance + epsilon), y = gain * unit + bias; for
 * RMSNorm without mean and bias, over the mean square. `inverse` keeps one factor a row for the backward pass.
 */
function addForward(module: ModuleBuilder, name: string, centred: boolean): void {
  const params = { x: p32, gain: p32, bias: p32, y: p32, unit: p32, inverse: p32, rows: p32, length: p32, epsilon: type.f64 }
  addFunction(module, { export: name, params }, (p, local) => {
    const [at, row, bytes] = [local(), local(), local()]
    const [total, mean, factor] = [local(type.f64), local(type.f32), local(type.f32)]
    const count = op(f64.convert_i32_s, get(p.length))
    const here = (base: number) => add(get(base), get(at))
    const centre = (w: Width): Piece => (centred ? w.of('sub', w.load(here(p.x)), w.spread(get(mean))) : w.load(here(p.x)))
    const scaled = (w: Width): Piece => w.of('mul', w.load(here(p.unit)), w.load(here(p.gain)))
    const advance = [p.x, p.y, p.unit].map(base => set(base, add(get(base), get(bytes))))
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      upTo(
        row,
        get(p.rows),
        int(1),
        centred
          ? seq(
              sumAcross(at, get(bytes), total, local, w => w.load(here(p.x))),
              set(mean, op(f32.demote_f64, op(f64.div, get(total), count))),
            )
          : seq(),
        sumAcross(at, get(bytes), total, local, centre, true),
        set(factor, op(f32.demote_f64, op(f64.div, double(1), op(f64.sqrt, op(f64.add, op(f64.div, get(total), count), get(p.epsilon)))))),
        storeSingle(add(get(p.inverse), mul(get(row), int(4))), get(factor)),
        across(at, get(bytes), w =>
          seq(
            w.store(here(p.unit), w.of('mul', centre(w), w.spread(get(factor)))),
            w.store(here(p.y), centred ? w.of('add', scaled(w), w.load(here(p.bias))) : scaled(w)),
          ),
        ),
        ...advance,
      ),
    )
  })
}

/**
 * backward(dy, gain, unit, inverse, dx, dGain, dBias, rows, length): with t = dy * gain, dx = inverse * (t - mean(t) - unit * mean(t *
 * unit)), the middle term for LayerNorm only; dGain and dBias are added to.
 */
function addBackward(module: ModuleBuilder, name: string, centred: boolean): void {
  const params = { dy: p32, gain: p32, unit: p32, inverse: p32, dx: p32, dGain: p32, dBias: p32, rows: p32, length: p32 }
  addFunction(module, { export: name, params }, (p, local) => {
    const [at, row, bytes] = [local(), local(), local()]
    const [total, mean, along] = [local(type.f64), local(type.f32), local(type.f32)]
    const count = op(f64.convert_i32_s, get(p.length))
    const here = (base: number) => add(get(base), get(at))
    const scaled = (w: Width): Piece => w.of('mul', w.load(here(p.dy)), w.load(here(p.gain)))
    const addTo = (w: Width, base: number, value: Piece): Piece => w.store(here(base), w.of('add', w.load(here(base)), value))
    const average = op(f32.demote_f64, op(f64.div, get(total), count))
    const advance = [p.dy, p.unit, p.dx].map(base => set(base, add(get(base), get(bytes))))
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      upTo(
        row,
        get(p.rows),
        int(1),
        across(at, get(bytes), w =>
          seq(
            addTo(w, p.dGain, w.of('mul', w.load(here(p.dy)), w.load(here(p.unit)))),
            centred ? addTo(w, p.dBias, w.load(here(p.dy))) : seq(),
          ),
        ),
        centred ? seq(sumAcross(at, get(bytes), total, local, scaled), set(mean, average)) : seq(),
        sumAcross(at, get(bytes), total, local, w => w.of('mul', scaled(w), w.load(here(p.unit)))),
        set(along, average),
        across(at, get(bytes), w => {
          const centredTerm = centred ? w.of('sub', scaled(w), w.spread(get(mean))) : scaled(w)
          const rest = w.of('sub', centredTerm, w.of('mul', w.load(here(p.unit)), w.spread(get(along))))
          return w.store(here(p.dx), w.of('mul', w.spread(loadSingle(add(get(p.inverse), mul(get(row), int(4))))), rest))
        }),
        ...advance,
      ),
    )
  })
}

export function addNorms(module: ModuleBuilder): void {
  addForward(module, 'layerNorm', true)
  addBackward(module, 'layerNormBackward', true)
  addForward(module, 'rmsNorm', false)
  addBackward(module, 'rmsNormBackward', false)
}
