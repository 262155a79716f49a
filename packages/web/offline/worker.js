/**
 * Keeps the whole lab, so that it works without a network after the first visit. What stands before this when it is built: `version`, a hash
 * of all files, and `files`, their addresses. A version is kept whole or not at all, and a page is always served by the one that it started
 * with: a newer one waits until no page of the older is open.
 */
const kept = `xphi-${version}`

addEventListener('install', event => {
  const requests = files.map(file => new Request(file, { cache: file.startsWith('assets/') ? 'default' : 'reload' }))
  event.waitUntil(caches.open(kept).then(cache => cache.addAll(requests)))
})

addEventListener('activate', event => {
  const forget = async () => {
    const names = await caches.keys()
    await Promise.all(names.filter(name => name.startsWith('xphi-') && name !== kept).map(name => caches.delete(name)))
    await clients.claim()
  }
  event.waitUntil(forget())
})

addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  const answer = async () => {
    const cache = await caches.open(kept)
    return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request)
  }
  event.respondWith(answer())
})
