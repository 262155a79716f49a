/** What is said of a function of one's own. */
export const english = {
  range: 'Range',
  between: (low: string, high: string) => `${low} to ${high}`,
  stretch: (from: string, to: string) => `${from} to ${to}`,
  point: (x: string, y: string) => `${y} at ${x}`,
  error: 'Worst error',
  measuring: 'being measured …',
  of: { value: 'value', derivative: 'derivative', dgate: 'derivative by the gate', dvalue: 'derivative by the value' },
  ulps: (what: string, f64: string, f32: string) => `${what}: ${f64} ulp in f64, ${f32} in f32`,
  errorHelp: 'Against exact arithmetic, at 200 places of every kind and about the worst of them: a lower bound.',
  failed: 'It could not be measured:',
}

export const chinese: typeof english = {
  range: '值域',
  between: (low, high) => `${low} 至 ${high}`,
  stretch: (from, to) => `${from} 至 ${to}`,
  point: (x, y) => `${y}，在 ${x} 处`,
  error: '最大误差',
  measuring: '正在测量……',
  of: { value: '函数值', derivative: '导数', dgate: '对门的导数', dvalue: '对值的导数' },
  ulps: (what, f64, f32) => `${what}：f64 中 ${f64} ulp，f32 中 ${f32} ulp`,
  errorHelp: '与精确算术相比，在 200 个各类位置及其中最差者附近测得：这是下界。',
  failed: '无法测量：',
}
