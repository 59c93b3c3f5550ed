import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { take } from '../../kit/client.ts'
import { fullDay, time } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useAllStaff } from '../house/useAllStaff.ts'
import { SettingForm } from '../rules/SettingForm.tsx'
import { useValueText } from '../rules/value.ts'
import { useRuleWords } from '../rules/words.ts'
import { Screen } from '../Top.tsx'

/** One setting: what it means, a new decision, and who decided what before. */
export function SettingPage() {
  const { key = '' } = useParams()
  const text = useText()
  const setting = useQuery({
    queryKey: ['setting', key],
    queryFn: () => take(api.GET('/v1/settings/{key}', { params: { path: { key } } })),
  })
  return (
    <Screen title={setting.data ? text(setting.data.title) : ''}>
      {setting.isPending ? (
        <SkeletonRows rows={4} className="h-14" />
      ) : setting.isError ? (
        <ErrorState error={setting.error} onRetry={() => setting.refetch()} />
      ) : (
        <div className="grid max-w-[64rem] grid-cols-[minmax(0,1fr)_22rem] items-start gap-8">
          <div className="grid gap-4">
            <h2 className="text-22">{text(setting.data.title)}</h2>
            <p className="text-14 text-ink-2">{text(setting.data.about)}</p>
            <SettingForm key={setting.data.version} setting={setting.data} />
          </div>
          <Changes of={key} />
        </div>
      )}
    </Screen>
  )
}

function Changes({ of }: { of: string }) {
  const w = useRuleWords()
  const lang = useLang()
  const nameOf = useName()
  const valueText = useValueText()
  const staff = useAllStaff()
  const changes = useQuery({
    queryKey: ['changes', of],
    queryFn: () => take(api.GET('/v1/settings/{key}/changes', { params: { path: { key: of }, query: { limit: 50 } } })),
  })
  const who = (id: string | null) => {
    const person = staff.find((each) => each.staff_id === id)
    return person ? nameOf({ name: person.display_name, name_en: person.display_name_en }) : w.staffBy
  }
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.history}</h2>
      {changes.data?.items.length === 0 && <p className="text-14 text-ink-2">{w.noHistory}</p>}
      <ol className="divide-y divide-line border-y border-line empty:border-0">
        {changes.data?.items.map((change) => (
          <li key={change.version} className="ui py-2 text-14">
            <b className="line-clamp-3 break-all">{w.changed(valueText(change.from), valueText(change.to))}</b>
            <span className="figures block text-12 text-ink-2">
              {fullDay(change.changed_at, lang)} {time(change.changed_at)}・
              {change.actor_kind === 'staff' ? who(change.actor_id) : change.actor_kind}
              {change.state === 'planned' && `・${w.plannedFrom(fullDay(change.effective_at, lang))}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
