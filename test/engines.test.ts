/** The same bits in every engine that is installed here. */
import { describe, expect, it } from 'vitest'
import { fingerprint } from '../packages/lab/src/accuracy/fingerprint.ts'
import { engines, fingerprintOf } from '../scripts/engines.mjs'

const ours = fingerprint()

describe.each(Object.entries(engines))('%s', (name, { path }) => {
  it.skipIf(path === undefined)('gives the bits that Node gives: every scalar, every kernel, a trained network', async () => {
    expect(await fingerprintOf(name)).toEqual(await ours)
  })
})
