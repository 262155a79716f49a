// What is run: each job is one training, or one measurement, of one seed.
const from = (first, count) => Array.from({ length: count }, (_, i) => first + i)
const over = (seeds, jobs) => jobs.flatMap(job => seeds.map(seed => ({ ...job, seed })))

export const arms = ['f32', 'delayed', 'smooth', 'bf16', 'channel', 'just-in-time', 'smooth-folded']

/** 34d, seeds 100 to 109. */
const regression = over(from(100, 10), [
  ...arms.map(arm => ({ experiment: 'regression', arm, strength: 1024, history: 64 })),
  ...['f32', 'delayed'].map(arm => ({ experiment: 'regression', arm, strength: 0, history: 64 })),
  ...[64, 128, 256, 512].map(strength => ({ experiment: 'regression', arm: 'delayed', strength, history: 64 })),
  ...[1, 4, 16].map(history => ({ experiment: 'regression', arm: 'delayed', strength: 1024, history })),
])

/** 34e and 34f, seeds 100 to 104. */
const characters = over(from(100, 5), [
  ...[...arms, 'smooth-moments'].map(arm => ({ experiment: 'characters', arm, strength: 256, history: 16 })),
  ...['f32', 'delayed'].map(arm => ({ experiment: 'characters', arm, strength: 0, history: 16 })),
  ...[64, 128, 512, 1024].flatMap(strength =>
    ['f32', 'delayed', 'smooth'].map(arm => ({ experiment: 'characters', arm, strength, history: 16 })),
  ),
  ...[1, 4, 64].map(history => ({ experiment: 'characters', arm: 'delayed', strength: 256, history })),
])

/** 34a and 34b. */
const outlier = over(
  from(100, 10),
  [1, 4, 16, 64, 256, 1024].map(strength => ({ experiment: 'outlier', strength })),
)

/** 34c: nothing in it is drawn. */
const stories = [0, 6, 12, 15, 18, 24].map(power => ({ experiment: 'stories', power }))

/** What FP8 does to each tensor of a trained model. */
const anatomy = [{ experiment: 'anatomy' }]

export const jobs = [...outlier, ...stories, ...anatomy, ...regression, ...characters]
export const keyOf = ({ experiment, arm, strength, history, power, seed }) =>
  [experiment, arm, strength, history, power, seed].filter(part => part !== undefined).join(' ')
