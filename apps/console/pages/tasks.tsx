import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { shortDay, time } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { Picker } from '../../kit/Picker.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Task } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePages } from '../list/pages.ts'
import { usePlaces } from '../office.ts'
import { taskName, useTaskWords } from '../orders/taskWords.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** What no rule could decide and a person must: one task each, ended with a reason. */
export function TasksPage() {
  const w = useTaskWords()
  const screen = useWords()
  const lang = useLang()
  const name = useName()
  const places = usePlaces()
  const [asked] = useFilter('state')
  const [place_id] = useFilter('place')
  const state = asked === 'resolved' ? 'resolved' : 'open'
  const [ending, setEnding] = useState<Task | null>(null)
  const found = usePages(['tasks', state, place_id], (after) =>
    take(
      api.GET('/v1/stores/tasks', {
        params: { query: { state, limit: 50, ...(place_id ? { place_id } : {}), ...(after ? { after } : {}) } },
      }),
    ),
  )
  const place = (task: Task) => {
    const at = places.find((each) => each.place_id === task.place_id)
    return at ? name(at) : w.office
  }
  const columns: Column<Task>[] = [
    {
      key: 'kind',
      name: w.kind,
      text: (task) => taskName(w, task.kind),
      show: (task) =>
        task.state === 'open' ? (
          <button
            type="button"
            data-row
            className="text-left font-bold text-indigo hover:underline"
            onClick={() => setEnding(task)}
          >
            {taskName(w, task.kind)}
          </button>
        ) : (
          <b>{taskName(w, task.kind)}</b>
        ),
    },
    { key: 'place', name: w.place, text: place },
    {
      key: 'opened',
      name: w.opened,
      text: (task) => task.opened_at,
      show: (task) => `${shortDay(task.opened_at, lang)} ${time(task.opened_at)}`,
    },
    {
      key: 'due',
      name: w.due,
      text: (task) => task.due_at ?? '',
      show: (task) => (task.due_at ? `${shortDay(task.due_at, lang)} ${time(task.due_at)}` : '—'),
    },
    { key: 'reason', name: w.reason, text: (task) => task.reason ?? '' },
  ]
  return (
    <Screen>
      <List
        list="tasks"
        label={screen.tasks}
        columns={columns}
        {...found}
        keyOf={(task) => task.task_id}
        empty={{ icon: 'check', title: w.none, text: w.noneText }}
        filters={
          <>
            <Filter of="state" label={w.state} usual={w.waits} options={[{ value: 'resolved', name: w.resolved }]} />
            <Filter
              of="place"
              label={w.place}
              options={places.map((each) => ({ value: each.place_id, name: name(each) }))}
            />
          </>
        }
      />
      <Sheet title={w.end} open={ending !== null} onClose={() => setEnding(null)} side="centre">
        {ending && <EndTask task={ending} onDone={() => setEnding(null)} />}
      </Sheet>
    </Screen>
  )
}

const OUTCOMES = ['handled', 'corrected', 'nothing_to_do'] as const

function EndTask({ task, onDone }: { task: Task; onDone: () => void }) {
  const w = useTaskWords()
  const say = useToast()
  const cache = useQueryClient()
  const [outcome, setOutcome] = useState<string>('handled')
  const [reason, setReason] = useState('')
  const act = useAct(async (key) => {
    const params = { path: { task_id: task.task_id } }
    const body = { outcome, reason: reason.trim() }
    await take(api.POST('/v1/stores/tasks/{task_id}/resolution', { params, body, ...keyed(key) }))
    await cache.invalidateQueries({ queryKey: ['tasks'] })
    say(w.ended)
    onDone()
  })
  return (
    <Form act={act} label={w.end} ready={reason.trim() !== ''}>
      <b className="text-16">{taskName(w, task.kind)}</b>
      <Picker
        label={w.outcome}
        value={outcome}
        onChange={setOutcome}
        options={OUTCOMES.map((value) => ({ value, label: w[value] }))}
      />
      <Field label={w.reason} value={reason} onChange={setReason} maxLength={1000} />
    </Form>
  )
}
