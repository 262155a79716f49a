import type { PendingClaim } from './claim.ts'

export const smoothSwiglu: PendingClaim = {
  kind: 'pending',
  id: 34,
  title: 'Smooth-SwiGLU in FP8',
  statement:
    'Intel trained on 2 trillion tokens in FP8 on Habana Gaudi; from 200 billion tokens on, SwiGLU amplified outliers until training diverged, and a new activation, Smooth-SwiGLU, repaired it.',
  source:
    'Fishman and others 2024 (arXiv 2409.12517): a Llama 2 of 7 billion parameters on 256 Gaudi 2; E4M3 forward, E5M2 gradients, delayed scaling. Weight decay drives the two weight vectors of a unit together, and the unit becomes quadratic. Smooth-SwiGLU is no new function: it is SwiGLU with a scale for each channel around the quantiser.',
  test: 'Identity without quantisation, bit for bit; errors of the other channels beside one aligned channel (at least 40 % by one scale a tensor at c = 256, at most 5 % by Smooth); stories260K with one channel scaled by 2^18 (KL at least .5 against at most .002); and the training experiments 34d, 34e, 34f of the register.',
  missing: 'training in low precision: casts to E4M3 and E5M2 with delayed scaling inside the engine',
}
