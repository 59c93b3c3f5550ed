-- A leaflet or panel with its own code: whoever scans it joins, and it is known where she found it.
create table stores.poster (
  poster_id uuid primary key,
  code text not null constraint poster_code_key unique,
  place_id uuid not null references stores.place,
  name text not null,
  active boolean not null default true,
  created_at timestamptz not null
);
