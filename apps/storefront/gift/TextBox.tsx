import { Label, TextArea, TextField } from 'react-aria-components'

type Props = { label: string; value: string; onChange: (text: string) => void; most: number }

/** A few labelled lines of her own words. */
export function TextBox({ label, value, onChange, most }: Props) {
  return (
    <TextField className="grid gap-1" value={value} onChange={onChange} maxLength={most}>
      <Label className="ui text-14 font-bold text-ink">{label}</Label>
      <TextArea
        rows={3}
        className="ui w-full rounded-6 border border-control bg-surface px-3 py-2 text-16 text-ink outline-offset-2"
      />
    </TextField>
  )
}
