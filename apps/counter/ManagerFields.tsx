import { Field } from '../kit/Field.tsx'
import { useWords } from './words.ts'

export type Approver = { code: string; pin: string }
export const nobody: Approver = { code: '', pin: '' }

/** A manager beside the clerk says yes with her own number and PIN; whose yes it was stands on record. */
export function ManagerFields({ value, onChange }: { value: Approver; onChange: (value: Approver) => void }) {
  const w = useWords()
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field
        label={w.managerCode}
        autoComplete="off"
        value={value.code}
        onChange={(code) => onChange({ ...value, code })}
      />
      <Field
        label={w.managerPin}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={value.pin}
        onChange={(pin) => onChange({ ...value, pin })}
      />
    </div>
  )
}
