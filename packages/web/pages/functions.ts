/** A page a function, and one of all, as text: to be read without a script. */
import { escaped, themed } from '@xphi/lab/chart'
import { draw, figureOf, type Interval, type Section, section } from '@xphi/lab/curve'
import { catalogue, type Entry, type Parameter } from 'xphi/catalogue'
import { activation } from 'xphi/formula'
import { type Language, languages } from '../src/i18n/languages.ts'
import { type Facts, factsOf } from '../src/parts/facts.ts'
import { formulasOf } from '../src/parts/formulas.ts'
import { reading } from '../src/parts/numbers.ts'
import { axes, stamp, thumbnail } from '../src/plot/thumbnail.ts'
import type { Prose, Texts } from '../src/prose/types.ts'
import { initial, reach, write } from '../src/state/url.ts'
import { type PageWords, pageWords } from './words.ts'

export interface Page {
  /** From the root of the site. */
  readonly path: string
  readonly html: string
}

const folder = 'functions'
const places = [-5, -4, -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3, 4, 5]
// As wide as a phone, where a unit is about a pixel; a page may draw it up to a third larger.
const tags = Object.keys(languages) as readonly Language[]
const size = { width: 400, height: 280 } as const

/** Where a page lies; without an entry the page of all. */
const pathOf = (language: Language, entry?: Entry): string =>
  `${folder}/${language === 'en' ? '' : `${language}/`}${entry?.name ?? 'index'}.html`

/** From a page to a path of the site. */
const fromPage = (language: Language, path: string): string => `${language === 'en' ? '../' : '../../'}${path}`

/** Every page, in every language. */
export function functionPages(texts: Readonly<Record<Language, Texts>>): readonly Page[] {
  const sections = new Map(catalogue.map(entry => [entry.name, section(activation(entry.name))]))
  // Most of the work of a build: once, whatever the languages.
  const facts = new Map([...sections].map(([name, drawn]) => [name, factsOf(drawn, reach)]))
  return tags.flatMap(language => {
    const { all, lead, description } = pageWords[language]
    const single = catalogue.map((entry, i): Page => {
      const beside = { previous: catalogue[i - 1], next: catalogue[i + 1] }
      const known = { drawn: sections.get(entry.name)!, facts: facts.get(entry.name)! }
      const body = functionBody(language, entry, texts[language].functions[entry.name], known, beside)
      return {
        path: pathOf(language, entry),
        html: frame({ language, title: entry.title, description: description(entry.title), body, entry }),
      }
    })
    const body = indexBody(language, sections)
    return [{ path: pathOf(language), html: frame({ language, title: all, description: lead(catalogue.length), body }) }, ...single]
  })
}

interface Framed {
  readonly language: Language
  readonly title: string
  readonly description: string
  readonly body: string
  readonly entry?: Entry
}

function frame({ language, title, description, body, entry }: Framed): string {
  const to = (path: string): string => fromPage(language, path)
  const others = tags.filter(tag => tag !== language)
  const alternates = tags.map(tag => `<link rel="alternate" hreflang="${tag}" href="${to(pathOf(tag, entry))}">`)
  const choices = others.map(tag => `<a href="${to(pathOf(tag, entry))}" hreflang="${tag}" lang="${tag}">${languages[tag]}</a>`)
  const all = entry === undefined ? '' : `<a href="${to(pathOf(language))}">${pageWords[language].all}</a>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escaped(description)}">
<title>${escaped(title)} · xphi</title>
<link rel="icon" href="${to('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${to(`${folder}/style.css`)}">
${alternates.join('\n')}
</head>
<body>
<nav><a href="${to('')}"><b>xphi</b></a>${all}${choices.join('')}</nav>
<main>
${body}
</main>
</body>
</html>
`
}

const list = (items: readonly string[]): string => `<ul>${items.map(item => `<li>${item}</li>`).join('')}</ul>`
const row = (name: string, content: string): string => `<dt>${name}</dt><dd>${content}</dd>`

