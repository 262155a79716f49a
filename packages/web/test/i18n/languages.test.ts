import { describe, expect, test } from 'vitest'
import { chinese } from '../../src/i18n/chinese.ts'
import { claimWords } from '../../src/i18n/claims.ts'
import { cost } from '../../src/i18n/cost.ts'
import { depth } from '../../src/i18n/depth.ts'
import { english } from '../../src/i18n/english.ts'
import { facts } from '../../src/i18n/facts.ts'
import { fp8 } from '../../src/i18n/fp8.ts'
import { isLanguage, preferred } from '../../src/i18n/languages.ts'
import { train } from '../../src/i18n/train.ts'

/** Every text, functions called with marks in place of what they say. */
function texts(messages: object, path = ''): [path: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = `${path}.${key}`
    if (typeof value === 'object' && value !== null) return texts(value, at)
    return [[at, typeof value === 'function' ? String(value('«1»', '«2»')) : String(value)]]
  })
}

describe('the languages', () => {
  // The lab's, and those that come with a screen.
  const spoken = (language: 'en' | 'zh-CN', own: object) =>
    new Map(
      texts({
        ...own,
        fp8: fp8[language],
        cost: cost[language],
        claims: claimWords[language],
        facts: facts[language],
        depth: depth[language],
        train: train[language],
      }),
    )
  const all = { english: spoken('en', english), chinese: spoken('zh-CN', chinese) }

  test('say the same things, each in its own words', () => {
    expect([...all.chinese.keys()].sort()).toEqual([...all.english.keys()].sort())
    const same = [...all.english].filter(([path, text]) => all.chinese.get(path) === text && /[a-z]{3}/i.test(text.replace(/«\d»/g, '')))
    // Names, of formats and others, and lines that hold nothing but what they are given.
    expect(same.map(([path]) => path)).toEqual([
      '.pageTitle',
      '.takeSvg',
      '.takePng',
      '.takeCsv',
      '.copyLatex',
      '.copyTypescript',
      '.fp8.ways.smooth',
      '.cost.gpu',
    ])
  })

  test('leave out nothing that they are given', () => {
    for (const [path, text] of all.english) {
      const given = text.match(/«\d»/g) ?? []
      for (const mark of given) expect(all.chinese.get(path), path).toContain(mark)
    }
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
