import type { DataSet } from '../data/dataset.ts'

/** The same data with x and y in shared memory, which workers get without a copy. */
export const toShared = (data: DataSet): DataSet => ({
  ...data,
  x: data.x instanceof Uint8Array ? copyTo(data.x, Uint8Array) : copyTo(data.x, Float32Array),
  y: copyTo(data.y, Float32Array),
})

function copyTo<T extends Float32Array | Uint8Array>(
  from: T,
  make: { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number },
): T {
  if (from.buffer instanceof SharedArrayBuffer) return from
  const to = new make(new SharedArrayBuffer(from.byteLength))
  to.set(from)
  return to
}
