// The safetensors format (github.com/huggingface/safetensors): the length of a JSON header as u64, the header, the bytes of the tensors
// without gaps. All its formats of floating-point numbers from 8 bits up are read; F32 and F64 are written.
import { fromBits } from 'xphi/number'
import { ModelError } from './errors.ts'

export interface NamedTensor {
  readonly name: string
  readonly shape: readonly number[]
  /** Of the formats below 64 bits in singles, which hold each of their numbers. */
  readonly values: Float32Array | Float64Array
}

interface Dtype {
  readonly bytes: number
  readonly read: (view: DataView, at: number) => number
}

const dtypes: ReadonlyMap<unknown, Dtype> = new Map<unknown, Dtype>([
  ['F64', { bytes: 8, read: (view, at) => view.getFloat64(at, true) }],
  ['F32', { bytes: 4, read: (view, at) => view.getFloat32(at, true) }],
  ['F16', { bytes: 2, read: (view, at) => fromBits('f16', view.getUint16(at, true)) }],
  ['BF16', { bytes: 2, read: (view, at) => fromBits('bf16', view.getUint16(at, true)) }],
  ['F8_E4M3', { bytes: 1, read: (view, at) => fromBits('e4m3', view.getUint8(at)) }],
  ['F8_E5M2', { bytes: 1, read: (view, at) => fromBits('e5m2', view.getUint8(at)) }],
])

const prefixBytes = 8
const metadata = '__metadata__'
/** The format allows 100 MB; so many names belong to no network of ours. */
const greatestHeader = 2 ** 20
const greatestRank = 8

/** Throws a ModelError for a name that stands twice or is the format's own, and for values that do not fill their shape. */
export function encodeSafetensors(tensors: readonly NamedTensor[]): Uint8Array<ArrayBuffer> {
  const names = new Set([metadata])
  let end = 0
  const entries = tensors.map(({ name, shape, values }) => {
    if (names.has(name)) throw new ModelError(`a second tensor '${name}'`)
    names.add(name)
    if (values.length !== sizeOf(shape)) throw new ModelError(`tensor '${name}' of shape [${shape}] has ${values.length} values`)
    const start = end
    end += values.byteLength
    return [name, { dtype: values instanceof Float64Array ? 'F64' : 'F32', shape, data_offsets: [start, end] }] as const
  })
  const text = JSON.stringify(Object.fromEntries(entries))
  const unpadded = new TextEncoder().encode(text).length
  // Blanks after the header put the data on a line of 8 bytes.
  const header = new TextEncoder().encode(text + ' '.repeat((8 - (unpadded % 8)) % 8))
  const bytes = new Uint8Array(prefixBytes + header.length + end)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(header.length), true)
  bytes.set(header, prefixBytes)
  let at = prefixBytes + header.length
  for (const { values } of tensors)
    for (const value of values) {
      if (values instanceof Float64Array) view.setFloat64(at, value, true)
      else view.setFloat32(at, value, true)
      at += values.BYTES_PER_ELEMENT
    }
  return bytes
}

/** Throws a ModelError for anything but a whole file of tensors of floating-point numbers, each byte of which belongs to exactly one. */
export function decodeSafetensors(bytes: Uint8Array): readonly NamedTensor[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < prefixBytes) throw new ModelError(`a safetensors file has at least ${prefixBytes} bytes, got ${bytes.length}`)
  const length = view.getBigUint64(0, true)
  if (length > BigInt(Math.min(greatestHeader, bytes.length - prefixBytes)))
    throw new ModelError(`a safetensors header of ${length} bytes is longer than the file or than ${greatestHeader}`)
  const start = prefixBytes + Number(length)
  const header = readHeader(bytes.subarray(prefixBytes, start))
  const data = bytes.length - start
  const tensors = Object.entries(header)
    .filter(([name]) => name !== metadata)
    .map(([name, entry]) => ({ name, ...readEntry(name, entry) }))
    .sort((a, b) => a.from - b.from || a.to - b.to)
  let end = 0
  for (const { name, from, to } of tensors) {
    if (from !== end) throw new ModelError(`tensor '${name}' begins at byte ${from}, the one before it ends at ${end}`)
    end = to
  }
  if (end !== data) throw new ModelError(`the tensors take ${end} bytes, the file has ${data}`)
  return tensors.map(({ name, dtype: { bytes: size, read }, shape, from, to }) => {
    const length = (to - from) / size
    const values = size === 8 ? new Float64Array(length) : new Float32Array(length)
    for (let i = 0; i < length; i++) values[i] = read(view, start + from + size * i)
    return { name, shape, values }
  })
}

function readHeader(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let header: unknown
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    header = JSON.parse(text)
  } catch {
    throw new ModelError('a safetensors header is a JSON text, this is none')
  }
  if (!isRecord(header)) throw new ModelError('a safetensors header is a JSON object')
  // JSON.parse keeps the last of equal keys: count those that were written.
  const written = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length
  const kept = Object.values(header).reduce((sum: number, entry) => sum + (isRecord(entry) ? Object.keys(entry).length : 0), 0)
  if (written !== kept + Object.keys(header).length)
    throw new ModelError('a safetensors header names something twice, or more than tensors')
  return header
}

interface Entry {
  readonly dtype: Dtype
  readonly shape: readonly number[]
  readonly from: number
  readonly to: number
}

function readEntry(name: string, entry: unknown): Entry {
  if (!isRecord(entry)) throw new ModelError(`tensor '${name}' has no description`)
  const { dtype: format, shape, data_offsets: offsets, ...more } = entry
  if (Object.keys(more).length > 0) throw new ModelError(`tensor '${name}' has an unknown '${Object.keys(more)[0]}'`)
  const dtype = dtypes.get(format)
  if (dtype === undefined)
    throw new ModelError(`tensor '${name}' is of ${JSON.stringify(format)}: what is read are ${[...dtypes.keys()].join(', ')}`)
  if (!isSizes(shape) || shape.length > greatestRank) throw new ModelError(`tensor '${name}' has no shape of up to ${greatestRank} sizes`)
  if (!isSizes(offsets) || offsets.length !== 2) throw new ModelError(`tensor '${name}' has no two data_offsets`)
  const [from, to] = offsets
  const bytes = dtype.bytes * sizeOf(shape)
  if (to - from !== bytes) throw new ModelError(`tensor '${name}' of shape [${shape}] has ${bytes} bytes, not ${to - from}`)
  return { dtype, shape, from, to }
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSizes = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every(size => Number.isSafeInteger(size) && size >= 0)
