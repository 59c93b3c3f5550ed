-- Known words as one array each: a check is read anew by every statement that writes, and a list of constants reads four times as long.
alter table loyalty.journal
  drop constraint journal_kind_known,
  add constraint journal_kind_known check (kind = any ('{earn,settle,use,hold,capture,release,restore,claw_back,expire,open,adjust,move}'));
alter table loyalty.lot
  drop constraint lot_state_known,
  add constraint lot_state_known check (state = any ('{pending,available,closed}'));
