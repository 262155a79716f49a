/** A preference that the browser keeps. Where it keeps nothing (private windows, blocked storage), it lasts as long as the page. */
export function kept(name: string): { readonly read: () => string | undefined; readonly write: (value: string) => void } {
  const key = `xphi.${name}`
  return {
    read() {
      try {
        return localStorage.getItem(key) ?? undefined
      } catch {
        return undefined
      }
    },
    write(value) {
      try {
        localStorage.setItem(key, value)
      } catch {}
    },
  }
}
