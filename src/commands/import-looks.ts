/** What `engawa import` shows besides importing: a guessed map, the list of imports, one of them, and what an undoing came to. */
import { writeFileSync } from 'node:fs'
import type { Actor } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { refuse } from '#core/problem'
import {
  find,
  type Guess,
  guessFile,
  keptOf,
  list,
  type Resource,
  resources,
  sourceOf,
  undo,
} from '#integrations/integrations'

const actor: Actor = { kind: 'system', id: 'engawa import' }

/** Show what a file seems to hold, and write the guessed map where one asks for it. */
export async function showGuess(
  file: string | undefined,
  resource: Resource | undefined,
  values: { source?: string | undefined; 'write-map'?: string | undefined; json?: boolean | undefined },
): Promise<void> {
  if (!file)
    return refuse('integrations.file_needed', 400, '取り込むファイルを指定してください。', 'Name the file to import.')
  const guess = await guessFile(file, resource, values.source ?? sourceOf(file))
  console.log(values.json ? JSON.stringify(guess) : toldGuess(guess))
  const to = values['write-map']
  if (to) {
    writeFileSync(to, guess.map)
    console.log(`→ ${to}\n  engawa import ${guess.resource} ${file} --map ${to} --dry-run`)
  } else if (!values.json) {
    console.log(
      `  --write-map MAP.yml でマップを書き出して直せます。そのまま使うときは --guess を付けます。\n  --write-map MAP.yml writes the map to be looked over; --guess uses it as it is.`,
    )
  }
  if (guess.missing.length) process.exitCode = 1
}

/** A guess in lines: each column with some of its values, the field it is taken for and how sure that is. */
export function toldGuess({ resource, columns, missing }: Guess): string {
  const lines = [`推測 (guess): ${resource}`]
  for (const { header, samples, field, confidence } of columns) {
    const taken = field ? `→ ${field} (${Math.round(confidence * 100)}%)` : '– 使わない (not used)'
    lines.push(`  ${header}  ${taken}   ${samples.join(' / ')}`)
  }
  if (missing.length) lines.push(`  ✗ 見つからない必須項目 (needed and not found): ${missing.join(', ')}`)
  return lines.join('\n')
}

export async function showList(db: Pool, json: boolean | undefined): Promise<void> {
  const imports = await transaction(db, actor, (tx) => list(tx, resources, undefined, 50))
  if (json) return console.log(JSON.stringify({ imports }))
  for (const one of imports)
    console.log(
      `${one.import_id}  ${one.started_at.slice(0, 16)}  ${one.resource.padEnd(9)} ${one.state.padEnd(13)} ${one.rows_written}/${one.rows_read}  ${one.file_name}`,
    )
}

export async function showStatus(db: Pool, import_id: string, json: boolean | undefined): Promise<void> {
  const one = await transaction(db, actor, async (tx) => {
    const found = await find(tx, import_id)
    return found && { ...found, kept: await keptOf(tx, import_id) }
  })
  if (!one)
    return refuse('integrations.no_import', 404, 'この取り込みは見つかりません。', 'There is no such import.', {
      field: 'import_id',
    })
  console.log(json ? JSON.stringify(one) : JSON.stringify(one, null, 2))
}

/** Take an import back and say what was kept and why. */
export async function takeBack(db: Pool, import_id: string, json: boolean | undefined): Promise<void> {
  const done = await undo(db, actor, import_id)
  if (json) console.log(JSON.stringify(done))
  else {
    const what = Object.entries(done.undone).map(([kind, count]) => `${kind} ${count}`)
    console.log(`取り消しました (taken back): ${what.join(', ') || '–'}`)
    for (const { kind, count, message } of done.kept)
      console.log(`  残しました (kept): ${kind} ${count} — ${message.ja} ${message.en}`)
  }
  if (done.kept.length) process.exitCode = 1
}
