-- What was decided when and by whom, and what is decided for a day to come. The row of core.setting is what holds until the
-- day of a planned change; nothing has to happen on that day: whoever reads asks for the moment.
create table core.setting_change (
  key text not null,
  version bigint not null,
  value jsonb not null,
  effective_at timestamptz not null,
  state text not null constraint setting_change_state_known check (state in ('made', 'planned', 'withdrawn')),
  changed_at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  primary key (key, version)
);
create index setting_change_planned on core.setting_change (key, effective_at) where state = 'planned';

-- What is set already is where the history begins; what the house keeps for itself is nobody's decision.
insert into core.setting_change (key, version, value, effective_at, state, changed_at, actor_kind, actor_id)
  select key, version, value, changed_at, 'made', changed_at, 'system', changed_by from core.setting
  where key !~ '^(core|engawa|town)\.' and key <> 'demo';
