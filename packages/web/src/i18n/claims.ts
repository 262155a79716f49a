/** What the screen Claims says; the claims themselves are in English. */
const english = {
  lead: (count: number, parts: number) =>
    `${count} statements that are made about activation functions. Those that can be tested have ${parts} tests, whose thresholds were fixed before anything ran.`,
  show: 'Show',
  filters: { all: 'all', holds: 'holds', fails: 'fails', undecided: 'undecided', surprise: 'a surprise', text: 'history and wording' },
  filter: (name: string, count: number) => `${name} (${count})`,
  verdicts: { holds: 'holds', fails: 'fails', undecided: 'undecided' },
  surprise: 'a surprise',
  expected: (verdict: string) => `expected: ${verdict}`,
  said: 'Said',
  source: 'Source',
  test: 'Test',
  correction: 'Right is',
  notes: 'Remarks',
  effort: 'Run',
  columns: { measured: 'measured', bound: 'bound', refutedBy: 'refuted by', value: 'value [95 %]', verdict: 'verdict' },
  legend: 'A dot holds, a cross fails, a ring is undecided: its interval lies on both sides of the threshold. A frame is a surprise.',
  inEnglish: '',
  picture: 'Claims about activation functions and their verdicts',
  none: 'None.',
  figures: 'Figures',
}

const chinese: typeof english = {
  lead: (count, parts) => `关于激活函数的 ${count} 条说法。可检验的说法共有 ${parts} 项检验，其阈值在运行之前就已确定。`,
  show: '显示',
  filters: { all: '全部', holds: '成立', fails: '不成立', undecided: '未定', surprise: '出乎意料', text: '历史与措辞' },
  filter: (name, count) => `${name}（${count}）`,
  verdicts: { holds: '成立', fails: '不成立', undecided: '未定' },
  surprise: '出乎意料',
  expected: verdict => `预期：${verdict}`,
  said: '说法',
  source: '出处',
  test: '检验',
  correction: '正确的是',
  notes: '备注',
  effort: '运行',
  columns: { measured: '测量', bound: '界限', refutedBy: '推翻条件', value: '值 [95 %]', verdict: '判定' },
  legend: '点表示成立，叉表示不成立，环表示未定：其区间跨越阈值。方框表示出乎意料。',
  inEnglish: '各条说法为英文原文。',
  picture: '关于激活函数的说法及其判定',
  none: '没有。',
  figures: '图',
}

export const claimWords = { en: english, 'zh-CN': chinese } as const
