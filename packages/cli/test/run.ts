/** Runs the built command as a user does: a process with streams and an exit code. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { run } from '../src/program.ts'

const bin = fileURLToPath(new URL('../bin/xphi.js', import.meta.url))

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Surroundings {
  readonly stdin?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Called once, as soon as the process runs. */
  readonly watch?: (child: ChildProcess) => void
}

export function xphi(args: readonly string[], { stdin = '', cwd, env, watch }: Surroundings = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [bin, ...args], { ...(cwd === undefined ? {} : { cwd }), env: { ...process.env, ...env } })
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) child[name].setEncoding('utf8').on('data', (chunk: string) => (text[name] += chunk))
  // A command that refuses its arguments ends before it reads.
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  watch?.(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, ...text }))
  })
}

/** The same in this process, which is much faster: for commands that read no stdin and end by themselves. */
export async function inProcess(args: readonly string[]): Promise<Outcome> {
  const text = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map(name =>
    vi.spyOn(process[name], 'write').mockImplementation(chunk => {
      text[name] += String(chunk)
      return true
    }),
  )
  try {
    return { code: await run(args), ...text }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** Runs `use` with a folder that is gone afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'xphi-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
