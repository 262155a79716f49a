/** The state of the lab, and the browser's history as its undo. */
import type { Activation } from 'xphi/formula'
import { changed, initial, type Problem, read, type State, write } from './url.ts'

/** Browsers bound how often an address may change (Safari: 100 times in 30 s). */
const settleMs = 300

class Lab {
  state = $state.raw<State>(initial)
  problems = $state.raw<readonly Problem[]>([])
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Takes the state from the address, now and whenever it changes. */
  start(): void {
    this.#read()
    addEventListener('popstate', () => this.#read())
    addEventListener('pagehide', () => this.#settle())
  }

  /** A change to go back from. */
  go(change: Partial<State>): void {
    this.#settle()
    this.state = changed(this.state, change)
    this.problems = []
    const address = write(this.state)
    if (address !== location.hash) history.pushState(null, '', address)
  }

  /** A change in passing, such as the cursor's: the address follows when it comes to rest. */
  move(change: Partial<State>): void {
    this.state = changed(this.state, change)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#settle(), settleMs)
  }

  /** A change of a screen's own settings; what is empty is as usual again. */
  set(change: Readonly<Record<string, string>>): void {
    const all = Object.entries({ ...this.state.settings, ...change })
    this.go({ settings: Object.fromEntries(all.filter(([, value]) => value !== '')) })
  }

  /** One of them; `usual` is what it is where nothing is given. */
  choose(name: string, value: string, usual: string): void {
    this.set({ [name]: value === usual ? '' : value })
  }

  /** The address of a changed state, for a link. */
  link(change: Partial<State>): string {
    return write(changed(this.state, change))
  }

  /** Goes where a link leads. */
  follow(address: string): void {
    this.#settle()
    history.pushState(null, '', address)
    this.#read()
    scrollTo(0, 0)
  }

  forgive(): void {
    this.problems = []
  }

  #read(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { state, problems } = read(location.hash)
    this.state = state
    this.problems = problems
  }

  #settle(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    history.replaceState(null, '', write(this.state))
  }
}

export const lab = new Lab()

/** The functions with one before all others, each name once. */
export const withFirst = (functions: readonly Activation[], first: Activation): readonly Activation[] => [
  first,
  ...functions.filter(f => f.name !== first.name),
]
