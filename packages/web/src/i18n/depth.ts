/** What the screen Depth says. */
const english = {
  lead: 'The gradient on its way from the output back to the input, while a deep network learns. Layers of 64 units; the same rows and seed for each.',
  depth: 'Layers',
  weights: 'Initial weights',
  initialisations: { lecun: 'N(0, 1/n), LeCun', he: 'N(0, 2/n), He', glorot: 'Glorot', gain: "by the function's own gain" },
  map: (name: string) => `Gradient norms of ${name} by layer and step`,
  mapHelp:
    'Arrow keys move by layer and by step; Home and End to the first and last step, Page Up and Page Down to the last and first layer.',
  cell: (layer: number, step: number) => `layer ${layer}, step ${step}`,
  spoken: (layer: number, step: number, value: string) => `layer ${layer}, step ${step}: gradient ${value}`,
  notYet: 'not yet computed',
  layer: 'layer',
  step: 'step',
  norm: 'norm of the loss gradient',
  scale: "Norm of the loss gradient of a layer's weights, logarithmic",
  ratio: (ratio: string) => `Before training the first layer's gradient is ${ratio} of the last one's.`,
  loss: (from: string, to: string) => `Loss ${from} at the start, ${to} now; guessing gives 2.30.`,
  diverged: (step: number) => `It diverged at step ${step}: choose fewer layers or other initial weights.`,
  restarted: 'Its worker stopped and was started again.',
  byDepth: (step: number) => `Gradient by depth at step ${step}`,
  table: (step: number) => `As a table, at step ${step}`,
  measure:
    'Measured as in the claims on vanishing gradients: 64 standard normal rows with random labels of 10 classes, cross-entropy, the Euclidean norm of the gradient of the weights of each layer; then Adam at a rate of 0.001 learns them by heart.',
  claims: 'The claims about it, tested',
}

const chinese: typeof english = {
  lead: '深层网络学习时，梯度如何从输出一路传回输入。每层 64 个单元；各函数使用相同的数据行和种子。',
  depth: '层数',
  weights: '初始权重',
  initialisations: { lecun: 'N(0, 1/n)，LeCun', he: 'N(0, 2/n)，He', glorot: 'Glorot 方法', gain: '按函数自身的增益' },
  map: name => `${name} 各层各步的梯度范数`,
  mapHelp: '方向键按层、按步移动；Home 和 End 到第一步和最后一步，Page Up 和 Page Down 到最后一层和第一层。',
  cell: (layer, step) => `第 ${layer} 层，第 ${step} 步`,
  spoken: (layer, step, value) => `第 ${layer} 层，第 ${step} 步：梯度 ${value}`,
  notYet: '尚未计算',
  layer: '层',
  step: '步',
  norm: '损失梯度的范数',
  scale: '各层权重的损失梯度的范数，对数刻度',
  ratio: ratio => `训练前，第一层的梯度是最后一层的 ${ratio}。`,
  loss: (from, to) => `损失：开始时 ${from}，现在 ${to}；随机猜测为 2.30。`,
  diverged: step => `第 ${step} 步发散：请减少层数，或换一种初始权重。`,
  restarted: '它的工作线程中止后已重新启动。',
  byDepth: step => `第 ${step} 步时各层的梯度`,
  table: step => `以表格显示，第 ${step} 步`,
  measure:
    '测量方法与关于梯度消失的说法相同：64 行标准正态数据，10 类随机标签，交叉熵，各层权重梯度的欧几里得范数；随后 Adam 以 0.001 的学习率把它们背下来。',
  claims: '相关说法及其检验',
}

export const depth = { en: english, 'zh-CN': chinese } as const
