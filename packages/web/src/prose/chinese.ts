/** What is read of the catalogue, in Simplified Chinese; names of works stay as they are. */
import type { Prose } from './types.ts'

export const chinese: Readonly<Record<string, Omit<Prose, 'sources' | 'meanings'>>> = {
  threshold: {
    history:
      '一个要么激活、要么不激活的神经元：McCulloch 和 Pitts 在 1943 年证明，由这种单元组成的网络能计算任何布尔函数；Rosenblatt 的感知机又加上了学习一层权重的规则。一层只能用超平面划分，而这条规则无法穿过第二层：除跳变点外导数处处为 0，没有梯度能通过。出路是平滑的阶跃，即 sigmoid。PyTorch 的 nn.Threshold 是另一个函数。',
    usedBy: ['McCulloch-Pitts 网络', 'Rosenblatt 的感知机与 Mark I'],
    corrections: [
      'McCulloch 名为 Warren，而非 Edward；他在伊利诺伊大学精神病学系。1943 年的模型没有学习规则。Rosenblatt 1957 年的报告先在 IBM 704 上模拟；由海军研究办公室资助的 Mark I 硬件在约 1958–60 年问世。',
      '阈值单元的网络不会退化为线性映射：会退化的是恒等激活。它们能计算任何布尔函数，一层冻结的随机阈值单元加上训练过的读出层就能分开圆环。它们缺少的是训练隐藏层所需的梯度。',
    ],
  },
  sign_threshold: {
    history:
      '输出为 −1 和 1（而非 0 和 1）的阈值函数，这样未激活的单元也表达了信息，单元的乘积仍在 {−1, 1} 中。ADALINE、Hopfield 网络和二值化网络使用它；后者训练时假装它的导数是 hard tanh 的导数。它真正的导数同样是 0。在 0 处它与 `threshold` 一样取较低的值，因此恰好等于 2 threshold(x) − 1；数学上的 sign(0) 则为 0。',
    usedBy: ['ADALINE', 'Hopfield 网络', '二值化神经网络'],
    corrections: ['与 Heaviside 形式一样，它不会使深层网络变为线性；只是不能用它自身的梯度训练。'],
  },
  sigmoid: {
    history:
      'Verhulst 描述有限人口增长的曲线，自 Berkson 1944 年的 logit 起用于分类。作为平滑的阶跃，它使 Rumelhart、Hinton 和 Williams 在 1986 年得以让梯度穿过隐藏层；Crick 则反对说，大脑几乎不会这样工作。它的斜率至多为 1/4，因此每一层至多以这个倍数（乘以权重）传递梯度，而且输出全为正；tanh 解决了后者和前者的大部分。',
    usedBy: ['1986 年反向传播论文中的网络', 'LSTM 和 GRU 的门', '二分类器的输出', 'GLU 的门'],
    corrections: [
      '梯度需要的是平滑。要划分直线分不开的类别，网络只需要非线性，而阈值函数就有非线性。',
      '反向传播把一阶导数逐层相乘，并没有“导数的导数”。由于 sigmoid′ 处处不超过 1/4，即使所有输入都在最陡的 0 处，梯度也会随深度消失；远离 0 只会更糟。梯度是向 0 缩小。',
      '在 LSTM 和 GRU 单元中，门是 sigmoid，因为门是 0 到 1 之间的份额；候选值由 tanh 产生。',
      'Sigmoid 有界，在 0 与 1 之间。无界的是 x sigmoid(x)。',
    ],
  },
  softmax: {
    history:
      'Boltzmann 关于能量的分布，Bridle 把它用作分类器的输出层，并命名为 softmax。它把一行数变成和为 1 的概率，因此不是单个数的函数：每个输出都取决于整行。先减去最大值，这不改变结果，却能防止 exp 溢出。自 2017 年起，注意力机制在 Transformer 的每一层都用到它。',
    usedBy: ['分类器的输出', 'Transformer 中的注意力'],
    corrections: [
      '第 i 个输出的分子是 e^(x_i)。对于两个类别，softmax 是 sigmoid(x1 − x2)，即差的 sigmoid；只有 x2 = 0 时才是 sigmoid(x1)。',
      'FlashAttention-3 的数字，即矩阵乘积 989 TFLOPS 对特殊函数 3.9 TFLOPS，说的是注意力中 softmax 的指数，而不是前馈层的激活函数。',
    ],
  },
  tanh: {
    history:
      '18 世纪的双曲函数，等于 2 sigmoid(2x) − 1。它的输出以 0 为中心，在 0 处斜率为 1，因此尺度合适的 tanh 网络能够训练，而 sigmoid 网络会停滞；LeCun 的邮政编码识别网络中每个单元都用它。它仍在两侧饱和，被推到那里的单元几乎不传递梯度；对正的输入，ReLU 结束了这一点。',
    usedBy: ['LeCun 1989 年的邮政编码网络', 'LSTM 和 GRU 的候选值', 'AlphaGo 的价值网络'],
    corrections: [
      'tanh(x) = (e^(2x) − 1) / (e^(2x) + 1)；它的导数在 (0, 1] 中，在 x = 0 处为 1。若权重取自 N(0, 1/n)，30 层网络的梯度不会消失，因此它并不简单地具有 sigmoid 的问题。',
      'LeCun 1989 年的论文用的是美国邮政的邮政编码，7291 幅训练图像和 2007 幅测试图像；MNIST 到 1998 年才出现。它的每一层都用 tanh，这一点是对的。',
      '循环网络的门是 sigmoid。Tanh 产生 LSTM 和 GRU 的候选值，并塑造 LSTM 的输出。',
      'PyTorch 在 CPU 上的向量化 tanh 来自 SLEEF；std::tanh 只用于标量路径。四个区间（到 2^−55、到 1、到 22、更远）属于 glibc 的双精度版本；glibc 的 float 版 tanhf 自 2.41 起是 CORE-MATH 的有理函数。',
    ],
  },
  relu: {
    history:
      'Fukushima 1969 年的网络已经使用整流；Nair 和 Hinton 重新提出它，Glorot 证明它无需预训练就能训练深层网络，AlexNet 使它成为视觉领域的惯例。正的输入处斜率为 1，没有饱和，代价只是一次比较。负的输入处斜率为 0：一个从不为正的单元再也不会学习。在 0 处各个库取导数 0，这里也一样。',
    usedBy: ['AlexNet', 'VGG', 'ResNet', '最初的 Transformer'],
    corrections: [
      'Nair 和 Hinton（2010）研究的是受限玻尔兹曼机，用的是带噪声的整流单元。深层前馈网络随 Glorot 2011 和 AlexNet 2012 而来，而很大的深度还需要 He 初始化（2015）：仅靠 ReLU 并不能解决梯度消失。',
      '2016 年之前并非几乎所有网络都用它：循环网络保留了 sigmoid 和 tanh，AlphaGo 的价值网络以 tanh 结尾。',
    ],
  },
  leaky_relu: {
    history:
      '对负的输入保留一个小斜率，这样没有单元会死：总有一些梯度传回来。作者为语音选取 0.01，发现准确率比 ReLU 提高甚微。斜率又是一个要由人来选的量，PReLU 后来让它可以学习；负侧无界，ELU 改变了这一点。',
    usedBy: ['YOLOv3（alpha 0.1）', 'DCGAN 的判别器（alpha 0.2）', 'GAT 的注意力分数（alpha 0.2）'],
    corrections: ['它不是 PReLU：它的 alpha 由人固定，PReLU 则学习 alpha。而 max(alpha x, x) 只有在 alpha ≤ 1 时才是同一个函数。'],
  },
  prelu: {
    history:
      '斜率随权重一起学习的 leaky ReLU，每个通道或每层一个，从 0.25 开始。同一篇论文推导了保持整流层方差的初始化，两者合在一起在 ImageNet 上超过了一个已发表的人类错误率。alpha = 0 即为 ReLU。若不对 alpha 做权重衰减，没有什么会把它拉回 0。',
    usedBy: ['2015 年 ImageNet 论文中的 PReLU 网络', 'SRGAN 的生成器', 'FSRCNN'],
    corrections: [
      'PReLU 从 0.25 开始学习 alpha，因此不是 LeakyReLU 的别名。max(alpha x, x) 的形式需要 alpha ≤ 1，而学习并不保证这一点；这里的公式对任何 alpha 都成立。',
    ],
  },
  elu: {
    history:
      '整流函数的输出均值为正，使下一层的输入发生偏移；ELU 的负值把均值拉向 0，并在 −alpha 处饱和，而 leaky ReLU 会一直延伸。作者报告它比 ReLU 学得更快，在 CIFAR 上结果更好。它需要一次指数运算，而且只有 alpha = 1 才使它在 0 处平滑，CELU 修正了这一点。',
    usedBy: ['GAT 的隐藏层', '线性注意力的特征映射（elu(x) + 1）'],
    corrections: [
      '在 ImageNet 上，论文主要显示学得更快：160 000 次迭代后 top-5 错误率为 20%，ReLU 则需 200 000 次。它并未声称在那里最终错误率明显更低。',
    ],
  },
  gelu: {
    history:
      '输入乘以标准正态变量小于它的概率：一个逐渐打开的门，也是一种更常保留较大输入的 dropout 的均值。它是平滑的，在 −0.75179 处有极小值 −0.16997，并成为第一批大型 Transformer 的激活函数。它的分布函数没有封闭形式，因此用 tanh 或 sigmoid 的更便宜的形式与它并用。',
    usedBy: ['BERT', 'RoBERTa', 'ViT', 'ConvNeXt', 'Whisper'],
    corrections: [
      'N(0, 1) 是与输入作比较的变量，并不是假设输入服从正态分布。常用的近似是 tanh 形式，不是 sigmoid 形式。',
      'GELU 和 SiLU 具有 x F(x) 的形式，其中 F 是分布函数，分别为正态与 logistic。并非每个较新的激活函数都如此：SoLU 就不是。',
    ],
  },
  quick_gelu: {
    history:
      'GELU 论文中的便宜形式：用 logistic 分布函数代替正态分布函数，用 1.702 使两者相配。CLIP 的代码把它叫作 QuickGELU。它与 GELU 相差至多 0.0203（在 |x| = 2.27 处），约为 tanh 形式的四十倍，因此在训练好的模型中两者不能互换。它是另一尺度的 SiLU：quick_gelu(x) = silu(1.702 x) / 1.702。',
    usedBy: ['CLIP', 'Qwen2-VL 的视觉编码器'],
    corrections: [
      '它不是常用的 GELU 近似：常用的是 GPT-2 等许多模型所用的 tanh 形式。就 GELU 的最大误差而言，1.702 也不是最佳常数：1.773 给出 0.0139。',
    ],
  },
  gelu_tanh: {
    history:
      '普遍使用的 GELU 近似，0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))；这里写的 sigmoid 形式与之完全相等，而且对负的 x 不会相消，因为 1 + tanh(u) = 2 sigmoid(2u)。在 erf 很慢或没有 erf 的地方，人们开始用它。它的误差至多 0.00047（在 |x| = 2.70 处），用它训练的模型会一直用它。',
    usedBy: ['GPT-2', 'GPT-J', 'BLOOM', 'T5 v1.1 和 Gemma 的门'],
    corrections: ['这才是常用的 GELU 近似。QuickGELU 是另一种，粗略四十倍；两者都不假设输入服从正态分布。'],
  },
  silu: {
    history:
      'GELU 的论文顺带提到了它：用 logistic 分布代替正态分布的 GELU。Elfwing 等人为强化学习（SZ-Tetris 和 Atari）独立地发现了它，一次机器搜索又第三次发现了它，即 beta = 1 的 Swish。它需要一次指数而不需要 erf；在 −1.27846 处有极小值 −0.27846。',
    usedBy: ['EfficientNet', 'YOLOv5', 'Stable Diffusion 的 U-Net', 'Llama 的门'],
    corrections: ['其中的 sigmoid 在 0 与 1 之间有界；没有上界的是乘积 x sigmoid(x)。'],
  },
  swish: {
    history:
      '用强化学习对公式进行的搜索得出 x sigmoid(beta x)。beta 使它从 x / 2（beta = 0）经过 SiLU（1）走向 ReLU（无穷大），并且可以学习，每个通道一个。论文报告在 ImageNet 上比 ReLU 高 0.6 到 0.9 个百分点；学到的值大多在 1 附近，因此多数模型去掉了这个参数而使用 SiLU。',
    usedBy: ['EfficientNet（beta = 1）', 'Swish 论文中的搜索网络'],
    corrections: ['在 Swish 中，无界的也是 x sigmoid(beta x)，而不是 sigmoid。当 beta = 1 时，它就是前一年的 SiLU。'],
  },
  solu: {
    history:
      '每个输入乘以它在整层上的 softmax：大的激活压制其余，使特征趋于与单个神经元对齐，更容易解读。GELU 大约是 x 乘以 sigmoid，这里则用竞争代替 sigmoid。它确实提高了人们能解释的神经元的比例，但损失了性能，而 solu_ln 的 LayerNorm 又把性能赢了回来。',
    usedBy: ['SoLU 论文中的可解释性模型'],
    corrections: [
      'SoLU 的输出与输入一样多，每个神经元只需一次指数，与 SiLU 相同；论文测得速度降低不到 1%。论文说没有 LayerNorm 时性能“相当于小 30–50% 的模型”，而不是 30–50% 大小的模型。它也不是带分布函数 F 的 x F(x)：每个输出都取决于所有输入。',
    ],
  },
  solu_ln: {
    history:
      'SoLU 使大多数激活变小，其后的 LayerNorm 恢复它们的尺度；论文报告性能相当于模型大小的 0.95 到 1.05 倍，可解释的神经元为 60%，对比 35%。在 eps = 0 的精确算术中，softmax 的分母会消去，因此它是 x exp(x) 的 LayerNorm；当 eps = 1e-5 时，在 SoLU 很小之处这就不再成立。作者提醒，LayerNorm 可能让一些特征经由小的激活重新进入。',
    usedBy: ['SoLU 论文中的可解释性模型', 'TransformerLens 的 SoLU 模型'],
    corrections: ['LayerNorm 所修复的损失是“小 30–50% 的模型”的损失，因此单独的 SoLU 相当于 50–70% 大小的模型，而不是 30–50%。'],
  },
  glu: {
    history:
      '输入的两个投影，其中一个由另一个的 sigmoid 把门，使卷积语言模型与循环模型不相上下。未经门的路径是线性的，因此梯度可以不衰减地通过；而在 PixelCNN 和 WaveNet 的 GTU 中，tanh 会使它缩小。PyTorch 的 F.glu 从前一半取值，从后一半取门。',
    usedBy: ['门控卷积语言模型', 'ConvS2S', 'Conformer 的卷积模块'],
    corrections: ['Dauphin 写作 (X W + b) * sigma(X V + c)：线性部分在前，门是第二个投影。哪个矩阵叫作 W，到后来的论文才改变。'],
  },
  geglu: {
    history:
      'Shazeer 用其他函数代替 GLU 的 sigmoid，在 T5 的前馈层中试验，宽度取三分之二，使参数量和 FLOPs 保持相等。GEGLU 与 SwiGLU 最好，对数困惑度为 1.942 和 1.944，ReLU 为 1.997；原因何在，论文没有回答。使用 tanh 形式 GELU 的模型在门中也需要这种形式：`gelu_tanh(gate) * value`。',
    usedBy: ['T5 v1.1（tanh 形式）', 'Gemma（tanh 形式）', 'ModernBERT', 'Stable Diffusion 的 Transformer 块'],
    corrections: [
      'GEGLU 门内的偏置是 b：GELU(x W + b) * (x V + c)。Evo 的 StripedHyena 默认用 GELU 作门，因此它的层是 GEGLU，而不是带 sigmoid 的 GLU；在第一层之后，Evo 2 不使用门函数。',
    ],
  },
  swiglu: {
    history:
      '以 SiLU 作门的 GLU；Shazeer 写作 Swish，其 beta 实际上为 1。PaLM 和 LLaMA 使它成为语言模型的标准，隐藏层宽度取通常的三分之二。它的大小随两个投影的乘积增长：若训练使二者对齐，输出大约是输入的二次函数，而这样的离群值会在数万亿词元之后破坏 FP8 训练。',
    usedBy: ['PaLM', 'LLaMA 与 Llama 2', 'Mistral', 'Qwen', 'DeepSeek'],
    corrections: [
      '在同等规模下，SwiGLU 的计算量并不比 ReLU 大：比较时参数量与 FLOPs 相等，宽度取 2/3。FlashAttention-3 的 989 对 3.9 TFLOPS 说的是注意力中 softmax 的指数，与这个函数无关。',
      '其中的 sigmoid 是有界的；可能有帮助的是无界的乘积。在 Shazeer 的表中，连完全没有 sigmoid 的双线性门也胜过 GLU。',
      '在 Meta 的模型中，LLaMA 先于 Llama 2 使用它，宽度为 4d 的 2/3。',
    ],
  },
  smooth_swiglu: {
    history:
      '在长时间的 FP8 训练中，SwiGLU 的某些通道的权重会对齐而产生离群值，一个离群值就占去整个张量的缩放范围：其余通道都落到 FP8 所能表示的范围之下。Smooth-SwiGLU 把值乘以 s（每个通道一个），把乘积量化为 FP8，之后再除以 s，使每个通道都充满该范围。s 可以并入前后的权重。普通 FP8 会发散，而它达到了比 BF16 每秒多 34% 的样本。',
    usedBy: ['其论文中的 7B FP8 模型（Gaudi 2，2 万亿词元）'],
    corrections: [
      '它不是新函数：它是在量化器前后为每个通道加上一个缩放因子的 SwiGLU。若不量化，两者完全相同；当 s 为 2 的幂时，逐位相同。s_i 是该通道最大值的倒数。',
    ],
  },
  log_sigmoid: {
    history:
      'Logistic 回归的对数似然，由 Cox 推广使用。先算 sigmoid 再取对数，一旦 sigmoid 舍入为 0 就得到 −∞；写成 −softplus(−x) 则在那里仍接近 x。它属于损失函数，而不是隐藏层。',
    usedBy: ['由 logits 计算的二元交叉熵', 'word2vec 的负采样', 'DPO 损失'],
    corrections: [],
  },
  identity: {
    history:
      '没有激活函数：ADALINE 在阈值之前、在线性和上测量误差，因而能够沿梯度前进。无论堆叠多少这样的层，网络计算的都是一个线性映射，这正是这里其他所有函数存在的理由。它适合作回归的输出。',
    usedBy: ['回归网络的输出', 'ADALINE 的学习规则'],
    corrections: ['使深层网络退化为线性映射的是恒等激活。阈值单元则不会。'],
  },
  log_softmax: {
    history:
      '一个类别的对数似然，统计学称为多项 logit，由 Bridle 引入网络。若 softmax 已舍入为 0，其对数为 −∞；从平移后的输入中减去“和”的对数则不会超出范围。有了它，交叉熵的梯度就是 softmax 减去目标。',
    usedBy: ['交叉熵损失', '束搜索中的分数'],
    corrections: [],
  },
  softsign: {
    history:
      '像 tanh 那样的阶跃，但不用指数：它以 1 / |x| 而不是指数的速度趋于边界，因此饱和的单元仍有一些梯度。Elliott 为速度提出它，Bergstra 为学习而用它。Glorot 和 Bengio 在 2010 年发现，它的层比 tanh 的层更少饱和。它的二阶导数在 0 处跳变。',
    usedBy: ['Deep Voice 2 的说话人嵌入'],
    corrections: [],
  },
  hardshrink: {
    history:
      '同一篇论文中的另一种阈值化：小的输入变为 0，大的原样保留，因此没有偏差。代价是在 −lambda 与 lambda 处的跳变，而 soft shrink 在那里是连续的。在跳变处，值为 0，导数与 PyTorch 一样取 0。',
    usedBy: ['小波去噪', '迭代硬阈值法'],
    corrections: [],
  },
  softshrink: {
    history:
      '它从小波系数中去除噪声，也是绝对值的近端算子：lasso 的每种迭代算法中的一步。把这样的算法展开，就是以它为激活函数的网络（LISTA）。大的输入会有 lambda 的偏差。在两个边缘处导数取 0。',
    usedBy: ['ISTA 与 LISTA', '小波去噪'],
    corrections: [],
  },
  softplus: {
    history:
      'Sigmoid 的积分，log(1 + e^x)，最初用于必须为正、递增且凸的期权价格。Glorot 在 2011 年把它作为平滑的 ReLU 来比较，发现硬的那个并不更差。今天它更多用来使参数保持为正，而不是激活一层。照式计算会溢出；max(x, 0) + log1p(e^−|x|) 则不会。',
    usedBy: ['Mamba 的步长', '标准差等正的输出'],
    corrections: [],
  },
  hard_tanh: {
    history:
      '把 tanh 削减为两个常数之间的一条直线：便宜，中间的梯度不衰减。在外面则完全没有梯度，而 tanh 还有一点。二值化网络用它的导数代替符号函数的导数。在 −1 与 1 处导数与 PyTorch 一样取 0。',
    usedBy: ['Collobert 与 Weston 的语言网络', '二值化网络的导数'],
    corrections: [],
  },
  relu6: {
    history:
      '以 6 为上限的 ReLU，用 Krizhevsky 的话说，是为了让单元更早学到稀疏特征。MobileNet 采用它另有原因：8 位和定点算术需要已知的范围。在 6 以上它没有梯度；在 0 与 6 处导数与 PyTorch 一样取 0。',
    usedBy: ['MobileNet', 'MobileNetV2'],
    corrections: [],
  },
  tanhshrink: {
    history:
      '随 Torch 而来的平滑收缩函数，其作者研究稀疏编码：小的输入几乎变为 0，即 x^3 / 3，大的则减去 1。与 soft shrink 不同，它没有阈值，也没有折点。照式相减会在 0 附近失去所有数字。',
    usedBy: ['Torch7 与 PyTorch，名为 Tanhshrink'],
    corrections: [],
  },
  thresholded_relu: {
    history:
      '自编码器会学到很大的负偏置来选择特征，而这些偏置又缩小了所通过的值。这里由阈值来选择，输入完整地通过，不需要任何偏置。函数在阈值处跳变，而梯度看不到这一点。',
    usedBy: ['零偏置自编码器', 'ONNX 的算子 ThresholdedRelu'],
    corrections: [],
  },
  hard_sigmoid: {
    history:
      '由三条直线组成的 sigmoid，用于指数运算昂贵的硬件。斜率各不相同：BinaryConnect 取 (x + 1) / 2，Keras 长期用 0.2 x + 0.5，MobileNetV3 用 relu6(x + 3) / 6，PyTorch 沿用它，这里也是。ONNX 把斜率作为参数，默认 0.2。在 [−3, 3] 之外导数为 0，两个边缘处也取 0。',
    usedBy: ['MobileNetV3 的 squeeze-and-excitation'],
    corrections: ['Hard sigmoid 不止一种：来自 Keras 2 或采用 ONNX 默认值的模型斜率为 0.2，而不是 1/6。'],
  },
  gtu: {
    history:
      '没有循环的 LSTM 输出门：一个投影的 sigmoid 乘以另一个的 tanh，见于 Gated PixelCNN 和 WaveNet。Dauphin 把它命名为 GTU，并说明了 GLU 为何学得更快：在这里两个因子都使梯度缩小，而在 GLU 中线性路径不会。',
    usedBy: ['Gated PixelCNN', 'WaveNet'],
    corrections: ['这里的门遵循 LSTM：sigmoid 是门，tanh 产生值。'],
  },
  layernorm: {
    history:
      '批归一化需要一批数据的统计量，循环网络和小批量提供不了；它则取一个样本各单元的均值与方差。它本身不是激活函数，列在这里是因为 SoLU 需要它。通常随后的增益与偏置留给层来做。eps 使常数行保持有限。',
    usedBy: ['最初的 Transformer', 'BERT', 'GPT-2', 'SoLU 模型'],
    corrections: [],
  },
  celu: {
    history:
      '除非 alpha 为 1，ELU 在 0 处有折点。把指数除以 alpha，对任何 alpha > 0 都使 0 处的斜率为 1，并得到可缩放的函数：celu(c x, c alpha) = c celu(x, alpha)。当 alpha 趋于 0 时，它趋于 ReLU。',
    usedBy: ['PyTorch 与 ONNX，名为 CELU'],
    corrections: [],
  },
  selu: {
    history:
      '带两个常数的 ELU，常数的选取使均值 0 与方差 1 成为逐层的吸引不动点：无需批归一化的深层全连接网络。证明要求权重均值为 0、方差为 1/n，并以 alpha dropout 代替 dropout。这两个常数是不动点方程的解，这里给出的位数比双精度数所能容纳的还多。',
    usedBy: ['自归一化网络'],
    corrections: [],
  },
  hard_swish: {
    history:
      '用 hard sigmoid 代替 sigmoid 的 Swish，面向手机：没有指数，且易于量化。MobileNetV3 在较深的一半使用它，在那里收益的代价较小。在 −3 以下恰为 0，在 3 以上恰为 x。在这两个边缘取外侧分支的导数：0 与 1。',
    usedBy: ['MobileNetV3'],
    corrections: [
      'PyTorch 直到 2.6 在边缘处取中间分支，导数在 −3 处为 −0.5，在 3 处为 1.5；2025 年的一份报告（issue 147801）要求改为 0 与 1，这里采用后者。',
    ],
  },
  mish: {
    history:
      'Swish 的一个变体，由比较这类乘积而得：x 乘以 softplus 的 tanh。与 SiLU 一样，它平滑、不单调、下方有界，在 −1.19243 处有极小值 −0.30884。照式计算需要一次指数、一次对数和一次 tanh，其实一次指数和一次除法就够了，因为 tanh(log(1 + w)) 是 w 的有理函数。',
    usedBy: ['YOLOv4'],
    corrections: [],
  },
  bilinear: {
    history:
      '两个投影的乘积，没有任何门函数。Dauphin 曾把 GLU 与它比较，在 Shazeer 的表中它胜过 GLU，对数困惑度为 1.960 对 1.982：有帮助的并不是 sigmoid。它对任一投影都是线性的，但对输入是二次的，因此在每个方向上都无界。',
    usedBy: ['Evo 2 的第一层之后'],
    corrections: ['门控层的优势不是来自有界的 sigmoid：没有它，这一层反而胜过 GLU。'],
  },
  reglu: {
    history:
      '以 ReLU 作门的 GLU，在 Shazeer 的表中介于双线性与 GEGLU 之间（1.953），而微调之后它在 GLUE 上最好（84.67）。门为 0 之处不必计算值的乘积，稀疏推理利用这一点，把 SwiGLU 模型微调成它。在 gate = 0 处导数取 0。',
    usedBy: ['ReluLLaMA'],
    corrections: [],
  },
  snake: {
    history:
      'ReLU 与 tanh 网络无法把周期信号延续到数据之外：它们会变成直线或常数。正弦可以，却难以训练；在恒等函数上加 sin^2(a x) / a，使函数保持单调并具有周期性。音频生成器为每个通道学习一个 a。斜率 1 + sin(2 a x) 在无穷远处没有极限。',
    usedBy: ['BigVGAN', 'Descript Audio Codec'],
    corrections: [],
  },
  relu2: {
    history:
      '对整个 Transformer 程序的搜索发现，把前馈层的 ReLU 平方是两项重要改变之一。它像 ReLU 一样稀疏，又像门与值为同一投影的门控层那样是二次的，却不需要第三个矩阵。斜率无界，因此离群值逐层增长得比 ReLU 快。',
    usedBy: ['Primer', 'Nemotron-4', 'RWKV 的通道混合'],
    corrections: [],
  },
  squareplus: {
    history:
      '没有指数和对数的 softplus：x 与 x^2 + b 的平方根之和的一半，在 CPU 上很快，对适中的 x 不会溢出。b 决定曲线的宽度；b = 4 在 0 处给出 softplus 的曲率（值为 1），4 log(2)^2 则给出它在那里的值。对负的 x，它只以 b / (4 |x|) 下降，照式计算时两项会相消。',
    usedBy: ['JAX，名为 squareplus'],
    corrections: [],
  },
  sreglu: {
    history:
      '以 Primer 的平方 ReLU 作门的 GLU；Transformer Engine 有以此命名的融合内核。它像 ReGLU 一样稀疏，但在 gate = 0 处没有折点。它随输入大小的三次方增长，因此是这一族中对离群值最敏感的。',
    usedBy: ['Transformer Engine，名为 SReGLU'],
    corrections: [],
  },
  clamped_swiglu: {
    history:
      'OpenAI 开放模型的 SwiGLU：门在 7 以上截断，值截断到 [−7, 7]，使威胁低精度的离群值无从产生；sigmoid 是 QuickGELU 的，带 1.702；值再加 1，使该层开始时接近没有门的层。门的下方不截断，因为 sigmoid 在那里已使它趋于 0。在边缘处导数取内侧的导数，与 torch.clamp 相同。公布的权重把门与值交错排列。',
    usedBy: ['gpt-oss-120b', 'gpt-oss-20b'],
    corrections: [],
  },
}
