import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DataError, parseDelimited, type TableOptions, tableData } from '../../src/index.ts'

const table = (text: string, name = 't.csv') => parseDelimited(text, name)
const load = (text: string, options?: TableOptions, test?: string) =>
  tableData(table(text), options, test === undefined ? undefined : table(test, 'test.csv'))
const lines = (...rows: readonly string[]) => rows.join('\n')
const failure = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(DataError)
    return (error as Error).message
  }
  throw new Error('nothing was thrown')
}

describe('header', () => {
  it.each([
    ['a,b\n1,x\n2,y\n3,x\n4,y', ['a']],
    ['1,x\n2,y\n3,x\n4,y', ['x1']],
    [',b\n1,x\n2,y\n3,x\n4,y', ['column 1']],
    ['x,x\ny,y\nx,x\ny,y', ['x1=x', 'x1=y']],
    ['NA,x\n2,y\n3,x\n4,y', ['x1']],
  ])('is found in %j where it can be', (text, features) => {
    expect(load(text).features).toEqual(features)
  })

  it('is taken as told', () => {
    expect(load('7,x\n1,p\n2,q\n3,p\n4,q', { header: 'yes' })).toMatchObject({ features: ['7'], rows: 4 })
    expect(load('a,x\nb,y\na,y\nb,x', { header: 'no' })).toMatchObject({ features: ['x1=a', 'x1=b'], rows: 4 })
  })

  it('may name columns like the members of every object', () => {
    const data = load('__proto__,constructor,toString\n1,hasOwnProperty,a\n2,__proto__,b\n3,__proto__,a\n4,hasOwnProperty,b')
    expect(data.features).toEqual(['__proto__', 'constructor=__proto__', 'constructor=hasOwnProperty'])
    expect([...data.x]).toEqual([1, 0, 1, 2, 1, 0, 3, 1, 0, 4, 0, 1])
    expect(load('a,b\n1,__proto__\n2,toString\n3,__proto__\n4,toString').task).toEqual({
      kind: 'classification',
      classes: ['__proto__', 'toString'],
    })
  })
})

