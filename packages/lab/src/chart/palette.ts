/** Colours and line styles that every figure shares: curves of the command line, charts of a report, plots in the browser. */

/** A set of colours. Series are in order; none stands alone, each goes with a line style of `dashes` and a name beside it. */
export interface Colours {
  readonly paper: string
  readonly ink: string
  /** Text of second rank; legible on paper at small sizes. */
  readonly muted: string
  /** Axes at zero, and curves that stay in the background. */
  readonly middle: string
  /** Grid lines. */
  readonly faint: string
  readonly series: readonly string[]
}

/** Value blue and slope orange; with them Okabe and Ito's other hues, darkened until small text on paper is legible (jfly.uni-koeln.de/color). */
export const light: Colours = {
  paper: '#FBFAF7',
  ink: '#1C1E22',
  muted: '#5C5E63',
  middle: '#A9A8A3',
  faint: '#E9E7E1',
  series: ['#0064A4', '#B3500A', '#00755A', '#9B3D74', '#6B5B00', '#55585F'],
}

/** The same hues, lightened for a dark ground. */
export const dark: Colours = {
  paper: '#16181C',
  ink: '#ECEAE4',
  muted: '#A3A5A9',
  middle: '#62656B',
  faint: '#292C31',
  series: ['#5CB2F0', '#F09A55', '#3CC79F', '#E391C0', '#D6C04C', '#B2B6BD'],
}

/** Names of colours, for figures in a page whose style sheet holds `declarations` of `light` and `dark`. */
export const themed: Colours = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  middle: 'var(--middle)',
  faint: 'var(--faint)',
  series: light.series.map((_, i) => `var(--series${i})`),
}

/** CSS declarations that give `themed` its colours. */
export const declarations = ({ series, ...rest }: Colours): string =>
  [...Object.entries(rest), ...series.map((colour, i) => [`series${i}`, colour])].map(([name, colour]) => `--${name}:${colour}`).join(';')

/** Dash patterns by series: no two curves differ by hue alone. */
export const dashes = ['', '8 3', '2 3', '10 3 2 3', '5 5', '12 4 2 4 2 4'] as const
