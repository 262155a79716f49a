/** Files, gzipped or not, to bytes of a bounded number. */
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { DataError } from '../data/dataset.ts'

/** 1 GiB, inflated. */
export const defaultLimit = 2 ** 30
/** What callers may raise the limit to. */
export const greatestLimit = 2 ** 31

/** Deflate's greatest ratio (zlib's technical notes): a trailer that promises more lies. */
const greatestRatio = 1032
const chunkBytes = 2 ** 20

/** Reads a file, inflated where it starts with gzip's magic bytes, whatever its name. Throws a DataError for one that cannot be read, is empty, is cut short, or is over the limit. */
export async function readBytes(path: string, limit = defaultLimit): Promise<Uint8Array> {
  const name = basename(path)
  let handle: FileHandle | undefined
  try {
    // Before it is opened: opening a pipe waits for its writer.
    const found = await stat(path)
    if (!found.isFile()) throw new DataError(`${path} is ${found.isDirectory() ? 'a folder' : 'no regular file'}`)
    handle = await open(path)
    const { gzipped, size } = await inspect(handle)
    const raw = handle.createReadStream({ start: 0, highWaterMark: chunkBytes, autoClose: false })
    // An error of the first stream reaches whoever reads the last.
    const stream = gzipped ? pipeline(raw, createGunzip({ chunkSize: chunkBytes }), () => undefined) : raw
    const bytes = await collect(stream, size, limit, name)
    if (bytes.length === 0) throw new DataError(`${name} is empty`)
    return bytes
  } catch (error) {
    throw error instanceof DataError ? error : new DataError(`${name} ${failureOf(error as NodeJS.ErrnoException)}`)
  } finally {
    await handle?.close()
  }
}

/** Whether it is gzipped, and its size: exact, or for gzip what its last four bytes promise. */
async function inspect(handle: FileHandle): Promise<{ readonly gzipped: boolean; readonly size: number }> {
  const { size } = await handle.stat()
  const ends = Buffer.alloc(6)
  await handle.read(ends, 0, 2, 0)
  if (ends.readUInt16BE(0) !== 0x1f8b) return { gzipped: false, size }
  await handle.read(ends, 2, 4, Math.max(0, size - 4))
  return { gzipped: true, size: Math.min(ends.readUInt32LE(2), greatestRatio * size) }
}

/** One array of the size promised, grown when the promise was too small: no list of chunks that would double the memory. */
async function collect(stream: Readable, promised: number, limit: number, name: string): Promise<Uint8Array> {
  let bytes = new Uint8Array(Math.min(promised, limit))
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (length + chunk.length > limit) throw new DataError(`${name}: its contents are over the limit of ${limit} bytes`)
    if (length + chunk.length > bytes.length) {
      const grown = new Uint8Array(Math.min(limit, Math.max(2 * bytes.length, length + chunk.length)))
      grown.set(bytes.subarray(0, length))
      bytes = grown
    }
    bytes.set(chunk, length)
    length += chunk.length
  }
  return bytes.subarray(0, length)
}

/** In words, as after `cannot be read:`. */
export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  return code === 'EISDIR' ? 'it is a folder' : message
}

function failureOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'Z_BUF_ERROR') return 'is cut short: the gzip data end too early; copy or download it again'
  if (error.code?.startsWith('Z_')) return `is damaged gzip data (${error.message}): copy or download it again`
  return `cannot be read: ${reasonOf(error)}`
}