describe('target', () => {
  const text = 'a,b,c\n1,5,p\n2,6,q\n3,5,p\n4,6,q'

  it('is the last column, or told by name or number', () => {
    expect(load(text)).toMatchObject({ features: ['a', 'b'], task: { classes: ['p', 'q'] } })
    expect(load(text, { target: 'b' })).toMatchObject({ features: ['a', 'c=p', 'c=q'], task: { classes: ['5', '6'] } })
    expect(load(text, { target: '2' }).task).toEqual(load(text, { target: 'b' }).task)
    expect(load(text, { ignore: ['c'] })).toMatchObject({ features: ['a'], task: { classes: ['5', '6'] } })
    expect(load(text).notes).toContain('target: c (column 3 of 3), 2 classes (text)')
  })

  it('a name comes before a number', () => {
    expect(load('2,1\n5,x\n6,y\n7,x\n8,y', { header: 'yes', target: '1' }).task).toEqual({ kind: 'classification', classes: ['x', 'y'] })
  })

  it('is classes for integers of at most 20 distinct values, in their order, and numbers for others', () => {
    const column = (values: readonly (number | string)[]) => values.map((value, i) => `${i / 2},${value}`).join('\n')
    const twice = (count: number) => Array.from({ length: 2 * count }, (_, i) => (i * 11) % count)
    expect(load(column(twice(20))).task).toEqual({ kind: 'classification', classes: Array.from({ length: 20 }, (_, i) => `${i}`) })
    expect(load(column(twice(21))).task).toEqual({ kind: 'regression', target: 'x2' })
    expect(load(column([1, 2, 1, 2.5])).task.kind).toBe('regression')
    const merged = load(column(['10', '1.0', '1', '1e1']))
    expect(merged.task).toEqual({ kind: 'classification', classes: ['1', '10'] })
    expect([...merged.y]).toEqual([1, 0, 0, 1])
  })

  it('is forced', () => {
    expect(load('1,5\n2,6\n3,5\n4,6', { task: 'regression' })).toMatchObject({ task: { kind: 'regression', target: 'x2' } })
    const classes = load('1,0.5\n2,0.25\n3,0.5\n4,0.25', { task: 'classification' })
    expect(classes.task).toEqual({ kind: 'classification', classes: ['0.25', '0.5'] })
    expect([...classes.y]).toEqual([1, 0, 1, 0])
  })

  it('leaves out rows where it is missing, and says so', () => {
    const data = load('a,b\n1,p\n2,\n3,q\n4,NA\n5,p\n6,q')
    expect([...data.x]).toEqual([1, 3, 5, 6])
    expect(data.notes[0]).toBe('t.csv: 6 rows, 2 columns, with a header; 2 left out because the target is missing')
  })

  it.each<[string, TableOptions | undefined, string]>([
    [text, { target: 'd' }, "no column 'd'"],
    ['alpha,b\n1,2', { target: 'alhpa', header: 'yes' }, "no column 'alhpa', did you mean alpha?"],
    [text, { target: '0' }, 'it has a, b, c, or use a number from 1 to 3'],
    [text, { target: '4' }, "no column '4'"],
    ['a,b\n', undefined, 't.csv has one row with a value of the target: at least two are needed'],
    ['a,b\n', { header: 'yes' }, 't.csv has no row below its header'],
    [text, { ignore: ['e'] }, "no column 'e'"],
    [text, { ignore: ['c'], target: 'c' }, "column 'c' is ignored and cannot be the target"],
    [text, { ignore: ['a', 'b', 'c'] }, 'every column is ignored'],
    [text, { ignore: ['a', 'b'] }, "no feature is left beside the target 'c'"],
    ['a,a\n1,2\n3,4', { target: 'a' }, "'a' is the name of columns 1 and 2: give the number"],
    ['1,7\n2,7\n3,7', undefined, "t.csv, line 1, column 'x2': '7' is the only value of the target"],
    ['1,7.5\n2,7.5\n3,7.5', { task: 'regression' }, "'7.5' is the only value of the target"],
    ['1,NA\n2,?\n3,', undefined, "no row has a value of the target 'x2'"],
    ['1,1.5\n2,x\n3,2.5', undefined, "t.csv, line 2, column 'x2': 'x' is text among 2 numbers of the target"],
    ['1,p\n2,q\n3,p', { task: 'regression' }, "line 1, column 'x2': 'p' is text among 0 numbers of the target"],
    ['1,1.5\n2,1e39\n3,2.5', undefined, "t.csv, line 2, column 'x2': '1e39' is not a finite 32-bit number"],
    ['1,p\n2,q\n3,r', undefined, "column 'x2': 3 classes are too many for 3 rows: each needs two"],
    ['1,p\n2,p\n3,q\n4,r\n5,r\n6,r', undefined, "t.csv, line 3, column 'x2': 'q' is a class with a single row, which cannot be split"],
    ['1,3\n2,3\n3,4\n4,5\n5,5\n6,5', undefined, 'or use --task regression'],
    [
      'a,class\np,u\nq,v\np,u\nq,v\nq,v',
      undefined,
      "'class' is a class with a single row, which cannot be split: leave the row out, or choose another column with --target NAME; if it is a heading, use --header",
    ],
  ])('refuses %j with %j', (bad, options, message) => {
    expect(failure(() => load(bad, options))).toContain(message)
  })
})

