-- Book a sale an offline till made, as it happened: dated and taxed then, its goods gone already, its points granted now.
-- The device and its receipt number make a repeat a no-op: the same name under which a till that has a network places it, so that
-- a sale whose answer was lost is never booked a second time from the device's own memory. Returns {"order_id": of the earlier one} or {"collisions": […]}.
create or replace function orders.book_offline(p jsonb, p_received timestamptz) returns jsonb
language plpgsql security definer as $$
declare
  o jsonb := p->'order'; e jsonb := p->'event'; earn jsonb := p->'points'->'earn'; profile uuid := p->>'profile_id'; this uuid := o->>'order_id';
  at timestamptz := p->>'at'; place uuid := o->>'place_id';
begin
  insert into orders.external (source, external_id, order_id, profile_id) values ('till', p->>'receipt', this, profile) on conflict do nothing;
  if not found then
    return jsonb_build_object('order_id', (select x.order_id from orders.external x where x.source = 'till' and x.external_id = p->>'receipt'));
  end if;
  perform orders.write(p);
  if p->'offers' is not null then perform promotions.note(p->'offers', p_received); end if;
  perform orders.at_till(p->>'till', place, 'sale', this, profile, this, at);
  if earn is not null then
    perform loyalty.earn(profile, 'points', (earn->>'amount')::bigint, 'available', (earn->>'lot_id')::uuid, (earn->>'journal_id')::uuid, 'earn', 'order', this,
      place, (o->>'business_date')::date, p_received, (earn->>'expires_at')::timestamptz, 'retailer', p->>'actor_kind', p->>'actor_id');
  end if;
  perform activity.emit(profile, at, (e->>'event_id')::uuid, 'order.placed', 'orders', o->>'channel', place, 'order', this, 1,
    p->>'actor_kind', p->>'actor_id', e->'payload', p_received, (e->>'reactions')::text[]);
  return jsonb_build_object('collisions',
    inventory.take_sold(place, p->'takes'->'lines', 'order', this, at, p_received, p->>'actor_kind', p->>'actor_id'));
end $$;
