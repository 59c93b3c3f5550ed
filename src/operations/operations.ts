/**
 * Operations is what whoever keeps the house running looks at: is it alive, is it well, how far is the work behind, which
 * statements are slow, which processes there are.
 * Always true: looking is cheap (what several ask within two seconds is looked up once); no figure names a person, a value
 * or an address; every label comes from a list that the source bounds.
 */
export { type Degraded, health } from './health.ts'
export { type LiveProcess, processes, tellOfProcess } from './processes.ts'
export { slowStatements, tick as forgetSlow } from './slow.ts'
export { watchRequests } from './watch.ts'
export { work } from './work.ts'
