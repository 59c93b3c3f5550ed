/** Who LINE says she is, after its ID token was verified: the id is this retailer's (LINE gives each provider its own). */
export type LinePerson = { user_id: string; name: string | null; ways: string[] }
export type Asking = {
  state: string
  nonce: string
  /** PKCE: its hash goes along, itself only with the code. */
  code_verifier: string
  redirect_uri: string
}

/** LINE Login. `person` rejects when LINE refuses the code or the ID token is not LINE's word about this very sign-in. */
export type LineLogin = {
  name: string
  /** Where to send the browser. */
  authorization(asking: Asking): URL
  /** Trade the code that came back for the person. */
  person(code: string, asking: Omit<Asking, 'state'>): Promise<LinePerson>
}

/** The code was not good, or what came with it not to be believed. */
export class LineRefused extends Error {}
