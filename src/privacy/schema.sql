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

create table privacy.request (
  profile_id uuid not null,
  request_id uuid not null,
  kind text not null,
  via text not null,
  purposes text[] not null default '{}'::text[],
  received_on date not null,
  due_on date not null,
  state text not null default 'open'::text,
  because text,
  received_at timestamp with time zone not null,
  received_by_kind text not null,
  received_by text,
  closed_at timestamp with time zone,
  closed_by_kind text,
  closed_by text,
  constraint request_pkey PRIMARY KEY (profile_id, request_id),
  constraint request_closed_whole CHECK (((state = 'open'::text) = (closed_at IS NULL))),
  constraint request_kind_known CHECK ((kind = ANY (ARRAY['see'::text, 'export'::text, 'correct'::text, 'stop'::text, 'erase'::text]))),
  constraint request_refused_because CHECK (((state = 'refused'::text) = (because IS NOT NULL))),
  constraint request_state_known CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'refused'::text]))),
  constraint request_via_known CHECK ((via = ANY (ARRAY['phone'::text, 'letter'::text, 'counter'::text, 'mail'::text])))
);
CREATE INDEX request_due ON privacy.request USING btree (state, due_on, request_id);
CREATE INDEX request_named ON privacy.request USING btree (request_id);
alter table privacy.request enable row level security;
create policy person on privacy.request to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update on privacy.request to engawa_app;

-- function privacy.kept(p_profiles uuid[], p_but text[], p_whole boolean) returns TABLE("table" text, count integer, kept jsonb) plpgsql stable