describe('features', () => {
  it('keeps numbers, in any decimal spelling', () => {
    const data = load('+1.5, -2e-3 ,.5,0\n5.,"7",1E2,1\n-0,1e-60,16777217,0\n0e5,9,1,1')
    const expected = [1.5, -2e-3, 0.5, 5, 7, 100, -0, 0, 16777216, 0, 9, 1]
    expect([...data.x]).toEqual(expected.map(Math.fround))
  })

  it('gives NaN for each mark of a missing number, and counts them', () => {
    const marks = ['', 'NA', 'N/A', 'NaN', 'nan', 'null', '?', '-', ' ']
    const data = load(lines(...marks.map((mark, i) => `${mark},${i},${i % 2}`), '1,0,0', '2,0,1'))
    expect([...data.x].filter((_, i) => i % 2 === 0)).toEqual([...marks.map(() => Number.NaN), 1, 2])
    expect(data.notes).toContain('x1: 9 missing, filled with the mean of the training part')
  })

  it('notes at most 20 columns one by one', () => {
    const row = (first: string, label: number) => [...new Array(25).fill(first), label].join(',')
    const { notes } = load(lines(row('1.5', 0), row('', 1), row('2', 0), row('3', 1)))
    expect(notes).toHaveLength(2 + 20 + 1)
    expect(notes[22]).toBe('and 5 more notes of this kind on other columns')
  })

  it('text becomes one column a level, a missing cell a level of its own', () => {
    const data = load('red,0\nblue,1\n?,0\nred,1')
    expect(data.features).toEqual(['x1=(missing)', 'x1=blue', 'x1=red'])
    expect([...data.x]).toEqual([0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 1])
  })

  it('every row of a text column has exactly one 1, at the level it holds', () => {
    const words = fc.constantFrom('a', 'b', 'c', 'd e', '=', '__proto__')
    fc.assert(
      fc.property(fc.array(words, { minLength: 4, maxLength: 40 }), cells => {
        fc.pre(new Set(cells).size > 1)
        const data = load(lines(...cells.map((cell, i) => `${cell},${i % 2}`)), { header: 'no' })
        for (const [row, cell] of cells.entries()) {
          const levels = data.features.filter((_, level) => data.x[row * data.features.length + level] === 1)
          expect(levels).toEqual([`x1=${cell}`])
          expect([...data.x.subarray(row * data.features.length, (row + 1) * data.features.length)].sort()).toEqual([
            ...new Array(data.features.length - 1).fill(0),
            1,
          ])
        }
      }),
    )
  })

  it('takes 50 levels and refuses 51, naming the way out', () => {
    const levels = (count: number) => lines(...Array.from({ length: 2 * count }, (_, i) => `level ${i % count},${i % 2}`))
    expect(load(levels(50)).features.length).toBe(50)
    expect(failure(() => load(levels(51)))).toMatch(
      "column 'x1' is text with 51 levels, over the limit of 50: leave it out with --ignore x1",
    )
    expect(failure(() => load(`the name,b,c\n${lines(...Array.from({ length: 60 }, (_, i) => `n${i},${i},${i % 2}`))}`))).toContain(
      "--ignore 'the name'",
    )
  })

  it('counts no more levels or classes than 10,000', () => {
    const cell = (row: number, column: number) => (column === 0 ? `v${row}` : column === 1 ? `w${row >> 1}` : `${row & 1}`)
    const many = { name: 't.csv', rows: 30_000, columns: 3, cell, line: (row: number) => row + 1 }
    expect(failure(() => tableData(many))).toContain("column 'x1' is text with more than 10000 levels")
    expect(failure(() => tableData(many, { target: '2', ignore: ['1'] }))).toContain(
      "column 'x2': more than 10000 classes are too many for 30000 rows",
    )
  })

  it('leaves out constant and empty columns, and says so', () => {
    const data = load('1,7,NA,k,,0\n2,7,NA,k,7,1\n3,7,NA,k,7,0\n4,7,NA,k,7,1')
    expect(data.features).toEqual(['x1'])
    expect(data.notes).toContain('left out because they hold one value or none: x2, x3, x4, x5')
  })

  it('points out a column that is all different, integers or text, and no others', () => {
    const notes = load('101,p,0.5,7,0\n57,q,1.5,7,1\n3,r,2.5,8,0\n99,s,3.5,9,1').notes.filter(note => note.includes('identifier'))
    expect(notes).toEqual([
      'x1: every row has another value, as an identifier does: --ignore x1 leaves it out',
      'x2: every row has another value, as an identifier does: --ignore x2 leaves it out',
    ])
    // 2^24 and 2^24 + 1 are one number in 32 bits, but two identifiers.
    expect(load('16777216,1,0\n16777217,1,1\n5,2,0\n6,2,1').notes).toHaveLength(3)
  })

  it('ignores columns by name and number, even ones it could not use', () => {
    const data = load('id,a,b,t\n#1,1,inf,0\n#2,2,x,1\n3,3,4,0\n4,4,5,1', { ignore: ['id', '3'] })
    expect(data.features).toEqual(['a'])
    expect(data.notes).toContain('ignored: id, b')
  })

  it.each([
    ['1,0\n2,1\nthree,0\n4,1', "t.csv, line 3, column 'x1': 'three' is text among 3 numbers"],
    ['1,0\n2,1\n0x10,0\n4,1', "line 3, column 'x1': '0x10' is text among 3 numbers"],
    ['a,b\n1,0\n\n2,1\n"thr\nee",0\n4,1\n5,0', "t.csv, line 5, column 'a': 'thr\nee' is text"],
    ['1,0\n2,1\ninf,0\n4,1', "t.csv, line 3, column 'x1': 'inf' is not a finite 32-bit number"],
    ['1,0\n2,1\n3,0\n-Infinity,1', "line 4, column 'x1': '-Infinity' is not a finite"],
    ['1,0\n2,1\n3,0\n1e400,1', "line 4, column 'x1': '1e400' is not a finite"],
    [
      '1,0\n2,1\n3,0\n3.5e38,1',
      "line 4, column 'x1': '3.5e38' is not a finite 32-bit number: mend it, leave the cell empty, or leave the column out: --ignore x1",
    ],
  ])('refuses %j', (text, message) => {
    expect(failure(() => load(text))).toContain(message)
  })

  const comma = (place: string) => `t.csv, ${place} has a decimal comma: write the numbers of the file with a point, as in 1.5`

  it.each([
    ['1,5;2;p\n2,5;3;q\n3,5;4;p\n4,5;5;q', comma("line 1, column 'x1': '1,5'")],
    // Found though the header could not be told from text otherwise, and though the target is read first.
    ['a;b;t\n1,5;2,5;p\n2,5;3,5;q\n3,5;4,5;p\n4;-5,5e3;q', comma("line 2, column 'a': '1,5'")],
    ['a;b\n1;1.234,5\n2;7,25\n3;n\n4;8,0', comma("line 2, column 'b': '1.234,5'")],
    ['a,b\n"1,5",p\n"2,5",q\n"3,5",p\n7,q', comma("line 2, column 'a': '1,5'")],
  ])('names the decimal comma of %j', (text, message) => {
    expect(failure(() => load(text))).toBe(message)
  })

  it('takes other commas as text, and ignores what is ignored', () => {
    expect(load('1;u,v;0\n2;1,2,3;1\n3;u,v;0\n4;1,2,3;1').features).toEqual(['x1', 'x2=1,2,3', 'x2=u,v'])
    expect(load('1;2,5;0\n2;3,5;1\n3;4,5;0\n4;5,5;1', { ignore: ['2'] }).features).toEqual(['x1'])
  })

  it('scales features of one unit together where told to, and refuses text among them', () => {
    const pixels = '0,10,p\n2,30,q\n4,10,p\n6,30,q'
    expect(load(pixels)).toMatchObject({ commonUnit: false })
    const data = load(pixels, { commonUnit: true })
    expect(data).toMatchObject({ commonUnit: true, features: ['x1', 'x2'] })
    expect(data.notes).toContain('features share one unit: centred and scaled together')
    expect(failure(() => load('1,red,p\n2,blue,q\n3,red,p\n4,blue,q', { commonUnit: true }))).toBe(
      "t.csv: --common-unit is for numbers of one unit, but column 'x2' is text",
    )
  })

  it('refuses more numbers than fit into 1 GiB before it makes room for them', () => {
    const cell = (row: number, column: number) => (column === 200 ? `${row % 2}` : `v${(row + column) % 50}`)
    expect(failure(() => tableData({ name: 't.csv', rows: 27_000, columns: 201, cell, line: row => row + 1 }))).toContain(
      '27000 rows of 10000 features are over the limit of 268435456 numbers',
    )
  })
})

