/**
 * Which day chooses the rate. Consumption tax falls due when goods are supplied (消費税法28条1項, 国税通則法15条2項7号), so a rate that
 * changes between order and supply is the new one, unless a transitional rule (経過措置) keeps contracts of its kind at the old.
 */
export type Transition = {
  category: string
  supply_mode: string
  /** First day of the new rate. */
  changes_on: string
  /** Holds for contracts made on or after this day; null: however early. */
  ordered_from: string | null
  /** Holds for what is supplied before this day; null: however late. */
  supplied_before: string | null
}
export type Contract = { category: string; supply_mode: string; ordered_on: string; supplied_on: string }

/** The day ('YYYY-MM-DD') whose rate a contract takes: that of supply, or the eve of the change a transition shields it from. */
export function taxDate(contract: Contract, transitions: readonly Transition[]): string {
  const { ordered_on, supplied_on } = contract
  let date = supplied_on > ordered_on ? supplied_on : ordered_on
  for (const change of transitions.toSorted((a, b) => (a.changes_on < b.changes_on ? 1 : -1))) {
    if (change.category !== '*' && change.category !== contract.category) continue
    if (change.supply_mode !== '*' && change.supply_mode !== contract.supply_mode) continue
    if (ordered_on >= change.changes_on || date < change.changes_on) continue
    if (change.ordered_from !== null && ordered_on < change.ordered_from) continue
    if (change.supplied_before !== null && supplied_on >= change.supplied_before) continue
    date = eveOf(change.changes_on)
  }
  return date
}

function eveOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
