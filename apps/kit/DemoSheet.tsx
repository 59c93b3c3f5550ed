import { useAct } from './act.ts'
import { Button, buttonClass } from './Button.tsx'
import { becomePerson, type Demo, nextDay, startOver } from './demo.ts'
import { fullDay } from './format.ts'
import { useKitWords } from './kitWords.ts'
import { Notice } from './Notice.tsx'
import { Sheet } from './Sheet.tsx'
import { chooseLang, useLang, useText } from './words.ts'

type Props = { demo: Demo; kind: 'member' | 'staff'; name: string | null; open: boolean; onClose: () => void }

/** What one can do only in a demo: be someone, turn the day, start over, race for the last shirt. */
export function DemoSheet({ demo, kind, name, open, onClose }: Props) {
  const w = useKitWords()
  const text = useText()
  const lang = useLang()
  const become = useAct(async (_key, code: string) => {
    await becomePerson(kind, code)
    location.reload()
  })
  const turn = useAct(async () => {
    await nextDay()
    location.reload()
  })
  const reset = useAct(async () => {
    await startOver()
    location.assign(location.pathname.startsWith('/co') ? location.pathname.split('/', 2).join('/') : '/')
  })
  const refused = become.refused ?? turn.refused ?? reset.refused
  const people = demo.people.filter((person) => person.kind === kind)
  return (
    <Sheet title={w.demo} open={open} onClose={onClose}>
      <div className="grid gap-6">
        {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
        <section className="grid gap-2">
          <h3 className="text-14 text-ink-2">{w.demoWho}</h3>
          <ul className="divide-y divide-line border-y border-line">
            {people.map((person) => (
              <li key={person.code} className="flex items-center gap-3 py-1">
                <span className="min-w-0 grow">
                  <b className="text-14">{person.name}</b>
                  <span className="block text-12 text-ink-3">{text(person.note)}</span>
                </span>
                <Button look={person.name === name ? 'selected' : 'outline'} onPress={() => become.run(person.code)}>
                  {person.name === name ? '✓' : w.demoWho}
                </Button>
              </li>
            ))}
          </ul>
        </section>
        <section className="flex flex-wrap items-center gap-3">
          <span className="grow text-14">
            {w.demoToday} <b className="figures">{fullDay(demo.today, lang)}</b>
          </span>
          <Button look="outline" icon="clock" onPress={() => turn.run()} isDisabled={turn.busy}>
            {w.demoNextDay}
          </Button>
          <Button look="outline" icon="undo" onPress={() => reset.run()} isDisabled={reset.busy}>
            {w.demoReset}
          </Button>
        </section>
        <LastShirt demo={demo} />
        <nav className="flex flex-wrap gap-3">
          <a className={buttonClass('quiet')} href="/">
            {w.faceStorefront}
          </a>
          <a className={buttonClass('quiet')} href="/counter/">
            {w.faceCounter}
          </a>
          <a className={buttonClass('quiet')} href="/console/">
            {w.faceConsole}
          </a>
          <Button look="quiet" icon="globe" onPress={() => chooseLang(lang === 'ja' ? 'en' : 'ja')}>
            {w.language}
          </Button>
        </nav>
      </div>
    </Sheet>
  )
}

/** The race needs two sign-ins in one browser: localhost and 127.0.0.1 are the same server with separate cookies. */
function LastShirt({ demo }: { demo: Demo }) {
  const w = useKitWords()
  const members = demo.people.filter((person) => person.kind === 'member')
  const second = members[1]
  if (!second || typeof location === 'undefined') return null
  const other = location.hostname === 'localhost' ? '127.0.0.1' : location.hostname === '127.0.0.1' ? 'localhost' : null
  if (!other) return null
  const address = new URL(demo.try_path, location.origin)
  address.hostname = other
  address.searchParams.set('as', `member:${second.code}`)
  return (
    <section className="grid gap-2 rounded-12 bg-wood-tint p-4">
      <h3 className="text-16">{w.demoTryTitle}</h3>
      <p className="text-14 text-ink-2">{w.demoTryText}</p>
      <div className="flex flex-wrap gap-3">
        <a className={buttonClass('outline')} href={`${demo.try_path}?as=member:${members[0]?.code}`}>
          {w.demoTry}
        </a>
        <a className={buttonClass('outline')} href={address.href} target="_blank" rel="noreferrer">
          {w.demoTryOpen}
        </a>
      </div>
    </section>
  )
}
