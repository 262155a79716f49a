/** All that the lab says, part by part, in every language: for the build and the tests. The page has it in English, and fetches the rest. */
import { chinese } from './chinese.ts'
import * as claims from './claims.ts'
import * as cost from './cost.ts'
import * as depth from './depth.ts'
import { english } from './english.ts'
import * as facts from './facts.ts'
import * as fp8 from './fp8.ts'
import * as story from './story.ts'
import * as train from './train.ts'
import { type Written, written } from './translation.ts'

export const parts = { lab: { english, chinese }, claims, cost, depth, facts, fp8, story, train } as const
export type Part = keyof typeof parts
export type Translation = Readonly<Record<Part, Written>>

const of = (language: 'chinese'): Translation =>
  Object.fromEntries(Object.entries(parts).map(([part, words]) => [part, written(words[language])])) as Translation

export const translations = { 'zh-CN': of('chinese') } as const
