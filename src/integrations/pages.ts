/** Plain pages for those who read the API's catalogues in a browser. */
const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark] as string)
}

/** A table; the first cell of each row is its name, to be linked to. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: 'th' | 'td', list: readonly string[]) =>
    list.map((cell) => `<${tag}>${safe(cell)}</${tag}>`).join('')
  const body = rows.map((row) => `<tr id="${safe(row[0] ?? '')}">${cells('td', row)}</tr>`).join('\n')
  return `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>\n${body}\n</tbody></table>`
}

export function page(title: string, body: string): string {
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title)} · Engawa</title>
<style>body{font:15px/1.7 system-ui,"Hiragino Sans","Noto Sans JP",sans-serif;margin:2rem;color:#222;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #ddd}
td:first-child{font-family:ui-monospace,monospace}tr:target{background:#fff6d6}</style>
<h1>${safe(title)}</h1>
<p><a href="/docs">API</a> · <a href="/docs/events">Events</a> · <a href="/docs/problems">Problems</a></p>
${body}</html>`
}
