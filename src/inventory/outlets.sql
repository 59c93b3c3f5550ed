-- What online channels may promise of these variants at a place now.
create or replace function inventory.promised_at(p_place uuid, p_variants uuid[]) returns table (variant_id uuid, available integer)
language sql stable security definer as $$
  select s.variant_id, greatest(s.on_hand - s.reserved - s.safety, 0) from inventory.stock s
  where s.place_id = p_place and s.variant_id = any (p_variants)
$$;
