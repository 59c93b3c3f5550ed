-- Known words as one array each: a check is read anew by every statement that writes, and a list of constants reads four times as long.
alter table inventory.movement
  drop constraint movement_kind_known,
  add constraint movement_kind_known check (kind = any ('{opening,receipt,sale,return,count,loss,transfer}'));
alter table inventory.hold
  drop constraint hold_state_known,
  add constraint hold_state_known check (state = any ('{held,taken,released}'));
