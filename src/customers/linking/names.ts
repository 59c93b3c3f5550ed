/** People's names of a file, taken apart into family and given name and their readings; the file itself teaches how. */
import { folded, isJapanese, isKana, sound } from './letters.ts'

/** Each part '' when it is not known. Written parts are folded kanji or Latin letters, readings as `sound` gives them. */
export type Name = {
  family: string
  given: string
  family_sound: string
  given_sound: string
  whole: string
  whole_sound: string
}
export type Written = {
  name?: string
  family?: string
  given?: string
  kana?: string
  family_kana?: string
  given_kana?: string
}

type Counts = Map<string, number>

/** Take the names of all records apart. Records that show where a name divides teach it for those that do not. */
export function names(written: readonly Written[]): Name[] {
  const japanese = written.some(({ name, family, given, kana }) =>
    [name, family, given, kana].some((text) => text && isJapanese(text)),
  )
  const divided = written.map((record) => first(record, japanese))
  const families: Counts = new Map()
  const givens: Counts = new Map()
  const teach = (name: Name) => {
    for (const part of [name.family, name.family_sound])
      if (part && (name.given || name.given_sound)) add(families, part)
    for (const part of [name.given, name.given_sound]) if (part && (name.family || name.family_sound)) add(givens, part)
  }
  for (const name of divided) teach(name)
  // Those that begin with a family name somebody has teach given names, before the doubtful ones are divided.
  const doubtful = divided.filter((name) => {
    const undivided = name.whole || name.whole_sound
    if (!undivided) return false
    const sure = [name.whole, name.whole_sound].every((whole) => !whole || begins(whole, families, givens))
    if (sure) {
      second(name, families, givens)
      teach(name)
    }
    return !sure
  })
  for (const name of doubtful) second(name, families, givens)
  for (const name of divided) wholes(name)
  return divided
}

function begins(whole: string, families: Counts, givens: Counts): boolean {
  if (whole.includes(' ') || givens.has(whole)) return false
  for (let at = 1; at < whole.length; at++) if (families.has(whole.slice(0, at))) return true
  return false
}

function add(counts: Counts, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

// What the record itself says.
function first(record: Written, japanese: boolean): Name {
  const name: Name = { family: '', given: '', family_sound: '', given_sound: '', whole: '', whole_sound: '' }
  // A family name without a given one may be both in one cell.
  if (record.family) put(name, japanese && !record.given ? 'whole' : 'family', record.family, japanese)
  if (record.given) put(name, 'given', record.given, japanese)
  if (record.family_kana) name[record.given_kana ? 'family_sound' : 'whole_sound'] = sound(record.family_kana)
  if (record.given_kana) name.given_sound = sound(record.given_kana)
  if (record.kana) {
    const [family, given] = pair(record.kana)
    if (given) {
      name.family_sound ||= sound(family)
      name.given_sound ||= sound(given)
    } else name.whole_sound = sound(record.kana)
  }
  if (record.name) {
    const [one, two] = pair(record.name)
    if (!two && japanese && !isJapanese(record.name)) name.whole_sound ||= `${sound(one)} `
    else if (!two) put(name, 'whole', record.name, japanese)
    else if (japanese && !isJapanese(record.name)) latin(name, sound(one), sound(two))
    else if (japanese) {
      put(name, 'family', one, japanese)
      put(name, 'given', two, japanese)
    } else {
      // Taro Yamada; Yamada, Taro.
      const turned = record.name.includes(',')
      put(name, 'given', turned ? two : one, japanese)
      put(name, 'family', turned ? one : two, japanese)
    }
  }
  return name
}

// Latin letters beside kana say nothing new; alone, their order is found later.
function latin(name: Name, one: string, two: string): void {
  if (name.family_sound || name.whole_sound) return
  name.whole_sound = `${one} ${two}`
}

function put(name: Name, part: 'family' | 'given' | 'whole', text: string, japanese: boolean): void {
  if (japanese && (isKana(text) || !isJapanese(text))) {
    name[`${part}_sound`] ||= sound(text)
    return
  }
  name[part] ||= folded(text).replace(/[\s・･.,'-]/g, '')
}

function pair(text: string): [string, string] {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/[\s・,]+/)
    .filter(Boolean)
  return parts.length < 2 ? [parts[0] ?? '', ''] : [parts[0] as string, parts.slice(1).join('')]
}

// What the other records say.
function second(name: Name, families: Counts, givens: Counts): void {
  if (name.whole) {
    const [family, given] = divide(name.whole, families, givens)
    name.family ||= family
    name.given ||= given
  }
  if (name.whole_sound.includes(' ')) {
    const [one = '', two = ''] = name.whole_sound.split(' ')
    // One word in Latin letters is what she is called, seldom a family name.
    if (!two && one) {
      if ((families.get(one) ?? 0) > (givens.get(one) ?? 0)) name.family_sound ||= one
      else name.given_sound ||= one
      return
    }
    const score = (family: string, given: string) =>
      Math.log1p(families.get(family) ?? 0) + Math.log1p(givens.get(given) ?? 0)
    const [family, given] = score(one, two) >= score(two, one) ? [one, two] : [two, one]
    name.family_sound ||= family
    name.given_sound ||= given
  } else if (name.whole_sound) {
    const [family, given] = divide(name.whole_sound, families, givens)
    name.family_sound ||= family
    name.given_sound ||= given
  }
}

function wholes(name: Name): void {
  name.whole = name.family && name.given ? name.family + name.given : name.whole
  name.whole_sound = name.family_sound && name.given_sound ? name.family_sound + name.given_sound : ''
}

/** Divide an undivided name where the parts are the most often seen; one that is only a given (or family) name stays whole. */
function divide(whole: string, families: Counts, givens: Counts): [string, string] {
  let best: [string, string] = ['', '']
  const as_given = givens.get(whole) ?? 0
  const as_family = families.get(whole) ?? 0
  let most = as_given + as_family > 0 ? 2 * Math.log1p(as_given + as_family) : 0.1
  if (as_given + as_family > 0) best = as_given >= as_family ? ['', whole] : [whole, '']
  for (let at = 1; at < whole.length; at++) {
    const family = families.get(whole.slice(0, at)) ?? 0
    const given = givens.get(whole.slice(at)) ?? 0
    const score = 2 * Math.log1p(family) + Math.log1p(given)
    if (score > most) {
      most = score
      best = [whole.slice(0, at), whole.slice(at)]
    }
  }
  // Nobody else's name shows where: most family names have two kanji.
  if (!best[0] && !best[1] && isJapanese(whole) && whole.length > 2) return [whole.slice(0, 2), whole.slice(2)]
  return best
}
