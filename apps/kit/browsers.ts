/** What every face is built for: browsers that know light-dark(), so that a colour is written once. */
export const browsers = { target: ['chrome123', 'safari17.5', 'firefox128'] }
