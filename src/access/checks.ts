import type { Check } from '#core/check'

const stranger = `'00000000-0000-4000-8000-00000000dead'`

export const checks: Check[] = [
  {
    name: 'access: a passkey has its owner',
    sql: `select k.passkey_id from access.passkey k
      where k.staff_id is not null and not exists (select from access.staff t where t.staff_id = k.staff_id)`,
    corrupt: `insert into access.passkey (credential_hash, passkey_id, staff_id, credential_id, public_key, counter, rp_id, device_type, backed_up, sealed_name, created_at)
      values ('\\xdead', ${stranger}, ${stranger}, '\\xdead', '\\xdead', 0, 'verify', 'singleDevice', false, '\\xdead', '2020-01-01Z')`,
  },
  {
    name: 'access: a session has its holder',
    sql: `select session_id, kind from access.session s
      where case when kind = 'staff' then profile_id is not null or not exists (select from access.staff t where t.staff_id = s.staff_id)
        else staff_id is not null or profile_id is null end`,
    corrupt: `insert into access.session (token_hash, session_id, kind, staff_id, created_at, expires_at)
      values ('\\xdead', ${stranger}, 'staff', ${stranger}, '2020-01-01Z', '2020-01-01Z')`,
  },
  {
    name: 'access: shop staff have their shops',
    sql: `select staff_id, code, role from access.staff where active and role in ('clerk', 'manager') and place_ids = '{}'`,
    corrupt: `insert into access.staff (staff_id, code, display_name, role) values (${stranger}, 'verify', 'verify', 'clerk')`,
  },
]
