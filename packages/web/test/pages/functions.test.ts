import { describe, expect, test } from 'vitest'
import { catalogue } from 'xphi/catalogue'
import { gelu } from 'xphi'
import { functionPages } from '../../pages/functions.ts'
import { reading } from '../../src/parts/numbers.ts'
import { texts } from '../../src/prose/texts.ts'
import { read } from '../../src/state/url.ts'

const pages = functionPages(texts)
const byPath = new Map(pages.map(page => [page.path, page.html]))

describe('the pages of functions', () => {
  test('are one a function and one of all, in each language, without a script or a style of their own', () => {
    expect(pages).toHaveLength(2 * (catalogue.length + 1))
    for (const { path, html } of pages) expect(html, path).not.toMatch(/<script|\son\w+=|\sstyle=|<style/)
  })

  test('hold formula, curve, values, parameters, history, corrections and sources', () => {
    const html = byPath.get('functions/elu.html')!
    for (const part of [
      '<math',
      'x &gt; 0 ? x : alpha * expm1(x)',
      '<svg',
      'elu&#39;',
      'Djork-Arné Clevert',
      '(−∞, ∞)',
      'It does not claim',
    ])
      expect(html.replaceAll("'", '&#39;'), part).toContain(part)
    expect(byPath.get('functions/gelu.html')).toContain(`<td>${reading(gelu(-2))}</td><td>${reading(gelu.derivative(-2))}</td>`)
  })

  test('lead to each other, to the other language and into the lab, and nowhere that is not', () => {
    const base = 'https://lab.test/'
    for (const { path, html } of pages) {
      for (const [, address] of html.matchAll(/href="([^"]*)"/g)) {
        const { pathname, hash } = new URL(address.replaceAll('&amp;', '&'), base + path)
        const file = pathname.slice(1)
        if (['', 'icon.svg', 'functions/style.css'].includes(file)) {
          if (hash !== '') expect(read(hash).problems, `${path}: ${address}`).toEqual([])
        } else expect(byPath.has(file), `${path}: ${address}`).toBe(true)
      }
    }
  })

  test('say in Chinese what they say in English', () => {
    const html = byPath.get('functions/zh-CN/gelu.html')!
    expect(html).toContain('<html lang="zh-CN">')
    expect(html).toContain('标准正态变量')
    expect(html).toContain('hreflang="en" href="../../functions/gelu.html"')
  })
})
