/**
 * All that the lab shows, as the fragment of its address: `#1/compare?f=gelu&f=relu&x=-0.5&seed=3`. The first number is the version of this
 * notation: the reader of a later one goes on reading this one, so that addresses which were given away keep working.
 */
import { type Activation, activation } from 'xphi/formula'
import { functionOfText, functionText } from './functions.ts'

export const screens = ['explore', 'compare', 'train', 'depth', 'fp8', 'cost', 'define', 'claims', 'story'] as const
export type Screen = (typeof screens)[number]

/** One selection for all screens: what one selects on a screen is selected on the next. */
export interface State {
  readonly screen: Screen
  /** 1 to 6, each name once. Explore and Define show the first one. */
  readonly functions: readonly Activation[]
  /** Where the cursor of every plot stands. */
  readonly x: number
  /** Of data, initial weights and batches. */
  readonly seed: number
  /** What else screens let one choose, as text that each of them reads for itself; what is not given is as usual. */
  readonly settings: Readonly<Record<string, string>>
}

/** What of an address could not be used, and why. */
export interface Problem {
  readonly part: 'version' | 'screen' | 'function' | 'x' | 'seed' | 'length'
  readonly text: string
  readonly reason?: string
}

export const version = 1
export const mostFunctions = 6
/** Ends of the plots' window. */
export const reach = { from: -5, to: 5 } as const
const longest = 4000
const settingName = /^(?!seed$)[a-z]{2,12}$/

export const initial: State = { screen: 'explore', functions: [activation('gelu')], x: 1, seed: 1, settings: {} }

/** Settings that are a place on a screen. */
const places: ReadonlyMap<string, Screen> = new Map([
  ['chapter', 'story'],
  ['claim', 'claims'],
])

/** A state with a change. A place on a screen is left with it. */
export function changed(state: State, change: Partial<State>): State {
  const next = { ...state, ...change }
  const kept = Object.entries(next.settings).filter(([name]) => (places.get(name) ?? next.screen) === next.screen)
  return { ...next, settings: Object.fromEntries(kept) }
}

type Fields = readonly (readonly [name: string, value: string])[]

// Whatever would end the fragment, separate its fields, or not survive being pasted into a text.
const encoded = (text: string): string => text.replace(/[^A-Za-z0-9\-._~!$'()*+,;:@/?=]/gu, encodeURIComponent)

/** The address of a state, from its '#' on; what has its initial value is left out. */
export function write({ screen, functions, x, seed, settings }: State): string {
  const fields: string[] = functions.map(f => `f=${encoded(functionText(f))}`)
  if (x !== initial.x) fields.push(`x=${x}`)
  if (seed !== initial.seed) fields.push(`seed=${seed}`)
  for (const [name, value] of Object.entries(settings)) fields.push(`${name}=${encoded(value)}`)
  return `#${version}/${screen}?${fields.join('&')}`
}

/** The state of an address, whatever it is; parts that cannot be used keep their initial value and are told. */
export function read(hash: string): { readonly state: State; readonly problems: readonly Problem[] } {
  if (hash.replace(/^#/, '') === '') return { state: initial, problems: [] }
  const problems: Problem[] = []
  const refuse = (part: Problem['part'], text: string, reason?: string) => {
    problems.push({ part, text: text.slice(0, 80), ...(reason === undefined ? {} : { reason }) })
  }
  if (hash.length > longest) {
    refuse('length', hash)
    return { state: initial, problems }
  }
  const [, number = `${version}`, name = '', query = ''] = /^#(?:(\d{1,3})\/)?([^?]*)(?:\?(.*))?$/s.exec(hash) ?? []
  if (Number(number) !== version) {
    refuse('version', number)
    return { state: initial, problems }
  }
  const fields = fieldsOf(query)
  const screen = screens.find(s => s === name)
  if (screen === undefined) refuse('screen', name)
  const state = {
    screen: screen ?? initial.screen,
    functions: functionsOf(fields, refuse),
    x: numberOf(fields, 'x', value => value >= reach.from && value <= reach.to, refuse),
    seed: numberOf(fields, 'seed', value => Number.isInteger(value) && value >= 0 && value < 2 ** 32, refuse),
    settings: Object.fromEntries(fields.filter(([field, value]) => settingName.test(field) && value !== '')),
  }
  return { state, problems }
}

function fieldsOf(query: string): Fields {
  return query.split('&').map(field => {
    const at = field.indexOf('=')
    return [field.slice(0, at), decoded(field.slice(at + 1))] as const
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

type Refuse = (part: Problem['part'], text: string, reason?: string) => void

function functionsOf(fields: Fields, refuse: Refuse): readonly Activation[] {
  const found: Activation[] = []
  for (const [name, text] of fields) {
    if (name !== 'f') continue
    try {
      const made = functionOfText(text)
      if (found.some(f => f.name === made.name)) refuse('function', text, `${made.name} comes twice`)
      else if (found.length === mostFunctions) refuse('function', text, `there is room for ${mostFunctions}`)
      else found.push(made)
    } catch (error) {
      refuse('function', text, (error as Error).message.split('\n')[0])
    }
  }
  return found.length > 0 ? found : initial.functions
}

function numberOf(fields: Fields, name: 'x' | 'seed', fits: (value: number) => boolean, refuse: Refuse): number {
  const text = fields.find(([field]) => field === name)?.[1]
  if (text === undefined) return initial[name]
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value) && fits(value)) return value
  refuse(name, text)
  return initial[name]
}
