/** The list of refused rows as a CSV that a spreadsheet opens safely: row, field, reason. Never the row's own values. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { csvLine } from '#core/csv'
import { refuse } from '#core/problem'
import { explain, type Fault } from '#integrations/faults'

export type Refusal = { row: number; fault: Fault }
export type ErrorFile = { write(list: readonly Refusal[]): void; close(): void }

/** Open the error file anew; without a path refusals go nowhere (they are still counted). */
export function errorFile(path: string | undefined): ErrorFile {
  if (!path) return { write: () => {}, close: () => {} }
  let file: number
  try {
    file = openSync(path, 'w', 0o600)
  } catch {
    return refuse(
      'integrations.error_file',
      400,
      `エラーファイル ${path} に書き込めません。`,
      `The error file ${path} cannot be written.`,
      { field: 'errors' },
    )
  }
  // The mark tells spreadsheets in Japan that this is UTF-8.
  writeSync(file, '\ufeffrow,field,reason_ja,reason_en\r\n')
  return {
    write(list) {
      if (list.length) writeSync(file, list.map(line).join(''))
    },
    close: () => closeSync(file),
  }
}

function line({ row, fault }: Refusal): string {
  const { ja, en } = explain(fault)
  return csvLine([row, fault.field, ja, en])
}
