-- Great-circle distance in metres (haversine on the mean earth radius of 6,371,008.8 m; error below 0.6%).
create or replace function stores.metres(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
returns double precision language sql immutable parallel safe as $$
  select 2 * 6371008.8 * asin(sqrt(least(1,
    sin(radians(lat2 - lat1) / 2) ^ 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2)))
$$;

-- Published for desk: how far every active place is, nearest first.
create or replace function stores.distances(p_latitude double precision, p_longitude double precision)
returns table (place_id uuid, metres double precision) language sql stable parallel safe as $$
  select p.place_id, stores.metres(p_latitude, p_longitude, p.latitude, p.longitude) as metres
  from stores.place p where p.active and p.latitude is not null and p.longitude is not null
  order by 2, 1
$$;

-- Published for desk and reports: what may be shown of a place.
create or replace view stores.place_card as
  select place_id, external_id, kind, name, name_en, prefecture, city, latitude, longitude, time_zone, cutover, ships_ec, offers_pickup, active
  from stores.place;
grant select on stores.place_card to engawa_app;
