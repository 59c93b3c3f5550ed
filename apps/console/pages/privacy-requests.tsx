import { useState } from 'react'
import { Link } from 'react-router'
import { take } from '../../kit/client.ts'
import { nowIso } from '../../kit/clock.ts'
import { calendarDay, fullDay } from '../../kit/format.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import type { PrivacyRequest } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePages } from '../list/pages.ts'
import { useMay } from '../office.ts'
import { Answer } from '../privacy/Answer.tsx'
import { usePrivacyWords } from '../privacy/privacyWords.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

const soon_days = 3
const day_ms = 86_400_000

/** What people ask about their data, in the order in which it falls due. */
export function PrivacyRequestsPage() {
  const w = usePrivacyWords()
  const screen = useWords()
  const lang = useLang()
  const answers = useMay(['admin'])
  const [asked] = useFilter('state')
  const state = asked === 'done' || asked === 'refused' ? asked : 'open'
  const [answering, setAnswering] = useState<PrivacyRequest | null>(null)
  const found = usePages(['privacy-requests', state], (cursor) =>
    take(api.GET('/v1/privacy/requests', { params: { query: { state, limit: 50, ...(cursor ? { cursor } : {}) } } })),
  )
  const day = (date: string) => fullDay(`${date}T03:00:00Z`, lang)
  const columns: Column<PrivacyRequest>[] = [
    {
      key: 'kind',
      name: w.kind,
      text: ({ kind }) => w[kind],
      show: (request) =>
        request.state === 'open' && answers ? (
          <button
            type="button"
            data-row
            className="text-left font-bold text-indigo hover:underline"
            onClick={() => setAnswering(request)}
          >
            {w[request.kind]}
          </button>
        ) : (
          <b>{w[request.kind]}</b>
        ),
    },
    {
      key: 'person',
      name: w.person,
      text: ({ profile_id }) => profile_id,
      show: ({ profile_id }) => (
        <Link to={`/customers/${profile_id}`} className="text-indigo hover:underline">
          {w.openPerson}
        </Link>
      ),
    },
    { key: 'via', name: w.via, text: ({ via }) => w[via] },
    {
      key: 'received',
      name: w.received,
      text: ({ received_on }) => received_on,
      show: ({ received_on }) => day(received_on),
    },
    {
      key: 'due',
      name: w.due,
      text: ({ due_on }) => due_on,
      show: (request) => (
        <>
          {day(request.due_on)} {request.state === 'open' && <Left due_on={request.due_on} />}
        </>
      ),
    },
    {
      key: 'state',
      name: w.state,
      text: (request) => [w[request.state], request.because && w[request.because]].filter(Boolean).join('：'),
    },
  ]
  return (
    <Screen>
      <List
        list="privacy-requests"
        label={screen.privacyRequests}
        columns={columns}
        {...found}
        keyOf={({ request_id }) => request_id}
        empty={{ icon: 'check', title: w.none, text: w.noneText }}
        filters={
          <Filter
            of="state"
            label={w.state}
            usual={w.open}
            options={[
              { value: 'done', name: w.done },
              { value: 'refused', name: w.refused },
            ]}
          />
        }
      />
      <Sheet title={w.answer} open={answering !== null} onClose={() => setAnswering(null)} side="centre">
        {answering && <Answer request={answering} onDone={() => setAnswering(null)} />}
      </Sheet>
    </Screen>
  )
}

/** How long there is: words and colour, late ones first to be seen. */
function Left({ due_on }: { due_on: string }) {
  const w = usePrivacyWords()
  const days = Math.round((Date.parse(due_on) - Date.parse(calendarDay(nowIso()))) / day_ms)
  const look =
    days < 0 ? 'bg-vermilion-tint text-vermilion' : days <= soon_days ? 'bg-amber-tint text-amber' : 'text-ink-2'
  return (
    <span className={`rounded-full px-2 py-0.5 text-12 ${look}`}>
      {days < 0 ? w.overdue(-days) : days === 0 ? w.today : w.left(days)}
    </span>
  )
}
