// Where a Chromium for the browser tests is; used by prepare.cjs and by the tests themselves.
'use strict'
const { accessSync, constants, existsSync } = require('node:fs')
const path = require('node:path')

/** The path of a Chromium that can be started, or undefined. */
function findChromium() {
  const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap(
    (name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
  )
  const places = [
    process.env.ENGAWA_CHROMIUM,
    ...onPath,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    playwrights(),
  ]
  return places.find((file) => file && executable(file))
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser Playwright downloaded for itself, if it did. */
function playwrights() {
  if (!existsSync(path.join(__dirname, '../node_modules/playwright-core'))) return undefined
  return require('playwright-core').chromium.executablePath()
}

module.exports = { findChromium }
