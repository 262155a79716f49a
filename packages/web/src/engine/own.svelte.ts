/** A table of the reader's own: it is read in a worker, stays in the page's memory, and is sent nowhere. */
import type { DataSet, TableOptions } from '@xphi/lab'
import { Runner } from './runner.svelte.ts'

/** More bytes than this are not read. */
export const mostBytes = 32 * 2 ** 20

class OwnData {
  data = $state.raw<DataSet | undefined>()
  columns = $state.raw<readonly string[]>([])
  options = $state.raw<TableOptions>({})
  name = $state('')
  /** What the reader says of a table that cannot be used. */
  fault = $state('')
  /** Its bytes, where a file is over the limit. */
  tooLarge = $state(0)
  reading = $state(false)
  #bytes: Uint8Array<ArrayBuffer> | undefined
  #turn = 0

  async take(file: Blob, name: string): Promise<void> {
    this.fault = ''
    this.tooLarge = file.size > mostBytes ? file.size : 0
    if (this.tooLarge > 0) return
    const turn = ++this.#turn
    this.reading = true
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (turn !== this.#turn) return
      this.#bytes = bytes
      this.name = name
      this.columns = []
      this.options = {}
      await this.#read(turn)
    } catch (error) {
      this.#end(turn, (error as Error).message)
    }
  }

  /** Reads the same table another way. */
  async choose(change: TableOptions): Promise<void> {
    this.options = { ...this.options, ...change }
    await this.#read(++this.#turn)
  }

  async #read(turn: number): Promise<void> {
    if (this.#bytes === undefined) return
    this.reading = true
    this.fault = ''
    const reply = await Runner.ask({ kind: 'read', bytes: this.#bytes, name: this.name, options: this.options })
    if (turn !== this.#turn) return
    if (reply?.kind === 'table' || reply?.kind === 'refused') this.columns = reply.columns
    if (reply?.kind === 'table') this.data = reply.data
    this.#end(turn, reply?.kind === 'refused' ? reply.message : '', reply === undefined)
  }

  /** What the worker died without saying is told by the page. */
  died = $state(false)

  #end(turn: number, fault: string, died = false): void {
    if (turn !== this.#turn) return
    this.reading = false
    this.fault = fault
    this.died = died
  }
}

export const own = new OwnData()
