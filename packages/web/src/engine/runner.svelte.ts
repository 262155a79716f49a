/** A worker as the page sees it: what it was told, whether it runs, and what to do when it dies. */
import { untrack } from 'svelte'
import type { Deepen, Reply, Request, Start } from './messages.ts'
import { openWorker } from './open.ts'

export type Phase = 'starting' | 'running' | 'paused' | 'ended' | 'failed'

/** A worker that says nothing for so long while it trains is taken for dead. */
const silenceMs = 20_000

export abstract class Runner {
  phase = $state<Phase>('starting')
  /** Why it failed; nothing where the worker died without a word. */
  failure = $state.raw<{ readonly diverged: boolean; readonly message: string } | undefined>()
  /** It stopped because nothing more was learned. */
  converged = $state(false)
  /** Its worker died and was started again, with the same work. */
  restarted = $state(false)
  #worker: Worker | undefined
  #request: Start | Deepen | undefined
  #hidden = false
  #silence: ReturnType<typeof setTimeout> | undefined

  protected abstract hear(reply: Reply): void

  /** Forgets what was shown of the run before. */
  protected abstract clear(): void

  protected begin(request: Start | Deepen): void {
    // What begins it must not begin it anew whenever its phase changes.
    untrack(() => {
      this.restarted = false
      this.#start(request)
    })
  }

  pause(paused: boolean): void {
    if (this.phase !== 'running' && this.phase !== 'paused') return
    this.phase = paused ? 'paused' : 'running'
    this.#say({ kind: 'pause', paused })
    this.#listen()
  }

  /** One step of a paused run. */
  step(): void {
    if (this.phase === 'paused') this.#say({ kind: 'step' })
  }

  /** Out of sight nothing is trained that is only to be watched. */
  hide(hidden: boolean): void {
    if (hidden === this.#hidden) return
    this.#hidden = hidden
    if (this.#request?.paced && (this.phase === 'running' || this.phase === 'starting')) this.#say({ kind: 'pause', paused: hidden })
    this.#listen()
  }

  close(): void {
    clearTimeout(this.#silence)
    this.#worker?.terminate()
    this.#worker = undefined
  }

  #start(request: Start | Deepen): void {
    this.#request = request
    this.phase = 'starting'
    this.failure = undefined
    this.converged = false
    this.clear()
    this.#worker ??= this.#open()
    this.#say(request)
    if (this.#hidden && request.paced) this.#say({ kind: 'pause', paused: true })
    this.#listen()
  }

  #say(request: Request): void {
    this.#worker?.postMessage(request)
  }

  #open(): Worker {
    const worker = openWorker()
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (worker === this.#worker) this.#take(data)
    })
    worker.addEventListener('error', event => {
      event.preventDefault()
      if (worker === this.#worker) this.#died()
    })
    return worker
  }

  /** Once it is started again: what it computes follows from the seed alone, so nothing is lost but time. */
  #died(): void {
    this.close()
    if (this.#request === undefined || this.restarted) this.phase = 'failed'
    else {
      this.restarted = true
      this.#start(this.#request)
    }
  }

  #listen(): void {
    clearTimeout(this.#silence)
    if ((this.phase === 'running' || this.phase === 'starting') && !this.#hidden) this.#silence = setTimeout(() => this.#died(), silenceMs)
  }

  #take(reply: Reply): void {
    if (reply.kind === 'ended') {
      this.converged = reply.converged
      this.phase = 'ended'
    } else if (reply.kind === 'failed') {
      this.failure = reply
      this.phase = 'failed'
    } else {
      this.hear(reply)
      if (this.phase === 'starting' && reply.kind !== 'began') this.phase = 'running'
    }
    this.#listen()
  }
}
