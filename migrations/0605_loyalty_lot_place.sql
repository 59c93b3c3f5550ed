-- Where points were granted stands with them, so that what is owed can be told by shop and brand without reading every journal.
alter table loyalty.lot add column place_id uuid;
update loyalty.lot l set place_id = j.place_id from loyalty.journal j
  where j.profile_id = l.profile_id and j.source_id = l.source_id and j.kind in ('earn', 'open') and j.place_id is not null;
-- The newest first, and what moved since a day: everything else of a journal is found by whose it is.
create index journal_time on loyalty.journal (event_at, journal_id);
