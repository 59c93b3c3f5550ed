import { useState } from 'react'
import { useAct } from './act.ts'
import { Button, buttonClass } from './Button.tsx'
import { prepareRace, type Race } from './demo.ts'
import { useKitWords } from './kitWords.ts'
import { Notice } from './Notice.tsx'
import { useText } from './words.ts'

/** localhost and 127.0.0.1 are one server with separate cookies: so one browser can be two people. */
const TWINS: Record<string, string> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }

/** Two windows, two people, one last shirt. */
export function LastShirt() {
  const w = useKitWords()
  const text = useText()
  const [race, setRace] = useState<Race | null>(null)
  const prepare = useAct(async () => setRace(await prepareRace()))
  return (
    <section className="grid gap-2 rounded-12 bg-wood-tint p-4">
      <h3 className="text-16">{w.demoTryTitle}</h3>
      <p className="text-14 text-ink">{w.demoTryText}</p>
      {prepare.refused && <Notice tone="refused">{text(prepare.refused.text)}</Notice>}
      {race ? (
        <div className="flex flex-wrap gap-3">
          {race.people.map((person, at) => (
            <a
              key={person.code}
              className={buttonClass('outline')}
              href={addressOf(person.path, race.place_id, at > 0)}
              target={at > 0 ? '_blank' : undefined}
              rel="noreferrer"
            >
              {at > 0 ? w.demoSecond(person.name) : w.demoFirst(person.name)}
            </a>
          ))}
        </div>
      ) : (
        <Button look="outline" className="justify-self-start" isDisabled={prepare.busy} onPress={() => prepare.run()}>
          {w.demoTry}
        </Button>
      )}
    </section>
  )
}

function addressOf(path: string, place_id: string, second: boolean): string {
  const address = new URL(path, location.origin)
  address.searchParams.set('place', place_id)
  if (second) address.hostname = TWINS[location.hostname] ?? location.hostname
  return address.href
}