function functionBody(
  language: Language,
  entry: Entry,
  prose: Prose,
  { drawn, facts }: { readonly drawn: Section; readonly facts: Facts },
  { previous, next }: { readonly previous: Entry | undefined; readonly next: Entry | undefined },
): string {
  const w = pageWords[language]
  const made = activation(entry.name)
  // What may scroll must be reached by keyboard.
  const formulas = formulasOf(made, w.otherwise).map(
    ({ by, mathml }) => `<dt>${by === undefined ? w.formula : w.derivative[by]}</dt><dd tabindex="0">${mathml ?? w.tooLong}</dd>`,
  )
  const note = entry.kind === 'gated' ? w.gateNote : entry.kind === 'row' ? w.rowNote : undefined
  const picture = draw(figureOf([drawn], reach, true), size, { colours: themed, id: 'plot' }).svg
  const other = activation(entry.name === 'relu' ? 'gelu' : 'relu')
  const lab = fromPage(language, write({ ...initial, functions: [made] }))
  const compared = fromPage(language, write({ ...initial, screen: 'compare', functions: [made, other] }))
  const neighbour = (label: string, e: Entry | undefined): string =>
    e === undefined ? '' : `<span>${label}: <a href="${e.name}.html">${escaped(e.title)}</a></span>`
  return `<header>
<h1>${escaped(entry.title)}</h1>
<p class="quiet">${escaped(w.by(entry.authors, entry.year))}</p>
</header>
<dl class="formulas">${formulas.join('')}</dl>
<p><code>${escaped(entry.name)} = ${escaped(entry.formula)}</code></p>
<figure>${picture}<figcaption>${[w.curve(entry.name), ...(note === undefined ? [] : [note])].join(language === 'en' ? '. ' : '。')}</figcaption></figure>
<p class="links"><a class="primary" href="${escaped(lab)}">${w.lab}</a><a href="${escaped(compared)}">${w.compare(other.name)}</a></p>
<section><h2>${w.properties}</h2>${properties(w, entry, drawn, facts)}</section>
${entry.parameters.length > 0 ? `<section><h2>${w.parameters}</h2>${parameters(w, entry.parameters, prose.meanings)}</section>` : ''}
<section><h2>${w.values}</h2>${values(w, drawn)}</section>
<section><h2>${w.history}</h2><p>${escaped(prose.history)}</p></section>
${prose.usedBy.length > 0 ? `<section><h2>${w.usedBy}</h2>${list(prose.usedBy.map(escaped))}</section>` : ''}
${prose.corrections.length > 0 ? `<section><h2>${w.corrections}</h2>${list(prose.corrections.map(escaped))}</section>` : ''}
<section><h2>${w.sources}</h2>${list(prose.sources.map(s => `<span lang="en">${escaped(s.authors)} (${s.year}). <cite>${escaped(s.title)}</cite>. ${escaped(s.where)}</span>`))}</section>
<p class="links quiet">${neighbour(w.previous, previous)}${neighbour(w.next, next)}</p>`
}

function properties(w: PageWords, entry: Entry, drawn: Section, facts: Facts): string {
  const stretch = ([from, to]: Interval): string => (from === to ? reading(from) : w.between(reading(from), reading(to)))
  const some = (found: readonly string[]): string => (found.length === 0 ? w.none : found.join('; '))
  const ends = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(x => reading(drawn.value(x)))
  return `<dl>${[
    row(w.range, w.between(reading(facts.range[0]), reading(facts.range[1]))),
    row(w.limits, ends.join(', ')),
    row(w.zeros, some(facts.zeros.map(stretch))),
    row(w.minima, some(facts.minima.map(({ x, y }) => w.at(reading(y), reading(x))))),
    row(w.maxima, some(facts.maxima.map(({ x, y }) => w.at(reading(y), reading(x))))),
    row(w.kinks, some([...new Set(facts.kinks.map(x => reading(Number(x.toFixed(6)) + 0)))])),
    ...(entry.aliases.length > 0 ? [row(w.aliases, entry.aliases.map(escaped).join(', '))] : []),
  ].join('')}</dl>`
}

/** Its interval, open where the ends do not belong to it. */
function domainOf({ minimum, maximum, open = false }: Parameter): string {
  const ends = [minimum === undefined || open ? '(' : '[', maximum === undefined || open ? ')' : ']']
  return `${ends[0]}${reading(minimum ?? Number.NEGATIVE_INFINITY)}, ${reading(maximum ?? Number.POSITIVE_INFINITY)}${ends[1]}`
}

function parameters(w: PageWords, all: readonly Parameter[], meanings: Prose['meanings']): string {
  const head = Object.values(w.columns).map(name => `<th scope="col">${name}</th>`)
  const rows = all.map(
    p =>
      `<tr><th scope="row">${escaped(p.name)}</th><td>${reading(p.default)}</td><td>${domainOf(p)}</td><td>${p.trainable ? w.yes : w.no}</td><td>${escaped(meanings[p.name])}</td></tr>`,
  )
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function values(w: PageWords, { value, slope }: Section): string {
  const rows = places.map(x => `<tr><th scope="row">${reading(x)}</th><td>${reading(value(x))}</td><td>${reading(slope(x))}</td></tr>`)
  const head = `<tr><th scope="col">x</th><th scope="col">${w.value}</th><th scope="col">${w.slope}</th></tr>`
  return `<table class="numbers"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`
}

function indexBody(language: Language, sections: ReadonlyMap<string, Section>): string {
  const w = pageWords[language]
  const group = (title: string, some: readonly Entry[]): string =>
    `<section><h2>${title}</h2><ul class="gallery">${some.map(e => `<li><a href="${e.name}.html">${stampOf(sections.get(e.name)!)}<span>${e.name}</span><span class="quiet">${e.year}</span></a></li>`).join('')}</ul></section>`
  return `<header><h1>${w.all}</h1><p>${escaped(w.lead(catalogue.length))}</p></header>
${group(
  w.story,
  catalogue.filter(e => e.chapter !== undefined),
)}
${group(
  w.others,
  catalogue.filter(e => e.chapter === undefined),
)}`
}

const stampOf = (drawn: Section): string =>
  `<svg viewBox="0 0 ${stamp.width} ${stamp.height}" width="${stamp.width}" height="${stamp.height}" aria-hidden="true"><path d="${axes}" stroke="${themed.faint}" fill="none"/><path d="${thumbnail(drawn)}" stroke="${themed.series[0]}" stroke-width="1.75" fill="none" stroke-linejoin="round"/></svg>`
