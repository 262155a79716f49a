/** What the screen Cost says. */
const english = {
  lead: "Nanoseconds an element on this machine's processor, measured now, in this page, on one thread.",
  elements: 'Elements',
  sizes: { '1024': '1,024: in the nearest cache', '65536': '65,536', '1048576': '1,048,576: in memory' },
  jobs: { value: 'forward', backward: 'backward' },
  row: (name: string, job: string) => `${name} ${job}`,
  copy: 'copy',
  exact: 'exact',
  fast: 'fast',
  unit: 'ns an element',
  gpu: 'GPU',
  notYet: 'not yet',
  picture: 'Nanoseconds an element of each function, forward and backward',
  pictureHelp:
    'A dot is the median of the rounds, its line the middle half of them. Filled: exact, within 0.51 ulp; hollow: fast, within 4 ulp, where there is such a kernel. A stroke: what copying the same array takes.',
  clock: (microseconds: string, isolated: boolean) =>
    `The clock tells ${microseconds} µs apart${isolated ? ' (this page is isolated)' : ': this page is not isolated, so turns are longer'}. Candidates take turns, 11 rounds.`,
  measuring: (done: number, of: number) => `Measuring, ${done} of ${of} …`,
  measured: 'Measured.',
  again: 'Measure again',
  failed: 'Could not be measured:',
  table: 'As a table',
  columns: ['function', 'by', 'ns an element', 'middle half', 'copies'] as readonly string[],
  between: (low: string, high: string) => `${low} to ${high}`,
  busy: 'Times of a busy machine are ratios at best: compare with the copy.',
}

const chinese: typeof english = {
  lead: '在这台机器的处理器上，此刻在本页面中以单线程测得的每个元素的纳秒数。',
  elements: '元素个数',
  sizes: { '1024': '1,024：在最近的缓存中', '65536': '65,536', '1048576': '1,048,576：在内存中' },
  jobs: { value: '前向', backward: '反向' },
  row: (name, job) => `${name} ${job}`,
  copy: '复制',
  exact: '精确',
  fast: '快速',
  unit: '纳秒／元素',
  gpu: 'GPU',
  notYet: '尚无',
  picture: '各函数前向与反向每个元素的纳秒数',
  pictureHelp:
    '点是各轮的中位数，线是中间一半的范围。实心：精确，误差不超过 0.51 ulp；空心：快速，误差不超过 4 ulp，仅在有此内核时显示。短竖线：复制同一数组所需的时间。',
  clock: (microseconds, isolated) =>
    `时钟的分辨率为 ${microseconds} 微秒${isolated ? '（本页面已隔离）' : '：本页面未隔离，因此每轮更长'}。各候选轮流进行，共 11 轮。`,
  measuring: (done, of) => `正在测量，第 ${done} 项，共 ${of} 项……`,
  measured: '测量完毕。',
  again: '重新测量',
  failed: '无法测量：',
  table: '显示为表格',
  columns: ['函数', '方式', '纳秒／元素', '中间一半', '相当于几次复制'],
  between: (low, high) => `${low} 至 ${high}`,
  busy: '机器繁忙时，时间至多是比值：请与复制相比。',
}

export const cost = { en: english, 'zh-CN': chinese } as const
