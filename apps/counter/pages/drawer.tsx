import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { fullDay, yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { TillSession } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { CashMove } from '../drawer/CashMove.tsx'
import { OpenTill } from '../drawer/OpenTill.tsx'
import { Settle } from '../drawer/Settle.tsx'
import { useLookAgain, useTillSessions } from '../drawer/session.ts'
import { TillPaper } from '../drawer/TillPaper.tsx'
import { useDrawerWords } from '../drawer/words.ts'
import { useConnected } from '../offline/connection.ts'
import { useUnsent } from '../offline/queue.ts'

/** The drawer: its report on paper left, what can be done right, earlier settlements below it. */
export function DrawerPage() {
  const w = useDrawerWords()
  const connected = useConnected()
  const { list, open, error } = useTillSessions()
  const lookAgain = useLookAgain()
  const [chosen, choose] = useState<string | null>(null)
  const session = list?.find(({ till_session_id }) => till_session_id === chosen) ?? open
  return (
    <section className="grid h-full min-h-0 content-start gap-4 overflow-y-auto p-5">
      <h1 className="text-22">{w.title}</h1>
      {!connected && (
        <Notice tone="warning" icon="offline">
          {w.offline}
        </Notice>
      )}
      {error && !list && <ErrorState error={error} onRetry={() => void lookAgain()} />}
      {!list && !error && connected && <Skeleton className="h-96" />}
      {list && (
        <div className="grid gap-6 tablet:grid-cols-[minmax(0,1fr)_18rem]">
          {session ? <TillPaper session={session} /> : <OpenTill />}
          <div className="grid content-start gap-3">
            {session && <Acts session={session} onSettled={() => choose(session.till_session_id)} />}
            {!open && session && <OpenAnother onPress={() => choose(null)} />}
            <Earlier list={list} onChoose={choose} />
          </div>
        </div>
      )}
    </section>
  )
}

function OpenAnother({ onPress }: { onPress: () => void }) {
  const w = useDrawerWords()
  return (
    <Button look="outline" size="till" icon="register" onPress={onPress}>
      {w.open}
    </Button>
  )
}

function Acts({ session, onSettled }: { session: TillSession; onSettled: () => void }) {
  const w = useDrawerWords()
  const connected = useConnected()
  const unsent = useUnsent()
  const [sheet, setSheet] = useState<'cash' | 'settle' | null>(null)
  const close = () => setSheet(null)
  const print = (
    <Button look="outline" size="till" icon="receipt" onPress={() => window.print()}>
      {w.print}
    </Button>
  )
  if (session.closed_at) return print
  return (
    <>
      {print}
      <Button look="outline" size="till" isDisabled={!connected} onPress={() => setSheet('cash')}>
        {w.cashMove}
      </Button>
      {unsent.count > 0 && (
        <Notice tone="warning" icon="offline">
          {w.unsent}
        </Notice>
      )}
      <Button size="till" isDisabled={!connected || unsent.count > 0} onPress={() => setSheet('settle')}>
        {w.settle}
      </Button>
      <Sheet title={w.cashMove} open={sheet === 'cash'} onClose={close} side="centre">
        <CashMove session={session} onDone={close} />
      </Sheet>
      <Sheet title={w.countTitle} open={sheet === 'settle'} onClose={close} side="centre">
        <Settle
          session={session}
          onDone={() => {
            close()
            onSettled()
          }}
        />
      </Sheet>
    </>
  )
}

function Earlier({ list, onChoose }: { list: readonly TillSession[]; onChoose: (till_session_id: string) => void }) {
  const w = useDrawerWords()
  const lang = useLang()
  const settled = list.filter(({ closed_at }) => closed_at !== null)
  if (settled.length === 0) return null
  return (
    <section className="mt-4 grid gap-2">
      <h2 className="text-16">{w.earlier}</h2>
      {settled.map((each) => (
        <Button key={each.till_session_id} look="quiet" onPress={() => onChoose(each.till_session_id)}>
          <span className="figures">{`No. ${each.number}　${fullDay(each.opened_at, lang)}　${yen(each.figures.sales_yen)}`}</span>
        </Button>
      ))}
    </section>
  )
}
