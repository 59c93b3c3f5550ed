/** WebAuthn's JSON as browsers send and take it (W3C WebAuthn Level 3, §5.1.9–5.1.10). */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import Type from 'typebox'

const bytes = (maxLength: number) => Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength })
const closed = { additionalProperties: false }
const attachment = Type.Optional(Type.Union([Type.Literal('platform'), Type.Literal('cross-platform')]))
const extensions = Type.Object({}, { additionalProperties: true, maxProperties: 20 })

export const CreationOptions = Type.Unsafe<PublicKeyCredentialCreationOptionsJSON>(
  Type.Object({ challenge: Type.String() }, { additionalProperties: true }),
)
export const RequestOptions = Type.Unsafe<PublicKeyCredentialRequestOptionsJSON>(
  Type.Object({ challenge: Type.String() }, { additionalProperties: true }),
)
export const Created = Type.Unsafe<RegistrationResponseJSON>(
  Type.Object(
    {
      id: bytes(1400),
      rawId: bytes(1400),
      type: Type.Literal('public-key'),
      authenticatorAttachment: attachment,
      clientExtensionResults: extensions,
      response: Type.Object(
        {
          clientDataJSON: bytes(4000),
          attestationObject: bytes(20_000),
          authenticatorData: Type.Optional(bytes(20_000)),
          publicKey: Type.Optional(bytes(4000)),
          publicKeyAlgorithm: Type.Optional(Type.Integer({ minimum: -70_000, maximum: 70_000 })),
          transports: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z-]{2,20}$' }), { maxItems: 10 })),
        },
        closed,
      ),
    },
    closed,
  ),
)
export const Signed = Type.Unsafe<AuthenticationResponseJSON>(
  Type.Object(
    {
      id: bytes(1400),
      rawId: bytes(1400),
      type: Type.Literal('public-key'),
      authenticatorAttachment: attachment,
      clientExtensionResults: extensions,
      response: Type.Object(
        {
          clientDataJSON: bytes(4000),
          authenticatorData: bytes(4000),
          signature: bytes(4000),
          userHandle: Type.Optional(bytes(200)),
        },
        closed,
      ),
    },
    closed,
  ),
)

const Name = Type.String({ minLength: 1, maxLength: 60 })
export const PasskeyNew = Type.Object({ response: Created, name: Type.Optional(Name) }, closed)
export const PasskeyName = Type.Object({ name: Name }, closed)
export const PasskeySignIn = Type.Object({ response: Signed }, closed)
export const Passkey = Type.Object({
  passkey_id: Type.String({ format: 'uuid' }),
  name: Type.String(),
  site: Type.String({ description: 'The domain it works on.' }),
  synced: Type.Boolean({ description: 'Kept by a password manager and on several devices, not on one alone.' }),
  backed_up: Type.Boolean(),
  created_at: Type.String({ format: 'date-time' }),
  used_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
})
export const Passkeys = Type.Object({ items: Type.Array(Passkey), next: Type.Null() })
export const PasskeyPath = Type.Object({ passkey_id: Type.String({ format: 'uuid' }) })
