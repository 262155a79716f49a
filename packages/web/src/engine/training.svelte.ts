/** A training in a worker, as the page sees it. */
import type { Activation } from 'xphi/formula'
import type { Frame, Reply, Request } from './messages.ts'

export type Phase = 'starting' | 'running' | 'paused' | 'ended' | 'failed'

export class Training {
  phase = $state<Phase>('starting')
  frame = $state.raw<Frame | undefined>()
  points = $state.raw<Float32Array | undefined>()
  /** Why it failed; nothing where the worker died without a word. */
  failure = $state.raw<{ readonly diverged: boolean; readonly message: string } | undefined>()
  #worker: Worker | undefined
  #hidden = false

  start(activation: Activation, seed: number, paced: boolean): void {
    this.phase = 'starting'
    this.failure = undefined
    this.#worker ??= this.#open()
    // A plain copy: what a worker is sent must be no function.
    const { name, kind, formula, parameters } = activation
    this.#say({ kind: 'start', activation: { name, kind, formula, parameters: { ...parameters } }, seed, paced })
    if (this.#hidden) this.#say({ kind: 'pause', paused: true })
  }

  pause(paused: boolean): void {
    if (this.phase !== 'running' && this.phase !== 'paused') return
    this.phase = paused ? 'paused' : 'running'
    this.#say({ kind: 'pause', paused })
  }

  /** Out of sight nothing is trained. */
  hide(hidden: boolean): void {
    if (hidden === this.#hidden) return
    this.#hidden = hidden
    if (this.phase === 'running' || this.phase === 'starting') this.#say({ kind: 'pause', paused: hidden })
  }

  close(): void {
    this.#worker?.terminate()
    this.#worker = undefined
  }

  #say(request: Request): void {
    this.#worker?.postMessage(request)
  }

  #open(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#hear(data))
    worker.addEventListener('error', event => {
      event.preventDefault()
      this.close()
      this.phase = 'failed'
    })
    return worker
  }

  #hear(reply: Reply): void {
    if (reply.kind === 'began') this.points = reply.points
    else if (reply.kind === 'frame') {
      this.frame = reply
      if (this.phase === 'starting') this.phase = 'running'
    } else if (reply.kind === 'ended') this.phase = 'ended'
    else {
      this.failure = reply
      this.phase = 'failed'
    }
  }
}
