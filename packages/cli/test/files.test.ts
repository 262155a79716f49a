import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkWritable, writeWhole } from '../src/files.ts'
import { inFolder } from './run.ts'

describe('checkWritable', () => {
  it('refuses a missing folder, a folder, a path through a file, and leaves nothing behind', () =>
    inFolder(folder => {
      writeFileSync(join(folder, 'file'), '')
      mkdirSync(join(folder, 'sub'))
      const refused = (path: string, why: string): void =>
        expect(() => checkWritable('--svg', join(folder, path))).toThrow(
          expect.objectContaining({ name: 'UsageError', message: `--svg: cannot write ${join(folder, path)}: ${why}` }),
        )
      refused('none/a.svg', 'its folder does not exist')
      refused('sub', 'it is a folder')
      refused('file/a.svg', 'a part of its path is no folder')
      expect(() => checkWritable('--svg', join(folder, 'a.svg'))).not.toThrow()
      expect(readdirSync(folder).sort()).toEqual(['file', 'sub'])
    }))

  it('refuses a file without permission, unless the user may do everything', () =>
    inFolder(folder => {
      const path = join(folder, 'a.svg')
      writeFileSync(path, 'old')
      chmodSync(path, 0o444)
      if (process.getuid?.() === 0) expect(() => checkWritable('--svg', path)).not.toThrow()
      else expect(() => checkWritable('--svg', path)).toThrow('permission denied')
    }))
})

describe('writeWhole', () => {
  it('replaces a file, with nothing else left in the folder', () =>
    inFolder(folder => {
      const path = join(folder, 'a.txt')
      writeWhole('--report', path, 'one')
      writeWhole('--report', path, 'two')
      expect(readFileSync(path, 'utf8')).toBe('two')
      expect(readdirSync(folder)).toEqual(['a.txt'])
    }))

  it('keeps what was there, and no part of the new, when it fails', () =>
    inFolder(folder => {
      mkdirSync(join(folder, 'a'))
      expect(() => writeWhole('--report', join(folder, 'a'), 'x')).toThrow('cannot write')
      expect(readdirSync(folder)).toEqual(['a'])
      expect(() => writeWhole('--report', join(folder, 'none', 'b'), 'x')).toThrow('its folder does not exist')
    }))
})
