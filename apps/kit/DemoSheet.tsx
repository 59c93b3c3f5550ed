import { useAct } from './act.ts'
import { Button, buttonClass } from './Button.tsx'
import { DemoScenes } from './DemoScenes.tsx'
import { becomePerson, type Demo, type DemoPerson, nextDay, startOver } from './demo.ts'
import { fullDay } from './format.ts'
import { useKitWords } from './kitWords.ts'
import { LastShirt } from './LastShirt.tsx'
import { Notice } from './Notice.tsx'
import { Sheet } from './Sheet.tsx'
import { chooseLang, useLang, useText } from './words.ts'

type Props = { demo: Demo; kind: DemoPerson['kind']; name: string | null; open: boolean; onClose: () => void }

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
    location.reload()
  })
  const refused = become.refused ?? turn.refused ?? reset.refused
  return (
    <Sheet title={w.demo} open={open} onClose={onClose}>
      <div className="grid gap-6">
        {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
        {reset.busy && <Notice tone="info">{w.demoResetting}</Notice>}
        <section className="grid gap-2">
          <h3 className="text-14 text-ink-2">{w.demoWho}</h3>
          <ul className="divide-y divide-line border-y border-line">
            {demo.people
              .filter((person) => person.kind === kind)
              .map((person) => (
                <li key={person.code} className="flex items-center gap-3 py-1">
                  <span className="ui min-w-0 grow">
                    <b className="text-14">{person.name}</b>
                    <span className="block text-12 text-ink-3">{text(person.note)}</span>
                  </span>
                  <Button
                    look={person.name === name ? 'selected' : 'outline'}
                    isDisabled={become.busy}
                    onPress={() => become.run(person.code)}
                  >
                    {person.name === name ? w.demoIsMe : w.demoBecome}
                  </Button>
                </li>
              ))}
          </ul>
        </section>
        <section className="flex flex-wrap items-center gap-3">
          <span className="ui grow text-14">
            {w.demoToday} <b className="figures">{fullDay(demo.now, lang)}</b>
          </span>
          <Button look="outline" icon="clock" onPress={() => turn.run()} isDisabled={turn.busy || reset.busy}>
            {w.demoNextDay}
          </Button>
          <Button look="outline" icon="undo" onPress={() => reset.run()} isDisabled={turn.busy || reset.busy}>
            {w.demoReset}
          </Button>
        </section>
        <LastShirt />
        <DemoScenes scenes={demo.scenes} />
        <nav className="flex flex-wrap gap-x-3">
          {(
            [
              ['/', w.faceStorefront],
              ['/counter/', w.faceCounter],
              ['/console/', w.faceConsole],
            ] as const
          ).map(([path, label]) => (
            <a key={path} className={buttonClass('quiet')} href={path}>
              {label}
            </a>
          ))}
          <Button look="quiet" icon="globe" onPress={() => chooseLang(lang === 'ja' ? 'en' : 'ja')}>
            {w.language}
          </Button>
        </nav>
      </div>
    </Sheet>
  )
}
