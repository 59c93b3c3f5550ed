/** 締め日: the days on which a company's month ends and its bill falls due. 31 is the end of the month, however long it is. */

/** The first closing day on or after a date ('YYYY-MM-DD'). */
export function closingOn(date: string, closing_day: number): string {
  const [year, month] = parts(date)
  const here = dayOf(year, month, closing_day)
  return here >= date ? here : dayOf(year, month + 1, closing_day)
}

/** When a bill closed on a day is to be paid: so many months later (翌月 is 1), on that day (末 is 31). */
export function dueOn(closes_on: string, months: number, payment_day: number): string {
  const [year, month] = parts(closes_on)
  return dayOf(year, month + months, payment_day)
}

function parts(date: string): [year: number, month: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1]
}

function dayOf(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10)
}
