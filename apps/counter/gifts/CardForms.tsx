import { Label, TextArea, TextField } from 'react-aria-components'
import { Button } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { figure } from '../../kit/format.ts'
import { optionsText, useName } from '../../kit/naming.ts'
import { useSale } from '../sale/sale.tsx'
import { templates, useDeskWords } from './deskWords.ts'
import { piecesOf } from './giving.ts'

const NAME_MOST = 40
const MESSAGE_MOST = 400

/** A card for each piece; one touch puts the words of an occasion on all of them, and each can be written anew. */
export function CardForms() {
  const w = useDeskWords()
  const name = useName()
  const { lines, member, said, setSaid } = useSale()
  const pieces = piecesOf(lines)
  const write = (at: number, text: string) =>
    setSaid({ ...said, messages: pieces.map((_, each) => (each === at ? text : (said.messages[each] ?? ''))) })
  return (
    <section className="grid content-start gap-4">
      <div className="grid items-start gap-3 tablet:grid-cols-2">
        <Field
          label={w.from}
          maxLength={NAME_MOST}
          value={said.from}
          autoComplete="off"
          onChange={(from) => setSaid({ ...said, from })}
        />
        {!member && (
          <Field
            label={w.email}
            hint={w.emailHint}
            type="email"
            inputMode="email"
            autoComplete="off"
            maxLength={254}
            value={said.email}
            onChange={(email) => setSaid({ ...said, email })}
          />
        )}
      </div>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="ui mb-2 text-14 text-ink-2">{w.all}</legend>
        {templates.map((each) => (
          <Button
            key={each.name}
            look="outline"
            size="till"
            onPress={() => setSaid({ ...said, messages: pieces.map(() => each.text) })}
          >
            {each.name}
          </Button>
        ))}
      </fieldset>
      <ol className="grid gap-3 tablet:grid-cols-2">
        {pieces.map(({ key, line }, at) => (
          <li key={key} className="grid content-start gap-2 rounded-12 border border-line bg-surface p-4">
            <p className="ui text-14">
              <b className="figures mr-2 text-wood">{w.nth(figure(at + 1))}</b>
              {name(line.good)} {optionsText(line.good.options)}
            </p>
            <TextField
              className="grid gap-1"
              value={said.messages[at] ?? ''}
              onChange={(text) => write(at, text)}
              maxLength={MESSAGE_MOST}
            >
              <Label className="ui text-14 font-bold">{w.message}</Label>
              <TextArea
                rows={2}
                className="ui w-full rounded-6 border border-control bg-surface px-3 py-2 text-16 text-ink outline-offset-0"
              />
            </TextField>
          </li>
        ))}
      </ol>
    </section>
  )
}
