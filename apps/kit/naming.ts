import { useLang } from './words.ts'

type Named = { name: string; name_en?: string | null }

/** The name in the page's language; the Japanese one where there is no other. */
export function useName(): (thing: Named) => string {
  return useLang() === 'en' ? english : japanese
}
// One function for each language, so that what depends on it need not be made anew.
const japanese = (thing: Named) => thing.name
const english = (thing: Named) => thing.name_en || thing.name

/** 生成り・S: what tells one variant from another. */
export function optionsText(options: Record<string, unknown> | null | undefined): string {
  return Object.values(options ?? {})
    .map(String)
    .join('・')
}

/** The address of a kept picture; pictures never change under their id. */
export function pictureUrl(picture_id: string | null | undefined): string | null {
  return picture_id ? `/v1/catalog/pictures/${picture_id}` : null
}
