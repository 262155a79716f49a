/** The gradients of a deep network that learns in a worker, as the page sees them. */
import type { DepthSpec } from '@xphi/lab'
import type { Reply } from './messages.ts'
import { Runner } from './runner.svelte.ts'

export interface Gradients {
  readonly layers: number
  /** Before each step: of each layer, from the input on. */
  readonly norms: readonly (readonly number[])[]
  readonly losses: readonly number[]
}

export class Deepening extends Runner {
  gradients = $state.raw<Gradients>({ layers: 0, norms: [], losses: [] })
  #layers = 0

  start(spec: DepthSpec, steps: number, paced: boolean): void {
    this.#layers = spec.layers
    const { name, kind, formula, parameters } = spec.activation
    this.begin({ kind: 'deepen', spec: { ...spec, activation: { name, kind, formula, parameters: { ...parameters } } }, steps, paced })
  }

  protected clear(): void {
    this.gradients = { layers: this.#layers, norms: [], losses: [] }
  }

  protected hear(reply: Reply): void {
    if (reply.kind !== 'norms' || reply.losses.length === 0) return
    const { layers, norms, losses } = this.gradients
    const columns = Array.from(reply.losses, (_, i) => [...reply.norms.subarray(i * layers, (i + 1) * layers)])
    this.gradients = { layers, norms: [...norms, ...columns], losses: [...losses, ...reply.losses] }
  }
}
