-- The outgoing queue: which deliveries may be sent now.

-- Take due deliveries for a while. One of a key waits for the earlier ones of that key: those not yet delivered, and those
-- whose event has not been planned yet. No receiver takes more than her share of the senders.
create or replace function integrations.hand_out_deliveries(
  p_now timestamptz, p_real_now timestamptz, p_until timestamptz, p_each integer, p_limit integer)
returns table (webhook_id uuid, delivery_id uuid)
language sql security definer as $$
  update integrations.delivery d set handed_until = p_until
  from (
    select c.webhook_id, c.delivery_id from integrations.webhook w cross join lateral (
      select f.webhook_id, f.delivery_id from integrations.delivery f
      where f.webhook_id = w.webhook_id and f.state = 'waiting' and f.due_at <= p_now
        and (f.handed_until is null or f.handed_until <= p_real_now)
        and (f.order_key is null or (
          not exists (select from integrations.delivery e
            where e.webhook_id = f.webhook_id and e.order_key = f.order_key and e.state = 'waiting'
              and (e.event_at, e.event_version, e.event_id) < (f.event_at, f.event_version, f.event_id))
          and not activity.awaits_earlier(f.profile_id, 'webhooks', f.order_key, f.event_at, f.event_version, f.event_id)))
      order by f.due_at, f.event_at, f.event_version
      limit greatest(0, p_each - (select count(*) from integrations.delivery b
        where b.webhook_id = w.webhook_id and b.state = 'waiting' and b.handed_until > p_real_now))
      for update skip locked) c
    where w.enabled limit p_limit
  ) due
  where d.webhook_id = due.webhook_id and d.delivery_id = due.delivery_id
  returning d.webhook_id, d.delivery_id
$$;
