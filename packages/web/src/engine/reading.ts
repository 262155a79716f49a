/** A table of the reader's own, read with the reader of `xphi compare`. It stays in the browser. */
import { columnNames, decodeText, parseDelimited, tableData } from '@xphi/lab'
import type { Read, Reply } from './messages.ts'
import { unpacked } from './unpack.ts'

/** What trains in a browser in a moment, several times over. */
const mostNumbers = 4_000_000
const mostClasses = 50

export async function readTable({ bytes, name, options }: Read, say: (reply: Reply) => void): Promise<void> {
  let columns: readonly string[] = []
  try {
    const table = parseDelimited(decodeText(await unpacked(bytes, name), name), name)
    columns = columnNames(table, options.header)
    const data = tableData(table, options)
    const numbers = data.rows * data.features.length
    if (numbers > mostNumbers)
      throw new RangeError(
        `${name}: ${numbers} numbers are over the limit of ${mostNumbers} in a browser: use xphi compare, or leave columns out`,
      )
    if (data.task.kind === 'classification' && data.task.classes.length > mostClasses)
      throw new RangeError(
        `${name}: ${data.task.classes.length} classes are over the limit of ${mostClasses} in a browser: choose another target`,
      )
    say({ kind: 'table', data, columns })
  } catch (error) {
    say({ kind: 'refused', message: (error as Error).message, columns })
  }
}
