/** The screens that are loaded when they are asked for; Explore comes with the page. */
import type { Component } from 'svelte'
import type { Screen } from '../state/url.ts'

export const later: Readonly<Record<Exclude<Screen, 'explore'>, () => Promise<{ readonly default: Component }>>> = {
  compare: () => import('./Compare.svelte'),
  train: () => import('./Train.svelte'),
  depth: () => import('./Depth.svelte'),
  fp8: () => import('./Fp8.svelte'),
  cost: () => import('./Cost.svelte'),
  define: () => import('./Define.svelte'),
  claims: () => import('./Claims.svelte'),
  story: () => import('./Story.svelte'),
}
