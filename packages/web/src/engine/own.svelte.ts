/** A table of the reader's own: it is read in a worker, stays in the page's memory, and is sent nowhere. */
import type { DataSet, TableOptions } from '@xphi/lab'
import type { Read, Reply } from './messages.ts'
import { openWorker } from './open.ts'
import { mostBytes } from './unpack.ts'

/** Why a table is not read: what the reader says, a file over the limit, or a worker that died without a word. */
export type Trouble =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'large'; readonly bytes: number }
  | { readonly kind: 'died' }

class OwnData {
  data = $state.raw<DataSet | undefined>()
  /** How many tables were read: each is another, whatever its name. */
  tables = 0
  columns = $state.raw<readonly string[]>([])
  options = $state.raw<TableOptions>({})
  name = $state('')
  trouble = $state.raw<Trouble | undefined>()
  reading = $state(false)
  #bytes: Uint8Array<ArrayBuffer> | undefined
  #turn = 0

  async take(file: Blob, name: string): Promise<void> {
    const turn = this.#begin()
    if (file.size > mostBytes) return this.#end(turn, { kind: 'large', bytes: file.size })
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (turn !== this.#turn) return
      this.#bytes = bytes
      this.name = name
      this.columns = []
      this.options = {}
      await this.#read(turn)
    } catch (error) {
      this.#end(turn, { kind: 'refused', message: (error as Error).message })
    }
  }

  /** Reads the same table another way. */
  async choose(change: TableOptions): Promise<void> {
    this.options = { ...this.options, ...change }
    await this.#read(this.#begin())
  }

  #begin(): number {
    this.reading = true
    this.trouble = undefined
    return ++this.#turn
  }

  #end(turn: number, trouble?: Trouble): void {
    if (turn !== this.#turn) return
    this.reading = false
    this.trouble = trouble
  }

  async #read(turn: number): Promise<void> {
    if (this.#bytes === undefined) return this.#end(turn)
    const reply = await answerTo({ kind: 'read', bytes: this.#bytes, name: this.name, options: this.options })
    if (turn !== this.#turn) return
    if (reply?.kind !== 'table' && reply?.kind !== 'refused') return this.#end(turn, { kind: 'died' })
    this.columns = reply.columns
    if (reply.kind === 'refused') return this.#end(turn, reply)
    this.tables++
    this.data = reply.data
    this.#end(turn)
  }
}

/** A worker that has not read a table by then is taken for dead. */
const longestMs = 60_000

/** From a worker of its own; nothing where it died. */
function answerTo(request: Read): Promise<Reply | undefined> {
  const worker = openWorker()
  let timer: ReturnType<typeof setTimeout>
  return new Promise<Reply | undefined>(resolve => {
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => resolve(data))
    worker.addEventListener('error', event => {
      event.preventDefault()
      resolve(undefined)
    })
    timer = setTimeout(() => resolve(undefined), longestMs)
    worker.postMessage(request)
  }).finally(() => {
    clearTimeout(timer)
    worker.terminate()
  })
}

export const own = new OwnData()
