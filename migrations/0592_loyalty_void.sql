-- What a card that is declared void still held is posted away.
alter table loyalty.journal drop constraint journal_kind_known;
alter table loyalty.journal add constraint journal_kind_known
  check (kind = any ('{earn,settle,use,hold,capture,release,restore,claw_back,expire,open,adjust,move,void}'));
