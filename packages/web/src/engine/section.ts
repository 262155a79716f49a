export { section } from '@xphi/lab/curve'
