/** A thread of a pool. It has the pool's memory and an instance of each kernel, and looks for jobs between messages. */
import { Control } from './control.ts'
import type { Run } from './jobs.ts'

/** First the memory, then each kernel's module. The thread answers every message with its number, counted from 1. */
export type Message =
  | { readonly kind: 'memory'; readonly memory: WebAssembly.Memory; readonly control: number; readonly seat: number }
  | { readonly kind: 'kernel'; readonly kernel: number; readonly module: WebAssembly.Module }

interface Port {
  onmessage: ((event: { readonly data: Message }) => void) | null
  postMessage(message: number): void
}

const node = globalThis.process?.getBuiltinModule?.('node:worker_threads')
const port = (node?.parentPort ?? globalThis) as unknown as Port

let memory: WebAssembly.Memory
let control: Control
let heard = 0
const kernels = new Map<number, Run>()

port.onmessage = ({ data }) => {
  if (data.kind === 'memory') {
    memory = data.memory
    control = new Control(memory, data.control, data.seat)
  } else {
    const { exports } = new WebAssembly.Instance(data.module, { e: { m: memory } })
    kernels.set(data.kernel, exports.run as unknown as Run)
  }
  port.postMessage(++heard)
  control.serve(kernels, heard)
}
