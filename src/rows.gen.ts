// Generated from the database by npm run generate.
/** A row as it is read: `Row['inventory.stock']`. bigint is a safe integer, times are ISO text in UTC. */
export type Row = {
  'access.api_key': {
    key_id: string
    key_hash: Buffer
    name: string
    scopes: string[]
    place_ids: string[]
    created_at: string
    revoked_at: string | null
    kind: string
  }
  'access.audit': {
    profile_id: string
    at: string
    audit_id: string
    actor_kind: string
    actor_id: string
    action: string
    place_id: string | null
    detail: unknown
  }
  'access.passkey': {
    credential_hash: Buffer
    passkey_id: string
    profile_id: string | null
    staff_id: string | null
    credential_id: Buffer
    public_key: Buffer
    counter: number
    rp_id: string
    transports: string[]
    device_type: string
    backed_up: boolean
    sealed_name: Buffer
    created_at: string
    used_at: string | null
  }
  'access.session': {
    token_hash: Buffer
    session_id: string
    kind: string
    staff_id: string | null
    profile_id: string | null
    place_id: string | null
    created_at: string
    expires_at: string
    revoked_at: string | null
    method: string | null
    device: string | null
    seen_at: string | null
  }
  'access.sign_in_code': {
    subject: Buffer
    code_hash: Buffer
    attempts: number
    sent_count: number
    created_at: string
    expires_at: string
  }
  'access.staff': {
    staff_id: string
    code: string
    external_id: string | null
    display_name: string
    display_name_en: string | null
    role: string
    place_ids: string[]
    pin_hash: string | null
    failed_count: number
    locked_until: string | null
    active: boolean
    version: number
    initial_until: string | null
  }
  'access.ticket': {
    ticket_hash: Buffer
    purpose: string
    sealed: Buffer
    expires_at: string
  }
  'access.till': {
    device_id: string
    version: number
    key_hash: Buffer
    place_id: string
    device: string | null
    bound_at: string
    bound_by: string
    approved_by: string | null
  }
  'access.tries': {
    subject: Buffer
    count: number
    since: string
    free_at: string | null
  }
  'activity.dirty': {
    profile_id: string
    marked_at: string
    mark: number
  }
  'activity.event': {
    profile_id: string
    occurred_at: string
    event_id: string
    type: string
    source: string
    channel: string | null
    place_id: string | null
    subject_kind: string | null
    subject_id: string | null
    version: number | null
    actor_kind: string
    actor_id: string | null
    payload: unknown
    sealed: Buffer | null
    received_at: string
  }
  'activity.followed': {
    type: string
    summary: string
  }
  'activity.pending': {
    profile_id: string
    event_id: string
    reaction: string
    occurred_at: string
    due_at: string
    attempts: number
    handed_until: string | null
    last_error: string | null
  }
  'activity.timeline': {
    profile_id: string | null
    occurred_at: string | null
    event_id: string | null
    type: string | null
    source: string | null
    channel: string | null
    place_id: string | null
    subject_kind: string | null
    subject_id: string | null
    version: number | null
    actor_kind: string | null
    payload: unknown | null
  }
  'business.account': {
    profile_id: string
    external_id: string | null
    company_name: string
    department: string | null
    registration_number: string | null
    closing_day: number
    payment_months: number
    payment_day: number
    credit_limit_yen: number
    price_list_id: string
    state: string
    sealed: Buffer
    owed_yen: number
    open_yen: number
    opened_at: string
    version: number
  }
  'business.account_external': {
    external_id: string
    profile_id: string
  }
  'business.account_place': {
    profile_id: string
    place_id: string
  }
  'business.closing': {
    profile_id: string
    closes_on: string
    due_at: string
  }
  'business.contact': {
    profile_id: string
    contact_profile_id: string
    added_at: string
  }
  'business.entry': {
    profile_id: string
    entry_id: string
    kind: string
    open_yen: number
    owed_yen: number
    source_id: string
    business_date: string
    taxes: unknown | null
    note: string | null
    entered_at: string
    actor_kind: string
    actor_id: string | null
  }
  'business.invoice': {
    profile_id: string
    invoice_id: string
    number: string
    period_from: string | null
    closes_on: string
    due_on: string
    carried_yen: number
    paid_yen: number
    taxes: unknown
    total_yen: number
    balance_yen: number
    issuer: unknown
    sealed: Buffer
    lines: unknown
    issued_at: string
  }
  'business.invoice_copy': {
    profile_id: string
    invoice_id: string
    copy_number: number
    issued_at: string
    actor_kind: string
    actor_id: string | null
  }
  'business.invoice_entry': {
    profile_id: string
    entry_id: string
    invoice_id: string
  }
  'business.invoice_number': {
    number: string
    invoice_id: string
    profile_id: string
  }
  'business.match': {
    profile_id: string
    match_id: string
    credit_id: string
    invoice_id: string
    amount_yen: number
    matched_at: string
  }
  'business.price': {
    price_list_id: string
    variant_id: string
    from_quantity: number
    lot_quantity: number
    yen: number
    valid_from: string
    valid_to: string | null
  }
  'business.price_list': {
    price_list_id: string
    external_id: string | null
    name: string
    version: number
  }
  'business.purchase': {
    profile_id: string
    order_id: string
    order_profile_id: string
    credit_yen: number
    state: string
    ordered_at: string
  }
  'business.receivable': {
    profile_id: string | null
    company_name: string | null
    state: string | null
    credit_limit_yen: number | null
    owed_yen: number | null
    open_yen: number | null
  }
  'business.served': {
    place_id: string
    product_id: string
  }
  'carts.cart': {
    profile_id: string
    cart_id: string
    state: string
    created_at: string
    changed_at: string
    version: number
    into_profile_id: string | null
    into_cart_id: string | null
  }
  'carts.coupon': {
    profile_id: string
    cart_id: string
    coupon_id: string
    added_at: string
  }
  'carts.favourite': {
    profile_id: string
    product_id: string
    added_at: string
  }
  'carts.hand_over_code': {
    code_hash: Buffer
    profile_id: string
    cart_id: string
    created_at: string
    expires_at: string
    claimed_at: string | null
    claimed_by: string | null
  }
  'carts.hand_over_guess': {
    actor_id: string
    wrong_count: number
    since: string
    locked_until: string | null
  }
  'carts.item': {
    profile_id: string
    cart_id: string
    variant_id: string
    quantity: number
    channel: string
    added_by_kind: string
    added_by_id: string | null
    added_at: string
    way: string | null
    place_id: string | null
  }
  'carts.open_cart': {
    profile_id: string | null
    cart_id: string | null
    version: number | null
    changed_at: string | null
  }
  'carts.open_line': {
    profile_id: string | null
    cart_id: string | null
    variant_id: string | null
    quantity: number | null
    channel: string | null
    added_by_kind: string | null
    added_at: string | null
  }
  'catalog.brand': {
    brand_id: string
    external_id: string | null
    name: string
    name_kana: string | null
    name_en: string | null
    look: unknown
    version: number
  }
  'catalog.category': {
    category_id: string
    external_id: string | null
    parent_id: string | null
    name: string
    name_en: string | null
    position: number
    version: number
  }
  'catalog.category_card': {
    category_id: string | null
    parent_id: string | null
    name: string | null
    name_en: string | null
  }
  'catalog.item': {
    variant_id: string | null
    gtin: string | null
    options: unknown | null
    external_id: string | null
    product_id: string | null
    name: string | null
    name_en: string | null
    brand_id: string | null
    category_id: string | null
    tax_category: string | null
    tags: string[] | null
    attributes: unknown | null
    picture_id: string | null
    withdrawn: boolean | null
    position: number | null
  }
  'catalog.picture': {
    picture_id: string
    media_type: string
    bytes: Buffer
    sha256: Buffer
    created_at: string
  }
  'catalog.price': {
    price_id: string
    variant_id: string
    channel: string | null
    yen: number
    tax_included: boolean
    valid_from: string
    valid_to: string | null
  }
  'catalog.product': {
    product_id: string
    external_id: string | null
    brand_id: string | null
    category_id: string | null
    name: string
    name_kana: string | null
    name_en: string | null
    description: string
    description_en: string
    tax_category: string
    attributes: unknown
    tags: string[]
    picture_ids: string[]
    search_grams: string[]
    popularity: number
    published_at: string | null
    withdrawn_at: string | null
    version: number
    changed_at: string
  }
  'catalog.product_card': {
    product_id: string | null
    name: string | null
    name_kana: string | null
    name_en: string | null
    description: string | null
    description_en: string | null
    brand_id: string | null
    brand_name: string | null
    brand_name_en: string | null
    category_id: string | null
    category_name: string | null
    category_name_en: string | null
    tax_category: string | null
    attributes: unknown | null
    tags: string[] | null
    picture_ids: string[] | null
    published_at: string | null
    withdrawn_at: string | null
  }
  'catalog.tax_rule': {
    tax_category: string
    supply_mode: string
    rate_num: number
    rate_den: number
    reduced: boolean
    valid_from: string
    valid_to: string | null
  }
  'catalog.tax_transition': {
    tax_category: string
    supply_mode: string
    changes_on: string
    ordered_from: string | null
    supplied_before: string | null
  }
  'catalog.variant': {
    variant_id: string
    product_id: string
    external_id: string | null
    gtin: string | null
    options: unknown
    position: number
    withdrawn_at: string | null
    version: number
  }
  'channels.fake_charge': {
    reference: string
    charge_id: string
    amount_yen: number
    state: string
    refunded_yen: number
    created_at: string
    captured_yen: number
  }
  'channels.fake_line_code': {
    code_hash: Buffer
    sealed: Buffer
    expires_at: string
  }
  'channels.fake_mail': {
    mail_id: string
    recipient_hash: Buffer
    sealed: Buffer
    created_at: string
  }
  'channels.fake_outlet_order': {
    outlet: string
    external_id: string
    version: number
    state: string
    seq: number
    sealed: Buffer
    told: unknown
  }
  'channels.fake_outlet_stock': {
    outlet: string
    sku: string
    quantity: number
    version: number
  }
  'channels.fake_refund': {
    operation: string
    reference: string
    amount_yen: number
    created_at: string
  }
  'channels.fake_sms': {
    sms_id: string
    recipient_hash: Buffer
    sealed: Buffer
    created_at: string
  }
  'collection.claim': {
    profile_id: string
    claimed_by: string
    claimed_at: string
    merge_id: string | null
    shared: boolean
  }
  'collection.held': {
    item_id: string
    source_id: string
    reason: string
    field: string | null
    event: string | null
    sealed: Buffer
    received_at: string
    expires_at: string
  }
  'collection.message': {
    event_id: string
    seen_at: string
    lasting: boolean
  }
  'collection.plan': {
    name: string
    planned: boolean
    name_ja: string | null
    name_en: string | null
    properties: unknown
    first_seen_at: string | null
    changed_at: string
    version: number
  }
  'collection.source': {
    source_id: string
    name: string
    kind: string
    place_id: string | null
    mapping: unknown
    key_hash: Buffer
    former_hash: Buffer | null
    former_until: string | null
    created_at: string
    revoked_at: string | null
    version: number
  }
  'collection.source_state': {
    source_id: string | null
    name: string | null
    kind: string | null
    place_id: string | null
    mapping: unknown | null
    former_until: string | null
    created_at: string | null
    revoked_at: string | null
    version: number | null
    accepted: number | null
    repeated: number | null
    held: number | null
    last_at: string | null
  }
  'collection.tally': {
    source_id: string
    tally_id: string
    at: string
    accepted: number
    repeated: number
    rolled: boolean
  }
  'collection.trait': {
    profile_id: string
    name: string
    sealed: Buffer | null
    occurred_at: string
    event_id: string
  }
  'consent.current': {
    profile_id: string
    purpose: string
    channel: string
    granted: boolean
    decided_at: string
    wording_version: number
  }
  'consent.decision': {
    profile_id: string
    decided_at: string
    decision_id: string
    purpose: string
    channel: string
    granted: boolean
    wording_version: number
    source: string
    place_id: string | null
    actor_kind: string
    actor_id: string | null
  }
  'consent.purpose': {
    purpose: string
    channels: string[]
    name_ja: string
    name_en: string
    required: boolean
    position: number
  }
  'consent.standing': {
    profile_id: string | null
    purpose: string | null
    name_ja: string | null
    name_en: string | null
    position: number | null
    channel: string | null
    granted: boolean | null
    decided_at: string | null
  }
  'consent.wording': {
    purpose: string
    version: number
    body_ja: string
    body_en: string
    effective_from: string
  }
  'core.counter': {
    series: string
    value: number
  }
  'core.function_file': {
    room: string
    hash: string
    applied_at: string
  }
  'core.idempotency': {
    scope: string
    key: string
    fingerprint: Buffer
    status: number | null
    answer: Buffer | null
    subject_id: string | null
    created_at: string
    locked_until: string | null
    expires_at: string
  }
  'core.lease': {
    name: string
    holder: string
    until: string
  }
  'core.migration': {
    name: string
    hash: string
    applied_at: string
  }
  'core.setting': {
    key: string
    value: unknown
    version: number
    changed_at: string
    changed_by: string
  }
  'core.setting_change': {
    key: string
    version: number
    value: unknown
    effective_at: string
    state: string
    changed_at: string
    actor_kind: string
    actor_id: string | null
  }
  'customers.address': {
    profile_id: string
    address_id: string
    sealed: Buffer
    preferred: boolean
    created_at: string
    changed_at: string
  }
  'customers.blocked_value': {
    kind: string
    token: Buffer
    reason: string
    created_at: string
  }
  'customers.card_step': {
    handle_token: Buffer
    step: number
    used_at: string
  }
  'customers.facts': {
    profile_id: string | null
    customer_id: string | null
    kind: string | null
    birth_year: number | null
    birth_month: number | null
    gender: string | null
    prefecture: string | null
    city: string | null
    geohash: string | null
    locale: string | null
    route: string | null
    home_place_id: string | null
    registered_at: string | null
    erased_at: string | null
  }
  'customers.identifier': {
    kind: string
    token: Buffer
    profile_id: string
    verified_at: string | null
    created_at: string
  }
  'customers.joining': {
    profile_id: string
    joined_at: string
    route: string
    place_id: string | null
    poster_id: string | null
    staff_id: string | null
  }
  'customers.merge': {
    profile_id: string
    merge_id: string
    from_customer_id: string
    to_customer_id: string
    reason: string
    actor_kind: string
    actor_id: string | null
    merged_at: string
    undone_at: string | null
    undone_by: string | null
  }
  'customers.old_card': {
    card_token: Buffer
    profile_id: string
    pin_hash: Buffer
    imported_at: string
    linked_at: string | null
    linked_profile_id: string | null
    merge_id: string | null
  }
  'customers.pair': {
    profile_id: string
    other_profile_id: string
    pair_id: string
    found_by: string
    probability: number | null
    reasons: unknown
    state: string
    found_at: string
    decided_at: string | null
    decided_by_kind: string | null
    decided_by: string | null
    merge_id: string | null
  }
  'customers.profile': {
    profile_id: string
    customer_id: string
    kind: string
    wrapped_key: Buffer | null
    sealed: Buffer | null
    birth_year: number | null
    birth_month: number | null
    gender: string | null
    prefecture: string | null
    city: string | null
    geohash: string | null
    locale: string
    route: string | null
    home_place_id: string | null
    registered_at: string
    erased_at: string | null
    version: number
  }
  'customers.scan': {
    profile_id: string
    scan_id: string
    kind: string
    may_spend: boolean
    actor_kind: string
    actor_id: string
    place_id: string | null
    scanned_at: string
  }
  'customers.sealed_contact': {
    profile_id: string | null
    wrapped_key: Buffer | null
    sealed: Buffer | null
  }
  'customers.search_token': {
    profile_id: string
    kind: string
    token: Buffer
  }
  'customers.spending_pin': {
    profile_id: string
    pin_hash: string
    set_at: string
  }
  'customers.standing_merge': {
    profile_id: string | null
    merge_id: string | null
    from_customer_id: string | null
    to_customer_id: string | null
    reason: string | null
    merged_at: string | null
  }
  'gifts.card': {
    profile_id: string
    card_id: string
    order_id: string
    line_no: number
    state: string
    value_yen: number
    last_four: string
    place_id: string
    business_date: string
    issued_at: string
    expires_at: string
    closed_at: string | null
    closed_reason: string | null
    version: number
  }
  'gifts.card_number': {
    number_hash: Buffer
    card_id: string
    profile_id: string
  }
  'gifts.claim': {
    profile_id: string
    gift_id: string
    order_id: string
    claimed_at: string
  }
  'gifts.gift': {
    profile_id: string
    gift_id: string
    order_id: string
    line_no: number
    seq: number
    state: string
    variant_id: string
    choices: string[]
    place_id: string
    sealed: Buffer | null
    issued_at: string
    reminded_at: string | null
    expires_at: string
    own_until: string
    next_at: string | null
    closed_at: string | null
    version: number
    link_no: number
    printed: number
    tell: boolean
  }
  'gifts.link': {
    token_hash: Buffer
    gift_id: string
    profile_id: string
  }
  'integrations.attempt': {
    webhook_id: string
    delivery_id: string
    number: number
    at: string
    took_ms: number
    status: number | null
    error: string | null
    sealed_answer: Buffer | null
  }
  'integrations.delivery': {
    webhook_id: string
    delivery_id: string
    event_id: string
    profile_id: string
    type: string
    order_key: string | null
    event_at: string
    event_version: number
    state: string
    attempts: number
    tries: number
    due_at: string
    handed_until: string | null
    last_status: number | null
    last_error: string | null
    sealed: Buffer | null
    created_at: string
    ended_at: string | null
  }
  'integrations.import': {
    import_id: string
    resource: string
    source: string
    file_name: string
    file_sha256: Buffer
    map_sha256: Buffer
    state: string
    rows_read: number
    rows_written: number
    rows_repeated: number
    rows_refused: number
    resume_after: number
    started_at: string
    finished_at: string | null
    turn: number
    undone_at: string | null
    undone_by: string | null
    upload_id: string | null
    map: string | null
    on_conflict: string | null
    actor: unknown | null
    due: string | null
    asked_at: string | null
    taken_at: string | null
    rows_total: number | null
    problem: unknown | null
  }
  'integrations.import_person': {
    profile_id: string
    import_id: string
    kind: string
    subject_id: string
    undone_at: string | null
    kept_reason: string | null
  }
  'integrations.import_refusal': {
    import_id: string
    row: number
    field: string
    reason_ja: string
    reason_en: string
  }
  'integrations.import_thing': {
    import_id: string
    kind: string
    subject_id: string
    undone_at: string | null
    kept_reason: string | null
  }
  'integrations.outlet': {
    outlet_id: string
    code: string
    kind: string
    provider: string
    name: string
    place_id: string
    keep_back: number
    poll_seconds: number
    bell_hash: Buffer | null
    active: boolean
    version: number
  }
  'integrations.outlet_buyer': {
    outlet_id: string
    token: Buffer
    profile_id: string
  }
  'integrations.outlet_listing': {
    outlet_id: string
    variant_id: string
    sku: string
    told_quantity: number | null
    told_at: string | null
    push_version: number
  }
  'integrations.outlet_order': {
    outlet_id: string
    external_id: string
    outlet_order_id: string
    version: number
    state: string
    step: string | null
    due_at: string | null
    attempts: number
    place_id: string
    profile_id: string | null
    order_id: string | null
    sealed: Buffer | null
    total_yen: number
    campaign: string | null
    post: string | null
    problem: string | null
    placed_at: string
    received_at: string
  }
  'integrations.outlet_poll': {
    outlet_id: string
    cursor: string | null
    due_at: string
    push_due_at: string
    failures: number
  }
  'integrations.upload': {
    upload_id: string
    file_name: string
    content_id: string | null
    bytes: number | null
    sha256: Buffer | null
    resource: string | null
    map: string | null
    on_conflict: string | null
    made_by: string
    created_at: string
  }
  'integrations.upload_piece': {
    content_id: string
    piece: number
    upload_id: string
    sealed: Buffer
  }
  'integrations.webhook': {
    webhook_id: string
    external_id: string | null
    url: string
    types: string[]
    description: string
    enabled: boolean
    disabled_reason: string | null
    disabled_at: string | null
    include_profile: boolean
    place_ids: string[] | null
    sealed_secret: Buffer
    sealed_former_secret: Buffer | null
    former_until: string | null
    failing_since: string | null
    catch_up_from: string | null
    version: number
    created_at: string
    created_by: string
  }
  'inventory.availability': {
    place_id: string | null
    variant_id: string | null
    available: number | null
  }
  'inventory.channel_rule': {
    channel: string
    place_ids: string[] | null
    share_percent: number
    buffer: number
    cap: number | null
    changed_at: string
    changed_by: string
    version: number
  }
  'inventory.collision': {
    collision_id: string
    place_id: string
    variant_id: string
    source_kind: string
    source_id: string
    wanted: number
    missing: number
    promised: number
    found_at: string
  }
  'inventory.delivery': {
    delivery_id: string
    place_id: string
    supplier: string
    external_id: string | null
    state: string
    expected_on: string
    note: string | null
    made_at: string
    made_by: string
    closed_at: string | null
    version: number
  }
  'inventory.delivery_line': {
    delivery_id: string
    variant_id: string
    expected: number
    received: number
  }
  'inventory.hold': {
    hold_id: string
    place_id: string
    variant_id: string
    quantity: number
    state: string
    source_kind: string
    source_id: string
    held_at: string
    expires_at: string | null
    closed_at: string | null
  }
  'inventory.incoming': {
    place_id: string | null
    variant_id: string | null
    quantity: number | null
    expected_on: string | null
    source_kind: string | null
    source_id: string | null
  }
  'inventory.movement': {
    movement_id: string
    place_id: string
    variant_id: string
    quantity: number
    kind: string
    source_kind: string
    source_id: string
    moved_at: string
    actor_kind: string
    actor_id: string | null
    reason: string | null
  }
  'inventory.stock': {
    place_id: string
    variant_id: string
    on_hand: number
    reserved: number
    safety: number
    version: number
  }
  'inventory.stocktake': {
    stocktake_id: string
    place_id: string
    state: string
    scope: string
    category_id: string | null
    note: string | null
    opened_at: string
    opened_by: string
    closed_at: string | null
    closed_by: string | null
    version: number
  }
  'inventory.stocktake_entry': {
    entry_id: string
    stocktake_id: string
    variant_id: string
    round: number
    quantity: number
    expected: number
    device: string | null
    counted_at: string
    actor_kind: string
    actor_id: string | null
  }
  'inventory.stocktake_line': {
    stocktake_id: string
    variant_id: string
    round: number
    difference: number | null
    reason: string | null
  }
  'inventory.transfer': {
    transfer_id: string
    number: string
    from_place_id: string
    to_place_id: string
    state: string
    purpose: string
    note: string | null
    needed_on: string | null
    requested_at: string
    requested_by: string
    decided_at: string | null
    decided_by: string | null
    closed_at: string | null
    version: number
  }
  'inventory.transfer_difference': {
    difference_id: string
    transfer_id: string
    variant_id: string
    quantity: number
    reason: string
    note: string | null
    explained_at: string
    actor_kind: string
    actor_id: string | null
  }
  'inventory.transfer_line': {
    transfer_id: string
    variant_id: string
    requested: number
    approved: number | null
    shipped: number
    received: number
    returned: number
    gone: number
  }
  'loyalty.account': {
    profile_id: string
    unit: string
    available: number
    pending: number
    held: number
    debt: number
    version: number
  }
  'loyalty.bonus': {
    profile_id: string
    bonus_id: string
    rule_key: string
    name: unknown
    subject_kind: string
    subject_id: string
    place_id: string | null
    business_date: string
    points: number
    taken_back: number
    granted_at: string
    unit: string
  }
  'loyalty.bonus_budget': {
    rule_key: string
    granted: number
  }
  'loyalty.fan': {
    profile_id: string
    level: number
    score: number
    parts: unknown
    before: unknown
    counted_at: string
    recount_at: string
  }
  'loyalty.hold': {
    profile_id: string
    hold_id: string
    unit: string
    amount: number
    split: unknown
    order_id: string
    state: string
    held_at: string
    expires_at: string
    restored: number
  }
  'loyalty.holding': {
    profile_id: string | null
    unit: string | null
    available: number | null
    pending: number | null
    held: number | null
    debt: number | null
  }
  'loyalty.journal': {
    profile_id: string
    journal_id: string
    kind: string
    source_kind: string
    source_id: string
    place_id: string | null
    business_date: string
    event_at: string
    recorded_at: string
    reverses_id: string | null
    actor_kind: string
    actor_id: string | null
    reason: string | null
  }
  'loyalty.live_lot': {
    profile_id: string | null
    lot_id: string | null
    unit: string | null
    expires_at: string | null
    granted_at: string | null
    remaining: number | null
  }
  'loyalty.lot': {
    profile_id: string
    lot_id: string
    unit: string
    source_id: string
    funding: string
    state: string
    granted_at: string
    expires_at: string
    original: number
    remaining: number
    place_id: string | null
  }
  'loyalty.posting': {
    profile_id: string
    journal_id: string
    seq: number
    unit: string
    side: string
    amount: number
    lot_id: string | null
  }
  'loyalty.purchase': {
    profile_id: string | null
    order_id: string | null
    place_id: string | null
    bought_at: string | null
    kept_yen: number | null
    business_date: string | null
  }
  'loyalty.ranked': {
    profile_id: string | null
    tier_key: string | null
    since: string | null
    until: string | null
    level: number | null
    score: number | null
    parts: unknown | null
    before: unknown | null
    counted_at: string | null
  }
  'loyalty.reversal_asked': {
    profile_id: string
    journal_id: string
    reason: string
    asked_by: string
    asked_at: string
  }
  'loyalty.standing': {
    profile_id: string
    tier_key: string | null
    since: string
    until: string
    by: string
    counted: number
    period_from: string
    period_to: string
    rules: string
    decided_at: string
  }
  'operations.process': {
    process_id: string
    role: string
    host: string
    pid: number
    started_at: string
    seen_at: string
    figures: unknown
  }
  'operations.slow_statement': {
    statement_hash: string
    statement: string
    calls: number
    total_ms: number
    max_ms: number
    first_at: string
    last_at: string
  }
  'orders.call': {
    place_id: string
    business_date: string
    number: number
  }
  'orders.discount_approval': {
    place_id: string
    approval_id: string
    asked_by: string
    approved_by: string
    most_yen: number
    reason: string
    approved_at: string
    expires_at: string
    order_id: string | null
  }
  'orders.document': {
    profile_id: string
    document_id: string
    order_id: string
    return_id: string | null
    kind: string
    number: string
    version: number
    replaces_id: string | null
    business_date: string
    amount_yen: number
    counterparty_token: Buffer | null
    sealed_to: Buffer | null
    data: unknown
    issued_at: string
    actor_kind: string
    actor_id: string | null
  }
  'orders.document_copy': {
    profile_id: string
    document_id: string
    copy: number
    medium: string
    issued_at: string
    actor_kind: string
    actor_id: string | null
  }
  'orders.due': {
    profile_id: string
    order_id: string
    kind: string
    due_at: string
  }
  'orders.external': {
    source: string
    external_id: string
    order_id: string
    profile_id: string
  }
  'orders.history': {
    profile_id: string | null
    order_id: string | null
    number: string | null
    channel: string | null
    way: string | null
    state: string | null
    place_id: string | null
    business_date: string | null
    placed_at: string | null
    items_yen: number | null
    discount_yen: number | null
    total_yen: number | null
    points_used: number | null
    points_earned: number | null
    staff_id: string | null
    with_order_id: string | null
    ready_at: string | null
    done_at: string | null
    cancelled_at: string | null
  }
  'orders.history_line': {
    profile_id: string | null
    order_id: string | null
    line_no: number | null
    variant_id: string | null
    gtin: string | null
    name: string | null
    quantity: number | null
    discount_yen: number | null
    amount_yen: number | null
    tax_category: string | null
  }
  'orders.hold': {
    profile_id: string
    hold_id: string
    place_id: string
    state: string
    channel: string
    staff_id: string | null
    held_at: string
    expires_at: string
    remind_at: string | null
    closed_at: string | null
    close_reason: string | null
    order_id: string | null
    version: number
  }
  'orders.hold_line': {
    profile_id: string
    hold_id: string
    line_no: number
    variant_id: string
    gtin: string | null
    name: string
    quantity: number
    unit_yen: number
  }
  'orders.hold_reference': {
    hold_id: string
    profile_id: string
  }
  'orders.line': {
    profile_id: string
    order_id: string
    line_no: number
    variant_id: string | null
    gtin: string | null
    name: string
    quantity: number
    unit_yen: number
    tax_included: boolean
    discount_yen: number
    amount_yen: number
    tax_category: string
    rate_num: number
    rate_den: number
    reduced: boolean
    made: boolean
  }
  'orders.number': {
    number: string
    order_id: string
    profile_id: string
  }
  'orders.order': {
    profile_id: string
    order_id: string
    number: string
    external_id: string | null
    channel: string
    way: string
    state: string
    place_id: string
    supply_mode: string
    business_date: string
    placed_at: string
    items_yen: number
    discount_yen: number
    total_yen: number
    points_used: number
    points_earned: number
    taxes: unknown
    staff_id: string | null
    cart_id: string | null
    cart_profile_id: string | null
    with_order_id: string | null
    sealed: Buffer | null
    ready_at: string | null
    done_at: string | null
    cancelled_at: string | null
    cancel_reason: string | null
    version: number
    terms: unknown | null
    imported: boolean
    discounts: unknown | null
  }
  'orders.parcel': {
    profile_id: string
    order_id: string
    place_id: string
    pieces: number
    shipped_at: string | null
  }
  'orders.payment': {
    profile_id: string
    order_id: string
    payment_id: string
    method: string
    amount_yen: number
    tendered_yen: number | null
    state: string
    provider: string | null
    reference: string | null
    created_at: string
    settled_at: string | null
    captured_yen: number | null
    refunded_yen: number | null
    provider_id: string | null
    place_id: string | null
    business_date: string | null
  }
  'orders.payment_listing': {
    provider: string
    listed_to: string
  }
  'orders.payment_operation': {
    profile_id: string
    order_id: string
    payment_id: string
    operation_id: string
    kind: string
    amount_yen: number
    state: string
    attempts: number
    due_at: string | null
    reason: string | null
    note: string | null
    slip: string | null
    place_id: string | null
    business_date: string | null
    actor_kind: string | null
    actor_id: string | null
    created_at: string
    closed_at: string | null
  }
  'orders.payment_orphan': {
    reference: string
    provider: string
    provider_id: string | null
    amount_yen: number
    state: string
    seen_at: string
    closed_at: string | null
    note: string | null
  }
  'orders.promise': {
    profile_id: string
    order_id: string
    sold_place_id: string | null
    ready_from: string | null
    ready_until: string | null
    keep_until: string | null
    delivery_date: string | null
    delivery_slot: string | null
    delivery_from: string | null
    call_number: number | null
    preparing_at: string | null
    route: string | null
  }
  'orders.reference': {
    order_id: string
    profile_id: string
  }
  'orders.return_line': {
    profile_id: string
    return_id: string
    order_id: string
    line_no: number
    quantity: number
    condition: string
    total_yen: number
    refund_yen: number
    points_back: number
  }
  'orders.return_number': {
    number: string
    return_id: string
    profile_id: string
  }
  'orders.return_refund': {
    profile_id: string
    return_id: string
    refund_id: string
    paid_profile_id: string
    paid_order_id: string
    payment_id: string
    method: string
    amount_yen: number
    created_at: string
    operation_id: string | null
  }
  'orders.return_slip': {
    profile_id: string
    return_id: string
    order_id: string
    seq: number
    number: string
    way: string
    place_id: string
    business_date: string
    returned_at: string
    reason: string
    total_yen: number
    refund_yen: number
    points_back: number
    points_taken: number
    taxes: unknown
    exchange_order_id: string | null
    override: unknown | null
    actor_kind: string
    actor_id: string | null
  }
  'orders.returned_line': {
    profile_id: string | null
    return_id: string | null
    order_id: string | null
    line_no: number | null
    quantity: number | null
  }
  'orders.till_cash': {
    till_session_id: string
    till_cash_id: string
    kind: string
    amount_yen: number
    reason: string
    entered_at: string
    entered_by: unknown
  }
  'orders.till_count': {
    till_session_id: string
    count_id: string
    pieces: unknown
    counted_yen: number
    expected_yen: number
    counted_at: string
    counted_by: unknown
  }
  'orders.till_entry': {
    till_session_id: string
    kind: string
    entry_id: string
    profile_id: string
    order_id: string
    late: boolean
  }
  'orders.till_session': {
    place_id: string
    till_session_id: string
    device_id: string
    business_date: string
    float_yen: number
    opened_at: string
    opened_by: unknown
    number: number | null
    closed_at: string | null
    closed_by: unknown | null
    count_id: string | null
    figures: unknown | null
    override: unknown | null
  }
  'privacy.erasure': {
    profile_id: string
    erasure_id: string
    erased_at: string
    reason: string
    actor_kind: string
    actor_id: string | null
  }
  'privacy.request': {
    profile_id: string
    request_id: string
    kind: string
    via: string
    purposes: string[]
    received_on: string
    due_on: string
    state: string
    because: string | null
    received_at: string
    received_by_kind: string
    received_by: string | null
    closed_at: string | null
    closed_by_kind: string | null
    closed_by: string | null
  }
  'promotions.coupon': {
    token: Buffer
    coupon_id: string
    offer_id: string
    kind: string
    profile_id: string | null
    code: string | null
    state: string
    place_ids: string[] | null
    channels: string[] | null
    issued_at: string
    expires_at: string | null
    revoked_at: string | null
    order_id: string | null
    reason_ja: string | null
    reason_en: string | null
  }
  'promotions.given': {
    profile_id: string | null
    order_id: string | null
    offer_id: string | null
    offer_version: number | null
    coupon_id: string | null
    discount_yen: number | null
    points: number | null
    place_id: string | null
    channel: string | null
    state: string | null
    redeemed_at: string | null
  }
  'promotions.member_use': {
    profile_id: string
    offer_id: string
    uses: number
  }
  'promotions.offer': {
    offer_id: string
    external_id: string | null
    state: string
    version: number
    name: string
    name_en: string | null
    rule: unknown
    starts_at: string | null
    ends_at: string | null
    member_cap: number | null
    use_cap: number | null
    budget_yen: number | null
    changed_at: string
    changed_by: string
    asked_by: string | null
    written: number
    lottery: unknown | null
  }
  'promotions.offer_change': {
    offer_id: string
    version: number
    state: string
    offer: unknown
    changed_at: string
    actor_kind: string
    actor_id: string
  }
  'promotions.override': {
    offer_id: string
    written: number
    rule: string
    reason: string
    staff_id: string
    overridden_at: string
  }
  'promotions.redemption': {
    profile_id: string
    order_id: string
    offer_id: string
    offer_version: number
    coupon_id: string | null
    discount_yen: number
    points: number
    place_id: string
    channel: string
    state: string
    redeemed_at: string
    given_back_at: string | null
  }
  'promotions.slot': {
    offer_id: string
    slot: number
    left_uses: number | null
    left_yen: number | null
  }
  'proofs.campaign': {
    campaign_id: string
    code: string
    state: string
    version: number
    written: number
    name: string
    name_en: string | null
    maker: string
    goods: unknown
    starts_on: string
    ends_on: string
    rate_num: number
    rate_den: number
    serial_points: number
    basis_yen: number
    planned_sales_yen: number
    odds_den: number
    coupon_offer_id: string | null
    terms: string | null
    terms_en: string | null
    changed_at: string
  }
  'proofs.override': {
    campaign_id: string
    written: number
    rule: string
    reason: string
    staff_id: string
    overridden_at: string
  }
  'proofs.prize': {
    prize_id: string
    campaign_id: string
    seq: number
    name: string
    name_en: string | null
    value_yen: number
    quantity: number
    left_count: number
    first_number: number
    odds_num: number
    starts_on: string
    ends_on: string
  }
  'proofs.proof': {
    profile_id: string
    proof_id: string
    campaign_id: string
    kind: string
    state: string
    doubt: string | null
    variant_id: string
    price_yen: number | null
    bought_on: string | null
    place_id: string | null
    sealed: Buffer | null
    sealed_photo: Buffer | null
    entered_at: string
    entered_on: string
    keep_until: string
    settled_at: string | null
    points: number
    draw_number: number | null
    prize_id: string | null
    prize_state: string | null
    coupon_id: string | null
    decided_by: string | null
  }
  'proofs.serial': {
    token_hash: Buffer
    campaign_id: string
    made_at: string
  }
  'proofs.used': {
    proof_hash: Buffer
    campaign_id: string
    likeness: Buffer | null
    profile_id: string
    proof_id: string
    used_at: string
  }
  'segments.definition': {
    segment_id: string
    version: number
    state: string
    who: string
    rule: unknown
    conditions: unknown
    made_at: string
    made_by: string
    built_at: string | null
  }
  'segments.membership': {
    profile_id: string | null
    segment_id: string | null
    name: string | null
    name_en: string | null
    version: number | null
    since: string | null
    why: unknown | null
    conditions: unknown | null
  }
  'segments.segment': {
    segment_id: string
    external_id: string | null
    name: string
    name_en: string | null
    state: string
    version: number
    live_version: number | null
    created_at: string
    changed_at: string
    changed_by: string
  }
  'segments.standing': {
    profile_id: string
    segment_id: string
    version: number
    member: boolean
    since: string | null
    why: unknown | null
    next_at: string | null
  }
  'stores.delivery_terms': {
    valid_from: string
    terms: unknown
    changed_at: string
    changed_by: string
  }
  'stores.place': {
    place_id: string
    external_id: string | null
    kind: string
    name: string
    name_kana: string | null
    name_en: string | null
    brand_ids: string[]
    postal_code: string | null
    prefecture: string | null
    city: string | null
    address: string | null
    phone: string | null
    latitude: number | null
    longitude: number | null
    time_zone: string
    cutover: string
    hours: unknown
    ships_ec: boolean
    offers_pickup: boolean
    pickup_cutoff: string
    pickup_ready_minutes: number
    pickup_keep_days: number
    active: boolean
    version: number
    pickup_days: number
    pickup_window_minutes: number
    barred_payments: string[]
    offers_holds: boolean
    hold_minutes: number
    hold_days: number
    offers_order_ahead: boolean
    order_ahead_minutes: number
    order_ahead_paused_until: string | null
    opens_on: string | null
    closes_on: string | null
    returns_to_place_id: string | null
  }
  'stores.place_card': {
    place_id: string | null
    external_id: string | null
    kind: string | null
    name: string | null
    name_en: string | null
    prefecture: string | null
    city: string | null
    latitude: number | null
    longitude: number | null
    time_zone: string | null
    cutover: string | null
    ships_ec: boolean | null
    offers_pickup: boolean | null
    active: boolean | null
  }
  'stores.postal_code': {
    postal_code: string
    prefecture: string
    city: string
    town: string
    town_kana: string | null
  }
  'stores.poster': {
    poster_id: string
    code: string
    place_id: string
    name: string
    active: boolean
    created_at: string
  }
  'stores.task': {
    task_id: string
    kind: string
    role: string
    place_id: string | null
    subject_kind: string
    subject_id: string
    detail: unknown
    state: string
    staff_id: string | null
    opened_at: string
    due_at: string | null
    resolved_at: string | null
    resolved_by: string | null
    outcome: string | null
    sealed_reason: Buffer | null
    version: number
  }
  'tags.forgotten': {
    profile_id: string
    kind: string
    fact: string
    forgotten_at: string
  }
  'tags.left_out': {
    customer_id: string | null
    segment_id: string | null
  }
  'tags.membership': {
    profile_id: string | null
    tag_id: string | null
    name: string | null
    name_en: string | null
    since: string | null
    reach: number | null
    reached_at: string | null
    half_life_days: number | null
    until_at: string | null
    evidence: unknown | null
  }
  'tags.past_rule': {
    tag_id: string
    version: number
    name: string
    name_en: string | null
    state: string
    rule: unknown
    changed_at: string
    changed_by: string
  }
  'tags.standing': {
    profile_id: string
    tag_id: string
    version: number
    since: string
    reach: number
    reached_at: string
    half_life_days: number
    until_at: string
    evidence: unknown
  }
  'tags.tag': {
    tag_id: string
    external_id: string | null
    name: string
    name_en: string | null
    state: string
    version: number
    rule: unknown
    changed_at: string
    changed_by: string
  }
}
