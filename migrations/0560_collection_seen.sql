-- Marks of messages come in the order of time and are looked for by time only when the old ones go: whole stretches are enough for
-- that, and no batch pays for a tree.
drop index collection.message_seen;
create index message_seen on collection.message using brin (seen_at) where not lasting;
