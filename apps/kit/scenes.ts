import type { Text } from './words.ts'

/** What a simulated town may live through, in words. */
export const SCENES: Record<string, Text> = {
  opening_sale: { ja: '開店記念セール', en: 'Opening sale' },
  rain: { ja: '雨の一日', en: 'A day of rain' },
  viral: { ja: '話題の商品', en: 'A product goes viral' },
  stock_mistakes: { ja: '在庫の数え違い', en: 'Stock mistakes' },
  shop_offline: { ja: '通信の切れた店', en: 'A shop offline' },
  festival: { ja: '祇園のお祭り', en: 'A festival in Gion' },
}

type Told = { type: string; facts: Record<string, unknown>; occurred_at: string }
const LONGEST_MS = 3 * 86_400_000

/** Scenes that have begun and not ended, by their events in order of time. */
export function playing(events: readonly Told[], now_ms: number): string[] {
  const on = new Set<string>()
  for (const { type, facts, occurred_at } of events.toSorted((a, b) => a.occurred_at.localeCompare(b.occurred_at))) {
    const scene = String(facts.scene ?? '')
    if (type === 'Scene Ended') on.delete(scene)
    else if (now_ms - Date.parse(occurred_at) < LONGEST_MS) on.add(scene)
  }
  return [...on].filter((scene) => scene in SCENES)
}
