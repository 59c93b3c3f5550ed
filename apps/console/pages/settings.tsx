import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { fullDay } from '../../kit/format.ts'
import type { Setting } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { TextFilter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { useValueText } from '../rules/value.ts'
import { useRuleWords } from '../rules/words.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** Everything the retailer decides, with what holds now and what is planned. */
export function SettingsPage() {
  const w = useRuleWords()
  const screen = useWords()
  const lang = useLang()
  const text = useText()
  const valueText = useValueText()
  const [typed] = useFilter('q')
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => take(api.GET('/v1/settings')) })
  const columns: Column<Setting>[] = [
    { key: 'name', name: w.name, text: (setting) => text(setting.title) },
    {
      key: 'value',
      name: w.value,
      text: (setting) => valueText(setting.value),
      show: (setting) => (
        <span className="line-clamp-1 max-w-96 break-all">
          {valueText(setting.value)} <span className="text-12 text-ink-2">{setting.decided ? w.decided : w.usual}</span>
        </span>
      ),
    },
    {
      key: 'planned',
      name: w.planned,
      text: (setting) => setting.planned.map((plan) => `${plan.effective_at} ${valueText(plan.value)}`).join(' / '),
      show: (setting) =>
        setting.planned.map((plan) => (
          <span key={plan.version} className="block text-wood">
            {w.plannedFrom(fullDay(plan.effective_at, lang))} {valueText(plan.value)}
          </span>
        )),
    },
    { key: 'key', name: w.key, text: (setting) => setting.key, rare: true },
  ]
  const wanted = typed.trim().toLowerCase()
  const rows = settings.data?.items.filter((setting) =>
    [setting.title.ja, setting.title.en, setting.key].some((words) => words.toLowerCase().includes(wanted)),
  )
  return (
    <Screen>
      <List
        list="settings"
        label={screen.settings}
        columns={columns}
        rows={rows}
        error={settings.error}
        onRetry={() => void settings.refetch()}
        keyOf={(setting) => setting.key}
        to={(setting) => `/settings/${setting.key}`}
        sortable
        filters={<TextFilter of="q" label={w.search} />}
      />
    </Screen>
  )
}
