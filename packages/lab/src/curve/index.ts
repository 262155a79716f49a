/** Functions as curves: sampled, broken at jumps, drawn; and where they are zero or turn. */
export { type Drawn, draw, type Look, plotBox, scales } from './draw.ts'
export { type Extremum, type Features, features, type Interval } from './features.ts'
export { type Curve, type Figure, figureOf, type Window } from './figure.ts'
export { type Point, type Segment, sample } from './sample.ts'
export { type Section, section } from './section.ts'
