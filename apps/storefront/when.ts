import { calendarDay, shortDay, time } from '../kit/format.ts'
import { useLang } from '../kit/words.ts'
import { useShop } from './shop.ts'
import { useWords } from './words.ts'

/** 今日, 明日, or 4/3(土); takes an instant or a bare date. */
export function useDayWords(): (at: string) => string {
  const w = useWords()
  const lang = useLang()
  const now = useShop()?.now ?? '1970-01-01T00:00:00Z'
  return (at) => {
    const bare = at.length === 10
    const iso = bare ? `${at}T03:00:00Z` : at
    const away = Math.round((Date.parse(bare ? at : calendarDay(at)) - Date.parse(calendarDay(now))) / 86_400_000)
    return away === 0 ? w.today : away === 1 ? w.tomorrow : shortDay(iso, lang)
  }
}

/** 今日18:30. */
export function useMomentWords(): (iso: string) => string {
  const day = useDayWords()
  const lang = useLang()
  return (iso) => `${day(iso)}${lang === 'en' ? ' ' : ''}${time(iso)}`
}
