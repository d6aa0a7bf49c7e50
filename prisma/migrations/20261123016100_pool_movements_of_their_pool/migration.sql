-- What a movement is held to, at what it need cost while it holds its pool: its pool is its grant's or its change's own, so
-- that no key of its own to the pool is checked at commit; a month that is still running cannot be closed.

CREATE UNIQUE INDEX "pool_grants_id_pool_id_key" ON "pool_grants"("id", "pool_id");
ALTER TABLE "pool_movements" DROP CONSTRAINT "pool_movements_grant_id_fkey";
ALTER TABLE "pool_movements" ADD CONSTRAINT "pool_movements_grant_id_pool_id_fkey" FOREIGN KEY ("grant_id", "pool_id")
  REFERENCES "pool_grants"("id", "pool_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE UNIQUE INDEX "pool_changes_id_pool_id_key" ON "pool_changes"("id", "pool_id");
ALTER TABLE pool_movements DROP CONSTRAINT pool_movements_of_a_change;
ALTER TABLE pool_movements ADD CONSTRAINT pool_movements_of_a_change FOREIGN KEY (change_id, pool_id)
  REFERENCES pool_changes (id, pool_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE pool_movements DROP CONSTRAINT pool_movements_pool_id_fkey;

CREATE OR REPLACE FUNCTION refuse_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What goes back to what is available belongs to no grant and no change.
  IF NEW.grant_id IS NULL AND NEW.change_id IS NULL THEN
    IF NOT EXISTS (SELECT FROM pools WHERE id = NEW.pool_id) THEN
      RAISE EXCEPTION 'there is no pool %', NEW.pool_id USING ERRCODE = 'foreign_key_violation';
    END IF;
  END IF;
  IF NEW.booked_on >= date_trunc('month', shanghai_day(pool_now()))::date THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM pool_months WHERE pool_id = NEW.pool_id AND month >= date_trunc('month', NEW.booked_on)::date) THEN
    RAISE EXCEPTION 'pool %: % is closed', NEW.pool_id, to_char(NEW.booked_on, 'YYYY-MM')
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- The one door to the ledger: a whole movement in one statement, with the balances it changes, its decision, its audit row and
-- what the receiver's people are told. It says what became of it instead of failing: MOVED, REPLAYED (this key has had its
-- effect: the same answer), CONFLICT (this key means something else), or why not; then nothing has changed. The pool's row,
-- which everybody wants, is written last, so that others wait for that and the commit alone: until then what was written stands
-- in a block that a pool without enough takes back. `p_new` opens a grant under the id `p_grant`; `p_unit` is the one the amount
-- was typed in, where somebody typed it; `p_tell` is what the receiver of a new grant is told.
CREATE OR REPLACE FUNCTION move_pool(
  p_id text, p_pool text, p_kind pool_movement_kind, p_from pool_account, p_to pool_account, p_amount bigint, p_key text,
  p_new boolean, p_grant text, p_partner text, p_benefit text, p_purpose text, p_expires date, p_booked date, p_change text,
  p_actor text, p_label text, p_address text, p_reason text, p_decision text, p_unit pool_unit, p_tell text, p_href text,
  OUT outcome text, OUT movement_id text, OUT grant_id text, OUT moved_at timestamptz
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  done pool_movements;
  held pool_grants;
  counted_in pool_unit;
  pool_name text;
  organisation text;
  receiver text := p_partner;
  partner_status partner_status;
  frozen_from date;
  moment timestamptz := pool_now();
  today date := shanghai_day(moment);
  booked date := coalesce(p_booked, today);
  said text;
  -- What each account gains.
  plus_available bigint := CASE 'AVAILABLE'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END;
  plus_reserved bigint := CASE 'RESERVED'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END;
  plus_granted bigint := CASE 'GRANTED'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END;
  plus_spent bigint := CASE 'SPENT'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END;
  plus_expired bigint := CASE 'EXPIRED'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END;
  plus_clawed_back bigint := CASE 'CLAWED_BACK'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END;
  plus_total bigint := CASE 'FUNDING'::pool_account WHEN p_to THEN -p_amount WHEN p_from THEN p_amount ELSE 0 END;
BEGIN
  moved_at := moment;
  SELECT x.unit, CASE WHEN x.name_zh = x.name_en THEN x.name_zh ELSE x.name_zh || ' · ' || x.name_en END,
         s.organisation_id, s.status, s.benefits_frozen_from
    INTO counted_in, pool_name, organisation, partner_status, frozen_from
    FROM pools x LEFT JOIN partners s ON p_new AND s.id = p_partner WHERE x.id = p_pool;
  IF counted_in IS NULL OR counted_in <> p_unit THEN outcome := 'POOL_UNKNOWN'; RETURN; END IF;

  SELECT * INTO done FROM pool_movements m WHERE m.key = p_key;
  IF NOT FOUND AND p_grant IS NOT NULL AND NOT p_new THEN
    SELECT * INTO held FROM pool_grants g WHERE g.id = p_grant AND g.pool_id = p_pool FOR NO KEY UPDATE;
    IF NOT FOUND THEN outcome := 'GRANT_UNKNOWN'; RETURN; END IF;
    -- The same key may have had its effect while this one waited for the grant.
    SELECT * INTO done FROM pool_movements m WHERE m.key = p_key;
    organisation := held.organisation_id;
    receiver := held.partner_id;
  END IF;

  IF done.id IS NULL THEN
    outcome := CASE
      WHEN p_amount <= 0 THEN 'AMOUNT_INVALID'
      WHEN p_new AND organisation IS NULL THEN 'PARTNER_UNKNOWN'
      WHEN p_new AND (partner_status = 'EXITED' OR frozen_from <= today) THEN 'PARTNER_FROZEN'
      WHEN p_new AND p_expires < today THEN 'EXPIRES_IN_PAST'
      WHEN booked > today THEN 'BOOKED_IN_FUTURE'
      WHEN booked < today AND p_kind NOT IN ('SPEND', 'EXPIRE', 'RELEASE') THEN 'BOOKED_IN_PAST'
      WHEN p_kind IN ('SPEND', 'GRANT') AND held.expires_on < booked THEN 'GRANT_EXPIRED'
      WHEN p_kind = 'SPEND' AND booked < held.granted_on THEN 'BEFORE_GRANT'
      WHEN p_kind = 'EXPIRE' AND (held.expires_on IS NULL OR held.expires_on >= today) THEN 'NOT_EXPIRED_YET'
      WHEN NOT p_new AND p_from = 'RESERVED' AND held.reserved < p_amount THEN 'GRANT_NOT_ENOUGH'
      WHEN p_from = 'GRANTED' AND held.open < p_amount THEN 'GRANT_NOT_ENOUGH'
      WHEN p_from = 'SPENT' AND held.spent < p_amount THEN 'GRANT_NOT_ENOUGH'
    END;
    IF outcome IS NOT NULL THEN RETURN; END IF;
    IF booked < today THEN
      IF EXISTS (SELECT FROM pool_months c WHERE c.pool_id = p_pool AND c.month >= date_trunc('month', booked)::date) THEN
        outcome := 'MONTH_CLOSED'; RETURN;
      END IF;
    END IF;

    BEGIN
      IF p_new THEN
        INSERT INTO pool_grants (id, pool_id, partner_id, organisation_id, benefit_code, purpose, expires_on, granted_on, reserved, open, created_at)
        VALUES (p_grant, p_pool, p_partner, organisation, p_benefit, p_purpose, p_expires,
                CASE WHEN p_to = 'GRANTED' THEN today END, plus_reserved, plus_granted, moment);
      ELSIF p_grant IS NOT NULL THEN
        UPDATE pool_grants g SET
          granted_on = CASE WHEN p_to = 'GRANTED' THEN coalesce(g.granted_on, today) ELSE g.granted_on END,
          reserved = g.reserved + plus_reserved, open = g.open + plus_granted, spent = g.spent + plus_spent,
          expired = g.expired + plus_expired, clawed_back = g.clawed_back + plus_clawed_back,
          released = g.released + CASE WHEN p_kind = 'RELEASE' THEN p_amount ELSE 0 END
        WHERE g.id = p_grant;
      END IF;

      -- A second sender of the same key waits here for the first.
      INSERT INTO pool_movements (id, pool_id, kind, from_account, to_account, amount, key, grant_id, partner_id, change_id,
                                  actor_user_id, actor_label, reason, at, booked_on)
      VALUES (p_id, p_pool, p_kind, p_from, p_to, p_amount, p_key, p_grant, receiver, p_change,
              p_actor, p_label, p_reason, moment, booked)
      ON CONFLICT (key) DO NOTHING;
      IF NOT FOUND THEN RAISE EXCEPTION 'this key has had its effect' USING ERRCODE = 'PL001'; END IF;

      said := '{"amount":"' || p_amount || '","bookedOn":"' || booked || '","from":"' || p_from || '","grant":'
        || coalesce(to_json(p_grant)::text, 'null') || ',"kind":"' || p_kind || '","partner":'
        || coalesce(to_json(receiver)::text, 'null') || ',"to":"' || p_to || '","unit":"' || counted_in || '"}';
      INSERT INTO decision_entries (id, kind, subject_type, subject_id, reference, organisation_id, at, payload, hash)
      VALUES (p_decision, 'POOL_MOVEMENT', 'pool', p_pool, p_id, organisation, moment, said,
              hash_decision(p_decision, 'POOL_MOVEMENT', 'pool', p_pool, p_id, organisation, moment, said));

      INSERT INTO audit_entries (actor_user_id, actor_label, organisation_id, action, subject_type, subject_id, after, reason, address)
      VALUES (p_actor, p_label, organisation, 'pool.' || replace(lower(p_kind::text), '_', '-'), 'pool', p_pool,
              jsonb_build_object('movement', p_id, 'amount', p_amount::text, 'grant', p_grant), p_reason, p_address);

      IF p_tell IS NOT NULL THEN
        INSERT INTO notifications (id, key, user_id, organisation_id, kind, params, href)
        SELECT 'ntf_' || substr(p_id, 5) || '_' || s.user_id, 'pool-grant:' || p_id || ':' || s.user_id, s.user_id, organisation,
               p_tell, jsonb_build_object('pool', pool_name, 'purpose', p_purpose), p_href
          FROM memberships s JOIN users u ON u.id = s.user_id AND u.status = 'ACTIVE'
         WHERE s.organisation_id = organisation;
      END IF;

      UPDATE pools x SET
        total = x.total + plus_total, available = x.available + plus_available, reserved = x.reserved + plus_reserved,
        granted = x.granted + plus_granted, spent = x.spent + plus_spent, expired = x.expired + plus_expired,
        clawed_back = x.clawed_back + plus_clawed_back
      WHERE x.id = p_pool AND least(x.available + plus_available, x.reserved + plus_reserved, x.granted + plus_granted,
                                    x.spent + plus_spent, x.expired + plus_expired, x.clawed_back + plus_clawed_back) >= 0;
      IF NOT FOUND THEN RAISE EXCEPTION 'the account has not enough' USING ERRCODE = 'PL002'; END IF;

      -- A month that is being closed holds the pool; what is told of it late finds it closed afterwards.
      IF booked < today THEN
        IF EXISTS (SELECT FROM pool_months c WHERE c.pool_id = p_pool AND c.month >= date_trunc('month', booked)::date) THEN
          RAISE EXCEPTION 'the month is closed' USING ERRCODE = 'PL003';
        END IF;
      END IF;
      outcome := 'MOVED'; movement_id := p_id; grant_id := p_grant;
      RETURN;
    EXCEPTION
      WHEN SQLSTATE 'PL001' THEN SELECT * INTO done FROM pool_movements m WHERE m.key = p_key;
      WHEN SQLSTATE 'PL002' THEN
        outcome := CASE WHEN p_kind = 'CUT' THEN 'CUT_BELOW_USE' WHEN p_kind = 'RETURN' THEN 'RETURN_NOT_ENOUGH'
          WHEN p_from = 'AVAILABLE' THEN 'POOL_EXHAUSTED' ELSE 'GRANT_NOT_ENOUGH' END;
        RETURN;
      WHEN SQLSTATE 'PL003' THEN outcome := 'MONTH_CLOSED'; RETURN;
    END;
  END IF;

  outcome := CASE WHEN (done.pool_id, done.kind, done.from_account, done.to_account, done.amount) = (p_pool, p_kind, p_from, p_to, p_amount)
                   AND (NOT p_new OR done.partner_id IS NOT DISTINCT FROM p_partner)
                   AND (p_new OR done.grant_id IS NOT DISTINCT FROM p_grant)
             THEN 'REPLAYED' ELSE 'CONFLICT' END;
  movement_id := done.id; grant_id := done.grant_id; moved_at := done.at;
END $$;
