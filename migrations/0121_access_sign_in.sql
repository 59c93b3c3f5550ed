-- A PIN a colleague set is good for one sign-in, within days: then she chooses her own.
alter table access.staff add column initial_until timestamptz;
