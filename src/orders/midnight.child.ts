/** What a process in the zone of its TZ thinks of the midnight at which a rate changes: run by midnight.test.ts. */
import { quote } from '#pricing/receipt'
import { blankPlace } from '#stores/stores'
import { dateOfTax } from './decide.ts'

const rate = (rate_num: number, valid_from: string) => ({
  category: 'food',
  supply_mode: '*',
  rate_num,
  rate_den: 100,
  valid_from,
  valid_to: null,
})
const rules = [rate(8, '2019-10-01'), rate(1, '2027-04-01')]
const shop = { ...blankPlace, kind: 'shop' as const, name: '店', place_id: '', version: 1 }

const said = ['2027-03-31T14:59:59.999Z', '2027-03-31T15:00:00.000Z'].map((at) => {
  const date = dateOfTax(new Date(at), shop)
  const want = { id: '1', unit_yen: 1080, tax_included: true, quantity: 1, category: 'food', supply_mode: 'take_away' }
  const { total_yen, tax_yen } = quote([want], rules, { date })
  return [date, total_yen, tax_yen]
})
process.stdout.write(JSON.stringify(said))
