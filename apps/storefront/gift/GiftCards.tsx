import { useMemo } from 'react'
import { Check } from '../../kit/Check.tsx'
import { Field } from '../../kit/Field.tsx'
import { figure } from '../../kit/format.ts'
import { optionsText, useName } from '../../kit/naming.ts'
import type { OrderSent } from '../../kit/shapes.ts'
import type { Group } from '../cart/groups.ts'
import { useGiftWords } from './giftWords.ts'
import { TextBox } from './TextBox.tsx'

const NAME_MOST = 40
const MESSAGE_MOST = 400

/** What the giver says: her name once, and a message with each piece. */
export type GiftGiven = { from: string; messages: string[]; choose: boolean[]; tell: boolean }
type Piece = { key: string; line: Group['lines'][number]; choices: string[] }

/** The pieces of a group, in the order in which the house counts them. */
export function usePieces(group: Group, choices: Record<string, string[]>): Piece[] {
  return useMemo(
    () =>
      group.lines.flatMap((line) =>
        Array.from({ length: line.quantity }, (_, at) => ({
          key: `${line.variant_id} ${at}`,
          line,
          choices: choices[line.variant_id] ?? [],
        })),
      ),
    [group, choices],
  )
}

/** As the API takes it: what was left empty is left out. */
export function giftsSent(pieces: readonly Piece[], { from, messages, choose, tell }: GiftGiven): OrderSent['gifts'] {
  return pieces.map(({ choices }, at) => {
    const message = messages[at]?.trim()
    return {
      ...(from.trim() && { from: from.trim() }),
      ...(message && { message }),
      ...(tell && { tell }),
      ...(choose[at] && choices.length > 0 && { choices }),
    }
  })
}

type Props = { pieces: readonly Piece[]; value: GiftGiven; onChange: (value: GiftGiven) => void }

/** A card for each gift: what is given, and what is said with it. */
export function GiftCards({ pieces, value, onChange }: Props) {
  const w = useGiftWords()
  const name = useName()
  const put = <T,>(list: readonly T[], at: number, one: T, empty: T): T[] =>
    pieces.map((_, each) => (each === at ? one : (list[each] ?? empty)))
  return (
    <section className="grid gap-3">
      <Field
        label={w.fromLabel}
        hint={w.fromHint}
        autoComplete="name"
        maxLength={NAME_MOST}
        value={value.from}
        onChange={(from) => onChange({ ...value, from })}
      />
      <Check checked={value.tell} onChange={(tell) => onChange({ ...value, tell })}>
        {w.tell}
      </Check>
      <ol className="grid gap-3">
        {pieces.map(({ key, line, choices }, at) => (
          <li key={key} className="grid gap-2 rounded-12 border border-line bg-surface p-4">
            <p className="ui text-14">
              <b className="figures mr-2 text-wood">{w.nth(figure(at + 1))}</b>
              {name(line)} {optionsText(line.options)}
            </p>
            <TextBox
              label={w.messageLabel}
              most={MESSAGE_MOST}
              value={value.messages[at] ?? ''}
              onChange={(message) => onChange({ ...value, messages: put(value.messages, at, message, '') })}
            />
            {choices.length > 0 && (
              <Check
                checked={value.choose[at] ?? false}
                onChange={(choose) => onChange({ ...value, choose: put(value.choose, at, choose, false) })}
              >
                {w.letChoose(figure(choices.length + 1))}
              </Check>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
