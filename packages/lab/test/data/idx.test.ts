import { describe, expect, it } from 'vitest'
import { DataError, idxData } from '../../src/index.ts'
import { imageBytes, labelBytes } from './idxbytes.ts'

const part = (name: string, labels: readonly number[], height = 2, width = 3, first = 0) => ({
  images: { name: `${name}-images`, bytes: imageBytes(labels.length, height, width, first) },
  labels: { name: `${name}-labels`, bytes: labelBytes(labels) },
})

describe('idxData', () => {
  it('puts training and test images into rows of bytes', () => {
    const data = idxData('digits', part('train', [7, 3, 7, 3]), part('t10k', [3, 7], 2, 3, 100))
    expect(data).toMatchObject({
      name: 'digits',
      rows: 6,
      testFrom: 4,
      commonUnit: true,
      task: { kind: 'classification', classes: ['3', '7'] },
      features: ['0:0', '0:1', '0:2', '1:0', '1:1', '1:2'],
    })
    expect(data.x).toEqual(Uint8Array.from({ length: 36 }, (_, i) => (i < 24 ? i : 100 + i - 24)))
    expect([...data.y]).toEqual([1, 0, 1, 0, 0, 1])
  })

  it('has no test part where none is given, and can put pixels into shared memory', () => {
    const data = idxData('digits', part('train', [0, 1, 0, 1]), undefined, bytes => new SharedArrayBuffer(bytes))
    expect(data.testFrom).toBeUndefined()
    expect(data.x.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect([...data.x]).toEqual(Array.from({ length: 24 }, (_, i) => i))
  })

  it('reads a view that does not start at its buffer', () => {
    const bytes = new Uint8Array(5 + imageBytes(4, 2, 3).length)
    bytes.set(imageBytes(4, 2, 3), 5)
    const train = part('train', [0, 1, 0, 1])
    expect(idxData('d', { ...train, images: { name: 'i', bytes: bytes.subarray(5) } })).toEqual(idxData('d', train))
  })

  const good = part('train', [0, 1, 0, 1])
  const images = (change: (bytes: Uint8Array) => Uint8Array) => ({
    ...good,
    images: { name: 'imgs', bytes: change(good.images.bytes.slice()) },
  })
  const labels = (change: (bytes: Uint8Array) => Uint8Array) => ({
    ...good,
    labels: { name: 'labs', bytes: change(good.labels.bytes.slice()) },
  })
  const poke = (at: number, value: number) => (bytes: Uint8Array) => {
    bytes[at] = value
    return bytes
  }

  it.each([
    ['another magic', images(poke(2, 0x0d)), 'imgs: magic 0x00000d03 is not that of images, 0x00000803'],
    ['labels as images', images(() => labelBytes(new Array(16).fill(0))), 'imgs: magic 0x00000801 is not that of images'],
    ['images as labels', labels(() => good.images.bytes), 'labs: magic 0x00000803 is not that of labels, 0x00000801'],
    ['a short file', images(bytes => bytes.subarray(0, -1)), 'imgs: says 4 x 2 x 3 = 24 bytes of images, but has 23'],
    ['a long file', labels(bytes => Uint8Array.from([...bytes, 0])), 'labs: says 4 = 4 bytes of labels, but has 5'],
    ['sizes whose product wraps', images(bytes => poke(4, 0xff)(poke(8, 0xff)(poke(12, 0xff)(bytes)))), 'bytes of images, but has 24'],
    ['no header', images(bytes => bytes.subarray(0, 15)), 'imgs: 15 bytes are too few for an IDX file of images'],
    ['no images', images(() => imageBytes(0, 2, 3)), 'imgs: 0 x 2 x 3 images are none'],
    ['fewer labels', labels(() => labelBytes([0, 1])), 'labs has 2 labels, but train-images has 4 images'],
    ['one class', part('train', [4, 4, 4]), 'train-labels: all labels are 4'],
    ['too few rows', part('train', [0, 1, 2]), 'train-labels: 3 rows are too few for 3 classes'],
  ])('refuses %s', (_, train, message) => {
    expect(() => idxData('digits', train)).toThrow(DataError)
    expect(() => idxData('digits', train)).toThrow(message)
  })

  it.each([
    ['other sizes', part('t10k', [0, 1], 3, 2), 't10k-images has images of 3 x 2, but train-images of 2 x 3'],
    ['a label that training lacks', part('t10k', [0, 9]), 't10k-labels: label 9 of image 1 does not occur in train-labels'],
  ])('refuses a test part with %s', (_, test, message) => {
    expect(() => idxData('digits', good, test)).toThrow(message)
  })
})
