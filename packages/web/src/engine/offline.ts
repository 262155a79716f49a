/** After the first view, and not before: keeps the lab for a visit without a network. */

// What is seen comes first; a phone loads it in the meantime.
const patienceMs = 4000

export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Where it is refused (private windows, storage that is full) the lab works with a network, as before.
  const register = () => navigator.serviceWorker.register('./offline.js').catch(() => {})
  const wait = () => setTimeout(register, patienceMs)
  if (document.readyState === 'complete') wait()
  else addEventListener('load', wait, { once: true })
}
