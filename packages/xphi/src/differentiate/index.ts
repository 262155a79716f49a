export * from './domain.ts'
export * from './gradient.ts'
export * from './rules.ts'
