export * from './expression.ts'
export * from './interpret.ts'
export * from './ops.ts'
export * from './verify.ts'
