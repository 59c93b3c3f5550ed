/**
 * Test results short enough to read: a line per file, what tests have to say, failures in full at the end, then
 * "N passed, N failed". With ENGAWA_TEST_SUMMARY the counts also go to that file as JSON.
 */
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

type Result = {
  name: string
  nesting: number
  file?: string
  skip?: string | boolean
  details: { duration_ms: number; type?: string; error?: unknown }
}

// node:test closes every file with these; the line of the file says the same.
const totals = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/

/** The reporter, as `--test-reporter` wants it. */
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const files = new Map<string, { passed: number; failed: number }>()
  const failures: string[] = []
  const output = new Map<string, string>()
  let passed = 0
  let skipped = 0
  const of = (file: string) => {
    const known = files.get(file) ?? { passed: 0, failed: 0 }
    files.set(file, known)
    return known
  }
  for await (const { type, data } of source as AsyncIterable<{ type: string; data: never }>) {
    const result = data as Result
    const file = result?.file ? relative(process.cwd(), result.file) : ''
    if (type === 'test:pass' && result.details.type !== 'suite') {
      if (result.skip) {
        skipped++
        yield `  - ${result.name}: ${result.skip === true ? 'skipped' : result.skip}\n`
      } else {
        passed++
        of(file).passed++
      }
    } else if (type === 'test:fail') {
      // A suite fails because a test in it did; its own failure (a hook, say) has another cause.
      const cause = (result.details.error as { failureType?: string })?.failureType
      if (cause === 'subtestsFailed') continue
      of(file).failed++
      failures.push(`✖ ${file} › ${result.name}\n${indent(text(result.details.error))}`)
      yield `  ✖ ${file} › ${result.name}\n`
    } else if (type === 'test:diagnostic') {
      const { message } = data as { message: string }
      if (!totals.test(message)) yield `  ℹ ${message}\n`
    } else if (type === 'test:stdout' || type === 'test:stderr') {
      const { message } = data as { message: string }
      output.set(file, ((output.get(file) ?? '') + message).slice(-20_000))
    } else if (type === 'test:summary' && file) {
      const { passed, failed } = of(file)
      const said = failed ? (output.get(file) ?? '') : ''
      output.delete(file)
      yield `${failed ? '✖' : '✔'} ${file} (${passed}${failed ? ` of ${passed + failed}` : ''}, ${seconds((data as { duration_ms: number }).duration_ms)})\n${said && indent(said)}`
    }
  }
  // A file that never ran (a syntax error, a crash) has no summary; what it said is all there is.
  for (const [file, said] of output) if (of(file).failed) yield `✖ ${file}\n${indent(said)}`
  if (failures.length) yield `\n${failures.join('\n')}`
  if (process.env.ENGAWA_TEST_SUMMARY)
    writeFileSync(process.env.ENGAWA_TEST_SUMMARY, JSON.stringify({ passed, failed: failures.length, skipped }))
  yield `\n${passed} passed, ${failures.length} failed${skipped ? `, ${skipped} skipped` : ''} (${seconds(performance.now())})\n`
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const indent = (lines: string) => `${lines.trimEnd().replace(/^/gm, '    ')}\n`

/** An error with its cause (what the test threw) rather than node:test's wrapping of it. */
function text(error: unknown): string {
  const cause = (error as { cause?: unknown })?.cause ?? error
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause)
}
