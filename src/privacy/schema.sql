-- Generated from the database by npm run generate; the migrations are the source.

create schema privacy;

create table privacy.erasure (
  profile_id uuid not null,
  erasure_id uuid not null,
  erased_at timestamp with time zone not null,
  reason text not null,
  actor_kind text not null,
  actor_id text,
  constraint erasure_pkey PRIMARY KEY (profile_id, erasure_id)
);
CREATE INDEX erasure_recent ON privacy.erasure USING btree (erased_at);
alter table privacy.erasure enable row level security;
create policy person on privacy.erasure to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on privacy.erasure to engawa_app;
