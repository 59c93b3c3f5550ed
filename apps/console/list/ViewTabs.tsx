import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Button, IconButton } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { useViews } from './views.ts'
import { useListWords } from './words.ts'

/** The saved views of a list as a row of tabs; the one whose address this is stands out. */
export function ViewTabs({ list }: { list: string }) {
  const l = useListWords()
  const [asked, setAsked] = useSearchParams()
  const { views, keep, remove } = useViews(list)
  const [naming, setNaming] = useState<string | null>(null)
  const query = asked.toString()
  const tab = (active: boolean) =>
    `ui min-h-9 rounded-full border px-3 text-14 whitespace-nowrap ${active ? 'border-indigo bg-indigo-tint font-bold text-indigo' : 'border-line text-ink-2 hover:bg-sunk'}`
  const known = query === '' || views.some((view) => view.query === query)
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">{l.views}</legend>
      {(views.length > 0 || query !== '') && (
        <button type="button" aria-pressed={query === ''} className={tab(query === '')} onClick={() => setAsked({})}>
          {l.allRows}
        </button>
      )}
      {views.map((view) => (
        <span key={view.name} className="inline-flex items-center">
          <button
            type="button"
            aria-pressed={view.query === query}
            className={tab(view.query === query)}
            onClick={() => setAsked(new URLSearchParams(view.query))}
          >
            {view.name}
          </button>
          {view.query === query && (
            <IconButton
              icon="close"
              size={16}
              label={l.removeView(view.name)}
              className="!size-9"
              onPress={() => remove(view.name)}
            />
          )}
        </span>
      ))}
      {!known && (
        <Button look="quiet" icon="bookmark" className="!min-h-9" onPress={() => setNaming('')}>
          {l.saveView}
        </Button>
      )}
      <Sheet title={l.saveView} open={naming !== null} onClose={() => setNaming(null)} side="centre">
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            const name = naming?.trim()
            if (!name) return
            keep({ name, query })
            setNaming(null)
          }}
        >
          <Field
            label={l.viewName}
            hint={l.viewHint}
            value={naming ?? ''}
            onChange={setNaming}
            maxLength={30}
            autoFocus
          />
          <Button type="submit" isDisabled={!naming?.trim()}>
            {l.save}
          </Button>
        </form>
      </Sheet>
    </fieldset>
  )
}
