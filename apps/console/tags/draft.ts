/** A tag's rule as the lines of a form, and back. Signs the form has no line for are kept as they are. */
import type { TagRule } from '../../kit/shapes.ts'

export type Draft = {
  words: string
  attributes: string
  but: string
  bought: string
  viewed: string
  half_life_days: string
  threshold: string
  sensitive: boolean
}
export const usual: TagRule = {
  signs: [],
  bought: 4,
  viewed: 1,
  half_life_days: 90,
  threshold: 4.5,
}
const comma = '、'
const parted = (line: string) =>
  line
    .split(/[、,，]/)
    .map((one) => one.trim())
    .filter(Boolean)

/** The form's lines of a rule. */
export function draftOf(rule: TagRule): Draft {
  const { signs, but = [], bought, viewed, half_life_days, threshold, sensitive = false } = rule
  return {
    words: signs.flatMap((sign) => (sign.is === 'word' ? sign.among : [])).join(comma),
    attributes: signs
      .flatMap((sign) => {
        if (sign.is !== 'attribute') return []
        return sign.among?.map((value) => `${sign.name}=${value}`) ?? [sign.name]
      })
      .join(comma),
    but: but.join(comma),
    bought: String(bought),
    viewed: String(viewed),
    half_life_days: String(half_life_days),
    threshold: String(threshold),
    sensitive,
  }
}

/** Signs by category, which the form only keeps. */
export function keptSigns(rule: TagRule): TagRule['signs'] {
  return rule.signs.filter(({ is }) => is === 'category')
}

/** The rule the lines say; weights of signs that stay are those they had. */
export function ruleOf(draft: Draft, before: TagRule): TagRule {
  const words = parted(draft.words)
  const weightOf = (is: string, name?: string) =>
    before.signs.find((sign) => sign.is === is && (name === undefined || ('name' in sign && sign.name === name)))
      ?.weight
  const weighted = (weight: number | undefined) => (weight === undefined ? {} : { weight })
  const attributes = new Map<string, string[]>()
  for (const one of parted(draft.attributes)) {
    const [name = '', value] = one.split('=')
    attributes.set(name, [...(attributes.get(name) ?? []), ...(value ? [value] : [])])
  }
  const but = parted(draft.but)
  return {
    signs: [
      ...(words.length ? [{ is: 'word' as const, among: words, ...weighted(weightOf('word')) }] : []),
      ...[...attributes].map(([name, among]) => ({
        is: 'attribute' as const,
        name,
        ...(among.length ? { among } : {}),
        ...weighted(weightOf('attribute', name)),
      })),
      ...keptSigns(before),
    ],
    ...(but.length ? { but } : {}),
    bought: Number(draft.bought),
    viewed: Number(draft.viewed),
    half_life_days: Number(draft.half_life_days),
    threshold: Number(draft.threshold),
    ...(draft.sensitive ? { sensitive: true } : {}),
  }
}
