import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from 'react-aria-components'

type Props = Omit<TextFieldProps, 'className' | 'children'> & {
  label: string
  hint?: string
  error?: string | undefined
  placeholder?: string
  inputClass?: string
  before?: ReactNode
}

/** One labelled line of text; what is wrong stands below it and is read aloud. */
export function Field({ label, hint, error, placeholder, inputClass = '', before, ...rest }: Props) {
  return (
    <TextField className="grid gap-1" isInvalid={Boolean(error)} validationBehavior="aria" {...rest}>
      <Label className="ui text-14 font-bold text-ink">{label}</Label>
      <div className="relative grid items-center">
        {before && <span className="pointer-events-none absolute left-3 text-ink-3">{before}</span>}
        <Input
          placeholder={placeholder}
          className={`ui min-h-12 w-full rounded-6 border border-control bg-surface px-3 text-16 text-ink outline-offset-0 data-[invalid]:border-vermilion data-[invalid]:border-2 disabled:bg-sunk ${before ? 'pl-10' : ''} ${inputClass}`}
        />
      </div>
      {hint && !error && (
        <Text slot="description" className="text-12 text-ink-3">
          {hint}
        </Text>
      )}
      <FieldError className="text-14 text-vermilion">{error}</FieldError>
    </TextField>
  )
}
