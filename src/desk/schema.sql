-- Generated from the database by npm run generate; the migrations are the source.

create schema desk;

-- function desk.card(p_customer uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text, p_place uuid, OUT card text, OUT facts json, OUT profile_id uuid, OUT wrapped_key bytea, OUT sealed bytea) returns record plpgsql security definer
-- function desk.chosen_here(p_place uuid, p_since timestamp with time zone, p_least integer) returns TABLE(category_id uuid, name text, name_en text) sql stable security definer
-- function desk.maturity(p_from timestamp with time zone, p_at timestamp with time zone, OUT channels integer, OUT orders bigint, OUT second_channel_orders bigint, OUT known_orders bigint, OUT across_orders bigint, OUT buyers bigint, OUT two_channel_buyers bigint, OUT point_users bigint, OUT point_users_across bigint) returns record sql stable security definer
