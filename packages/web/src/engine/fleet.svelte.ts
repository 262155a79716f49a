/** A runner for each selected function: those that stay selected go on while others come and go. */
import { untrack } from 'svelte'
import type { Activation } from 'xphi/formula'
import { functionText } from '../state/functions.ts'
import type { Runner } from './runner.svelte.ts'

export interface Manned<R extends Runner> {
  readonly activation: Activation
  readonly runner: R
  /** What it was started with. */
  readonly key: string
}

export class Fleet<R extends Runner> {
  all = $state.raw<readonly Manned<R>[]>([])
  readonly #make: () => R

  constructor(make: () => R) {
    this.#make = make
  }

  /** Starts the runners whose function or settings are others than before, and closes those of functions that are gone. */
  sync(activations: readonly Activation[], settings: string, start: (runner: R, activation: Activation) => void): void {
    untrack(() => {
      const all = activations.map((activation): Manned<R> => {
        const key = `${functionText(activation)} ${settings}`
        const known = this.all.find(m => m.activation.name === activation.name)
        const runner = known?.runner ?? this.#make()
        if (known?.key !== key) start(runner, activation)
        return { activation, runner, key }
      })
      for (const { runner } of this.all) if (!all.some(m => m.runner === runner)) runner.close()
      this.all = all
    })
  }

  /** Running while any of them runs. */
  get phase(): 'running' | 'paused' | 'ended' {
    const phases = this.all.map(m => m.runner.phase)
    if (phases.some(p => p === 'running' || p === 'starting')) return 'running'
    return phases.includes('paused') ? 'paused' : 'ended'
  }

  pause(paused: boolean): void {
    for (const { runner } of this.all) runner.pause(paused)
  }

  step(): void {
    for (const { runner } of this.all) runner.step()
  }

  hide(hidden: boolean): void {
    for (const { runner } of this.all) runner.hide(hidden)
  }

  close(): void {
    untrack(() => {
      for (const { runner } of this.all) runner.close()
      this.all = []
    })
  }
}
