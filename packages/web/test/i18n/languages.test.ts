import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLanguage, preferred } from '../../src/i18n/languages.ts'
import { parts, translations } from '../../src/i18n/parts.ts'
import { spoken, type Written, written } from '../../src/i18n/translation.ts'

/** Every text by its path, lines with marks in place of what they are given. */
function texts(message: Written, path = ''): [path: string, text: string][] {
  if (typeof message === 'string') return [[path, message]]
  return Object.entries(message).flatMap(([name, part]) => texts(part, `${path}.${name}`))
}
const all = {
  english: new Map(Object.entries(parts).flatMap(([part, { english }]) => texts(written(english), `.${part}`))),
  chinese: new Map(texts(translations['zh-CN'])),
}

describe('the languages', () => {
  test('say the same things, each in its own words', () => {
    expect([...all.chinese.keys()].sort()).toEqual([...all.english.keys()].sort())
    const same = [...all.english].filter(([path, text]) => all.chinese.get(path) === text && /[a-z]{3}/i.test(text.replace(/«\d»/g, '')))
    // Names, of formats and others, and lines that hold nothing but what they are given.
    expect(same.map(([path]) => path)).toEqual([
      '.lab.pageTitle',
      '.lab.takeSvg',
      '.lab.takePng',
      '.lab.takeCsv',
      '.lab.copyLatex',
      '.lab.copyTypescript',
      '.cost.gpu',
      '.fp8.ways.smooth',
    ])
  })

  test('leave out nothing that they are given', () => {
    for (const [path, text] of all.english) {
      const given = text.match(/«\d»/g) ?? []
      for (const mark of given) expect(all.chinese.get(path), path).toContain(mark)
    }
  })

  test('say from a file what they say from a script, whatever they are given', () => {
    type Message = string | ((...given: unknown[]) => string) | { readonly [name: string]: Message }
    const said = (message: Message, given: readonly unknown[]): unknown => {
      if (typeof message === 'object') return Object.fromEntries(Object.entries(message).map(([name, part]) => [name, said(part, given)]))
      return typeof message === 'function' ? message(...given) : message
    }
    const file = JSON.parse(JSON.stringify(translations['zh-CN'])) as (typeof translations)['zh-CN']
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant('«1»$&'), fc.nat()), { minLength: 3, maxLength: 3 }), given => {
        for (const [part, { english, chinese }] of Object.entries(parts))
          expect(said(spoken(english as Message, file[part as keyof typeof parts]), given)).toEqual(said(chinese as Message, given))
      }),
    )
  })

  test('Chinese has its own punctuation', () => {
    for (const [path, text] of all.chinese) expect(text, path).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[,;?!][\u4e00-\u9fff]/)
  })

  test.each([
    [['zh-CN', 'en'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['de-DE', 'zh-Hans-CN'], 'zh-CN'],
    [['en-GB', 'zh-CN'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ] as const)('of a reader who prefers %j is %s', (wanted, language) => expect(preferred(wanted)).toBe(language))

  test('are known by their own names alone', () => {
    expect(['en', 'zh-CN'].every(isLanguage)).toBe(true)
    for (const other of ['zh', '__proto__', 'constructor', '', undefined]) expect(isLanguage(other)).toBe(false)
  })
})
