/** Networks that learn in a worker, as the page sees them. */
import type { Began, CurvePoint, Frame, Reply, Start } from './messages.ts'
import { Runner } from './runner.svelte.ts'

export class Training extends Runner {
  began = $state.raw<Began | undefined>()
  frame = $state.raw<Frame | undefined>()
  curve = $state.raw<readonly CurvePoint[]>([])

  start(start: Omit<Start, 'kind'>): void {
    // A plain copy: what a worker is sent must be no function.
    const { name, kind, formula, parameters } = start.activation
    this.begin({ ...start, kind: 'start', activation: { name, kind, formula, parameters: { ...parameters } } })
  }

  protected clear(): void {
    this.curve = []
  }

  protected hear(reply: Reply): void {
    if (reply.kind === 'began') this.began = reply
    else if (reply.kind === 'frame') {
      this.frame = reply
      if (reply.points.length > 0) this.curve = [...this.curve, ...reply.points]
    }
  }
}
