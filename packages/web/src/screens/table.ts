/** The screens that are loaded when they are asked for; Explore comes with the page. */
import type { Component } from 'svelte'
import type { Screen } from '../state/url.ts'

export const later: Readonly<Record<Exclude<Screen, 'explore'>, () => Promise<{ readonly default: Component }>>> = {
  compare: () => import('./Compare.svelte'),
  define: () => import('./Define.svelte'),
}
