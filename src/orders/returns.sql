-- The write set of a return, whole or not at all: slip, lines, refunds, goods, points. The caller holds the order's row.
-- p: {profile_id, profile_ids, at, actor_kind, actor_id, till, slip, lines, refunds}
create or replace function orders.write_return(p jsonb) returns void
language plpgsql security definer as $$
declare
  s jsonb := p->'slip'; profile uuid := p->>'profile_id'; this uuid := s->>'return_id'; of_order uuid := s->>'order_id'; place uuid := s->>'place_id';
  at timestamptz := p->>'at'; day date := s->>'business_date'; actor_kind text := p->>'actor_kind'; actor_id text := p->>'actor_id';
begin
  insert into orders.return_slip (profile_id, return_id, order_id, seq, number, way, place_id, business_date, returned_at, reason, total_yen, refund_yen,
      points_back, points_taken, taxes, exchange_order_id, override, actor_kind, actor_id)
    values (profile, this, of_order, (s->>'seq')::smallint, s->>'number', s->>'way', place, day, at, s->>'reason', (s->>'total_yen')::bigint,
      (s->>'refund_yen')::bigint, (s->>'points_back')::bigint, (s->>'points_taken')::bigint, s->'taxes', (s->>'exchange_order_id')::uuid,
      nullif(s->'override', 'null'), actor_kind, actor_id);
  perform orders.at_till(p->>'till', place, 'return', this, profile, of_order, at);
  insert into orders.return_number (number, return_id, profile_id) values (s->>'number', this, profile);
  insert into orders.return_line (profile_id, return_id, order_id, line_no, quantity, condition, total_yen, refund_yen, points_back)
    select profile, this, of_order, l.line_no, l.quantity, l.condition, l.total_yen, l.refund_yen, l.points_back
    from jsonb_to_recordset(p->'lines') as l(line_no smallint, quantity integer, condition text, total_yen bigint, refund_yen bigint, points_back bigint);
  insert into orders.return_refund (profile_id, return_id, refund_id, paid_profile_id, paid_order_id, payment_id, method, amount_yen, operation_id, created_at)
    select profile, this, r.refund_id, r.paid_profile_id, r.paid_order_id, r.payment_id, r.method, r.amount_yen, r.operation_id, at
    from jsonb_to_recordset(p->'refunds') as r(refund_id uuid, paid_profile_id uuid, paid_order_id uuid, payment_id uuid, method text, amount_yen bigint,
      operation_id uuid);
  -- All of its goods are back: what it had used may be used again. The fee of delivery is no goods.
  if not exists (select from orders.line l where l.profile_id = profile and l.order_id = of_order and l.variant_id is not null and l.quantity >
      (select coalesce(sum(b.quantity), 0) from orders.return_line b where b.profile_id = profile and b.order_id = of_order and b.line_no = l.line_no)) then
    perform promotions.give_back(profile, of_order, at);
  end if;
  -- What was made to order (a cup of coffee) never lay on a shelf.
  perform inventory.take_in(place, (select coalesce(jsonb_agg(jsonb_build_object('id', core.uuid7(at), 'loss_id', core.uuid7(at), 'variant_id', l.variant_id,
      'quantity', r.quantity, 'damaged', r.condition = 'damaged')), '[]')
    from orders.return_line r join orders.line l on l.profile_id = r.profile_id and l.order_id = r.order_id and l.line_no = r.line_no
    where r.profile_id = profile and r.return_id = this and l.variant_id is not null and not l.made), this, at, actor_kind, actor_id);
  perform loyalty.give_back(profile, 'points', (s->>'points_back')::bigint, of_order, this, place, day, at, actor_kind, actor_id);
  perform loyalty.take_back(profile, (p->>'profile_ids')::uuid[], 'points', (s->>'points_taken')::bigint, of_order, this, place, day, at, actor_kind, actor_id);
end $$;
