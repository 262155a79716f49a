export { DataError, type DataSet, type Task } from './data/dataset.ts'
export type * from './compare/types.ts'
export * from './chart/index.ts'
