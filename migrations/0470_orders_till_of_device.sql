-- The session of a till at a moment, by one probe: every sale at a till asks for it.
create index till_of_device on orders.till_session (place_id, device_id, opened_at desc);
