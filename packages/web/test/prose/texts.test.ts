import { describe, expect, test } from 'vitest'
import { catalogue } from 'xphi/catalogue'
import { chinese } from '../../src/prose/chinese.ts'
import { texts } from '../../src/prose/texts.ts'
import { chapterIds, chapters } from '../../src/story/chapters.ts'

const all = ({ history, usedBy, corrections, meanings }: (typeof texts)['en']['functions'][string]) => [
  history,
  ...usedBy,
  ...corrections,
  ...Object.values(meanings),
]
const names = catalogue.map(e => e.name)

describe('what is read', () => {
  test('stands in Chinese for every function, correction by correction and user by user', () => {
    expect(Object.keys(chinese).sort()).toEqual([...names].sort())
    for (const { name, corrections, usedBy } of catalogue) {
      expect(chinese[name].corrections, name).toHaveLength(corrections.length)
      expect(chinese[name].usedBy, name).toHaveLength(usedBy.length)
      expect(chinese[name].history, name).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  test('says in Chinese what each parameter means', () => {
    for (const { name, parameters } of catalogue) {
      const { meanings } = texts['zh-CN'].functions[name]
      expect(Object.keys(meanings), name).toEqual(parameters.map(p => p.name))
      for (const meaning of Object.values(meanings)) expect(meaning, name).toMatch(/[\u4e00-\u9fff]/)
      expect(texts.en.functions[name].meanings, name).toEqual(Object.fromEntries(parameters.map(p => [p.name, p.meaning])))
    }
  })

  test('keeps its years and its decimals in Chinese', () => {
    const numbers = (text: string): Set<string> => new Set(text.replaceAll('−', '-').match(/\b(?:1[89]|20)\d\d\b|\d+\.\d+/g))
    for (const { name } of catalogue) {
      const [english, translated] = (['en', 'zh-CN'] as const).map(language => numbers(all(texts[language].functions[name]).join(' ')))
      expect(translated, name).toEqual(english)
    }
  })

  test('has Chinese punctuation between Chinese letters', () => {
    const chapter = Object.values(texts['zh-CN'].chapters).flatMap(words => Object.values(words))
    for (const text of [...names.flatMap(name => all(texts['zh-CN'].functions[name])), ...chapter])
      expect(text).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[,;?!][\u4e00-\u9fff]/)
  })

  test('tells every chapter of the catalogue in its order, each in both languages', () => {
    expect(chapters.map(c => c.id)).toEqual(chapterIds)
    const told = new Set(chapters.flatMap(c => c.names))
    expect(names.filter(name => catalogue.find(e => e.name === name)?.chapter !== undefined && !told.has(name))).toEqual([])
    const first = chapters.map(c => Math.min(...c.names.map(name => names.indexOf(name))))
    expect(first).toEqual([...first].sort((a, b) => a - b))
    for (const id of chapterIds)
      for (const part of ['title', 'problem', 'idea', 'see'] as const) {
        expect(texts.en.chapters[id][part].length, `${id}.${part}`).toBeGreaterThan(2)
        expect(texts['zh-CN'].chapters[id][part].length, `${id}.${part}`).toBeGreaterThan(2)
      }
  })
})
