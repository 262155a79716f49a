/** IDX files of images and labels, the format of MNIST (LeCun, Cortes and Burges, "The MNIST database"): big-endian sizes, then bytes. */
import { DataError, type DataSet } from './dataset.ts'

/** The contents of one file, inflated, with its name for messages. */
export interface IdxFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface IdxPart {
  readonly images: IdxFile
  readonly labels: IdxFile
}

interface Images {
  readonly count: number
  readonly height: number
  readonly width: number
  readonly pixels: Uint8Array
}

const imagesMagic = 0x00000803
const labelsMagic = 0x00000801

/**
 * Images as rows of bytes, one feature a pixel. Classes are the labels of the training part; `test` becomes the test part. `allocate` may give
 * shared memory for the pixels. Throws a DataError that names the file whose magic, size or counts are wrong.
 */
export function idxData(
  name: string,
  train: IdxPart,
  test?: IdxPart,
  allocate: (bytes: number) => ArrayBufferLike = bytes => new ArrayBuffer(bytes),
): DataSet {
  const parts = test ? [train, test] : [train]
  const images = parts.map(part => readImages(part.images))
  const labels = parts.map((part, i) => readLabels(part.labels, part.images.name, images[i].count))
  const [{ count, height, width }] = images
  const [trainLabels, testLabels] = labels
  if (test && (images[1].height !== height || images[1].width !== width))
    throw new DataError(
      `${test.images.name} has images of ${images[1].height} x ${images[1].width}, but ${train.images.name} of ${height} x ${width}`,
    )
  const distinct = [...new Set(trainLabels)].sort((a, b) => a - b)
  if (distinct.length < 2) throw new DataError(`${train.labels.name}: all labels are ${distinct[0]}: nothing to tell apart`)
  if (count < 2 * distinct.length)
    throw new DataError(`${train.labels.name}: ${count} rows are too few for ${distinct.length} classes: each needs two`)
  const labelOf = new Int16Array(256).fill(-1)
  for (const [label, value] of distinct.entries()) labelOf[value] = label
  const stray = testLabels?.findIndex(value => labelOf[value] < 0) ?? -1
  if (test && stray >= 0)
    throw new DataError(`${test.labels.name}: label ${testLabels[stray]} of image ${stray} does not occur in ${train.labels.name}`)
  const rows = images.reduce((sum, part) => sum + part.count, 0)
  const x = new Uint8Array(allocate(rows * height * width))
  const y = new Float32Array(rows)
  let row = 0
  for (const [i, part] of images.entries()) {
    x.set(part.pixels, row * height * width)
    for (const value of labels[i]) y[row++] = labelOf[value]
  }
  return {
    name,
    notes: [
      `${rows} images of ${height} x ${width} in ${distinct.length} classes; ${test ? `${rows - count} of them are the test part` : 'no test part'}`,
    ],
    task: { kind: 'classification', classes: distinct.map(String) },
    features: Array.from({ length: height * width }, (_, pixel) => `${Math.floor(pixel / width)}:${pixel % width}`),
    rows,
    x,
    y,
    ...(test && { testFrom: count }),
    commonUnit: true,
  }
}

function readImages(file: IdxFile): Images {
  const [count, height, width] = sizes(file, imagesMagic, 'images')
  return { count, height, width, pixels: file.bytes.subarray(16) }
}

function readLabels(file: IdxFile, images: string, count: number): Uint8Array {
  const [labels] = sizes(file, labelsMagic, 'labels')
  if (labels !== count) throw new DataError(`${file.name} has ${labels} labels, but ${images} has ${count} images`)
  return file.bytes.subarray(8)
}

/** The dimensions that the header gives, checked against the length of the file. The last byte of the magic is their number. */
function sizes({ name, bytes }: IdxFile, magic: number, what: string): readonly number[] {
  const dimensions = magic & 0xff
  const header = 4 + 4 * dimensions
  if (bytes.length < header) throw new DataError(`${name}: ${bytes.length} bytes are too few for an IDX file of ${what}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = view.getUint32(0)
  if (found !== magic) throw new DataError(`${name}: magic ${hex(found)} is not that of ${what}, ${hex(magic)}`)
  const lengths = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i))
  if (lengths.includes(0)) throw new DataError(`${name}: ${lengths.join(' x ')} ${what} are none`)
  const expected = lengths.reduce((product, length) => product * length, 1)
  if (expected !== bytes.length - header)
    throw new DataError(`${name}: says ${lengths.join(' x ')} = ${expected} bytes of ${what}, but has ${bytes.length - header}`)
  return lengths
}

const hex = (word: number): string => `0x${word.toString(16).padStart(8, '0')}`
