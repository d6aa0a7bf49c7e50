-- What must hold at any time (engineering.md §5): one row per violation, none when all is well. One statement, read-only,
-- run after every integration test and by `portal reconcile`. I9 (acknowledged writes survive) cannot be seen from inside
-- the database.
WITH
shop_days AS (
  SELECT shop_id, day, sum(paid_fen)::bigint AS paid, sum(refunded_fen)::bigint AS refunded
    FROM gmv_shop_days GROUP BY shop_id, day
),
bound AS (
  SELECT b.partner_id, b.track_code, b.shop_id, d.day, d.paid, d.refunded
    FROM shop_days d
    JOIN shop_bindings b ON b.shop_id = d.shop_id AND b.status = 'CONFIRMED'
     AND b.from_day <= d.day AND (b.to_day IS NULL OR d.day < b.to_day)
),
partner_days AS (
  SELECT partner_id, track_code, day, sum(paid)::bigint AS paid, sum(refunded)::bigint AS refunded
    FROM bound GROUP BY partner_id, track_code, day
),
partner_months AS (
  SELECT partner_id, date_trunc('month', day)::date AS month,
         sum(paid_fen)::bigint AS paid, sum(refunded_fen)::bigint AS refunded
    FROM gmv_partner_days GROUP BY 1, 2
),
platform_days AS (
  SELECT d.day, sum(d.paid)::bigint AS paid, sum(d.refunded)::bigint AS refunded,
         coalesce(sum(d.paid) FILTER (WHERE a.shop_id IS NULL), 0)::bigint AS unattributed_paid,
         coalesce(sum(d.refunded) FILTER (WHERE a.shop_id IS NULL), 0)::bigint AS unattributed_refunded
    FROM shop_days d
    LEFT JOIN (SELECT DISTINCT shop_id, day FROM bound) a ON a.shop_id = d.shop_id AND a.day = d.day
   GROUP BY d.day
),
-- Within a track a shop has at most one partner: each shop counted once must give what the partners have.
track_days AS (
  SELECT track_code, day, sum(paid) AS paid, sum(refunded) AS refunded
    FROM (SELECT DISTINCT track_code, shop_id, day, paid, refunded FROM bound) b GROUP BY track_code, day
),
track_partners AS (
  SELECT track_code, day, sum(paid_fen) AS paid, sum(refunded_fen) AS refunded
    FROM gmv_partner_days GROUP BY track_code, day
)

SELECT 'I1 a pool stands where its ledger ends' AS invariant,
       format('pool %s, %s: %s by its balance, %s by its ledger', b.pool_id, b.account, b.amount, coalesce(l.amount, 0)) AS detail
  FROM (
    SELECT p.id AS pool_id, a.account, a.amount FROM pools p
    CROSS JOIN LATERAL (VALUES ('FUNDING'::pool_account, -p.total), ('AVAILABLE', p.available), ('RESERVED', p.reserved),
      ('GRANTED', p.granted), ('SPENT', p.spent), ('EXPIRED', p.expired), ('CLAWED_BACK', p.clawed_back)) a(account, amount)
  ) b
  LEFT JOIN (SELECT pool_id, account, sum(amount) AS amount FROM pool_entries GROUP BY pool_id, account) l USING (pool_id, account)
 WHERE b.amount <> coalesce(l.amount, 0)

UNION ALL
SELECT 'I1 no pool is overdrawn', format('pool %s: %s available of %s', id, available, total)
  FROM pools
 WHERE least(available, reserved, granted, spent, expired, clawed_back) < 0
    OR total <> available + reserved + granted + spent + expired + clawed_back

UNION ALL
SELECT 'I1 every movement balances', format('movement %s: %s in %s entries', movement_id, sum(amount), count(*))
  FROM pool_entries GROUP BY movement_id HAVING sum(amount) <> 0 OR count(*) <> 2 OR max(amount) <= 0

