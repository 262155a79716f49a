/** Threads that share a memory and help with its jobs. */
import { Control } from './control.ts'
import { KernelError } from './error.ts'
import { type Job, type Run, writeJob } from './jobs.ts'
import type { Message } from './thread.ts'

/** What Node's workers and those of a browser have in common. */
interface Thread {
  post(message: Message): void
  /** Whether it alone keeps the process alive. */
  hold(held: boolean): void
  end(): Promise<unknown>
}

/** Starts a thread. `dead` is told once, why. Throws where there are no workers. */
function start(answer: (count: number) => void, dead: (why: string) => void): Thread {
  const node = globalThis.process?.getBuiltinModule?.('node:worker_threads')
  if (node) {
    // Options of this process, such as --eval's, are not for its threads.
    const worker = new node.Worker(new URL('./thread.js', import.meta.url), { execArgv: [] })
    worker.on('message', answer)
    worker.on('error', error => dead(error.message))
    worker.on('exit', code => dead(`it ended with code ${code}`))
    return {
      post: message => worker.postMessage(message),
      hold: held => (held ? worker.ref() : worker.unref()),
      end: () => worker.terminate(),
    }
  }
  const worker = new Worker(new URL('./thread.js', import.meta.url), { type: 'module' })
  worker.onmessage = event => answer(event.data as number)
  worker.onerror = event => dead(event.message || 'its script could not be loaded')
  return { post: message => worker.postMessage(message), hold: () => {}, end: async () => worker.terminate() }
}

/** A thread, and who waits until it has heard a message. */
class Member {
  readonly thread: Thread
  why: string | undefined
  #heard = 0
  #waiting: { readonly count: number; readonly resolve: () => void }[] = []

  constructor() {
    this.thread = start(
      count => {
        this.#heard = count
        this.#wake(waiting => waiting.count <= count)
      },
      why => {
        this.why ??= why
        this.#wake(() => true)
      },
    )
    this.thread.hold(false)
  }

  /** Until it has heard `count` messages or is dead. */
  async heard(count: number): Promise<void> {
    if (this.why !== undefined || this.#heard >= count) return
    this.thread.hold(true)
    await new Promise<void>(resolve => this.#waiting.push({ count, resolve }))
    this.thread.hold(this.#waiting.length > 0)
  }

  #wake(which: (waiting: { readonly count: number }) => boolean): void {
    const woken = this.#waiting.filter(which)
    this.#waiting = this.#waiting.filter(waiting => !which(waiting))
    for (const { resolve } of woken) resolve()
  }
}

export class Pool {
  readonly #control: Control
  readonly #members: readonly Member[]
  #messages = 0
  #kernels = 0

  private constructor(control: Control, members: readonly Member[]) {
    this.#control = control
    this.#members = members
  }

  /** A pool of `threads`, the caller among them, on a shared memory, or why there can be none. The numbers at `address` are its own, and 0. */
  static async start(memory: WebAssembly.Memory, address: number, threads: number): Promise<Pool | string> {
    const members: Member[] = []
    try {
      for (let i = 1; i < threads; i++) members.push(new Member())
    } catch (error) {
      await Promise.all(members.map(({ thread }) => thread.end()))
      return (error as Error).message
    }
    const pool = new Pool(new Control(memory, address, 0), members)
    await pool.#tell(seat => ({ kind: 'memory', memory, control: address, seat }))
    const dead = members.find(({ why }) => why !== undefined)
    if (dead === undefined) return pool
    await pool.close()
    return dead.why!
  }

  get size(): number {
    return 1 + this.#members.filter(({ why }) => why === undefined).length
  }

  /** One for each thread, alive or not. */
  get seats(): number {
    return 1 + this.#members.length
  }

  /** Gives a kernel to every thread: its number for jobs, and when they have it. */
  add(module: WebAssembly.Module): { readonly kernel: number; readonly heard: Promise<void> } {
    const kernel = ++this.#kernels
    return { kernel, heard: this.#tell(() => ({ kind: 'kernel', kernel, module })) }
  }

  async #tell(message: (seat: number) => Message): Promise<void> {
    const count = ++this.#messages
    for (const [i, { thread }] of this.#members.entries()) thread.post(message(i + 1))
    this.#control.post()
    await Promise.all(this.#members.map(member => member.heard(count)))
  }

  /** Runs a job, the caller's thread with the others. Throws a KernelError where one of them failed. */
  run(job: Job, run: Run): void {
    writeJob(this.#control.job, job)
    if (!this.#control.run(run)) throw new KernelError('a thread failed in the middle of a kernel')
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map(({ thread }) => thread.end()))
  }
}
