/** Where results were made. */
import { cpus } from 'node:os'
import type { Comparison } from '../compare/types.ts'

export function machine(): Comparison['machine'] {
  const processors = cpus()
  return { cpu: processors[0]?.model.trim() ?? 'unknown', cores: processors.length, node: process.version }
}

export function machineText(): string {
  const { cpu, cores, node } = machine()
  return `${cpu}, ${cores} ${cores === 1 ? 'core' : 'cores'}, Node ${node}`
}
