/** Files of JSON that the build wrote, fetched when they are wanted and once. */
const fetched = new Map<string, Promise<unknown>>()

/** Fails where there is no network and nothing is kept; the next call tries again. */
export function json<T>(address: string): Promise<T> {
  const known = fetched.get(address)
  if (known) return known as Promise<T>
  const content = fetch(address).then(response => {
    if (!response.ok) throw new Error(`${address}: ${response.status}`)
    return response.json() as Promise<T>
  })
  fetched.set(address, content)
  content.catch(() => fetched.delete(address))
  return content
}
