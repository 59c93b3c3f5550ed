-- Generated from the database by npm run generate; the migrations are the source.

create schema desk;

-- function desk.card(p_customer uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text, p_place uuid, OUT card text, OUT facts json, OUT profile_id uuid, OUT wrapped_key bytea, OUT sealed bytea) returns record plpgsql security definer
