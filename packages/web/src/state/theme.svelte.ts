/** Paper or night: the reader's choice, else the system's. */
import { kept } from './kept.ts'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const stored = kept('theme')

class Colours {
  theme = $state<Theme>(themes.find(t => t === stored.read()) ?? 'auto')

  choose(theme: Theme): void {
    this.theme = theme
    stored.write(theme)
  }
}

export const colours = new Colours()
