/** What the system wants and shows: reduced motion, darkness, density of pixels, whether the page is seen. */
import { colours } from './theme.svelte.ts'

class Media {
  stillness = $state(false)
  hidden = $state(false)
  density = $state(1)
  #systemDark = $state(false)
  readonly dark = $derived(colours.theme === 'dark' || (colours.theme === 'auto' && this.#systemDark))

  start(): void {
    const follow = (query: string, set: (matches: boolean) => void) => {
      const list = matchMedia(query)
      set(list.matches)
      list.addEventListener('change', () => set(list.matches))
    }
    follow('(prefers-reduced-motion: reduce)', matches => {
      this.stillness = matches
    })
    follow('(prefers-color-scheme: dark)', matches => {
      this.#systemDark = matches
    })
    const see = () => {
      this.hidden = document.hidden
    }
    see()
    document.addEventListener('visibilitychange', see)
    // More pixels than two a unit cannot be seen, but must be painted.
    this.density = Math.min(2, devicePixelRatio)
  }
}

export const media = new Media()
