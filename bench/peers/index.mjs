// Every peer that is installed. A peer is { name, version, maps, slopes, close? }: maps.NAME(x, columns?) gives a Float32Array's values, slopes.NAME its
// derivatives; maps.swiglu takes gate and value. One that works in another process has time(NAME, slope, x, columns, calls): milliseconds there.
const loaders = {
  'onnxruntime-web': async () => (await import('./onnxruntime-web.mjs')).load(),
  'tfjs cpu': async () => (await import('./tfjs.mjs')).loadCpu(),
  'tfjs wasm': async () => (await import('./tfjs.mjs')).loadWasm(),
  'jax-js': async () => (await import('./jax-js.mjs')).load(),
  PyTorch: async () => (await import('./pytorch.mjs')).load(),
}

export async function loadPeers(report = console.error) {
  const peers = []
  for (const [name, load] of Object.entries(loaders)) {
    try {
      peers.push(await load())
    } catch (error) {
      report(`${name} is left out: ${String(error.message).split('\n')[0]}`)
    }
  }
  return peers
}
