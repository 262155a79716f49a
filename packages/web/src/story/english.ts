/** The chapters in English. */
import type { ChapterId, ChapterWords } from './chapters.ts'

export const english: Readonly<Record<ChapterId, ChapterWords>> = {
  threshold: {
    title: 'The threshold',
    problem:
      'Can a machine made of yes and no compute? In 1943 McCulloch and Pitts showed that networks of such units can; Rosenblatt’s perceptron of 1957 added a rule by which one layer learns.',
    idea: 'A unit fires when its input exceeds 0. The rule that learns one layer does not reach through a second: the slope is 0 everywhere but at the jump, so no gradient comes back.',
    see: 'Sixteen hidden threshold units. Only the layer behind them learns: the hidden lines stay where chance put them.',
  },
  sigmoid: {
    title: 'The sigmoid',
    problem: 'A step gives a gradient nothing to follow. Smooth it, and every weight has a slope.',
    idea: 'Verhulst’s growth curve of 1838 let back-propagation train hidden layers in 1986. But its slope is at most 1/4: each layer multiplies the gradient by no more than that, times its weights.',
    see: 'Ten hidden layers while they learn. With sigmoids the first layers get almost nothing; with tanh they get their share.',
  },
  softmax: {
    title: 'Softmax',
    problem: 'A sigmoid answers yes or no. Which of ten digits is it?',
    idea: 'Boltzmann’s distribution turns a row of numbers into probabilities that sum to 1. It is no function of one number: whoever gains takes from all others. Since 2017 attention applies it in every layer.',
    see: 'One input moves; all five outputs answer.',
  },
  tanh: {
    title: 'Tanh',
    problem: 'The sigmoid’s outputs are all positive, and its slope is small even at its best.',
    idea: 'The same curve, centred on 0 and stretched: 2 sigmoid(2x) − 1. Its slope at 0 is 1. LeCun used it throughout his zip-code reader of 1989. Far from 0 it still saturates.',
    see: 'Sixteen units of tanh part the rings within some tens of steps.',
  },
  relu: {
    title: 'ReLU',
    problem: 'Tanh is flat at both ends, and units that are driven there hardly learn.',
    idea: 'Cut off what is negative, and leave the rest as it is: slope 1 and no saturation, for one comparison. It took the right scale of the initial weights, too, before great depth could be trained.',
    see: 'Ten layers with He’s initial weights: ReLU passes the gradient down without loss. With other weights it would not.',
  },
  leaky: {
    title: 'Leaky ReLU and PReLU',
    problem: 'Where ReLU is 0 its slope is 0 too. A unit that is negative for every input has died: nothing will ever move it.',
    idea: 'Let a little through. Leaky ReLU fixes the slope by hand, at 0.01; PReLU learns one for each channel, from 0.25 on.',
    see: 'Units of a network of six layers that no row of the data wakes. What leaks cannot die.',
  },
  elu: {
    title: 'ELU',
    problem: 'Rectifiers give outputs with a positive mean, which shifts all that follows; and the leak goes on for ever.',
    idea: 'An exponential that levels out at −alpha: negative values draw the mean towards 0, and noise far to the left is ignored. Only alpha = 1 makes it smooth at 0.',
    see: 'The curve and its slope as alpha changes: only at 1 do the two branches meet without a kink.',
  },
  gelu: {
    title: 'GELU',
    problem: 'A rectifier decides by the sign alone. Should 0.01 pass whole, and −0.01 not at all?',
    idea: 'Weigh each input by the probability that a standard normal number lies below it. Two cheaper forms went into use beside it, with tanh and with a sigmoid; a model keeps the one that it was trained with.',
    see: 'Far to the left the three part: at −6 the coarse form is tens of thousands of times as far from 0 as GELU.',
  },
  swish: {
    title: 'SiLU and Swish',
    problem: 'The normal distribution has no closed form. Is it the normal that matters?',
    idea: 'The logistic serves as well, at the price of one exponential. Named in passing in 2016, found again for games, and a third time by a search through formulas, which added beta. Most learned betas stay near 1.',
    see: 'beta turns it from a line through x/2 into ReLU.',
  },
  solu: {
    title: 'SoLU',
    problem: 'What does a single neuron mean? With functions of one number nothing keeps features from sharing neurons.',
    idea: 'Weigh each input by its softmax over the layer: large ones silence the rest, so that a feature should come to stand alone. It cost quality, which a LayerNorm behind it won back.',
    see: 'As one input grows, the others’ outputs fade, although they did not change.',
  },
  glu: {
    title: 'GLU',
    problem: 'So far each number gated itself. What if another one decided?',
    idea: 'Two projections of the same input: one passes, the other says how much of it. The passing path is linear, meant to carry the gradient unshrunk.',
    see: 'Colour is the output: blue above 0, orange below. Where the gate is closed, on the left, nothing passes.',
  },
  swiglu: {
    title: 'GEGLU and SwiGLU',
    problem: 'Is the sigmoid the best gate?',
    idea: 'Shazeer tried others at equal size, and GELU and SiLU came out best; why, the paper leaves to “divine benevolence”. PaLM and LLaMA made SwiGLU the standard of language models, at two thirds of the width.',
    see: 'Gate and value, sixteen of each, on the rings.',
  },
  smooth: {
    title: 'Smooth-SwiGLU',
    problem:
      'The product of two projections can be large, and after trillions of tokens some are. In FP8, one outlier takes the scale of a whole tensor.',
    idea: 'Scale each channel before it is rounded and undo it after. Nothing changes but the rounding, and the scales can be folded into the weights.',
    see: 'Outputs over the numbers that E4M3 has. With one scale for all, an outlier pushes the rest towards 0; with one a channel it does not.',
  },
}
