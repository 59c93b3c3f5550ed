import { startRegistration } from '@simplewebauthn/browser'
import { useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { fullDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import type { Passkey } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { usePasskeys } from './OtherWays.tsx'
import { declined, toLine } from './ways.ts'
import { useWaysWords } from './waysWords.ts'

type Props = { passkeys: Passkey[]; line: boolean }

/** By what she signs in: her passkeys, one more of them, and LINE. */
export function MyWays({ passkeys, line }: Props) {
  const w = useWaysWords()
  const lang = useLang()
  const text = useText()
  const able = usePasskeys()
  const { revalidate } = useRevalidator()
  const add = useAct(async (key) => {
    const optionsJSON = await take(api.POST('/v1/customers/me/passkey-challenges'))
    const response = await startRegistration({ optionsJSON: optionsJSON as never }).catch(declined)
    if (!response) return
    await take(api.POST('/v1/customers/me/passkeys', { body: { response: response as never }, ...keyed(key) }))
    await revalidate()
  })
  const remove = useAct(async (_key, passkey_id: string) => {
    await take(api.DELETE('/v1/customers/me/passkeys/{passkey_id}', { params: { path: { passkey_id } } }))
    await revalidate()
  })
  const link = useAct(toLine)
  const unlink = useAct(async () => {
    await take(api.DELETE('/v1/customers/me/line'))
    await revalidate()
  })
  const refused = add.refused ?? remove.refused ?? link.refused ?? unlink.refused
  return (
    <section className="grid gap-3">
      <h2 className="text-16">{w.ways}</h2>
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      <p className="text-14 text-ink-2">{w.passkeysText}</p>
      <ul aria-label={w.passkeys} className="divide-y divide-line border-y border-line empty:hidden">
        {passkeys.map(({ passkey_id, name, used_at }) => (
          <li key={passkey_id} className="grid min-h-13 grid-cols-[1fr_auto] items-center gap-3 py-1">
            <span className="ui text-14">
              <b className="block">{name}</b>
              <span className="figures text-12 text-ink-2">
                {used_at ? w.usedOn(fullDay(used_at, lang)) : w.neverUsed}
              </span>
            </span>
            <Button
              look="quiet"
              aria-label={w.removeNamed(name)}
              onPress={() => remove.run(passkey_id)}
              isDisabled={remove.busy}
            >
              {w.remove}
            </Button>
          </li>
        ))}
      </ul>
      {able && (
        <Button
          look="outline"
          icon="plus"
          onPress={() => add.run()}
          isDisabled={add.busy}
          className="justify-self-start !whitespace-normal"
        >
          {w.addPasskey}
        </Button>
      )}
      <div className="flex min-h-13 flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
        <span className="ui flex items-center gap-2 text-14">
          <Icon name="link" size={20} className="text-ink-3" />
          <b>{w.line}</b>
          <span className="text-12 text-ink-2">{line ? w.lineLinked : w.lineFree}</span>
        </span>
        {line ? (
          <Button look="quiet" aria-label={w.removeNamed(w.line)} onPress={() => unlink.run()} isDisabled={unlink.busy}>
            {w.remove}
          </Button>
        ) : (
          <Button look="outline" onPress={() => link.run()} isDisabled={link.busy}>
            {w.linkLine}
          </Button>
        )}
      </div>
    </section>
  )
}
