// Required by every node of a test run (NODE_OPTIONS): what the processes a test file starts print is written down, so that
// src/core/testing.ts can look through it for people. Plain JavaScript, since an old system Node may be among them.
const fs = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

if (process.env.ENGAWA_OVERHEARD) {
  const file = process.env.ENGAWA_OVERHEARD
  const { writeSync, write } = fs
  const note = (said) => {
    try {
      fs.appendFileSync(file, typeof said === 'string' ? said : Buffer.from(said))
    } catch {}
  }
  for (const stream of [process.stdout, process.stderr]) {
    const { write: print } = stream
    stream.write = function (said, ...rest) {
      note(said)
      return print.call(this, said, ...rest)
    }
  }
  // A logger writes to the file descriptor itself.
  fs.writeSync = (to, said, ...rest) => {
    if (to === 1 || to === 2) note(said)
    return writeSync(to, said, ...rest)
  }
  fs.write = (to, said, ...rest) => {
    if (to === 1 || to === 2) note(said)
    return write(to, said, ...rest)
  }
} else if (process.env.NODE_TEST_CONTEXT) {
  // The test file itself: its own output is the tests'.
  process.env.ENGAWA_OVERHEARD = join(tmpdir(), `engawa-overheard-${process.pid}-${Date.now()}.log`)
  process.once('exit', () => fs.rmSync(process.env.ENGAWA_OVERHEARD, { force: true }))
}
