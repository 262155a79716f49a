/** What the parameters of the catalogue mean, in Simplified Chinese: by function and parameter. */
export const chinese: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  leaky_relu: { alpha: '负输入处的斜率，由人工选定' },
  prelu: { alpha: '负输入处的斜率，由学习得到，全体共用一个或每个通道一个' },
  elu: { alpha: '函数在 −alpha 处饱和' },
  swish: { beta: '0 得 x / 2，1 得 SiLU，无穷大得 ReLU；由学习得到，全体共用一个或每个通道一个' },
  solu_ln: { eps: '加在根号下的方差上' },
  smooth_swiglu: { s: '值在量化器之前的缩放，之后再撤销：通道最大值的倒数，舍入到 2 的幂；每个通道一个' },
  hardshrink: { lambda: '不超过此大小的输入变为 0，更大的保持不变' },
  softshrink: { lambda: '不超过此大小的输入变为 0，更大的向 0 移动这么多' },
  thresholded_relu: { alpha: '输入须超过此值才能通过' },
  layernorm: { eps: '加在根号下的方差上' },
  celu: { alpha: '函数在 −alpha 处饱和，且对任何 alpha，0 处的斜率都是 1' },
  snake: { a: '周期部分的频率；由学习得到，全体共用一个或每个通道一个' },
  squareplus: { b: '弯曲部分的大小：0 处的值为 sqrt(b) / 2；0 会得到 ReLU，而它在 0 处的导数此公式没有定义' },
  clamped_swiglu: { alpha: 'sigmoid 的陡度', limit: '门至多为此值，值的绝对值至多为此值' },
}
