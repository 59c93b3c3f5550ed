/** Postal codes as Japan Post publishes them (utf_ken_all.csv or KEN_ALL.CSV): one row is one code of one town. */
import { fault } from '#integrations/faults'
import type { Context, Effects } from '#integrations/job-context'
import { widths } from '#integrations/letters'
import { type Mapped, mapper } from '#integrations/mapped'
import { inRows } from '#integrations/row-batches'
import type { Job } from '#integrations/run'
import { prefectureOf, putTowns, type Town } from '#stores/stores'

/** The job of importing postal codes; a repeat changes nothing, a newer table adds and corrects. */
export async function postalJob({
  plan,
  read,
}: Context<'postal'>): Promise<Job<Mapped, Mapped> & { effects: Effects }> {
  const { columns, map } = mapper(plan)
  const effects: Effects = { towns: 0 }
  const reading = () => read(columns)
  const cleaned = towns(map)
  return {
    ...(await inRows(reading, cleaned, 2_000)),
    retries: false,
    effects,
    look: async (_db, units) => {
      const wrong = units.filter(({ values }) => !prefectureOf(String(values.prefecture)))
      const refused = wrong.map(({ row }) => ({ row, fault: fault('prefecture', 'table') }))
      return { fresh: units.filter((unit) => !wrong.includes(unit)), repeated: 0, refused }
    },
    async write(tx, rows) {
      const written = await putTowns(
        tx,
        rows.map(({ values }): Town => {
          const text = (name: string) => String(values[name] ?? '')
          return {
            postal_code: text('postal_code').replace('-', ''),
            prefecture: prefectureOf(text('prefecture')) as string,
            city: text('city'),
            town: text('town'),
            town_kana: values.town_kana ? widths(text('town_kana')) : null,
          }
        }),
      )
      tx.afterCommit(() => {
        effects.towns = (effects.towns ?? 0) + written
      })
      return { written: Math.min(written, rows.length), repeated: Math.max(rows.length - written, 0), refused: [] }
    },
  }
}

/** Town names without what the table adds to them; a remark in brackets may run over several rows of the older file. */
function towns(map: ReturnType<typeof mapper>['map']): ReturnType<typeof mapper>['map'] {
  let begun: { code: unknown; town: string; town_kana: string | undefined } | undefined
  return (row) => {
    if (row.row === 1) begun = undefined
    const mapped = map(row)
    const { values } = mapped
    const words = String(values.town ?? '')
    const goes_on = begun && begun.code === values.postal_code ? begun : undefined
    const town = goes_on?.town ?? plainTown(words)
    const town_kana = goes_on ? goes_on.town_kana : String(values.town_kana ?? '').replace(/[（(].*$/, '') || undefined
    Object.assign(values, { town, town_kana: town ? town_kana : undefined })
    if (/[）)]/.test(words)) begun = undefined
    else if (/[（(]/.test(words)) begun = { code: values.postal_code, town, town_kana }
    return mapped
  }
}

/** A town as it is written in an address: nothing where the table has words instead of a name. */
export function plainTown(town: string): string {
  if (town === '以下に掲載がない場合' || /の次に.*番地がくる場合$/.test(town)) return ''
  // 一円 means all of a town, but for the one town in 多賀町 that is called so.
  if (town !== '一円' && town.endsWith('一円')) return ''
  return town.replace(/[（(].*$/, '')
}
