/** A question to a worker, as the page sees it. */
import { openWorker } from './open.ts'
import type { Answers, Ask, Question, Told } from './questions.ts'

/** A worker that tells nothing for so long is taken for dead. */
const silenceS = 60
/** Time is counted in pieces, so that none passes while the machine sleeps or the page is frozen. */
const pieceS = 5

export class Asking<K extends Question['about']> {
  phase = $state<'asking' | 'answered' | 'failed'>('asking')
  /** What was answered so far. */
  answers = $state.raw<readonly Answers[K][]>([])
  /** Why it failed, in English. */
  failure = $state('')
  #worker: Worker | undefined
  #id = 0
  /** Nothing was told yet since the last question. */
  #fresh = true
  #silent = 0
  #watch: ReturnType<typeof setInterval> | undefined

  /** `keep`: the last answers stay until new ones come. */
  ask(question: Extract<Question, { readonly about: K }>, keep = false): void {
    this.#worker ??= this.#open()
    this.phase = 'asking'
    this.failure = ''
    if (!keep) this.answers = []
    this.#fresh = true
    this.#listen()
    // A plain copy: what a worker is sent must be no function.
    this.#worker.postMessage({ kind: 'ask', id: ++this.#id, question: JSON.parse(JSON.stringify(question)) } satisfies Ask)
  }

  close(): void {
    clearInterval(this.#watch)
    this.#worker?.terminate()
    this.#worker = undefined
  }

  #open(): Worker {
    const worker = openWorker()
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.id === this.#id) this.#hear(data)
    })
    worker.addEventListener('error', event => {
      event.preventDefault()
      this.#died('its worker stopped: try again')
    })
    return worker
  }

  #died(failure: string): void {
    this.close()
    this.#fail(failure)
  }

  #fail(failure: string): void {
    clearInterval(this.#watch)
    this.failure = failure
    this.phase = 'failed'
  }

  #listen(): void {
    clearInterval(this.#watch)
    this.#silent = 0
    this.#watch = setInterval(() => {
      this.#silent += pieceS
      if (this.#silent >= silenceS) this.#died(`its worker told nothing for ${silenceS} s: try again, or ask for less`)
    }, 1000 * pieceS)
  }

  #hear(told: Told): void {
    if (told.kind === 'told') {
      const value = told.value as Answers[K]
      this.answers = this.#fresh ? [value] : [...this.answers, value]
      this.#fresh = false
      this.#listen()
    } else if (told.kind === 'answered') {
      clearInterval(this.#watch)
      this.phase = 'answered'
    } else this.#fail(told.message)
  }
}
