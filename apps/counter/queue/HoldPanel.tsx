import { useNavigate } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import type { Hold } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { lineFor } from '../sale/lines.ts'
import { useSale } from '../sale/sale.tsx'
import { useWords } from '../words.ts'
import { OrderLines, useWhose } from './OrderPanel.tsx'
import { useOrderAct } from './useOrderAct.ts'

/** What is set aside: into the sale for her who came, or back onto the shelf. */
export function HoldPanel({ hold }: { hold: Hold }) {
  const w = useWords()
  const text = useText()
  const navigate = useNavigate()
  const { add, setMember, tie } = useSale()
  const whose = useWhose(hold.profile_id)
  const params = { path: { hold_id: hold.hold_id } }
  const release = useOrderAct(
    (key) => take(api.POST('/v1/orders/holds/{hold_id}/release', { params, ...keyed(key) })),
    w.holdReleased,
  )
  const sell = async () => {
    setMember({ profile_id: hold.profile_id, customer_id: null, name: whose })
    for (const line of hold.lines) add(await lineFor(line.variant_id, line.quantity))
    tie({ hold_id: hold.hold_id })
    await navigate('/')
  }
  return (
    <div className="flex min-h-full flex-col gap-3">
      <p className="ui text-14">
        <span className="rounded-full bg-amber-tint px-3 py-1 font-bold text-amber">{w.laneHold}</span>
      </p>
      <h2 className="text-28">{whose ? w.named(whose) : yen(hold.total_yen)}</h2>
      <p className="ui flex items-center gap-1.5 text-12 text-ink-3">
        <Icon name="eye" size={18} />
        {w.recorded}
      </p>
      <OrderLines lines={hold.lines} />
      <div className="mt-auto grid gap-3">
        {release.refused && <Notice tone="refused">{text(release.refused.text)}</Notice>}
        <Button look="outline" size="till" isDisabled={release.busy} onPress={() => release.run()}>
          {w.holdRelease}
        </Button>
        <Button className="min-h-20 w-full !text-22" onPress={() => void sell()}>
          {w.holdSell}
        </Button>
      </div>
    </div>
  )
}
