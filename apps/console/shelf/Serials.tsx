import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { csvOf, save } from '../list/csv.ts'
import { FigureField } from '../offers/fields.tsx'
import { useShelfWords } from './words.ts'

/** Serials to print: told once, as a file, to whoever makes them. */
export function Serials({ campaign_id }: { campaign_id: string }) {
  const w = useShelfWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="outline" icon="plus" onPress={() => setOpen(true)}>
        {w.makeSerials}
      </Button>
      <Sheet title={w.makeSerials} open={open} onClose={() => setOpen(false)} side="centre">
        {open && <Make campaign_id={campaign_id} />}
      </Sheet>
    </>
  )
}

function Make({ campaign_id }: { campaign_id: string }) {
  const w = useShelfWords()
  const cache = useQueryClient()
  const [count, setCount] = useState<number | undefined>(100)
  const [made, setMade] = useState<readonly string[] | null>(null)
  const act = useAct(async (key) => {
    const params = { path: { campaign_id } }
    const body = { count: count ?? 0 }
    const { items } = await take(
      api.POST('/v1/proofs/campaigns/{campaign_id}/serials', { params, body, ...keyed(key) }),
    )
    setMade(items)
    await cache.invalidateQueries({ queryKey: ['shelf-campaign', campaign_id] })
  })
  if (made)
    return (
      <div className="grid gap-4">
        <Notice tone="done">{w.serialsMade(figure(made.length))}</Notice>
        <Button
          size="main"
          icon="share"
          onPress={() =>
            save(
              `serials-${campaign_id}.csv`,
              csvOf(
                [w.serials],
                made.map((serial) => [serial]),
              ),
            )
          }
        >
          {w.serialsFile}
        </Button>
      </div>
    )
  return (
    <Form act={act} label={w.makeSerials} ready={Boolean(count) && (count ?? 0) <= 5_000}>
      <FigureField label={w.howMany} value={count} onChange={setCount} />
    </Form>
  )
}
