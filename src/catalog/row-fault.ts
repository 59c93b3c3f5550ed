import type { RowProblem } from '#catalog/resources'

/** A reason why one row is not written; the others are. */
export class RowFault extends Error {
  readonly problem: Omit<RowProblem, 'row'>
  constructor(code: string, field: string, ja: string, en: string) {
    super(code)
    this.problem = { code: `catalog.${code}`, field, messages: { ja, en } }
  }
}
