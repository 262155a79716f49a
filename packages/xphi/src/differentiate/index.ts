export * from './gradient.ts'
export * from './rules.ts'
