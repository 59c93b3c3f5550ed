import { useState } from 'react'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { Qr } from '../../kit/Code.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { useToast } from '../../kit/Toast.tsx'
import { useGiftWords } from './giftWords.ts'

const QR_PX = 200

/** A gift's link on its way to whom it is for: copied, by LINE with `words` before it, or off this screen. */
export function ShareLink({ url, words }: { url: string; words: string }) {
  const w = useGiftWords()
  const say = useToast()
  const [shown, setShown] = useState(false)
  return (
    <>
      <Button icon="link" onPress={() => void navigator.clipboard.writeText(url).then(() => say(w.copied))}>
        {w.copy}
      </Button>
      <a
        className={buttonClass('outline')}
        href={`https://line.me/R/share?text=${encodeURIComponent(`${words}\n${url}`)}`}
        target="_blank"
        rel="noreferrer"
      >
        <Icon name="talk" size={20} />
        {w.line}
      </a>
      <Button look="outline" icon="qr" onPress={() => setShown(true)}>
        {w.qr}
      </Button>
      <Sheet title={w.qr} open={shown} onClose={() => setShown(false)}>
        <div className="grid justify-items-center py-4">
          <Qr text={url} size={QR_PX} label={w.qrLabel} />
        </div>
      </Sheet>
    </>
  )
}
