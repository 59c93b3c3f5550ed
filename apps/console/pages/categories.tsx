import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { useName } from '../../kit/naming.ts'
import { Picker } from '../../kit/Picker.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Category } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { useCategories } from '../goods/categories.ts'
import { useGoodsWords } from '../goods/words.ts'
import { type Column, List } from '../list/List.tsx'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** The shelves goods are sorted on, in the order shoppers see them. */
export function CategoriesPage() {
  const w = useGoodsWords()
  const screen = useWords()
  const name = useName()
  const all = useCategories()
  const [edited, setEdited] = useState<Category | 'new' | null>(null)
  const columns: Column<Category>[] = [
    {
      key: 'name',
      name: w.name,
      text: (each) => each.name,
      show: (each) => (
        <button
          type="button"
          data-row
          className="font-bold text-indigo hover:underline"
          onClick={() => setEdited(each)}
        >
          {name(each)}
        </button>
      ),
    },
    {
      key: 'parent',
      name: w.parent,
      text: (each) => {
        const parent = all.find((one) => one.category_id === each.parent_id)
        return parent ? name(parent) : ''
      },
    },
    { key: 'position', name: w.position, text: (each) => each.position, align: 'right' },
  ]
  return (
    <Screen
      extra={
        <Button look="outline" icon="plus" className="!min-h-10" onPress={() => setEdited('new')}>
          {w.addCategory}
        </Button>
      }
    >
      <List
        list="categories"
        label={screen.categories}
        columns={columns}
        rows={all}
        keyOf={(each) => each.category_id}
        sortable
        empty={{ icon: 'tag', title: w.noCategories }}
      />
      <Sheet
        title={edited === 'new' ? w.addCategory : w.editCategory}
        open={edited !== null}
        onClose={() => setEdited(null)}
        side="centre"
      >
        {edited && (
          <CategoryForm {...(edited === 'new' ? {} : { category: edited })} all={all} onDone={() => setEdited(null)} />
        )}
      </Sheet>
    </Screen>
  )
}

type FormProps = { category?: Category; all: Category[]; onDone: () => void }

function CategoryForm({ category, all, onDone }: FormProps) {
  const w = useGoodsWords()
  const nameOf = useName()
  const say = useToast()
  const cache = useQueryClient()
  const [name, setName] = useState(category?.name ?? '')
  const [nameEn, setNameEn] = useState(category?.name_en ?? '')
  const [parent, setParent] = useState(category?.parent_id ?? '')
  const [position, setPosition] = useState(String(category?.position ?? 0))
  const act = useAct(async (key) => {
    const body = {
      name: name.trim(),
      name_en: nameEn.trim() || null,
      parent_id: parent || null,
      position: Number(position),
    }
    if (category) {
      const params = { path: { category_id: category.category_id } }
      const headers = { 'If-Match': `"${category.version}"` }
      await take(api.PUT('/v1/catalog/categories/{category_id}', { params, headers, body }))
    } else await take(api.POST('/v1/catalog/categories', { body, ...keyed(key) }))
    await cache.invalidateQueries({ queryKey: ['categories'] })
    say(w.saved)
    onDone()
  })
  const parents = all.filter((each) => each.category_id !== category?.category_id)
  return (
    <Form act={act} label={w.save} ready={name.trim() !== ''}>
      <Field label={w.name} value={name} onChange={setName} maxLength={100} />
      <Field label={w.nameEn} value={nameEn} onChange={setNameEn} maxLength={100} />
      <Picker
        label={w.parent}
        value={parent}
        onChange={setParent}
        options={[
          { value: '', label: w.none },
          ...parents.map((each) => ({ value: each.category_id, label: nameOf(each) })),
        ]}
      />
      <Field label={w.position} inputMode="numeric" value={position} onChange={setPosition} />
    </Form>
  )
}
