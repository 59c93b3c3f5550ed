/** What a phone is shown first: how to trust this house, and the faces. */

/** One page, without a script. */
export function lanPage({ url, named }: { url: string; named: boolean }): string {
  const passkeys = named
    ? ''
    : `<p>数字のアドレスではパスキーは使えません（<code>--lan-name</code> で名前を指定してください）。<br><small lang="en">Passkeys need a name; give one with <code>--lan-name</code>.</small></p>`
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>縁側 Engawa</title>
<style>body{font:16px/1.8 system-ui,sans-serif;max-width:34rem;margin:0 auto;padding:2rem 1.25rem;color:#222;background:#fbfaf7}
h1{font-size:1.35rem}a{color:#1f4e79}li{margin:.4rem 0}small{color:#555}code{font-size:.9em}
@media(prefers-color-scheme:dark){body{color:#eee;background:#1b1b19}a{color:#9cc4ee}small{color:#bbb}}</style></head>
<body><main><h1>縁側 Engawa</h1>
<p>はじめに、この機械の証明書を一度だけ信頼してください。<br><small lang="en">First, trust this machine’s certificate, once.</small></p>
<ol>
<li><a href="/lan/engawa.crt">証明書を受け取る <span lang="en">Get the certificate</span></a></li>
<li>iPhone・iPad: 「設定」→「プロファイルがダウンロードされました」→ インストール、続けて「一般」→「情報」→「証明書信頼設定」でオンにします。<br>
<small lang="en">Settings → Profile Downloaded → Install, then General → About → Certificate Trust Settings.</small></li>
<li>Android: 「設定」→「セキュリティ」→「証明書のインストール」→「CA証明書」。<br>
<small lang="en">Settings → Security → Install a certificate → CA certificate.</small></li>
</ol>
<p>次から、この警告は出ません。<br><small lang="en">The warning does not come back.</small></p>
<ul><li><a href="/">お店 <span lang="en">Storefront</span></a></li><li><a href="/counter/">カウンター <span lang="en">Counter</span></a></li><li><a href="/console/">コンソール <span lang="en">Console</span></a></li></ul>
${passkeys}
<p><small>${url}</small></p>
</main></body></html>
`
}
