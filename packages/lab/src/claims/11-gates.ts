import { type PointwiseScalar, sigmoid, tanh } from 'xphi'
import { seedsFrom, seedwise, tested } from './claim.ts'
import { type Adding, addingLoss } from './shared/gates.ts'

const functions: Readonly<Record<'sigmoid' | 'tanh', PointwiseScalar>> = { sigmoid, tanh }

export const gatesOfLstm = tested<{ readonly gate: keyof typeof functions; readonly adding: Adding }>({
  id: 11,
  version: 1,
  title: 'What gates a recurrent network',
  statement: 'tanh is the gating function of recurrent networks.',
  source: 'No: the gates of LSTM and GRU are sigmoid; tanh makes the candidate and the output.',
  test: 'The adding problem of 16 numbers, an LSTM of 12 units, 500 steps of 16 with Adam, 10 seeds: with tanh in place of sigmoid in the three gates the loss is worse in at least 8 of 10.',
  parts: [
    {
      statement: 'tanh serves as the gate of an LSTM.',
      expected: 'fails',
      refutes: true,
      conditions: [seedwise(0.8, 'loss, tanh gates - sigmoid gates', 'above', 0)],
    },
  ],
  seeds: seedsFrom(10),
  seconds: 8,
  discussion: [
    'The networks with tanh gates learn this task faster in eight of ten seeds. The mean difference hangs on one seed, in which those with sigmoid had not learned it yet; the count does not.',
    'Why, we have not tested. Weights and biases are drawn alike, so that both gates begin near the middle of their range: sigmoid near 1/2, tanh near 0. A forget gate that stayed at 1/2 would halve the memory in each of 16 steps. We think that one by tanh comes near 1 sooner, with either sign, that a sum which is asked once, at the end, does not suffer from a sign that is known, and that nothing in the task needs a gate that is almost shut for long.',
    'That the gates of LSTM and GRU are sigmoid is a matter of their definition, and true; that they have to be is what was tested, and this test does not show it. Longer sequences, or a forget bias of 1 for both, would tell more, and would be a new registration.',
  ],
  settings: { gate: 'tanh', adding: { length: 16, units: 12, steps: 500, batch: 16, rate: 0.01 } },
  control: { gate: 'sigmoid', adding: { length: 4, units: 2, steps: 10, batch: 2, rate: 0.01 } },
  experiment({ seed }, { gate, adding }) {
    const [a, b] = [addingLoss(functions[gate], adding, seed), addingLoss(sigmoid, adding, seed)]
    return { values: { 'loss, tanh gates - sigmoid gates': a - b, 'loss, tanh gates': a, 'loss, sigmoid gates': b } }
  },
})
