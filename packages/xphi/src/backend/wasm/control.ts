/**
 * How threads of one memory share a job: a few numbers, each on a cache line of its own.
 *
 * `turn` is odd while a job is open, and written by the caller alone. A thread counts itself into `active` before it looks at `turn`, and out when no
 * chunk is left; the caller writes a job only while none is counted. So a thread that comes late finds the turn closed and touches nothing, and
 * nobody waits for a thread that has no core: the caller and the others claim its chunks.
 */
import { chunksOf, jobNumbers, kernelOf, type Run, runChunk } from './jobs.ts'

const numbersALine = 16
const at = { turn: 0, next: numbersALine, active: 2 * numbersALine, mail: 3 * numbersALine, failed: 4 * numbersALine } as const
const jobAt = 5 * numbersALine

export const controlBytes = 4 * (jobAt + jobNumbers)

/**
 * Looks before a thread sleeps, some 30 us: fork and join take 0.3 us between threads that look, and about 90 us with one that sleeps. Bounded, since a
 * thread that looks takes a core from others.
 */
const looks = 4000

/** Most jobs that the caller does alone before it calls the threads again. */
const mostAlone = 64

/** Whether this thread may sleep: a page's main thread may not. */
const maySleep = (numbers: Int32Array): boolean => {
  try {
    Atomics.wait(numbers, at.failed, -1)
    return true
  } catch {
    return false
  }
}

export class Control {
  readonly #numbers: Int32Array
  readonly #sleeps: boolean
  readonly #seat: number
  readonly job: Int32Array
  /** Jobs that the caller does alone, since with the last that was shared it waited longer than it worked: the cores are taken. */
  #alone = 0
  #penalty = 1

  /** At an address of a shared memory where `controlBytes` are 0. The caller's seat is 0, and each other thread has another. */
  constructor(memory: WebAssembly.Memory, address: number, seat: number) {
    this.#seat = seat
    this.#numbers = new Int32Array(memory.buffer, address, controlBytes / 4)
    this.#sleeps = maySleep(this.#numbers)
    this.job = this.#numbers.subarray(jobAt)
  }

  /** The caller's: runs the job that stands in `job`, with what threads come, until every chunk is done. False where a chunk failed. */
  run(run: Run): boolean {
    const n = this.#numbers
    Atomics.store(n, at.next, 0)
    Atomics.store(n, at.failed, 0)
    if (this.#alone > 0) {
      this.#alone--
      this.#claim(run, this.job)
      return true
    }
    const called = performance.now()
    const open = Atomics.add(n, at.turn, 1) + 1
    Atomics.notify(n, at.turn)
    const begun = performance.now()
    let done = begun
    try {
      this.#claim(run, this.job)
    } finally {
      done = performance.now()
      Atomics.store(n, at.turn, open + 1)
      this.#join()
    }
    const waited = performance.now() - done + (begun - called)
    this.#penalty = waited > done - begun ? Math.min(2 * this.#penalty, mostAlone) : 1
    this.#alone = this.#penalty - 1
    return Atomics.load(n, at.failed) === 0
  }

  /** Chunks until none is left. */
  #claim(run: Run, job: Int32Array): void {
    const chunks = chunksOf(job)
    for (;;) {
      const index = Atomics.add(this.#numbers, at.next, 1)
      if (index >= chunks) return
      runChunk(run, job, index, this.#seat)
    }
  }

  /** Waits for chunks that threads are in the middle of. Where a thread may not sleep it looks until they are done: at most one chunk a thread. */
  #join(): void {
    const n = this.#numbers
    for (let count = 0; ; count++) {
      const active = Atomics.load(n, at.active)
      if (active === 0) return
      if (count >= looks && this.#sleeps) Atomics.wait(n, at.active, active)
    }
  }

  /** Sends threads to their messages, which they do not hear while they look for a job. */
  post(): void {
    Atomics.add(this.#numbers, at.mail, 1)
    Atomics.add(this.#numbers, at.turn, 2)
    Atomics.notify(this.#numbers, at.turn)
  }

  /** A thread's: takes part in jobs, each kernel by its number, until there are more than `heard` messages. */
  serve(kernels: ReadonlyMap<number, Run>, heard: number): void {
    const n = this.#numbers
    for (let seen = 0, count = 0; ; count++) {
      const turn = Atomics.load(n, at.turn)
      if (Atomics.load(n, at.mail) > heard) return
      if (turn !== seen && (turn & 1) === 1) {
        this.#help(kernels)
        seen = turn
        count = 0
      } else if (count > looks) {
        Atomics.wait(n, at.turn, turn)
        count = 0
      }
    }
  }

  #help(kernels: ReadonlyMap<number, Run>): void {
    const n = this.#numbers
    Atomics.add(n, at.active, 1)
    try {
      if ((Atomics.load(n, at.turn) & 1) === 1) {
        const run = kernels.get(kernelOf(this.job))
        if (run) this.#claim(run, this.job)
      }
    } catch {
      Atomics.store(n, at.failed, 1)
    } finally {
      if (Atomics.sub(n, at.active, 1) === 1) Atomics.notify(n, at.active)
    }
  }
}