describe('a test table', () => {
  const training = 'a,b,t\n1,red,p\n2,blue,q\n3,red,p\n4,blue,q'

  it('becomes the test part, with the levels and classes of the training table', () => {
    const data = load(training, {}, 'a,b,t\n9,blue,q\n8,blue,q')
    expect(data).toMatchObject({ rows: 6, testFrom: 4, features: ['a', 'b=blue', 'b=red'] })
    expect([...data.x.slice(12)]).toEqual([9, 1, 0, 8, 1, 0])
    expect([...data.y]).toEqual([0, 1, 0, 1, 1, 1])
    expect(load(training, { header: 'yes' }, 'a,b,t\n9,blue,q').rows).toBe(5)
    expect(load(training, {}, '9,blue,q\n8,red,p').rows).toBe(6)
  })

  it('what is constant is decided by the training table', () => {
    expect(load('1,5,0\n2,5,1\n3,5,0\n4,5,1', {}, '1,6,0\n2,7,1').features).toEqual(['x1'])
    expect(load('1,5,0\n2,6,1\n3,5,0\n4,6,1', {}, '1,5,0\n2,5,1').features).toEqual(['x1', 'x2'])
  })

  it('lets a class have a single training row', () => {
    expect(load('1,p\n2,q\n3,q', {}, '4,p').testFrom).toBe(3)
  })

  it.each([
    ['a,b,t\n9,green,q', "test.csv, line 2, column 'b': 'green' does not occur in the training table, which has blue, red"],
    ['9,blue,r', "test.csv, line 1, column 't': 'r' is no class of the training table, which has p, q"],
    ['a,c,t\n9,blue,q', "test.csv: column 2 is 'c', but 'b' in t.csv"],
    ['a,b\n9,blue', 'test.csv has 2 columns, but t.csv has 3'],
    ['x,blue,q', "test.csv, line 1, column 'a': 'x' is text among 4 numbers"],
    ['9,blue,', "test.csv: no row has a value of the target 't'"],
  ])('%j is refused', (test, message) => {
    expect(failure(() => load(training, {}, test))).toContain(message)
  })
})
