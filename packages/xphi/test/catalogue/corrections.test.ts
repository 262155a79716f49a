import { expect, test } from 'vitest'
import { findEntry } from '../../src/catalogue/index.ts'

// What the survey article "All the activations" (2025) gets wrong, which entry puts it right, and words that the correction cannot do without.
type Row = readonly [what: string, entries: string, ...words: RegExp[]]
const corrections: readonly Row[] = [
  ['McCulloch, Illinois, no learning rule, the Mark I', 'threshold', /Warren, not Edward/, /Illinois/, /no learning rule/, /1958-60/],
  [
    'threshold networks do not collapse',
    'threshold sign_threshold identity',
    /collapse|not make a deep network linear/,
    /[Tt]hreshold|Heaviside/,
  ],
  ['smoothness is for gradients', 'sigmoid', /Smoothness is what gradients need/, /only non-linearity/],
  ['derivatives are multiplied', 'sigmoid', /multiplies/, /<= 1\/4 everywhere/, /even when every input is 0/],
  ['softmax of two', 'softmax', /e\^\(x_i\)/, /sigmoid\(x1 - x2\)/],
  ['tanh and its derivative', 'tanh', /\(e\^\(2x\) - 1\) \/ \(e\^\(2x\) \+ 1\)/, /\(0, 1\]/],
  ['zip codes before MNIST', 'tanh', /7291.*2007/, /MNIST came in 1998/, /every layer of it used tanh is right/],
  ['gates of recurrent networks', 'tanh sigmoid', /gates/, /candidate/],
  ["PyTorch's tanh", 'tanh', /SLEEF/, /2\^-55/, /double/, /CORE-MATH/],
  ['Nair and Hinton', 'relu', /Boltzmann/, /Glorot 2011/, /AlexNet 2012/, /He initialisation/],
  ['PReLU is not LeakyReLU', 'prelu leaky_relu', /PReLU learns/, /alpha <= 1/],
  ['ELU on ImageNet', 'elu', /mainly faster learning/, /ImageNet/],
  ["GELU's normal variable", 'gelu', /not an assumption/, /tanh form/],
  ['SoLU', 'solu', /size of its input/, /one exponential a neuron/, /30-50 % smaller/, /not x F\(x\)/],
  ['SoLU without LayerNorm', 'solu_ln', /30-50 % smaller/],
  ['how GLU is written', 'glu', /\(X W \+ b\) \* sigma\(X V \+ c\)/],
  ["GEGLU's bias and Evo", 'geglu', /bias inside GEGLU's gate is b/, /Evo's.*GELU-gated by default/],
  ['sigma is bounded', 'sigmoid silu swiglu', /bounded/, /unbounded|no upper bound/],
  [
    'Smooth-SwiGLU is SwiGLU',
    'smooth_swiglu',
    /not a new function/,
    /Without quantisation the two are identical/,
    /inverse of the channel's maximum/,
  ],
  ['989 against 3.9 TFLOPS', 'softmax swiglu', /989/, /3\.9/, /attention's softmax/],
  ['SwiGLU is matched in FLOPs', 'swiglu', /FLOPs, with 2\/3/],
]

for (const [what, entries, ...words] of corrections) {
  test.each(entries.split(' '))(`${what}: %s`, name => {
    const text = findEntry(name)!.corrections.join(' ')
    for (const word of words) expect(text).toMatch(word)
  })
}
