/** A question to a worker, as the page sees it. */
import { openWorker } from './open.ts'
import type { Answers, Ask, Question, Told } from './questions.ts'

export class Asking<K extends Question['about']> {
  phase = $state<'asking' | 'answered' | 'failed'>('asking')
  /** What was answered so far. */
  answers = $state.raw<readonly Answers[K][]>([])
  /** Why it failed; empty where the worker died without a word. */
  failure = $state('')
  #worker: Worker | undefined
  #id = 0
  /** Nothing was told yet since the last question. */
  #fresh = true

  /** `keep`: the last answers stay until new ones come. */
  ask(question: Extract<Question, { readonly about: K }>, keep = false): void {
    this.#worker ??= this.#open()
    this.phase = 'asking'
    this.failure = ''
    if (!keep) this.answers = []
    this.#fresh = true
    // A plain copy: what a worker is sent must be no function.
    this.#worker.postMessage({ kind: 'ask', id: ++this.#id, question: JSON.parse(JSON.stringify(question)) } satisfies Ask)
  }

  close(): void {
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
      this.close()
      this.phase = 'failed'
    })
    return worker
  }

  #hear(told: Told): void {
    if (told.kind === 'told') {
      const value = told.value as Answers[K]
      this.answers = this.#fresh ? [value] : [...this.answers, value]
      this.#fresh = false
    } else if (told.kind === 'answered') this.phase = 'answered'
    else {
      this.failure = told.message
      this.phase = 'failed'
    }
  }
}
