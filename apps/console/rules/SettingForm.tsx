import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Input, Label, TextArea, TextField } from 'react-aria-components'
import { useAct } from '../../kit/act.ts'
import { Check } from '../../kit/Check.tsx'
import { take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import type { Setting } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { useMay } from '../office.ts'
import { choicesOf, kindOf } from './value.ts'
import { useRuleWords } from './words.ts'

/** A new decision, edited by the shape its room declared; from now, or where it may be from a day to come. */
export function SettingForm({ setting }: { setting: Setting }) {
  const w = useRuleWords()
  const text = useText()
  const say = useToast()
  const cache = useQueryClient()
  const decides = useMay(['admin'])
  const kind = kindOf(setting.schema)
  const [value, setValue] = useState<unknown>(setting.value)
  const [typed, setTyped] = useState(() => JSON.stringify(setting.value, null, 2))
  const [from, setFrom] = useState('')
  const read = kind === 'json' ? parsed(typed) : { value }
  const act = useAct(async () => {
    if (!read) return
    const body = { value: read.value, ...(from ? { effective_at: new Date(`${from}:00+09:00`).toISOString() } : {}) }
    const headers = { 'If-Match': `"${setting.version}"` }
    await take(api.PUT('/v1/settings/{key}', { params: { path: { key: setting.key } }, headers, body }))
    await Promise.all(['settings', 'setting', 'changes'].map((one) => cache.invalidateQueries({ queryKey: [one] })))
    say(w.saved)
  })
  const chosen = Array.isArray(value) ? (value as string[]) : []
  return (
    <Form act={act} label={w.save} ready={decides && read !== undefined}>
      {kind === 'yes_no' && (
        <Check checked={value === true} onChange={setValue} disabled={!decides}>
          {text(setting.title)}
        </Check>
      )}
      {kind === 'number' && (
        <Field
          label={text(setting.title)}
          inputMode="numeric"
          value={String(value ?? '')}
          isDisabled={!decides}
          hint={limits(setting.schema)}
          onChange={(next) => setValue(next === '' ? '' : Number(next))}
          inputClass="figures"
        />
      )}
      {kind === 'several' &&
        choicesOf(setting.schema).map((choice) => (
          <Check
            key={choice}
            checked={chosen.includes(choice)}
            disabled={!decides}
            onChange={(wanted) => setValue(wanted ? [...chosen, choice] : chosen.filter((each) => each !== choice))}
          >
            {choice}
          </Check>
        ))}
      {kind === 'json' && (
        <TextField value={typed} onChange={setTyped} isDisabled={!decides} isInvalid={!read} className="grid gap-1">
          <Label className="ui text-14 font-bold">{w.json}</Label>
          <TextArea
            rows={14}
            spellCheck={false}
            className="rounded-6 border border-control bg-surface p-3 font-mono text-14 data-[invalid]:border-2 data-[invalid]:border-vermilion"
          />
          {!read && <span className="text-14 text-vermilion">{w.jsonWrong}</span>}
        </TextField>
      )}
      {setting.dated && decides && (
        <TextField value={from} onChange={setFrom} className="grid gap-1">
          <Label className="ui text-14 font-bold">{w.from}</Label>
          <Input
            type="datetime-local"
            className="ui figures min-h-12 rounded-6 border border-control bg-surface px-3 text-16"
          />
        </TextField>
      )}
    </Form>
  )
}

function limits(schema: Setting['schema']): string {
  return `${schema.minimum ?? ''} – ${schema.maximum ?? ''}`
}

function parsed(typed: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(typed) as unknown }
  } catch {
    return undefined
  }
}
