/**
 * Settings: what a retailer decides, as one catalogue with its history. The rooms declare theirs (core/settings) and read them;
 * here they are shown, validated by the shape their room declared, changed, planned for a day and told who decided what when.
 *
 * Always true: nothing undeclared is written here; a decision is never rewritten (what was planned may be withdrawn before its
 * day, and stays in the history); the version counts decisions, so two editors cannot overwrite each other unseen.
 */
import type { ValidateFunction } from 'ajv'
import type { Actor } from '#core/actor'
import type { Tx } from '#core/database'
import { type Decision, decisions, type Planned, standing, withdrawPlan } from '#core/decisions'
import { refuse } from '#core/problem'
import { type Decided, declared, putSetting, type Setting } from '#core/settings'
import { clock } from '#core/time'
import { bounded, compile } from '#core/validation'

export type Shown = {
  key: string
  title: { ja: string; en: string }
  about: { ja: string; en: string }
  schema: Record<string, unknown>
  dated: boolean
  usual: unknown
  value: unknown
  /** False while nobody has decided and the usual holds. */
  decided: boolean
  version: number
  planned: Planned[]
}

/** The catalogue, each setting with what holds now and what is planned. */
export function settings(tx: Tx): Promise<Shown[]> {
  return show(tx, declared())
}

/** One setting; refuses (404) what no room has declared. */
export async function settingOf(tx: Tx, key: string): Promise<Shown> {
  const [shown] = await show(tx, [known(key)])
  return shown as Shown
}

/** Decide a setting, from now or from a moment to come. Refuses 422 a value of the wrong shape or day, 412 an editor overtaken. */
export async function decide(tx: Tx, actor: Actor, key: string, value: unknown, decided: Decided): Promise<Shown> {
  const one = known(key)
  const { effective_at } = decided
  if (effective_at && !one.dated)
    refuse(
      'settings.not_dated',
      422,
      'この設定は、日時を指定して予約できません。',
      'This setting cannot be planned for a day.',
      { field: 'effective_at' },
    )
  if (effective_at && Date.parse(effective_at) <= clock.ms())
    refuse('settings.past', 422, 'これから先の日時を指定してください。', 'Name a moment to come.', {
      field: 'effective_at',
    })
  needShape(one, value)
  await one.check?.(tx, value)
  await putSetting(tx, key, value, actor, decided)
  return settingOf(tx, key)
}

/** Take back what was planned and has not begun; refuses 404 what is not planned. */
export async function withdraw(tx: Tx, key: string, version: number): Promise<void> {
  known(key)
  if (!(await withdrawPlan(tx, key, version)))
    refuse(
      'settings.not_planned',
      404,
      'この予約はありません（すでに始まったものは取り消せません）。',
      'Nothing of this number is planned (what has begun cannot be taken back).',
    )
}

/** Who decided what when, newest first; `before` is the last version of the page before. */
export function history(tx: Tx, key: string, page: { before?: number; limit: number }): Promise<Decision[]> {
  return decisions(tx, known(key).key, page)
}

async function show(tx: Tx, list: readonly Setting[]): Promise<Shown[]> {
  const now = await standing(
    tx,
    list.map(({ key }) => key),
  )
  return list.map(({ key, title, about, schema, usual, dated = false }) => {
    const { decided = false, value, version = 0, planned = [] } = now.get(key) ?? {}
    return {
      key,
      title,
      about,
      schema: { ...schema },
      dated,
      usual,
      value: decided ? value : usual,
      decided,
      version,
      planned,
    }
  })
}

function known(key: string): Setting {
  return (
    declared().find((one) => one.key === key) ??
    refuse('settings.unknown', 404, 'この設定はありません。', 'There is no such setting.')
  )
}

const shapes = new WeakMap<object, ValidateFunction>()

function needShape({ schema }: Setting, value: unknown): void {
  const fits = shapes.get(schema) ?? compile(bounded(schema), 'body')
  shapes.set(schema, fits)
  if (fits(value)) return
  const errors = (fits.errors ?? []).map(({ instancePath, keyword, message, params }) => {
    const extra = params.missingProperty ?? params.additionalProperty
    return { field: `value${instancePath}${extra ? `/${extra}` : ''}`.replaceAll('/', '.'), rule: keyword, message }
  })
  refuse(
    'settings.invalid',
    422,
    `この値は設定できません（${errors[0]?.field}）。`,
    `This value will not do (${errors[0]?.field}).`,
    { field: errors[0]?.field, errors },
  )
}
