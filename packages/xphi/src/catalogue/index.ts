import type { Entry } from './entry.ts'
import { bilinear } from './bilinear.ts'
import { celu } from './celu.ts'
import { clampedSwiglu } from './clamped_swiglu.ts'
import { elu } from './elu.ts'
import { geglu } from './geglu.ts'
import { gelu } from './gelu.ts'
import { geluTanh } from './gelu_tanh.ts'
import { glu } from './glu.ts'
import { gtu } from './gtu.ts'
import { hardSigmoid } from './hard_sigmoid.ts'
import { hardSwish } from './hard_swish.ts'
import { hardTanh } from './hard_tanh.ts'
import { hardshrink } from './hardshrink.ts'
import { identity } from './identity.ts'
import { layernorm } from './layernorm.ts'
import { leakyRelu } from './leaky_relu.ts'
import { logSigmoid } from './log_sigmoid.ts'
import { logSoftmax } from './log_softmax.ts'
import { mish } from './mish.ts'
import { prelu } from './prelu.ts'
import { quickGelu } from './quick_gelu.ts'
import { reglu } from './reglu.ts'
import { relu } from './relu.ts'
import { relu2 } from './relu2.ts'
import { relu6 } from './relu6.ts'
import { selu } from './selu.ts'
import { sigmoid } from './sigmoid.ts'
import { signThreshold } from './sign_threshold.ts'
import { silu } from './silu.ts'
import { smoothSwiglu } from './smooth_swiglu.ts'
import { snake } from './snake.ts'
import { softmax } from './softmax.ts'
import { softplus } from './softplus.ts'
import { softshrink } from './softshrink.ts'
import { softsign } from './softsign.ts'
import { solu } from './solu.ts'
import { soluLn } from './solu_ln.ts'
import { squareplus } from './squareplus.ts'
import { sreglu } from './sreglu.ts'
import { swiglu } from './swiglu.ts'
import { swish } from './swish.ts'
import { tanh } from './tanh.ts'
import { tanhshrink } from './tanhshrink.ts'
import { threshold } from './threshold.ts'

export type { Entry, Kind, Kink, Limits, Parameter, Source } from './entry.ts'

/** Every activation function: first the story from the perceptron to Smooth-SwiGLU in its order, then the others. */
export const catalogue: readonly Entry[] = [
  threshold,
  signThreshold,
  sigmoid,
  softmax,
  tanh,
  relu,
  leakyRelu,
  prelu,
  elu,
  gelu,
  quickGelu,
  geluTanh,
  silu,
  swish,
  solu,
  soluLn,
  glu,
  geglu,
  swiglu,
  smoothSwiglu,
  layernorm,
  selu,
  celu,
  mish,
  softplus,
  softsign,
  logSigmoid,
  logSoftmax,
  hardSigmoid,
  hardTanh,
  hardSwish,
  relu6,
  relu2,
  tanhshrink,
  softshrink,
  hardshrink,
  squareplus,
  snake,
  identity,
  bilinear,
  reglu,
  gtu,
  clampedSwiglu,
  sreglu,
]

const normalise = (name: string): string => name.toLowerCase().replaceAll('-', '_')

// A Map, not an object: '__proto__' and 'constructor' are not activations.
const byName = new Map(catalogue.flatMap(entry => [entry.name, ...entry.aliases].map(name => [name, entry] as const)))

/** The entry of that name or alias, whatever its case, with '-' and '_' alike; undefined where there is none. */
export const findEntry = (name: string): Entry | undefined => byName.get(normalise(name))
