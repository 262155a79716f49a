/** Gzipped files of the reader's own: a small file may unpack to any size, so that it is counted while it is unpacked. */

/** Of a file, and of what a gzipped one holds: more bytes than this are not read. */
export const mostBytes = 32 * 2 ** 20

const isGzipped = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** The bytes of a file, unpacked where it is gzipped. Throws for more than `most` of them, and for a file that is cut off or damaged. */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>, name: string, most = mostBytes): Promise<Uint8Array> {
  if (!isGzipped(bytes)) return bytes
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new RangeError(`${name} is no whole gzip file: pack it again`)
    })
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer())
    length += value.length
    if (length > most) {
      await reader.cancel()
      throw new RangeError(`${name} unpacks to more than ${most} bytes, the limit in a browser: use a part of the rows, or xphi compare`)
    }
    chunks.push(value)
  }
}
