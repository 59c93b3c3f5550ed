-- Generated from the database by npm run generate; the migrations are the source.

create schema activity;

create table activity.dirty (
  profile_id uuid not null,
  marked_at timestamp with time zone not null,
  mark bigint not null default 1,
  constraint dirty_pkey PRIMARY KEY (profile_id)
);
alter table activity.dirty enable row level security;
create policy person on activity.dirty to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on activity.dirty to engawa_app;

create table activity.event (
  profile_id uuid not null,
  occurred_at timestamp with time zone not null,
  event_id uuid not null,
  type text not null,
  source text not null,
  channel text,
  place_id uuid,
  subject_kind text,
  subject_id uuid,
  version bigint,
  actor_kind text not null default 'system'::text,
  actor_id text,
  payload jsonb not null default '{}'::jsonb,
  sealed bytea,
  received_at timestamp with time zone not null,
  constraint event_pkey PRIMARY KEY (profile_id, occurred_at, event_id)
) partition by RANGE (occurred_at);
CREATE INDEX event_received ON ONLY activity.event USING btree (received_at, event_id);
CREATE INDEX event_subject ON ONLY activity.event USING btree (subject_id) WHERE (subject_id IS NOT NULL);
alter table activity.event enable row level security;
create policy person on activity.event to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on activity.event to engawa_app;

create table activity.followed (
  type text not null,
  summary text not null,
  constraint followed_pkey PRIMARY KEY (type, summary)
);
grant select, insert, update, delete on activity.followed to engawa_app;

create table activity.pending (
  profile_id uuid not null,
  event_id uuid not null,
  reaction text not null,
  occurred_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  attempts integer not null default 0,
  handed_until timestamp with time zone,
  last_error text,
  constraint pending_pkey PRIMARY KEY (profile_id, event_id, reaction)
);
CREATE INDEX pending_due ON activity.pending USING btree (due_at);
alter table activity.pending enable row level security;
create policy person on activity.pending to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on activity.pending to engawa_app;

create table activity.event_default partition of activity.event default;

-- view activity.timeline (profile_id uuid, occurred_at timestamp with time zone, event_id uuid, type text, source text, channel text, place_id uuid, subject_kind text, subject_id uuid, version bigint, actor_kind text, payload jsonb)

-- function activity.awaits_earlier(p_profile uuid, p_reaction text, p_key uuid, p_received timestamp with time zone, p_version bigint, p_event uuid) returns boolean sql stable security definer
-- function activity.clear_dirty(p_profiles uuid[], p_marks bigint[]) returns void sql security definer
-- function activity.drop_months(p_before timestamp with time zone, OUT gone integer, OUT kept_from timestamp with time zone) returns record plpgsql security definer
-- function activity.emit(p_profile uuid, p_occurred timestamp with time zone, p_event uuid, p_type text, p_source text, p_channel text, p_place uuid, p_subject_kind text, p_subject uuid, p_version bigint, p_actor_kind text, p_actor_id text, p_payload jsonb, p_received timestamp with time zone, p_reactions text[], p_sealed bytea DEFAULT NULL::bytea) returns boolean plpgsql security definer
-- function activity.emit_all(p_events jsonb, p_received timestamp with time zone) returns SETOF uuid sql security definer
-- function activity.emit_columns(p_profiles uuid[], p_occurred timestamp with time zone[], p_ids uuid[], p_types text[], p_sources text[], p_channels text[], p_places uuid[], p_actor_kind text, p_actor_ids text[], p_payloads jsonb[], p_sealed bytea[], p_reacting integer[], p_reactions text[], p_only uuid[], p_received timestamp with time zone) returns void plpgsql security definer
-- function activity.ensure_months(p_from date, p_to date) returns integer plpgsql security definer
-- function activity.follow_types(p_summary text, p_types text[]) returns void sql security definer
-- function activity.hand_out(p_now timestamp with time zone, p_real_now timestamp with time zone, p_until timestamp with time zone, p_attempts integer, p_limit integer) returns TABLE(profile_id uuid, event_id uuid, reaction text) sql security definer
-- function activity.kept_from() returns timestamp with time zone sql stable
-- function activity.mark_all_dirty(p_profiles uuid[], p_at timestamp with time zone) returns void sql security definer
-- function activity.mark_dirty(p_profile uuid, p_at timestamp with time zone) returns void sql security definer
-- function activity.mark_since(p_summary text, p_since timestamp with time zone, p_at timestamp with time zone) returns void sql security definer
-- function activity.month_made(p_month date, OUT made boolean, OUT strays integer) returns record plpgsql stable security definer
-- function activity.newest(p_profiles uuid[], p_at timestamp with time zone, p_limit integer) returns SETOF activity.timeline plpgsql stable
-- function activity.tell_many(p_profiles uuid[], p_payloads jsonb[], p_type text, p_source text, p_subject_kind text, p_subject uuid, p_at timestamp with time zone, p_reactions text[]) returns void sql security definer