UNION ALL
SELECT 'I1 a grant stands where its movements end',
       format('grant %s: %s/%s/%s/%s/%s by itself, %s/%s/%s/%s/%s by its movements', g.id, g.reserved, g.open, g.spent, g.expired,
              g.clawed_back, m.reserved, m.open, m.spent, m.expired, m.clawed_back)
  FROM pool_grants g
  LEFT JOIN (
    SELECT grant_id, coalesce(sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
           coalesce(sum(amount) FILTER (WHERE account = 'GRANTED'), 0) AS open,
           coalesce(sum(amount) FILTER (WHERE account = 'SPENT'), 0) AS spent,
           coalesce(sum(amount) FILTER (WHERE account = 'EXPIRED'), 0) AS expired,
           coalesce(sum(amount) FILTER (WHERE account = 'CLAWED_BACK'), 0) AS clawed_back
      FROM pool_entries WHERE grant_id IS NOT NULL GROUP BY grant_id
  ) m ON m.grant_id = g.id
 WHERE (g.reserved, g.open, g.spent, g.expired, g.clawed_back)
       IS DISTINCT FROM (m.reserved, m.open, m.spent, m.expired, m.clawed_back)

UNION ALL
SELECT 'I1 a raise or cut has two people',
       format('movement %s of pool %s: proposed by %s, decided by %s, %s', m.id, m.pool_id, c.proposed_by_id, c.decided_by_id, c.state)
  FROM pool_movements m LEFT JOIN pool_changes c ON c.id = m.change_id
 WHERE m.kind IN ('RAISE', 'CUT')
   AND (c.state IS DISTINCT FROM 'CONFIRMED' OR c.proposed_by_id = c.decided_by_id
        OR (c.pool_id, c.kind, c.amount) IS DISTINCT FROM (m.pool_id, m.kind, m.amount))

UNION ALL
SELECT 'I1 a closed month is what its ledger says',
       format('pool %s, %s: closed with %s of %s available, its ledger says %s of %s', c.pool_id, c.month, c.available, c.total,
              l.available, l.total)
  FROM pool_months c
  CROSS JOIN LATERAL (
    SELECT -coalesce(sum(amount) FILTER (WHERE account = 'FUNDING'), 0) AS total,
           coalesce(sum(amount) FILTER (WHERE account = 'AVAILABLE'), 0) AS available,
           coalesce(sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
           coalesce(sum(amount) FILTER (WHERE account = 'GRANTED'), 0) AS granted,
           coalesce(sum(amount) FILTER (WHERE account = 'SPENT'), 0) AS spent,
           coalesce(sum(amount) FILTER (WHERE account = 'EXPIRED'), 0) AS expired,
           coalesce(sum(amount) FILTER (WHERE account = 'CLAWED_BACK'), 0) AS clawed_back
      FROM pool_entries e WHERE e.pool_id = c.pool_id AND e.booked_on < (c.month + interval '1 month')::date
  ) l
 WHERE (c.total, c.available, c.reserved, c.granted, c.spent, c.expired, c.clawed_back)
       IS DISTINCT FROM (l.total, l.available, l.reserved, l.granted, l.spent, l.expired, l.clawed_back)

UNION ALL
SELECT 'I1 every commitment of the fund stands in its pool',
       format('fund application %s: %s committed, %s reserved by %s movements, grant %s of partner %s', a.id, a.committed_fen,
              m.amount, m.movements, a.pool_grant_id, g.partner_id)
  FROM fund_applications a
  LEFT JOIN pool_grants g ON g.id = a.pool_grant_id
  LEFT JOIN LATERAL (SELECT sum(amount) AS amount, count(*) AS movements FROM pool_movements
                      WHERE grant_id = a.pool_grant_id AND kind = 'RESERVE') m ON true
 WHERE a.stage = 'INVESTED'
   AND (a.committed_fen, a.partner_id, a.pool_id) IS DISTINCT FROM (m.amount, g.partner_id, g.pool_id)

UNION ALL
SELECT 'I1 nothing is reserved for the fund without a commitment', format('grant %s of pool %s, partner %s', g.id, g.pool_id, g.partner_id)
  FROM pool_grants g
 WHERE g.benefit_code = 'ecosystem-fund' AND NOT EXISTS (SELECT FROM fund_applications a WHERE a.pool_grant_id = g.id)

UNION ALL
SELECT 'I5 a fund application stands where its events end',
       format('fund application %s is %s, its last event led to %s', a.id, a.stage, e.to_stage)
  FROM fund_applications a
  LEFT JOIN LATERAL (SELECT to_stage FROM fund_events WHERE application_id = a.id ORDER BY id DESC LIMIT 1) e ON true
 WHERE e.to_stage IS DISTINCT FROM a.stage

UNION ALL
SELECT 'I5 a fund application moves along its events',
       format('fund application %s: event %s starts in %s, the one before ended in %s', application_id, id, from_stage, previous)
  FROM (
    SELECT id, application_id, from_stage, lag(to_stage) OVER (PARTITION BY application_id ORDER BY id) AS previous FROM fund_events
  ) e WHERE from_stage IS DISTINCT FROM previous

UNION ALL
SELECT 'I5 what the fund decided is one decision', format('fund application %s has %s decisions', a.id, count(d.id))
  FROM fund_applications a
  LEFT JOIN decision_entries d ON d.subject_id = a.id AND d.kind = 'FUND_DECISION'
   AND d.payload LIKE '%"decision":"' || a.stage || '"%'
 WHERE a.stage IN ('INVESTED', 'DECLINED')
 GROUP BY a.id HAVING count(d.id) <> 1

UNION ALL
SELECT 'I1 every benefit granted from a pool is one grant of its ledger',
       format('application %s, %s: %s of %s spent, its ledger says %s of %s', a.id, a.state, a.spent, a.amount, g.spent,
              g.reserved + g.open + g.spent + g.expired + g.clawed_back)
  FROM benefit_applications a
  JOIN benefits b ON b.id = a.benefit_id AND b.delivery = 'GRANT'
  LEFT JOIN pool_grants g ON g.id = a.grant_id
 WHERE a.granted_on IS NOT NULL AND a.partner_id IS NOT NULL
   AND (g.id IS NULL OR g.partner_id <> a.partner_id OR g.expires_on IS DISTINCT FROM a.expires_on
        OR a.amount <> g.open + g.spent + g.expired + g.clawed_back OR g.reserved <> 0
        OR a.spent > a.amount OR g.clawed_back = 0 AND a.spent > g.spent)

UNION ALL
SELECT 'I5 a benefit application stands where its steps lead',
       format('application %s: %s, %s uses of %s for %s spent', a.id, a.state, u.uses, u.amount, a.spent)
  FROM benefit_applications a
 CROSS JOIN LATERAL (SELECT count(*) AS uses, coalesce(sum(amount), 0) AS amount FROM benefit_uses WHERE application_id = a.id) u
 WHERE u.amount <> a.spent OR (u.uses > 0 AND a.granted_on IS NULL)
    OR (a.state IN ('USED', 'REPORTED') AND u.uses = 0) OR (a.state = 'GRANTED' AND u.uses > 0)

UNION ALL
SELECT 'I2 every pool movement is one decision', format('movement %s has %s decisions', m.id, count(d.id))
  FROM pool_movements m
  LEFT JOIN decision_entries d ON d.reference = m.id AND d.subject_id = m.pool_id AND d.kind = 'POOL_MOVEMENT'
 GROUP BY m.id HAVING count(d.id) <> 1

UNION ALL
SELECT 'I2 every fact has its key',
       format('source %s has an order line without an event id or with line %s', source_id, line_no) AS detail
  FROM order_lines WHERE event_id = '' OR line_no <= 0

UNION ALL
SELECT 'I3 shop days = facts',
       format('shop %s, %s, %s, source %s: rollup %s/%s fen, facts %s/%s fen; order lines %s, facts %s', shop_id, day, channel, source_id,
              sum(paid) FILTER (WHERE is_rollup), sum(refunded) FILTER (WHERE is_rollup),
              sum(paid) FILTER (WHERE NOT is_rollup), sum(refunded) FILTER (WHERE NOT is_rollup),
              sum(lines) FILTER (WHERE is_rollup), sum(lines) FILTER (WHERE NOT is_rollup))
  FROM (
    SELECT false AS is_rollup, shop_id, day, channel, source_id,
           CASE WHEN type = 'sale' THEN amount_fen ELSE 0 END AS paid,
           CASE WHEN type = 'refund' THEN amount_fen ELSE 0 END AS refunded, 1::bigint AS lines
      FROM order_lines
    UNION ALL
    SELECT false, shop_id, day, channel, source_id, paid_fen, refunded_fen, 0 FROM shop_day_facts
    UNION ALL
    SELECT false, shop_id, day, channel, source_id, paid_fen, refunded_fen, order_lines FROM retired_facts
    UNION ALL
    SELECT true, shop_id, day, channel, source_id, paid_fen, refunded_fen, order_lines FROM gmv_shop_days
  ) x
 GROUP BY shop_id, day, channel, source_id
HAVING (sum(paid) FILTER (WHERE is_rollup), sum(refunded) FILTER (WHERE is_rollup), sum(lines) FILTER (WHERE is_rollup))
       IS DISTINCT FROM (sum(paid) FILTER (WHERE NOT is_rollup), sum(refunded) FILTER (WHERE NOT is_rollup),
                         sum(lines) FILTER (WHERE NOT is_rollup))

UNION ALL
SELECT 'I2 every order line has its key, every key its line',
       format('shop %s, %s, source %s: %s lines, %s keys', shop_id, day, source_id, sum(lines), sum(keys))
  FROM (
    SELECT 1::bigint AS lines, 0 AS keys, shop_id, day, source_id FROM order_lines
    UNION ALL
    SELECT order_lines, 0, shop_id, day, source_id FROM retired_facts
    UNION ALL
    SELECT 0, 1, shop_id, day, source_id FROM order_line_keys
  ) x
 GROUP BY shop_id, day, source_id HAVING sum(lines) <> sum(keys)

UNION ALL
SELECT 'I3 what a batch is noted to have added = its facts',
       format('batch %s: noted %s/%s fen, facts %s/%s fen', batch_id, sum(paid) FILTER (WHERE is_note),
              sum(refunded) FILTER (WHERE is_note), sum(paid) FILTER (WHERE NOT is_note), sum(refunded) FILTER (WHERE NOT is_note))
  FROM (
    SELECT true AS is_note, batch_id, paid_fen AS paid, refunded_fen AS refunded FROM gmv_shop_day_changes
    UNION ALL
    SELECT false, batch_id, CASE WHEN type = 'sale' THEN amount_fen ELSE 0 END,
           CASE WHEN type = 'refund' THEN amount_fen ELSE 0 END
      FROM order_lines
    UNION ALL
    SELECT false, batch_id, paid_fen, refunded_fen FROM shop_day_facts
    UNION ALL
    SELECT false, batch_id, paid_fen, refunded_fen FROM retired_facts
  ) x JOIN import_batches b ON b.id = x.batch_id AND b.known_at IS NOT NULL
 GROUP BY batch_id
HAVING (coalesce(sum(paid) FILTER (WHERE is_note), 0), coalesce(sum(refunded) FILTER (WHERE is_note), 0))
    <> (coalesce(sum(paid) FILTER (WHERE NOT is_note), 0), coalesce(sum(refunded) FILTER (WHERE NOT is_note), 0))

UNION ALL
SELECT 'I3 shop months = shop days',
       format('shop %s, %s, %s, source %s: rollup %s/%s fen of %s days, days %s/%s fen of %s', shop_id, month, channel, source_id,
              r.paid_fen, r.refunded_fen, r.days, d.paid, d.refunded, d.days)
  FROM gmv_shop_months r FULL JOIN (
    SELECT date_trunc('month', day)::date AS month, shop_id, channel, source_id,
           sum(paid_fen) AS paid, sum(refunded_fen) AS refunded, count(*) AS days
      FROM gmv_shop_days GROUP BY 1, 2, 3, 4
  ) d USING (month, shop_id, channel, source_id)
 WHERE (r.paid_fen, r.refunded_fen, r.days) IS DISTINCT FROM (d.paid, d.refunded, d.days)

UNION ALL
SELECT 'I3 partner days = bound shop days',
       format('partner %s, %s, track %s: rollup %s/%s fen, shops %s/%s fen', partner_id, day, track_code,
              r.paid_fen, r.refunded_fen, p.paid, p.refunded)
  FROM gmv_partner_days r FULL JOIN partner_days p USING (partner_id, day, track_code)
 WHERE (r.paid_fen, r.refunded_fen) IS DISTINCT FROM (p.paid, p.refunded)

UNION ALL
SELECT 'I3 partner months = partner days',
       format('partner %s, %s: rollup %s/%s fen, days %s/%s fen', partner_id, month,
              r.paid_fen, r.refunded_fen, m.paid, m.refunded)
  FROM gmv_partner_months r FULL JOIN partner_months m USING (partner_id, month)
 WHERE (r.paid_fen, r.refunded_fen) IS DISTINCT FROM (m.paid, m.refunded)

UNION ALL
SELECT 'I3 platform days = shop days',
       format('%s: rollup %s/%s fen, unattributed %s/%s; shops %s/%s fen, unattributed %s/%s', day,
              r.paid_fen, r.refunded_fen, r.unattributed_paid_fen, r.unattributed_refunded_fen,
              p.paid, p.refunded, p.unattributed_paid, p.unattributed_refunded)
  FROM gmv_platform_days r FULL JOIN platform_days p USING (day)
 WHERE (r.paid_fen, r.refunded_fen, r.unattributed_paid_fen, r.unattributed_refunded_fen)
       IS DISTINCT FROM (p.paid, p.refunded, p.unattributed_paid, p.unattributed_refunded)

UNION ALL
SELECT 'I3 monthly metrics are of months that had ended',
       format('partner %s, %s, revision %s: known since %s', f.partner_id, f.month, f.revision, b.known_at)
  FROM force_months f JOIN import_batches b ON b.id = f.batch_id
 WHERE (f.month + interval '1 month')::date > (b.known_at AT TIME ZONE 'Asia/Shanghai')::date

UNION ALL
SELECT 'I3 live sessions = their last revisions',
       format('shop %s, session %s', coalesce(l.shop_code, c.shop_code), coalesce(l.session_id, c.session_id))
  FROM (SELECT DISTINCT ON (shop_code, session_id) * FROM live_session_revisions
         ORDER BY shop_code, session_id, revision DESC) c
  LEFT JOIN live_sessions l ON l.shop_code = c.shop_code AND l.session_id = c.session_id
 WHERE c.is_withdrawn <> (l.session_id IS NULL)
    OR (NOT c.is_withdrawn AND (l.kind, l.started_at, l.ended_at, l.day, l.paid_fen, l.streamer_id, l.batch_id)
        IS DISTINCT FROM (c.kind, c.started_at, c.ended_at, c.day, c.paid_fen, c.streamer_id, c.batch_id))

UNION ALL
SELECT 'I4 a batch adds up',
       format('batch %s: %s lines, but %s accepted + %s duplicate + %s conflict + %s rejected', id, lines,
              accepted, duplicate, conflict, rejected)
  FROM import_batches WHERE state = 'DONE' AND accepted + duplicate + conflict + rejected <> lines

UNION ALL
SELECT 'I4 a batch is whole or absent',
       format('batch %s (%s): %s accepted by its own count, %s facts', coalesce(b.id, f.batch_id), b.state, b.accepted, f.n)
  FROM (SELECT * FROM import_batches WHERE state = 'DONE') b
  FULL JOIN (
    SELECT batch_id, sum(n) AS n FROM (
      SELECT batch_id, count(*) AS n FROM order_lines GROUP BY batch_id
      UNION ALL
      SELECT batch_id, count(*) FROM shop_day_facts WHERE batch_id IS NOT NULL GROUP BY batch_id
      UNION ALL
      SELECT batch_id, count(*) FROM force_months WHERE batch_id IS NOT NULL GROUP BY batch_id
      UNION ALL
      SELECT batch_id, count(*) FROM live_session_revisions GROUP BY batch_id
      UNION ALL
      SELECT batch_id, count(*) FROM complaint_days GROUP BY batch_id
      UNION ALL
      SELECT batch_id, sum(order_lines + shop_day_facts) FROM retired_facts WHERE batch_id IS NOT NULL GROUP BY batch_id
    ) x GROUP BY batch_id
  ) f ON f.batch_id = b.id
 WHERE coalesce(b.accepted, 0) <> coalesce(f.n, 0)

UNION ALL
SELECT 'I4 every line not taken has its reason',
       format('batch %s: %s rejected + %s conflict by its own count, %s with a reason', b.id, b.rejected, b.conflict, count(r.batch_id))
  FROM import_batches b LEFT JOIN import_rejections r ON r.batch_id = b.id
 WHERE b.state = 'DONE'
 GROUP BY b.id HAVING b.rejected <> count(r.batch_id) FILTER (WHERE r.code <> 'CONFLICT')
     OR b.conflict <> count(r.batch_id) FILTER (WHERE r.code = 'CONFLICT')

UNION ALL
SELECT 'I5 a batch of monthly metrics is in the audit log',
       format('batch %s: %s entries of its completion', f.batch_id, count(a.id))
  FROM (SELECT DISTINCT batch_id FROM force_months WHERE batch_id IS NOT NULL) f
  LEFT JOIN audit_entries a
         ON a.subject_type = 'import_batch' AND a.subject_id = f.batch_id AND a.action = 'import.complete'
 GROUP BY f.batch_id HAVING count(a.id) <> 1

UNION ALL
SELECT 'I5 an application moves along its timeline',
       format('application %s: event %s starts in %s, the one before ended in %s', application_id, id, from_state, previous)
  FROM (
    SELECT id, application_id, from_state, lag(to_state) OVER (PARTITION BY application_id ORDER BY id) AS previous
      FROM application_events
  ) e WHERE previous IS NOT NULL AND from_state IS DISTINCT FROM previous

UNION ALL
SELECT 'I5 an application stands where its timeline ends',
       format('application %s is %s, its last event led to %s', a.id, a.state, e.to_state)
  FROM applications a
  JOIN LATERAL (SELECT to_state FROM application_events WHERE application_id = a.id ORDER BY id DESC LIMIT 1) e ON true
 WHERE e.to_state <> a.state

UNION ALL
SELECT 'I5 a state moves along a legal edge',
       format('application %s: %s to %s', application_id, from_state, to_state)
  FROM application_events
 WHERE from_state IS NOT NULL AND from_state <> to_state
   AND NOT ((from_state, to_state) IN (
         ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'IN_REVIEW'), ('IN_REVIEW', 'CHANGES_REQUESTED'),
         ('CHANGES_REQUESTED', 'SUBMITTED'), ('IN_REVIEW', 'APPROVED'), ('IN_REVIEW', 'REJECTED'),
         ('REJECTED', 'SUBMITTED'))
       OR (to_state = 'WITHDRAWN' AND from_state IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED')))

UNION ALL
SELECT 'I5 a brand request is decided once',
       format('brand request %s is %s and has %s decisions in the audit', r.id, r.state, count(a.id))
  FROM brand_requests r
  LEFT JOIN audit_entries a ON a.subject_type = 'brand-request' AND a.subject_id = r.id
   AND a.action IN ('brand-request.accept', 'brand-request.refuse', 'brand-request.withdraw')
 GROUP BY r.id HAVING count(a.id) <> (r.state <> 'OPEN')::int

UNION ALL
SELECT 'I5 a partner stands where its life ends',
       format('partner %s is %s, its last event led to %s', p.id, p.status, e.to_status)
  FROM partners p
  JOIN LATERAL (SELECT to_status FROM partner_events WHERE partner_id = p.id ORDER BY id DESC LIMIT 1) e ON true
 WHERE e.to_status <> p.status

UNION ALL
SELECT 'I5 a partner moves along a legal edge', format('partner %s: %s to %s', partner_id, from_status, to_status)
  FROM partner_events
 WHERE from_status IS NOT NULL
   AND (from_status, to_status) NOT IN (
         ('ACTIVE', 'PROBATION'), ('PROBATION', 'ACTIVE'), ('ACTIVE', 'EXIT_NOTICE'), ('PROBATION', 'EXIT_NOTICE'),
         ('EXIT_NOTICE', 'ACTIVE'), ('EXIT_NOTICE', 'PROBATION'), ('EXIT_NOTICE', 'EXITED'))

UNION ALL
SELECT 'I5 an open exit case is a partner under notice',
       format('partner %s is %s, open exit cases: %s', p.id, p.status, count(c.id))
  FROM partners p LEFT JOIN exit_cases c ON c.partner_id = p.id AND c.state IN ('NOTICE', 'REPLIED')
 GROUP BY p.id HAVING (count(c.id) > 0) AND p.status <> 'EXIT_NOTICE'

UNION ALL
SELECT 'I5 the queue counts what is there',
       format('%s at stage %s: %s counted, %s there', state, review_stage, counted, there)
  FROM (
    SELECT state, review_stage, sum(counted) AS counted, sum(there) AS there
      FROM (
        SELECT state, review_stage, change AS counted, 0 AS there FROM application_count_changes
        UNION ALL
        SELECT state, review_stage, 0, 1 FROM applications WHERE submitted_at IS NOT NULL
      ) x GROUP BY state, review_stage
  ) counts WHERE counted <> there

UNION ALL
SELECT 'I6 a final run has one verdict for every partner it counted',
       format('run %s: %s partners, %s classifications', r.id, r.partner_count, count(c.partner_id))
  FROM evaluation_runs r LEFT JOIN classifications c ON c.run_id = r.id
 WHERE r.status = 'FINAL'
 GROUP BY r.id HAVING r.partner_count <> count(c.partner_id)

UNION ALL
SELECT 'I7 a partner stands on its own application',
       format('partner %s of organisation %s, application %s of organisation %s', p.id, p.organisation_id, a.id, a.organisation_id)
  FROM partners p JOIN applications a ON a.id = p.application_id
 WHERE a.organisation_id <> p.organisation_id

UNION ALL
SELECT 'I7 a fact points to a shop and a source',
       format('shop %s, source %s', f.shop_id, f.source_id)
  FROM (SELECT DISTINCT shop_id, source_id FROM gmv_shop_days) f
  LEFT JOIN shops s ON s.id = f.shop_id
  LEFT JOIN gmv_sources g ON g.id = f.source_id
 WHERE s.id IS NULL OR g.id IS NULL

UNION ALL
SELECT 'I7 monthly metrics come from a batch of their kind',
       format('batch %s of source %s, which sends %s', b.id, s.code, s.grain)
  FROM (SELECT DISTINCT batch_id FROM force_months WHERE batch_id IS NOT NULL) f
  JOIN import_batches b ON b.id = f.batch_id
  JOIN gmv_sources s ON s.id = b.source_id
 WHERE s.grain <> 'FORCE_MONTH'

UNION ALL
SELECT 'I3 the item sums of a brand = its items',
       format('brand %s: %s of %s done by its sums, %s of %s by its items', coalesce(s.brand_id, i.brand_id), s.done, s.required,
              i.done, i.required)
  FROM playbook_item_sums s
  FULL JOIN (
    SELECT t.brand_id, array_agg(t.required ORDER BY t.step) AS required, array_agg(t.done ORDER BY t.step) AS done,
           array_agg(t.due_on ORDER BY t.step) AS due_on, array_agg(t.done_on ORDER BY t.step) AS done_on,
           sum(CASE WHEN t.done < t.required THEN 2 ^ (t.step - 1) ELSE 0 END) AS open_steps
      FROM (
        SELECT b.brand_id, n.step, count(p.id) FILTER (WHERE p.is_required)::int AS required,
               count(p.id) FILTER (WHERE p.is_required AND p.state = 'DONE')::int AS done,
               min(p.due_on) FILTER (WHERE p.is_required AND p.state <> 'DONE') AS due_on,
               max((p.moved_at AT TIME ZONE 'Asia/Shanghai')::date) FILTER (WHERE p.is_required AND p.state = 'DONE') AS done_on
          FROM (SELECT DISTINCT brand_id FROM playbook_items UNION SELECT brand_id FROM playbook_item_sums) b
          CROSS JOIN generate_series(1, 5) n(step)
          LEFT JOIN playbook_items p ON p.brand_id = b.brand_id AND p.step = n.step AND NOT p.is_retired GROUP BY 1, 2) t
     GROUP BY 1
  ) i ON i.brand_id = s.brand_id
 WHERE (s.required, s.done, s.due_on, s.done_on, s.open_steps::numeric)
       IS DISTINCT FROM (i.required, i.done, i.due_on, i.done_on, i.open_steps::numeric)

UNION ALL
SELECT 'I3 the data sums of a brand = its steps',
       format('brand %s: %s, closed %s, below since %s by its sums', d.brand_id, d.is_judged, d.closed_steps, d.below_since)
  FROM brands b
  LEFT JOIN playbook_data_sums d ON d.brand_id = b.id
  LEFT JOIN (
    SELECT brand_id, sum(CASE WHEN state = 'CLOSED' THEN 2 ^ (step - 1) ELSE 0 END) AS closed,
           array_agg((step, below_since)::text ORDER BY step) FILTER (WHERE below_since IS NOT NULL) AS below
      FROM playbook_steps GROUP BY 1
  ) s ON s.brand_id = b.id
 WHERE d.brand_id IS NULL OR (d.is_judged, d.closed_steps::numeric,
        (SELECT array_agg((n::smallint, day)::text ORDER BY n) FROM unnest(d.below_since) WITH ORDINALITY u(day, n) WHERE day IS NOT NULL))
       IS DISTINCT FROM (s.brand_id IS NOT NULL, coalesce(s.closed, 0)::numeric, s.below)

UNION ALL
SELECT 'I3 where a brand stands = its items and steps',
       format('brand %s: step %s, due %s, on data since %s, below since %s; by its sums step %s', d.brand_id, d.step, d.due_on, d.data_on,
              d.below_on, s.step)
  FROM playbook_data_sums d
  JOIN (
    SELECT o.*, (SELECT min(n) FROM generate_series(1, 5) n WHERE o.has_begun AND ((o.items | o.data) >> (n - 1)) & 1 = 1) AS step
      FROM (
        SELECT b.id, coalesce(i.open_steps, 0)::int AS items, 31 & ~q.closed_steps::int AS data, i.due_on, i.done_on, q.is_judged,
               q.below_since, b.playbook_version IS NOT NULL AS has_begun
          FROM brands b JOIN playbook_data_sums q ON q.brand_id = b.id LEFT JOIN playbook_item_sums i ON i.brand_id = b.id) o
  ) s ON s.id = d.brand_id
 WHERE (d.step, d.due_on, d.below_on, d.data_on) IS DISTINCT FROM (
         s.step::smallint, s.due_on[s.step], s.below_since[s.step],
         CASE WHEN (s.items >> (s.step - 1)) & 1 = 0 AND (NOT s.is_judged OR s.below_since[s.step] IS NOT NULL)
              THEN greatest(s.done_on[s.step], s.below_since[s.step]) END)

UNION ALL
SELECT 'I7 a move in a playbook is of an organisation of its side',
       format('event %s of side %s is of %s, a %s', e.id, e.side, o.id, o.kind)
  FROM playbook_events e JOIN organisations o ON o.id = e.organisation_id
 WHERE e.side::text <> o.kind::text

UNION ALL
SELECT 'I7 live sessions come from a batch of their kind',
       format('batch %s of source %s, which sends %s', b.id, s.code, s.grain)
  FROM (SELECT DISTINCT batch_id FROM live_session_revisions) f
  JOIN import_batches b ON b.id = f.batch_id
  JOIN gmv_sources s ON s.id = b.source_id
 WHERE s.grain <> 'LIVE_SESSION'

UNION ALL
SELECT 'I7 complaints come from a batch of their kind',
       format('batch %s of source %s, which sends %s', b.id, s.code, s.grain)
  FROM (SELECT DISTINCT batch_id FROM complaint_days) f
  JOIN import_batches b ON b.id = f.batch_id
  JOIN gmv_sources s ON s.id = b.source_id
 WHERE s.grain <> 'COMPLAINT_DAY'

UNION ALL
SELECT 'I8 a sent mail has left once', format('mail %s is SENT without a time', id)
  FROM mail_messages WHERE status = 'SENT' AND sent_at IS NULL

UNION ALL
SELECT 'I10 platform = attributed + unattributed',
       format('%s: %s/%s fen, attributed %s/%s, unattributed %s/%s', p.day, p.paid_fen, p.refunded_fen,
              coalesce(a.paid, 0), coalesce(a.refunded, 0), p.unattributed_paid_fen, p.unattributed_refunded_fen)
  FROM gmv_platform_days p
  LEFT JOIN (
    SELECT day, sum(paid) AS paid, sum(refunded) AS refunded
      FROM (SELECT DISTINCT shop_id, day, paid, refunded FROM bound) b GROUP BY day
  ) a USING (day)
 WHERE p.paid_fen <> coalesce(a.paid, 0) + p.unattributed_paid_fen
    OR p.refunded_fen <> coalesce(a.refunded, 0) + p.unattributed_refunded_fen

UNION ALL
SELECT 'I10 platform = partners + free shops, in every track',
       format('%s, track %s: partners %s/%s fen, their shops %s/%s fen', day, track_code,
              p.paid, p.refunded, t.paid, t.refunded)
  FROM track_days t FULL JOIN track_partners p USING (track_code, day)
 WHERE (t.paid, t.refunded) IS DISTINCT FROM (p.paid, p.refunded)

UNION ALL
SELECT 'I11 every decision is sealed once or waits',
       format('decision %s has %s places and %s turns to wait', e.id, count(s.sequence), count(w.entry_id))
  FROM decision_entries e
  LEFT JOIN decision_seals s ON s.entry_id = e.id
  LEFT JOIN decision_waiting w ON w.entry_id = e.id
 GROUP BY e.id HAVING count(s.sequence) + count(w.entry_id) <> 1

UNION ALL
SELECT 'I11 the decision log is numbered without gaps, block by block',
       format('block %s holds %s decisions, numbered %s to %s; its own word is %s to %s', b.number, count(s.sequence),
              min(s.sequence), max(s.sequence), b.first_sequence, b.last_sequence)
  FROM decision_blocks b
  LEFT JOIN decision_seals s ON s.block_number = b.number
  LEFT JOIN decision_blocks before ON before.number = b.number - 1
 GROUP BY b.number, before.last_sequence
HAVING (min(s.sequence), max(s.sequence), count(s.sequence), b.first_sequence)
       IS DISTINCT FROM (b.first_sequence, b.last_sequence, b.last_sequence - b.first_sequence + 1,
                         coalesce(before.last_sequence, 0) + 1)

UNION ALL
SELECT 'I1 no exam window is overbooked', format('window %s: %s seats, %s booked', w.id, w.seats, count(*))
  FROM exam_windows w JOIN exam_bookings b ON b.window_id = w.id AND b.cancelled_at IS NULL
 WHERE w.seats IS NOT NULL GROUP BY w.id HAVING count(*) > w.seats

UNION ALL
SELECT 'I3 the result of a sitting is the sum of its paper',
       format('sitting %s: %s of %s, its questions %s of %s', s.id, s.points, s.of_points, q.points, q.of)
  FROM exam_sittings s
  JOIN LATERAL (SELECT sum(points) AS points, sum(jsonb_array_length(orders)) AS of
                  FROM exam_sitting_questions WHERE sitting_id = s.id) q ON true
 WHERE s.state <> 'SITTING' AND (s.points, s.of_points) IS DISTINCT FROM (q.points::int, q.of::int)

UNION ALL
SELECT 'I5 a passed exam is one certificate of its candidate',
       format('sitting %s of %s (%s), certificate %s of %s (%s)', s.id, s.user_id, s.level, c.id, c.user_id, c.level)
  FROM exam_sittings s LEFT JOIN certificates c ON c.sitting_id = s.id
 WHERE (s.state = 'PASSED') <> (c.id IS NOT NULL)
    OR c.id IS NOT NULL AND (c.user_id, c.partner_id, c.level) IS DISTINCT FROM (s.user_id, s.partner_id, s.level)

UNION ALL
SELECT 'I5 a guarantee is held from an event of its card',
       format('holding %s of shop %s: %s from %s', h.id, h.shop_id, h.guarantee, h.held_from)
  FROM trust_holdings h
 WHERE NOT EXISTS (SELECT FROM trust_card_events e
                    WHERE e.shop_id = h.shop_id AND e.organisation_id = h.organisation_id AND e.guarantee = h.guarantee
                      AND e.at = h.held_from AND e.kind IN ('OPTED_IN', 'TERMS_CONFIRMED', 'CEILINGS_CHANGED'))

UNION ALL
SELECT 'I5 an event of a card is of a holding or a suspension',
       format('event %s of shop %s: %s of %s', e.id, e.shop_id, e.kind, e.guarantee)
  FROM trust_card_events e
 WHERE NOT CASE WHEN e.kind IN ('OPTED_IN', 'TERMS_CONFIRMED', 'CEILINGS_CHANGED', 'OPTED_OUT') THEN EXISTS (
             SELECT FROM trust_holdings h WHERE h.shop_id = e.shop_id AND h.guarantee = e.guarantee
                AND CASE WHEN e.kind = 'OPTED_OUT' THEN h.held_to ELSE h.held_from END = e.at)
           ELSE EXISTS (
             SELECT FROM trust_suspensions s WHERE s.shop_id = e.shop_id AND s.guarantee = e.guarantee
                AND e.at = CASE e.kind WHEN 'SUSPENDED' THEN s.from_at WHEN 'APPEALED' THEN s.appealed_at
                                       WHEN 'LIFTED' THEN s.to_at ELSE s.appeal_decided_at END)
           END

UNION ALL
SELECT 'I5 a suspension is on the timeline of its card', format('suspension %s of shop %s', s.id, s.shop_id)
  FROM trust_suspensions s
 WHERE NOT EXISTS (SELECT FROM trust_card_events e WHERE e.shop_id = s.shop_id AND e.guarantee = s.guarantee
                      AND e.organisation_id = s.organisation_id AND e.kind = 'SUSPENDED' AND e.at = s.from_at)

UNION ALL
SELECT 'I1 a deposit stands where its entries end', format('account %s: %s, by its entries %s', a.id, a.balance_fen, coalesce(e.sum, 0))
  FROM trust_accounts a
  LEFT JOIN (SELECT account, sum(amount) AS sum FROM (
              SELECT to_account AS account, amount_fen AS amount FROM trust_entries
              UNION ALL SELECT from_account, -amount_fen FROM trust_entries) moved GROUP BY account) e ON e.account = a.id
 WHERE a.balance_fen <> coalesce(e.sum, 0)

UNION ALL
SELECT 'I1 a claim is paid once, what was granted, by whom it was decided',
       format('claim %s: %s %s of %s, paid %s from %s', c.number, c.payment_state, c.amount_fen, c.payer, e.amount_fen, e.from_account)
  FROM trust_claims c LEFT JOIN trust_entries e ON e.claim_id = c.id AND e.kind = 'PAYMENT'
 WHERE (c.payment_state = 'PAID') <> (e.id IS NOT NULL)
    OR e.id IS NOT NULL AND (e.amount_fen, e.from_account) IS DISTINCT FROM
       (c.amount_fen, CASE c.payer WHEN 'SHOP' THEN 'shop:' || c.shop_id ELSE 'platform' END)

UNION ALL
SELECT 'I5 a claim is decided as its timeline says', format('claim %s: %s, timeline %s', c.number, c.outcome, e.kind)
  FROM trust_claims c
  LEFT JOIN LATERAL (SELECT kind FROM trust_claim_events WHERE claim_id = c.id AND kind IN ('GRANTED', 'REFUSED')
                      ORDER BY id DESC LIMIT 1) e ON true
 WHERE c.outcome::text IS DISTINCT FROM e.kind::text

UNION ALL
SELECT 'I7 a claim is on a line its feed told of', format('claim %s: %s/%s', c.number, c.event_id, c.line_no)
  FROM trust_claims c
 WHERE NOT EXISTS (SELECT FROM order_line_keys k WHERE (k.source_id, k.event_id, k.line_no, k.shop_id)
                      = (c.source_id, c.event_id, c.line_no, c.shop_id))

UNION ALL
SELECT 'I7 a sitting is of the candidate who has the seat', format('sitting %s, booking %s', s.id, b.id)
  FROM exam_sittings s JOIN exam_bookings b ON b.id = s.booking_id
 WHERE (s.user_id, s.partner_id, s.organisation_id) IS DISTINCT FROM (b.user_id, b.partner_id, b.organisation_id)
;
