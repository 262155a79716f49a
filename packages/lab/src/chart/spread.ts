/** Positions nearest to those wanted that leave room between neighbours. */

interface Block {
  sum: number
  readonly members: number[]
}

/**
 * Moves positions apart to at least `gap`, changing them as little as possible in the sum of squares, in the order of the wanted ones, and
 * then into [low, high] where they fit. Isotonic regression of wanted[i] - i gap by pooling neighbours (Barlow et al., "Statistical
 * Inference under Order Restrictions", 1972).
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b])
  const blocks: Block[] = []
  const mean = (b: Block): number => b.sum / b.members.length
  for (const [rank, i] of order.entries()) {
    blocks.push({ sum: wanted[i] - rank * gap, members: [i] })
    for (let last = blocks.length - 1; last > 0 && mean(blocks[last - 1]) >= mean(blocks[last]); last--) {
      blocks[last - 1].sum += blocks[last].sum
      blocks[last - 1].members.push(...blocks[last].members)
      blocks.pop()
    }
  }
  const top = Math.max(low, high - (wanted.length - 1) * gap)
  const bases = blocks.flatMap(b => b.members.map(() => Math.min(top, Math.max(low, mean(b)))))
  const placed: number[] = Array.from({ length: wanted.length })
  for (const [rank, i] of order.entries()) placed[i] = bases[rank] + rank * gap
  return placed
}
