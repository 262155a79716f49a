/** Numbers for people. */

/** Seven digits, with a real minus sign; powers of ten where that is shorter. */
export function reading(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value < 0 ? '−∞' : '∞'
  const size = Math.abs(value)
  const text = value === 0 ? '0' : size >= 1e7 || size < 1e-4 ? value.toExponential(5) : String(Number(value.toPrecision(7)))
  return text.replaceAll('-', '−')
}

/** A place on the cursor's grid of hundredths. */
export const place = (x: number): string => (Math.round(100 * x) / 100 + 0).toFixed(2).replace('-', '−')
