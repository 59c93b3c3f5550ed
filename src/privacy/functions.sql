-- What stands under these profiles, table by table, as far as the caller may read. The tables are read out of the catalogue, so
-- that one which is added is in everybody's copy without being named here. Keys, hashes and tokens are nobody's to read;
-- `p_but` names what tells of others or of the house alone. Without `p_whole` the rows are only counted.
create or replace function privacy.kept(p_profiles uuid[], p_but text[], p_whole boolean)
returns table ("table" text, count integer, kept jsonb)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare v_table record;
begin
  for v_table in
    select format('%I.%I', n.nspname, c.relname) as name, n.nspname || '.' || c.relname as plain,
      coalesce(array_agg(a.attname::text) filter (where a.attname ~ '(_hash|token|secret|wrapped_key|credential_id|public_key)$'
        or (a.atttypid = 'bytea'::regtype and a.attname !~ '^sealed')), '{}') as hidden
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|information_schema$|graphile_worker$|channels$)'
      and has_table_privilege(c.oid, 'select') and n.nspname || '.' || c.relname <> all (p_but)
    group by n.nspname, c.relname having bool_or(a.attname = 'profile_id') order by n.nspname, c.relname
  loop
    return query execute format('select %L::text, count(*)::integer, case when $2 then coalesce(jsonb_agg(to_jsonb(t) - $3), ''[]'') end
      from %s t where t.profile_id = any ($1)', v_table.plain, v_table.name) using p_profiles, p_whole, v_table.hidden;
  end loop;
end $$;
