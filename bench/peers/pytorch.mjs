import { execFileSync, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A Python that has PyTorch; undefined where there is none. */
export const python = ['python3', '/usr/bin/python3'].find(path => {
  try {
    execFileSync(path, ['-c', 'import torch, numpy'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})

export async function load() {
  if (!python) throw new Error('no python3 with torch and numpy: apt-get install python3-torch')
  const child = spawn(python, [fileURLToPath(new URL('pytorch.py', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'] })
  const chunks = child.stdout[Symbol.asyncIterator]()
  let rest = Buffer.alloc(0)
  const more = async () => {
    const { value, done } = await chunks.next()
    if (done) throw new Error('pytorch.py ended')
    rest = Buffer.concat([rest, value])
  }
  const read = async length => {
    const parts = [rest]
    let have = rest.length
    while (have < length) {
      const { value, done } = await chunks.next()
      if (done) throw new Error('pytorch.py ended')
      parts.push(value)
      have += value.length
    }
    const all = Buffer.concat(parts)
    rest = all.subarray(length)
    return all.subarray(0, length)
  }
  const line = async () => {
    while (!rest.includes(10)) await more()
    const end = rest.indexOf(10)
    const text = rest.subarray(0, end).toString()
    rest = rest.subarray(end + 1)
    return JSON.parse(text)
  }
  const { version, functions } = await line()
  const ask = (name, slope, x, columns, calls) => {
    child.stdin.write(`${JSON.stringify({ name, slope, length: x.length, columns, calls })}\n`)
    child.stdin.write(new Uint8Array(x.buffer, x.byteOffset, x.byteLength))
  }
  const run =
    (name, slope) =>
    async (x, columns = x.length) => {
      ask(name, slope, x, columns)
      const bytes = await read(x.byteLength)
      return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
    }
  const all = slope => Object.fromEntries(functions.map(name => [name, run(name, slope)]))
  const time = (name, slope, x, columns = x.length, calls) => {
    ask(name, slope, x, columns, calls)
    return line()
  }
  return { name: 'PyTorch', version, maps: all(false), slopes: all(true), time, close: () => child.stdin.end() }
}
