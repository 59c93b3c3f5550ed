import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser'
import { useEffect, useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { declined, toLine } from './ways.ts'
import { useWaysWords } from './waysWords.ts'

/** In without typing anything: a passkey this device has, or LINE. */
export function OtherWays({ onArrived }: { onArrived: () => Promise<void> }) {
  const w = useWaysWords()
  const text = useText()
  const able = usePasskeys()
  const byKey = useAct(async () => {
    const optionsJSON = await take(api.POST('/v1/customers/passkey-challenges'))
    const response = await startAuthentication({ optionsJSON: optionsJSON as never }).catch(declined)
    if (!response) return
    await take(api.POST('/v1/customers/passkey-sessions', { body: { response: response as never } }))
    await onArrived()
  })
  const byLine = useAct(toLine)
  const refused = byKey.refused ?? byLine.refused
  return (
    <div className="grid gap-3">
      <p className="ui flex items-center gap-3 text-12 text-ink-3 before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {w.or}
      </p>
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      {able && (
        <Button look="outline" size="main" icon="person" onPress={() => byKey.run()} isDisabled={byKey.busy}>
          {w.byPasskey}
        </Button>
      )}
      <Button look="outline" size="main" icon="link" onPress={() => byLine.run()} isDisabled={byLine.busy}>
        {w.byLine}
      </Button>
    </div>
  )
}

/** Whether this browser knows passkeys; known only once it is a browser. */
export function usePasskeys(): boolean {
  const [able, setAble] = useState(false)
  useEffect(() => setAble(browserSupportsWebAuthn()), [])
  return able
}
