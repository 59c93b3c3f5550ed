/** Rows in the order of the file, a fixed number at a time; those that could not be read set aside. */
import type { Refusal } from '#integrations/error-file'
import type { Mapped } from '#integrations/mapped'
import type { Row } from '#integrations/rows'
import type { Batch } from '#integrations/run'

/** Count the rows, and offer them in batches; `note` sees each row of the first reading. */
export async function inRows(
  read: () => AsyncGenerator<Row>,
  map: (row: Row) => Mapped,
  size: number,
  note?: (mapped: Mapped) => void,
) {
  let rows = 0
  for await (const row of read()) {
    rows += 1
    note?.(map(row))
  }
  return { rows, batches: () => batches(read, map, size) }
}

async function* batches(
  read: () => AsyncGenerator<Row>,
  map: (row: Row) => Mapped,
  size: number,
): AsyncGenerator<Batch<Mapped>> {
  let units: Mapped[] = []
  let refused: Refusal[] = []
  let rows = 0
  for await (const row of read()) {
    const mapped = map(row)
    rows += 1
    if (mapped.faults.length === 0) units.push(mapped)
    else refused.push(...mapped.faults.map((fault) => ({ row: mapped.row, fault })))
    if (rows < size) continue
    yield { units, refused, rows }
    units = []
    refused = []
    rows = 0
  }
  if (rows > 0) yield { units, refused, rows }
}
