import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { take } from '../../kit/client.ts'
import { fullDay } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import type { Setting } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { TextFilter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { useRequired } from '../rules/required.ts'
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
      <NotOpen settings={settings.data?.items} />
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

/** While the shop online is closed: what must be stated first, each a way to where it is written. */
function NotOpen({ settings }: { settings: Setting[] | undefined }) {
  const w = useRuleWords()
  const text = useText()
  const required = useRequired()
  const notices = useQuery({ queryKey: ['notices'], queryFn: () => take(api.GET('/v1/stores/notices')) })
  if (!notices.data || notices.data.published) return null
  const { missing } = notices.data
  const seller = missing.filter((item) => !item.startsWith('privacy.'))
  const keys = [
    ...(seller.length > 0 ? ['shop.legal'] : []),
    ...(seller.length < missing.length ? ['shop.privacy'] : []),
    'shop.published',
  ]
  return (
    <Notice tone="warning">
      <b>{w.notOpen}</b>
      <span>{missing.length > 0 ? w.notOpenMissing(missing.map(required).join(w.and)) : w.notOpenReady}</span>
      <span className="flex flex-wrap gap-x-5">
        {keys.map((key) => (
          <Link key={key} to={`/settings/${key}`} className="ui inline-flex min-h-11 items-center font-bold underline">
            {text(settings?.find((setting) => setting.key === key)?.title ?? { ja: key, en: key })}
          </Link>
        ))}
      </span>
    </Notice>
  )
}
