import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { figure, shortDay, time } from '../../kit/format.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { useSettled } from '../../kit/settled.ts'
import type { Journal } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useAllStaff } from '../house/useAllStaff.ts'
import { JournalSheet } from '../ledger/JournalSheet.tsx'
import { Postings } from '../ledger/Postings.tsx'
import { changeOf, postingsText, signed, sumOf } from '../ledger/sums.ts'
import { UnitFilter } from '../ledger/units.tsx'
import { called, sideName, useLedgerWords } from '../ledger/words.ts'
import { DayFilter, Filter, TextFilter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePages } from '../list/pages.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

const KINDS = [
  'earn',
  'open',
  'settle',
  'use',
  'hold',
  'capture',
  'release',
  'restore',
  'claw_back',
  'expire',
  'adjust',
] as const

/** Every journal with its postings, the newest first; a press opens what it belongs to, and what may be done about it. */
export function LedgerPage() {
  const w = useLedgerWords()
  const screen = useWords()
  const lang = useLang()
  const staff = useAllStaff()
  const [open, setOpen] = useState<Journal | null>(null)
  const [kind] = useFilter('kind')
  const [unit] = useFilter('unit')
  const [from] = useFilter('from')
  const [to] = useFilter('to')
  const [place_id] = useFilter('place')
  const [actor_id] = useFilter('actor')
  const [profile_id, setProfile] = useFilter('profile')
  const [lot_id, setLot] = useFilter('lot')
  const [journal_id, setJournal] = useFilter('journal')
  const [typed] = useFilter('order')
  const number = useSettled(typed.trim().toUpperCase())
  const order = useQuery({
    queryKey: ['find orders', number],
    queryFn: () => take(api.GET('/v1/orders', { params: { query: { newest: true, number, limit: 2 } } })),
    enabled: number !== '',
  })
  // A number nothing answers to finds nothing, rather than everything.
  const source_id = number && (order.data?.items.find((each) => each.number === number)?.order_id ?? NOBODY)
  const wanted = { kind, unit, from, to, place_id, actor_id, profile_id, lot_id, journal_id, source_id }
  const found = usePages(['journals', wanted], (after) =>
    take(
      api.GET('/v1/loyalty/journals', {
        params: {
          query: {
            limit: 60,
            ...(after ? { after } : {}),
            ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value)),
          },
        },
      }),
    ),
  )
  const who = ({ actor_kind, actor_id: by }: Journal) =>
    actor_kind === 'staff'
      ? (staff.find(({ staff_id }) => staff_id === by)?.display_name ?? '')
      : actor_kind === 'system'
        ? w.actor_system
        : actor_kind === 'member'
          ? w.actor_member
          : w.actor_api
  const columns: Column<Journal>[] = [
    {
      key: 'at',
      name: w.at,
      text: (journal) => journal.event_at,
      show: (journal) => (
        <button
          type="button"
          data-row
          className="text-left font-bold whitespace-nowrap text-indigo hover:underline"
          onClick={() => setOpen(journal)}
        >
          {shortDay(journal.event_at, lang)} {time(journal.event_at)}
        </button>
      ),
    },
    { key: 'kind', name: w.kind, text: (journal) => called(w, 'kind', journal.kind) },
    {
      key: 'change',
      name: w.change,
      text: changeOf,
      show: (journal) => <b>{signed(changeOf(journal))}</b>,
      align: 'right',
    },
    {
      key: 'postings',
      name: w.postings,
      text: (journal) => postingsText(journal, (side) => sideName(w, side)),
      show: (journal) => <Postings journal={journal} />,
    },
    {
      key: 'balances',
      name: w.balances,
      text: (journal) => (sumOf(journal) === 0 ? w.balanced : w.unbalanced(figure(sumOf(journal)))),
      show: (journal) =>
        sumOf(journal) === 0 ? (
          <span className="text-green">{w.balanced}</span>
        ) : (
          <span className="text-vermilion">{w.unbalanced(figure(sumOf(journal)))}</span>
        ),
    },
    { key: 'cause', name: w.cause, text: (journal) => called(w, 'source', journal.source_kind) },
    { key: 'who', name: w.who, text: who },
  ]
  const narrowed = [
    [profile_id, setProfile, w.oneMember],
    [lot_id, setLot, w.oneLot],
    [journal_id, setJournal, w.oneJournal],
  ] as const
  return (
    <Screen>
      <List
        list="ledger"
        label={screen.pointLedger}
        columns={columns}
        {...found}
        keyOf={(journal) => journal.journal_id}
        empty={{ icon: 'list', title: w.noJournals, text: w.noJournalsText }}
        filters={
          <>
            <Filter
              of="kind"
              label={w.kind}
              options={KINDS.map((value) => ({ value, name: called(w, 'kind', value) }))}
            />
            <UnitFilter any />
            <DayFilter of="from" label={w.from} />
            <DayFilter of="to" label={w.to} />
            <TextFilter of="order" label={w.orderNumber} />
            <Filter
              of="actor"
              label={w.who}
              options={staff.map(({ staff_id, display_name }) => ({ value: staff_id, name: display_name }))}
            />
            {narrowed.map(
              ([value, set, label]) =>
                value && (
                  <Button key={label} look="outline" icon="close" className="!min-h-10" onPress={() => set('')}>
                    {label}
                  </Button>
                ),
            )}
          </>
        }
      />
      <Sheet title={w.journal} open={open !== null} onClose={() => setOpen(null)}>
        {open && <JournalSheet journal={open} who={who(open)} onDone={() => setOpen(null)} />}
      </Sheet>
    </Screen>
  )
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
