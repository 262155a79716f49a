/** The slope of log y over log x by least squares, with the standard error: 1 where the cost grows as the size, 2 as its square. */
export function slope(points) {
  const [u, v] = [points.map(p => Math.log(p.x)), points.map(p => Math.log(p.y))]
  const mean = a => a.reduce((s, x) => s + x, 0) / a.length
  const [mu, mv] = [mean(u), mean(v)]
  const spread = u.reduce((s, x) => s + (x - mu) ** 2, 0)
  const exponent = u.reduce((s, x, i) => s + (x - mu) * (v[i] - mv), 0) / spread
  const left = v.reduce((s, y, i) => s + (y - mv - exponent * (u[i] - mu)) ** 2, 0)
  return { exponent, error: points.length > 2 ? Math.sqrt(left / (points.length - 2) / spread) : 0 }
}
