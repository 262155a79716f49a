/** Output files: refused before any work is done where they cannot be written, and whole or not at all. */
import { accessSync, constants, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from './exit.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'it is no folder',
  EISDIR: 'it is a folder',
  ENOSPC: 'no space left',
  ENAMETOOLONG: 'its name is too long',
}

/** Why the file system refuses. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  return reasons[code ?? ''] ?? message
}

const refusal = (option: string, path: string, error: unknown): UsageError =>
  new UsageError(`${option}: cannot write ${path}: ${reasonOf(error)}`)

/** Throws a UsageError when the path cannot be written; leaves nothing behind. */
export function checkWritable(option: string, path: string): void {
  if (path === '') throw new UsageError(`${option}: cannot write '': give the name of a file`)
  try {
    const folder = dirname(resolve(path))
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
    accessSync(folder, constants.W_OK | constants.X_OK)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    if (found) accessSync(path, constants.W_OK)
  } catch (error) {
    throw refusal(option, path, error)
  }
}

/** Makes a folder where there is none. */
export function makeFolder(option: string, path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw refusal(option, path, error)
  }
}

/** Writes a whole file: first under another name beside it, then renamed. A device such as /dev/stdout is written as it is. */
export function writeWhole(option: string, path: string, content: string | Uint8Array): void {
  const found = statSync(path, { throwIfNoEntry: false })
  const temporary = found && !found.isFile() ? path : `${path}.${process.pid}.part`
  try {
    writeFileSync(temporary, content)
    if (temporary !== path) renameSync(temporary, path)
  } catch (error) {
    if (temporary !== path) rmSync(temporary, { force: true })
    throw refusal(option, path, error)
  }
}
