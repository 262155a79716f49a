/** The claims in Simplified Chinese, by number. */
import type { Sayings } from '../i18n/said.ts'

export interface ClaimWords {
  readonly title: string
  readonly statement: string
  readonly source: string
  /** Of a claim of words alone. */
  readonly correction?: string
  readonly test?: string
  /** What each part states, in their order. */
  readonly parts: readonly string[]
}

export const chinese: Readonly<Record<number, ClaimWords>> = {
  1: {
    title: '阈值单元的由来',
    statement: '阈值单元出自芝加哥大学精神病学系的 McCulloch 和 Pitts；Rosenblatt 于 1957 年为海军用硬件造出了它。',
    source:
      'McCulloch 与 Pitts，Bulletin of Mathematical Biophysics 5（1943），第 115 页：Warren McCulloch，伊利诺伊大学精神病学系。Rosenblatt，1957 年的报告和 Psychological Review 1958。',
    correction:
      '是 Warren（而非 Edward）McCulloch，他在伊利诺伊大学；该论文中没有学习规则。Rosenblatt 先在 IBM 704 上模拟了感知机；Mark I 硬件约在 1958 至 1960 年间造成，由海军研究办公室出资。',
    parts: [],
  },
  2: {
    title: '阶跃没有梯度',
    statement: '阈值单元的导数除一点外处处为 0，因此反向传播无法调整其权重。',
    source: '由定义可知。对隐藏层成立；其后的一层仍能学习。',
    test: '圆环数据上两个 16 单元的隐藏层，10 个种子：用阶跃时隐藏层梯度的范数恰为 0，用 tanh 和 ReLU 时大于 1e-4。',
    parts: ['没有梯度到达隐藏阈值单元的权重。'],
  },
  3: {
    title: '两个圆环上的阈值网络',
    statement: '多层感知机会退化为线性函数，无法分开一个套着另一个的两个圆环。',
    source:
      '照原文为误。恒等激活的网络会退化，阈值网络不会（McCulloch 和 Pitts 的网络能计算任何布尔函数）。正确的是：单层是线性的，且阈值网络无法用梯度训练（说法 2）。',
    test: '半径为 1 和 2 的圆环，噪声 0.15，600 行用于训练，2000 行用于测试，10 个种子，取均值：感知机（最后的权重和口袋权重）至多 70 %；线性网络至多 65 %；有 16 个隐藏单元的 ReLU、tanh、sigmoid 和 GELU 至少 99 %；200 个固定的随机阈值单元，偏置随机，只训练读出层，至少 98 %；由八个阈值单元手工构成的八边形至少 99 %。若最后两项通过，则该说法不成立。',
    parts: ['单个阈值单元和恒等激活的网络分不开圆环；16 个有弯曲的隐藏单元就够了。', '多于一层的阈值单元网络也分不开。'],
  },
  4: {
    title: '逻辑斯谛函数的历史',
    statement:
      '逻辑斯谛函数出自 19 世纪，1940 年代起用于分类，1986 年由 Rumelhart、Hinton 和 Williams 用于反向传播；Crick 反驳说大脑并不这样做。',
    source: 'Verhulst 1838 和 1845；Berkson 1944；Nature 323，第 533 页（1986）；Crick，Nature 337，第 129 页（1989）。',
    correction: '无须更正：全都正确。',
    parts: [],
  },
  5: {
    title: '光滑有何用',
    statement: 'Sigmoid 光滑、非线性且介于 0 和 1 之间；前两点使非线性分离成为可能。',
    source: '说法 3 对此作了测量：由处处不光滑的阈值单元组成的网络能分开圆环。',
    correction: '表示弯曲的边界只需要非线性。光滑是为了用来学习它的梯度。',
    parts: [],
  },
  6: {
    title: 'Sigmoid 的梯度随深度消失',
    statement: 'Sigmoid 的梯度随深度消失，因为导数的导数离 0 越来越远。',
    source: '链式法则把导数相乘。Sigmoid 的斜率处处不超过 1/4，因此即使在 0 处梯度也会消失；而且它们离 0 越来越近，而不是越来越远。',
    test: '30 层，每层 64 个单元，权重 N(0, 1/n)，10 个种子：第一层的梯度至多为最后一层的 1e-12；Adam，optdigits 训练 3 轮：至多 15 % 正确。',
    parts: ['Sigmoid 的梯度经过 30 层后消失，什么也没学到。'],
  },
  7: {
    title: 'tanh 有同样的问题吗？',
    statement: 'tanh 同样有梯度消失的问题。',
    source: 'tanh 在 0 处的斜率为 1，处处在 (0, 1] 之内。权重取 N(0, 1/n) 时，它在 30 层中不会消失。',
    test: '同 sigmoid（说法 6）。仅当第一层的梯度至多为最后一层的 1e-6，且 3 轮后至多 15 % 正确时，该说法才成立。',
    parts: ['tanh 的梯度经过 30 层后消失，什么也没学到。'],
  },
  8: {
    title: '两个类别的 softmax',
    statement: '两个类别的 softmax 就是正类的 sigmoid；Bridle 于 1989 年为它命名；在物理学中它是玻尔兹曼分布。',
    source: 'Bridle 1989 年和 1990 年的两篇论文。它等于 sigmoid(x1 - x2)，仅当 x2 = 0 时等于 sigmoid(x1)。',
    test: '一百万对随机双精度数：减去最大值的 softmax，与分两支计算的 sigmoid(a - b) 相比：0 ulp；与 1/(1 + e^-z) 相比：至多 4 ulp；b 不为 0 时，sigmoid(a) 必须不同。',
    parts: ['两个类别的 softmax 是其差的 sigmoid。', '它是正类单独的 sigmoid。'],
  },
  9: {
    title: 'tanh 的三个公式',
    statement: 'tanh(x) = sinh/cosh = (e^x - e^-x)/(e^x + e^-x) = (e^2x - 1)/(e^2z + 1)，三种方式得到同一个数。',
    source: '定义。文章的第三个公式混用了 x 和 z：应为 (e^2x - 1)/(e^2x + 1)。',
    test: '在 [-800, 800] 上用双精度与 Math.tanh 相比：第二种形式在 |x| > 710 时为 NaN，第三种在 x > 355 时为 NaN；用 expm1 的形式处处在 2 ulp 之内。',
    parts: ['照原样写的公式在 tanh 有限之处都能算出它。', '改用 expm1 后，公式处处在 2 ulp 之内。'],
  },
  10: {
    title: '1989 年的网络',
    statement: '关于 MNIST 的原始论文（LeCun 1989）每层都用 tanh。',
    source:
      '1989 年的论文讲的是美国邮政的邮政编码，16 x 16 像素，7291 个用于训练，2007 个用于测试；所有单元都是 tanh，输出也是；训练部分误差 0.14 %，测试部分 5.0 %。MNIST 出自 1998 年。Karpathy 的复现（lecun1989-repro）在 MNIST 数字上达到 0.62 和 4.09 %。',
    test: '9760 个参数的网络，用 16 x 16 的 MNIST 数字 7291 个和 2007 个，以 0.03 的学习率作 23 轮普通梯度下降，3 个种子：测试误差 3 至 6.5 %；并列出输出层用 sigmoid 的结果。',
    parts: ['每层都用 tanh（包括最后一层）的网络，识别数字的水平与论文所述大致相同。'],
  },
  11: {
    title: '循环网络用什么作门',
    statement: 'tanh 是循环网络的门函数。',
    source: '不是：LSTM 和 GRU 的门是 sigmoid；tanh 用于候选值和输出。',
    test: '16 个数的加法问题，12 个单元的 LSTM，Adam 作 500 步，每步 16 行，10 个种子：三个门用 tanh 代替 sigmoid 时，10 个种子中至少 8 个损失更大。',
    parts: ['tanh 可以充当 LSTM 的门。'],
  },
  12: {
    title: 'glibc 中 tanh 的四个区间',
    statement: 'PyTorch 用 std::tanh 计算 tanh，也就是 glibc 中 1993 年的代码，把 x 分成四个区间。',
    source:
      'glibc 的 s_tanh.c：2^-55 以下为 x(1 + x)，1 以下用 -2|x| 的 expm1，22 以下为 1 - 2/(expm1(2|x|) + 2)，其余为 1。那是双精度的代码；tanhf 自 2.41 起是有理式（CORE-MATH），而 PyTorch 在 CPU 上的向量化代码是 Sleef_tanhf8_u10：std::tanh 只是它的标量路径。',
    test: '移植这四个区间：在一百万个按对数分布的 |x| 上与 Math.tanh 相差至多 2 ulp，每个区间都用到；22 留有余地：从 19.0615 起 Math.tanh 恰为 1。',
    parts: ['四个区间给出 tanh。'],
  },
  13: {
    title: 'ReLU 与梯度消失',
    statement: '一切始于 ReLU（Nair 和 Hinton 2010）：它解决了梯度消失问题。',
    source:
      '该论文讲的是受限玻尔兹曼机：NORB 和人脸上的带噪 ReLU。深层网络随 Glorot 等 2011 和 AlexNet 2012 而来；深度还需要 He 等 2015 的初始化。',
    test: '30 层，每层 64 个单元，Adam，optdigits 训练 3 轮，5 个种子：权重取 N(0, 2/n)（He）的正确率比取 N(0, 1/n) 至少高 15 个百分点。若初始化有如此大的影响，“解决”之说便不成立。',
    parts: ['ReLU 单凭自身就解决了梯度消失。'],
  },
  14: {
    title: 'ReLU 的折点',
    statement: '各库取 ReLU 在 0 处的导数为 0，折点并无害处。',
    source: '对 PyTorch 和 TensorFlow 成立。',
    test: '把 0 处的导数设为 0、二分之一和 1：optdigits 上（两层，每层 64 个单元，Adam，10 轮）的正确率彼此相差不到半个百分点，10 个种子。',
    parts: ['0 处的导数取何值没有区别。'],
  },
  15: {
    title: '激活函数的开销',
    statement: 'ReLU 是最便宜的激活函数：它没有指数。',
    source: '在非线性函数中成立；但激活函数在前馈层中所占的份额很小。',
    test: '本库的内核（精确，照原样）处理 2^20 个元素的 Float32Array，重复五次：SiLU、tanh 和 GELU 的中位时间至少为 ReLU 的 5 倍，leaky ReLU 至多 1.5 倍；按本库矩阵乘法的速度（以 GFLOP/s 列出），GELU 在 128 和 512 单元的前馈层中至多占 10 %。',
    parts: ['SiLU、tanh 和 GELU 的开销至少为 ReLU 的 5 倍；leaky ReLU 与之大致相同。', '与前馈层的矩阵乘法相比，激活函数无足轻重。'],
  },
  16: {
    title: '2016 年以前处处是 ReLU',
    statement: '2016 年以前几乎所有深层网络都用 ReLU，AlphaGo 也在其中。',
    source: 'AlphaGo：Silver 等，Nature 529（2016）；循环网络：Hochreiter 与 Schmidhuber 1997。',
    correction: '言过其实：循环网络用的是 sigmoid 门和 tanh，而 AlphaGo 的价值网络以 tanh 结尾。',
    parts: [],
  },
  17: {
    title: '死亡的单元',
    statement: '把负的输入置 0 限制了 ReLU；leaky ReLU 弥补了这一点。',
    source: 'Maas 等 2013，斜率 0.01：收益很小。会泄漏的不会死，这一点是对的。',
    test: '八层，每层 64 个单元，SGD，学习率 0.01，optdigits 训练 10 轮，10 个种子：用 ReLU 时至少 3 % 的单元死亡，用 leaky ReLU 时一个也没有；正确率至少提高 1 个百分点。',
    parts: ['ReLU 的单元会死亡，leaky ReLU 的不会。', 'Leaky ReLU 使网络更好。'],
  },
  18: {
    title: 'PReLU 不是 leaky ReLU',
    statement: 'LeakyReLU，又称 PReLU，是 max(alpha x, x)，其中 alpha 由人工调整。',
    source: '错误：PReLU（He 等 2015）学习 alpha，从 0.25 开始，每个通道一个。用 max 的形式仅在 alpha 不超过 1 时正确。',
    test: 'optdigits 上两层，每层 64 个单元，Adam，10 轮，10 个种子：至少一半的 alpha 移动了 0.02 或更多；alpha = 2 是用 max 的形式的反例。',
    parts: ['PReLU 就是 leaky ReLU：它的 alpha 停在原处。', '对任何 alpha，该函数都是 max(alpha x, x)。'],
  },
  19: {
    title: 'ELU 对 ReLU',
    statement: 'ELU 在 -alpha 处饱和，并在 ImageNet 上胜过 ReLU。',
    source:
      'Clevert 等 2015：CIFAR-10 误差 6.55 %，CIFAR-100 误差 24.28 %。在 ImageNet 上，16 万次迭代后 top-5 误差即达 20 %，而不是 20 万次，最终低于 10 %：学得更快，结局并不更好。',
    test: '同说法 17，ELU 对 ReLU：相同轮数后，10 个种子中 10 个的训练损失更低，激活的均值更低；ELU(-40) = -1。',
    parts: ['ELU 比 ReLU 学得快，其激活的均值更接近 0，并在 -1 处饱和。'],
  },
  20: {
    title: 'GELU 对 ReLU',
    statement: 'GELU(x) = x Phi(x)，用于正态分布的输入，优于 ReLU 和 ELU。',
    source: 'Hendrycks 与 Gimpel 2016。N(0, 1) 是定义中的参照变量，不是对输入的假设。',
    test: 'MNIST，按种子抽取 5000 张训练图像，八层，每层 128 个单元，Adam，10 轮：10 个种子中至少 8 个，GELU 的测试误差低于 ReLU。',
    parts: ['GELU 的误差小于 ReLU。'],
  },
  21: {
    title: 'GELU 的近似',
    statement: 'QuickGELU，即 x sigmoid(1.702 x)，近似 GELU，并被普遍使用。',
    source: '1.702 出自 GELU 论文（Hendrycks 与 Gimpel 2016）。常用的近似是用 tanh 的那一种；CLIP 用的是 QuickGELU。',
    test: '最大误差：tanh 形式为 4.7324e-4，在 |x| = 2.699；QuickGELU 为 0.020335，在 2.270；SiLU 为 0.193002，在 1.965；各自在 1e-6 之内；按最大范数最佳的 alpha 是 1.773，误差 0.01392（至所给位数），而不是 1.702。',
    parts: ['最大误差如所述；tanh 形式比 QuickGELU 接近 43 倍。', '1.702 是最佳的系数。'],
  },
  22: {
    title: '远在左侧会怎样',
    statement: '当 x 趋于负无穷时，GELU 和 SiLU 趋于 0，ELU 趋于 -alpha，leaky ReLU 没有下界。',
    source: '由其公式可知：正确。',
    test: '极小值：GELU 为 -0.169971，在 -0.751792；SiLU 为 -0.278465，在 -1.278465；最大斜率：GELU 为 1.12890，在 2 的平方根处；SiLU 为 1.09984，在 2.39936；都在 1e-6 之内，五位小数的数字准确到最后一位。',
    parts: ['GELU 和 SiLU 回到 0，ELU 止于 -1，leaky ReLU 一直向下；极小值和最陡处都在所说的位置。'],
  },
  23: {
    title: '一个函数，几个名字',
    statement: 'SiLU 是在 GELU 论文中提出的；强化学习的研究者后来发现它在 Atari 上收益很大。',
    source: '正确：Hendrycks 与 Gimpel 2016 为它命名。Elfwing 等 2017 独立得到它，并在 SZ-Tetris 和 Atari 游戏上作了测量。',
    test: '在 [-30, 30] 的 100,000 个数上：beta 为 1 的 Swish 就是 SiLU，x sigmoid(1.702 x) 就是 SiLU(1.702 x)/1.702，各自在 2 ulp 之内。',
    parts: ['beta 为 1 的 Swish 就是 SiLU，QuickGELU 是两个坐标轴都缩放过的 SiLU。'],
  },
  24: {
    title: 'Swish 的 beta',
    statement: 'Swish 是带可训练的 beta 的 SiLU，而 beta 大多被省去。',
    source:
      'Ramachandran 等 2017：ImageNet 上用 NASNet-A mobile 多 0.9 个百分点，用 Inception-ResNet-v2 多 0.6 个百分点；每个通道学到的 beta 大多落在 1 附近。beta = 0 得 x/2，无穷大得 ReLU。',
    test: '每个单元一个 beta，从 1 开始，optdigits 上两层，每层 64 个单元，Adam，10 轮，10 个种子：至少 30 % 的 beta 移动超过 0.05，至少 95 % 留在 [0.5, 1.5] 之内；与 beta = 1 相比，正确率至少提高半个百分点。',
    parts: ['学到的 beta 会移动，并留在 1 附近。', '学习 beta 使网络更好。'],
  },
  25: {
    title: 'SoLU 的开销',
    statement: 'SoLU = x softmax(x) 需要的指数比 SiLU 多得多，其输出也更大。',
    source: 'Elhage 等 2022：每个神经元一个指数，输出大小相同，慢不到 1 %。',
    test: '按公式数每个元素的指数：SoLU 与 SiLU 一样多；输出长度相同。',
    parts: ['SoLU 比 SiLU 需要更多指数，给出更多的数。'],
  },
  26: {
    title: 'SoLU 的质量代价',
    statement: 'SoLU 把性能限制在大小为 30 至 50 % 的模型的水平。',
    source: 'Elhage 等 2022：“相当于一个比实际大小小 30-50 % 的模型，较大的模型受影响更大”：即 50 至 70 %。',
    test: '人名的字符模型（2 万个参数），用 128、64 和 32 个单元的 GELU 前馈层作大小曲线：128 个单元的 SoLU 相当于其大小的 50 至 70 %，10 个种子。',
    parts: ['没有 LayerNorm 的 SoLU 相当于大小为其 50 至 70 % 的 GELU 模型。'],
  },
  27: {
    title: '带 LayerNorm 的 SoLU',
    statement: 'SoLU 之后的 LayerNorm 弥补了损失。',
    source:
      'Elhage 等 2022：带 LayerNorm 的模型相当于其大小的 0.95 至 1.05，相差不到 0.01 nat；可解释的神经元为 60 %，而不是 35 %（1 至 40 层的模型），64 层时为 42 %，而不是 33 %。LN(SoLU(x)) = LN(x e^x)：softmax 的分母消失了。',
    test: 'eps = 0 时 LN(SoLU(x)) = LN(x e^x) 在 1e-12 之内，而 eps = 1e-5 且 SoLU 很小时不然；在说法 26 的字符模型中，LayerNorm 至少挽回 SoLU 相对 GELU 损失的一半，10 个种子。',
    parts: ['在 LayerNorm 之前，只要 eps 为 0，SoLU 就是 x e^x。', 'LayerNorm 至少挽回 SoLU 损失的一半。'],
  },
  28: {
    title: 'GLU 的线性通路',
    statement: 'GLU，即 sigmoid(xW + b) * (xV + c)，出自 2016 年的卷积语言模型。',
    source:
      'Dauphin 等 2016 写作 (XW + b) * sigmoid(XV + c)；WikiText-103 的困惑度为 37.2，Google Billion Word 在一块 GPU 上为 38.1。他们认为它优于门控 tanh 单元，因为其线性通路保住了梯度。',
    test: '十个门控层，每层 64 个单元，权重 N(0, 1/n)，10 个种子：用 GLU 时第一层的梯度至少为 GTU 的 10 倍。',
    parts: ['线性通路保住了梯度：在十层的第一层，它是 GTU 的 10 倍。'],
  },
  29: {
    title: 'Evo 的门',
    statement: '基因组模型 Evo 的架构 StripedHyena 使用 GLU。',
    source: '其代码：ParallelGatedMLP，默认激活函数为 GELU。',
    correction: '它属于 GLU 家族，但以 GELU 为门，即 GEGLU；在 Evo 2 的方式中，第 0 层之后的门是恒等函数，即双线性。',
    parts: [],
  },
  30: {
    title: 'GEGLU 和 SwiGLU 的公式',
    statement: 'GEGLU(x) = GELU(xW + v) * (xV + c)，SwiGLU(x) = Swish(xW + b) * (xV + c)，其中 beta 前没有逗号。',
    source: 'Shazeer 2020（arXiv 2002.05202），式 5。',
    correction: 'GEGLU 的门的偏置是 b，不是 v；beta 是 Swish 的参数，应与其自变量分开。',
    parts: [],
  },
  31: {
    title: '神的恩典',
    statement: 'GLU 的各种变体在 Transformer 中效果更好，而那篇五页的论文除“神的恩典”外说不出原因。',
    source:
      'Shazeer 2020（arXiv 2002.05202），表 1：6.5 万步和 52.4 万步后的对数困惑度。隐藏宽度无门时 3072，有门时 2048，没有偏置。GLUE 用 ReLU 为 83.80，最好的是 ReGLU 的 84.67；SQuAD 精确匹配从 83.18 到 Bilinear 的 83.82。',
    test: '人名的字符模型，2 万个参数，宽 32 的 2 个块，3000 步，每步 64 行，5 个种子：ReLU 的均值减去 SwiGLU 的均值至少为 0.008，且 5 个种子中 5 个大于 0；GEGLU 和 SwiGLU 低于 ReGLU，ReGLU 低于 Bilinear，Bilinear 低于 GELU，GELU 低于 ReLU；GLU 低于 ReLU。因五个种子未能决定这两个次序，于 2026-11-25 登记：另取谁也没有见过的 15 个种子，检验相同。',
    parts: [
      'SwiGLU 比 ReLU 至少好 0.008 nat，每个种子都是如此。',
      'GEGLU、SwiGLU < ReGLU < Bilinear < GELU < ReLU，按损失排列。',
      '以 sigmoid 为门的 GLU 优于 ReLU。',
      'GEGLU、SwiGLU < ReGLU < Bilinear < GELU < ReLU，按损失排列（2026-11-25，另取 15 个种子）。',
      '以 sigmoid 为门的 GLU 优于 ReLU（2026-11-25，另取 15 个种子）。',
    ],
  },
  32: {
    title: '为何有效：因为无界？',
    statement: 'GLU 的变体有效，也许是因为 Swish 和 GELU 中的 sigmoid 无界。',
    source: '这是文章的猜测。Sigmoid 有界；x sigmoid(x) 无界。如果根本没有门函数的 Bilinear 胜过 GLU，那就支持无界之说。',
    test: '同说法 31：10 个种子中至少 9 个，Bilinear 低于 GLU。',
    parts: ['无界的门，即使不用任何函数，也优于 sigmoid 的门。'],
  },
  33: {
    title: '语言模型中的 SwiGLU',
    statement: 'PaLM 和 Llama 2 使用 SwiGLU。',
    source: '正确；LLaMA 1 最先使用，隐藏单元数为宽度的 4 倍再乘 2/3。',
    test: 'stories260K，一个 Llama 2 架构的模型：其 172 个隐藏单元是 64 的 4 倍再乘 2/3，向上取为 4 的倍数。',
    parts: ['真实模型的隐藏宽度是宽度的四倍再乘三分之二。'],
  },
  34: {
    title: 'FP8 中的 Smooth-SwiGLU',
    statement:
      'Intel 在 Habana Gaudi 上用 FP8 训练了 2 万亿个词元；从两千亿个词元起，SwiGLU 放大离群值，直至训练发散，而新的激活函数 Smooth-SwiGLU 解决了问题。',
    source:
      'Fishman 等 2024（arXiv 2409.12517）：在 256 块 Gaudi 2 上训练 70 亿参数的 Llama 2；前向 E4M3，梯度 E5M2，延迟缩放。权重衰减使一个单元的两个权重向量趋于一致，该单元变为二次的。Smooth-SwiGLU 不是新的函数：它是在量化器前后为每个通道加上缩放的 SwiGLU。',
    test: '权重、输入和隐藏单元 h 用 E4M3，梯度用 E5M2，缩放取 H 步中的最大绝对值，乘积在 f32 中累加；离群值是植入的，不是自己长出来的：一个 w1 = w2、长度为 c 的单元。(a) 不作舍入的 Smooth-SwiGLU 与 SwiGLU 相比，c = 1 至 1024，非规格化的乘积除外。(b) 其余 63 个单元在 E4M3 中用一个缩放的相对误差：c = 256 时至少 40 %，用 Smooth 时至多 5 %；c 不超过 16 时二者都至多 5 %。(c) stories260K，一个通道先乘 2^18 后乘 2^-18：用一个缩放时 KL 至少 0.5，用 Smooth 时至多 0.002。(d) 用平方 ReLU 的回归，植入的单元（c = 1024，H = 64）对 10 000 行中的 2 行有反应，10 个种子。(e) tinyshakespeare 的字符模型，植入的单元（c = 256，H = 16）对字母 Q 有反应，5 个种子：800 步中最后 300 步的损失，减去同一种子和同一 c 在 f32 中的损失。(f) 同上，但先把 s 并入 w3 再舍入；因五个种子未能决定，于 2026-11-25 登记：另取谁也没有见过的 10 个种子。',
    parts: [
      '(a) 不作舍入时，Smooth-SwiGLU 就是 SwiGLU，逐位相同。',
      '(b) 旁边有一个 c = 256 的一致单元时，每个张量一个缩放会丢失其余单元，Smooth 不会。',
      '(b) c 不超过 16 时，二者都能保住它们。',
      '(c) 一个通道放大后，每个张量一个缩放会毁掉已训练好的模型，Smooth 不会。',
      '(d) 有植入的单元时，普通 FP8 发散。',
      '(d) f32、Smooth-SwiGLU、h 用 bf16 以及没有该单元的普通 FP8 都不发散；且 Smooth 与最后一种学得一样好。',
      '(e) 有植入的单元时，普通 FP8 学得较差。',
      '(e) Smooth-SwiGLU、h 用 bf16 以及没有该单元的普通 FP8 则不然。',
      '(e) 即时缩放的损失至多为延迟缩放的一半。',
      '(e) 损失随缩放所记的步数增加。',
      '(e) 它随一致向量的长度增加。',
      '(e) c 不超过 64 时它很小。',
      '(e) c = 64 时普通 FP8 就已差 0.03。',
      '(e) 按通道的延迟缩放不如 Smooth-SwiGLU。',
      '(f) 把 s 并入 w3 再舍入，会把范围问题移到那里。',
      '(f) 把 s 并入 w3 再舍入，会把范围问题移到那里（2026-11-25，另取 10 个种子）。',
    ],
  },
  35: {
    title: '趋于一致的 SwiGLU 权重',
    statement: '一个单元的两个权重向量会趋于一致，而且只在长时间训练之后。',
    source: 'Fishman 等 2024，定理 1，在带权重衰减的损失的驻点处。',
    test: '试验 34d 的回归（16 个输入，八个平方 ReLU，带动量的 SGD），用 32 个 SwiGLU 单元，8000 步有衰减，2000 步无衰减，10 个种子：活单元的 |cos(w1, w2)| 的均值，权重衰减为 0.01 时至少 0.6，没有时至多 0.3；它一直增长（从第 2000 步到第 8000 步）预期不成立。stories260K 的第 0 层中 |cos| 的均值至少 0.15（随机方向：0.0998）。因十个种子未能决定是否增长，于 2026-11-25 登记：另取谁也没有见过的 20 个种子，检验相同。',
    parts: [
      '权重衰减使两个向量趋于一致；没有它时二者保持分离。真实的模型也显示了这一点。',
      '一致的程度随时间不断增长。',
      '一致的程度随时间不断增长（2026-11-25，另取 20 个种子）。',
    ],
  },
  36: {
    title: 'x 乘以分布函数',
    statement: '2016 年以后的函数（SiLU、Swish、GELU、SoLU）都是 x F(x)，其中 F 是累积分布函数。',
    source: 'SoLU 不是：softmax 不是 x 的分布函数，因为它取决于其他单元。',
    test: 'SoLU 的一个输出对另一个输入的导数不为 0；SiLU 是 x 乘以逻辑斯谛函数，GELU 是 x 乘以正态分布函数（10,000 个数上在 2 ulp 之内）。',
    parts: ['SoLU 也是 x F(x)。', 'SiLU 和 GELU 是 x F(x)。'],
  },
  37: {
    title: 'H100 上的特殊函数',
    statement: 'H100 的半精度矩阵乘法有 989 TFLOPS，而特殊函数只有 3.9，因此宁用 ReLU 而不用带指数的激活函数。',
    source:
      'Shah 等 2024（FlashAttention-3）：这些数字是就注意力的 softmax 给出的。头维度为 128 时，矩阵运算是指数运算的 512 倍，而速度是 256 倍：指数运算可占矩阵乘法一半的时间。',
    correction: '数字是对的，但说的是注意力，而不是与 ReLU 的比较。激活函数与前馈层的乘法相比开销如何，由说法 15 测量。',
    parts: [],
  },
  38: {
    title: '门的开销',
    statement: 'SwiGLU 和 GEGLU 的计算量非常大。',
    source: 'Shazeer 2020 在参数量和运算量相等的条件下比较：门控层的单元数为三分之二。',
    test: '128 和 512 单元的前馈层的一个训练步，批大小 256，重复五次：宽度为三分之二的 SwiGLU 所用时间至多为 ReLU 的 1.25 倍。',
    parts: ['一层 SwiGLU 所用的时间比 ReLU 长得多。'],
  },
}

/** Bounds, values and efforts. */
export const figures: Sayings = {
  messages: [
    ['‹0› in each of «1» seeds', '«1» 个种子中每个都‹0›'],
    ['‹0› in «1» of «2» seeds', '«2» 个种子中至少 «1» 个‹0›'],
    ['at least «0»', '不小于 «0»'],
    ['at most «0»', '不大于 «0»'],
    ['above «0»', '大于 «0»'],
    ['below «0»', '小于 «0»'],
    ['not run', '未运行'],
    ['«0» of «1»; mean «2»', '«1» 个中有 «0» 个；均值 «2»'],
    ['«0» of «1» seeds from «2», ‹3›', '«1» 个种子中的 «0» 个，从 «2» 起，‹3›'],
    ['«0» seed from «1», ‹2›', '«0» 个种子，从 «1» 起，‹2›'],
    ['«0» seeds from «1», ‹2›', '«0» 个种子，从 «1» 起，‹2›'],
  ],
  phrases: [
    ['«0» s', '«0» 秒'],
    ['«0» min', '«0» 分钟'],
  ],
}
