-- CreateEnum
CREATE TYPE "pool_unit" AS ENUM ('FEN', 'IMPRESSION');

-- CreateEnum
CREATE TYPE "pool_account" AS ENUM ('FUNDING', 'AVAILABLE', 'RESERVED', 'GRANTED', 'SPENT', 'EXPIRED', 'CLAWED_BACK');

-- CreateEnum
CREATE TYPE "pool_movement_kind" AS ENUM ('RAISE', 'CUT', 'RESERVE', 'RELEASE', 'GRANT', 'SPEND', 'EXPIRE', 'CLAW_BACK', 'RETURN');

-- CreateEnum
CREATE TYPE "pool_change_state" AS ENUM ('PROPOSED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "pools" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "purpose_zh" TEXT NOT NULL,
    "purpose_en" TEXT NOT NULL,
    "unit" "pool_unit" NOT NULL,
    "total" BIGINT NOT NULL DEFAULT 0,
    "available" BIGINT NOT NULL DEFAULT 0,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "granted" BIGINT NOT NULL DEFAULT 0,
    "spent" BIGINT NOT NULL DEFAULT 0,
    "expired" BIGINT NOT NULL DEFAULT 0,
    "clawed_back" BIGINT NOT NULL DEFAULT 0,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "pools_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_grants" (
    "id" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "benefit_code" TEXT,
    "purpose" TEXT NOT NULL,
    "expires_on" DATE,
    "granted_on" DATE,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "open" BIGINT NOT NULL DEFAULT 0,
    "spent" BIGINT NOT NULL DEFAULT 0,
    "expired" BIGINT NOT NULL DEFAULT 0,
    "clawed_back" BIGINT NOT NULL DEFAULT 0,
    "released" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pool_grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_movements" (
    "id" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "kind" "pool_movement_kind" NOT NULL,
    "from_account" "pool_account" NOT NULL,
    "to_account" "pool_account" NOT NULL,
    "amount" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "grant_id" TEXT,
    "partner_id" TEXT,
    "change_id" TEXT,
    "actor_user_id" TEXT,
    "actor_label" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "booked_on" DATE NOT NULL,

    CONSTRAINT "pool_movements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_changes" (
    "id" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "kind" "pool_movement_kind" NOT NULL,
    "amount" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "pool_change_state" NOT NULL DEFAULT 'PROPOSED',
    "proposed_by_id" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "pool_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_months" (
    "pool_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "total" BIGINT NOT NULL,
    "available" BIGINT NOT NULL,
    "reserved" BIGINT NOT NULL,
    "granted" BIGINT NOT NULL,
    "spent" BIGINT NOT NULL,
    "expired" BIGINT NOT NULL,
    "clawed_back" BIGINT NOT NULL,
    "movements" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pool_months_pkey" PRIMARY KEY ("pool_id","month")
);

-- CreateTable
CREATE TABLE "pool_objections" (
    "id" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "partner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "raised_by_id" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_by_id" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "pool_objections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pools_code_key" ON "pools"("code");

-- CreateIndex
CREATE INDEX "pool_grants_pool_id_created_at_id_idx" ON "pool_grants"("pool_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "pool_grants_partner_id_created_at_idx" ON "pool_grants"("partner_id", "created_at");

-- CreateIndex
CREATE INDEX "pool_grants_expires_on_idx" ON "pool_grants"("expires_on");

-- CreateIndex
CREATE UNIQUE INDEX "pool_movements_key_key" ON "pool_movements"("key");

-- CreateIndex
CREATE INDEX "pool_movements_pool_id_booked_on_at_idx" ON "pool_movements"("pool_id", "booked_on", "at");

-- CreateIndex
CREATE INDEX "pool_movements_partner_id_booked_on_idx" ON "pool_movements"("partner_id", "booked_on");

-- CreateIndex
CREATE INDEX "pool_changes_pool_id_proposed_at_idx" ON "pool_changes"("pool_id", "proposed_at");

-- CreateIndex
CREATE INDEX "pool_objections_pool_id_month_idx" ON "pool_objections"("pool_id", "month");

-- CreateIndex
CREATE INDEX "pool_objections_partner_id_month_idx" ON "pool_objections"("partner_id", "month");

-- AddForeignKey
ALTER TABLE "pool_grants" ADD CONSTRAINT "pool_grants_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_grants" ADD CONSTRAINT "pool_grants_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partners"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_movements" ADD CONSTRAINT "pool_movements_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_movements" ADD CONSTRAINT "pool_movements_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "pool_grants"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "pool_changes" ADD CONSTRAINT "pool_changes_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_months" ADD CONSTRAINT "pool_months_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_objections" ADD CONSTRAINT "pool_objections_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_objections" ADD CONSTRAINT "pool_objections_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partners"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What must never break -------------------------------------------------------

-- The hot row is touched once, at the end: what points to it is checked when the transaction commits.
ALTER TABLE pool_movements ALTER CONSTRAINT pool_movements_pool_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE pool_grants ALTER CONSTRAINT pool_grants_pool_id_fkey DEFERRABLE INITIALLY DEFERRED;

-- No pool is overdrawn, whoever writes and however many at once: no balance is negative and together they are the total.
ALTER TABLE pools ADD CONSTRAINT pools_never_overdrawn CHECK (
  available >= 0 AND reserved >= 0 AND granted >= 0 AND spent >= 0 AND expired >= 0 AND clawed_back >= 0
  AND total = available + reserved + granted + spent + expired + clawed_back
);
ALTER TABLE pools ADD CONSTRAINT pools_named CHECK (code ~ '^[a-z][a-z0-9-]{1,39}$' AND name_zh <> '' AND name_en <> '');

ALTER TABLE pool_grants ADD CONSTRAINT pool_grants_never_overdrawn CHECK (
  reserved >= 0 AND open >= 0 AND spent >= 0 AND expired >= 0 AND clawed_back >= 0 AND released >= 0
  AND reserved + open + spent + expired + clawed_back + released > 0
);
ALTER TABLE pool_grants ADD CONSTRAINT pool_grants_benefit_is_a_code CHECK (benefit_code ~ '^[a-z0-9][a-z0-9._-]{0,59}$');

-- A movement takes one amount from one account to another: it balances by its form, and each kind has its own ways.
ALTER TABLE pool_movements ADD CONSTRAINT pool_movements_balance CHECK (amount > 0 AND from_account <> to_account);
ALTER TABLE pool_movements ADD CONSTRAINT pool_movements_go_their_way CHECK (
  (kind, from_account, to_account) IN (
    ('RAISE', 'FUNDING', 'AVAILABLE'), ('CUT', 'AVAILABLE', 'FUNDING'),
    ('RESERVE', 'AVAILABLE', 'RESERVED'), ('RELEASE', 'RESERVED', 'AVAILABLE'),
    ('GRANT', 'AVAILABLE', 'GRANTED'), ('GRANT', 'RESERVED', 'GRANTED'),
    ('SPEND', 'GRANTED', 'SPENT'), ('EXPIRE', 'GRANTED', 'EXPIRED'),
    ('CLAW_BACK', 'GRANTED', 'CLAWED_BACK'), ('CLAW_BACK', 'SPENT', 'CLAWED_BACK'),
    ('RETURN', 'EXPIRED', 'AVAILABLE'), ('RETURN', 'CLAWED_BACK', 'AVAILABLE'))
);
ALTER TABLE pool_movements ADD CONSTRAINT pool_movements_of_grants CHECK (
  CASE WHEN kind IN ('RAISE', 'CUT') THEN change_id IS NOT NULL AND grant_id IS NULL
       WHEN kind = 'RETURN' THEN change_id IS NULL AND grant_id IS NULL
       ELSE change_id IS NULL AND grant_id IS NOT NULL AND partner_id IS NOT NULL END
);
ALTER TABLE pool_movements ADD CONSTRAINT pool_movements_told_why CHECK (key <> '' AND reason <> '' AND actor_label <> '');

ALTER TABLE pool_changes ADD CONSTRAINT pool_changes_raise_or_cut CHECK (kind IN ('RAISE', 'CUT') AND amount > 0 AND reason <> '');
ALTER TABLE pool_changes ADD CONSTRAINT pool_changes_need_two CHECK (
  CASE state WHEN 'PROPOSED' THEN decided_by_id IS NULL AND decided_at IS NULL
             WHEN 'WITHDRAWN' THEN decided_by_id = proposed_by_id AND decided_at IS NOT NULL
             ELSE decided_by_id IS NOT NULL AND decided_by_id <> proposed_by_id AND decided_at IS NOT NULL END
);
-- A confirmed change moves once.
CREATE UNIQUE INDEX pool_movements_one_per_change ON pool_movements (change_id) WHERE change_id IS NOT NULL;
ALTER TABLE pool_movements ADD CONSTRAINT pool_movements_of_a_change FOREIGN KEY (change_id) REFERENCES pool_changes (id);
CREATE UNIQUE INDEX pool_changes_one_open ON pool_changes (pool_id) WHERE state = 'PROPOSED';

ALTER TABLE pool_months ADD CONSTRAINT pool_months_whole CHECK (
  extract(day FROM month) = 1 AND total = available + reserved + granted + spent + expired + clawed_back
);
ALTER TABLE pool_objections ADD CONSTRAINT pool_objections_answered CHECK (
  extract(day FROM month) = 1 AND statement <> '' AND (answer IS NULL) = (answered_by_id IS NULL)
  AND (answer IS NULL) = (answered_at IS NULL)
);
CREATE UNIQUE INDEX pool_objections_one_open ON pool_objections (pool_id, partner_id, month) WHERE answer IS NULL;

CREATE TRIGGER pool_movements_append_only BEFORE UPDATE OR DELETE ON pool_movements
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pool_months_append_only BEFORE UPDATE OR DELETE ON pool_months
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pool_changes_decided_immutable BEFORE UPDATE OR DELETE ON pool_changes
  FOR EACH ROW WHEN (OLD.state <> 'PROPOSED') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pool_objections_answered_immutable BEFORE UPDATE OR DELETE ON pool_objections
  FOR EACH ROW WHEN (OLD.answer IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- Nothing is booked into a closed month, by whatever door it comes.
CREATE FUNCTION refuse_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pool_months WHERE pool_id = NEW.pool_id AND month >= date_trunc('month', NEW.booked_on)::date) THEN
    RAISE EXCEPTION 'pool %: % is closed', NEW.pool_id, to_char(NEW.booked_on, 'YYYY-MM')
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pool_movements_open_month BEFORE INSERT ON pool_movements
  FOR EACH ROW EXECUTE FUNCTION refuse_closed_month();

-- Time ------------------------------------------------------------------------

-- The one clock of the pools: the database's. What an application server believes the time to be changes nothing.
CREATE FUNCTION pool_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT date_trunc('milliseconds', clock_timestamp())
$$;
-- China keeps UTC+8 the year round (domain.md §3.4).
CREATE FUNCTION shanghai_day(instant timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT ((instant AT TIME ZONE 'UTC') + interval '8 hours')::date
$$;

-- The ledger ------------------------------------------------------------------

-- The two sides of every movement, for whoever adds up accounts: Σ amount = 0 for each movement and for the whole.
CREATE VIEW pool_entries AS
  SELECT id AS movement_id, pool_id, grant_id, partner_id, from_account AS account, -amount AS amount, at, booked_on FROM pool_movements
  UNION ALL
  SELECT id, pool_id, grant_id, partner_id, to_account, amount, at, booked_on FROM pool_movements;

-- The hash of a decision as `hashEntry` (lib/domains/decisions/rules/entry) takes it, of codes, ids and digits.
CREATE FUNCTION hash_decision(id text, kind text, subject_type text, subject_id text, reference text, organisation text,
                              at timestamptz, payload text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(
    '{"at":"' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","id":' || to_json(id) || ',"kind":' || to_json(kind)
    || ',"organisationId":' || coalesce(to_json(organisation)::text, 'null') || ',"payload":' || to_json(payload)
    || ',"reference":' || to_json(reference) || ',"subjectId":' || to_json(subject_id)
    || ',"subjectType":' || to_json(subject_type) || '}', 'UTF8')), 'hex')
$$;

-- The one door to the ledger: a whole movement in one statement, with the balances it changes, its decision and its audit
-- row. It says what became of it instead of failing: MOVED, REPLAYED (this key has had its effect: the same answer),
-- CONFLICT (this key means something else), or why not; then nothing has changed. The pool's row, which everybody wants, is
-- written last, so that others wait for that and the commit alone: until then what was written stands in a block that a
-- pool without enough takes back. `p_new` opens a grant under the id `p_grant`.
CREATE FUNCTION move_pool(
  p_id text, p_pool text, p_kind pool_movement_kind, p_from pool_account, p_to pool_account, p_amount bigint, p_key text,
  p_new boolean, p_grant text, p_partner text, p_benefit text, p_purpose text, p_expires date, p_booked date, p_change text,
  p_actor text, p_label text, p_address text, p_reason text, p_decision text
) RETURNS TABLE (outcome text, movement_id text, grant_id text, moved_at timestamptz)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  done pool_movements;
  held pool_grants;
  pool_unit pool_unit;
  organisation text;
  receiver text := p_partner;
  partner_status partner_status;
  frozen_from date;
  moment timestamptz := pool_now();
  today date := shanghai_day(moment);
  booked date := coalesce(p_booked, today);
  said text;
BEGIN
  SELECT * INTO done FROM pool_movements m WHERE m.key = p_key;
  IF NOT FOUND AND p_grant IS NOT NULL AND NOT p_new THEN
    SELECT * INTO held FROM pool_grants g WHERE g.id = p_grant AND g.pool_id = p_pool FOR NO KEY UPDATE;
    IF NOT FOUND THEN RETURN QUERY SELECT 'GRANT_UNKNOWN', NULL::text, NULL::text, moment; RETURN; END IF;
    -- The same key may have had its effect while this one waited for the grant.
    SELECT * INTO done FROM pool_movements m WHERE m.key = p_key;
    organisation := held.organisation_id;
    receiver := held.partner_id;
  END IF;

  IF done.id IS NULL THEN
    SELECT x.unit INTO pool_unit FROM pools x WHERE x.id = p_pool;
    IF p_new THEN
      SELECT x.organisation_id, x.status, x.benefits_frozen_from INTO organisation, partner_status, frozen_from
        FROM partners x WHERE x.id = p_partner;
    END IF;
    said := CASE
      WHEN pool_unit IS NULL THEN 'POOL_UNKNOWN'
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
    IF said IS NOT NULL THEN RETURN QUERY SELECT said, NULL::text, NULL::text, moment; RETURN; END IF;
    IF booked < today AND EXISTS (
      SELECT FROM pool_months c WHERE c.pool_id = p_pool AND c.month >= date_trunc('month', booked)::date) THEN
      RETURN QUERY SELECT 'MONTH_CLOSED', NULL::text, NULL::text, moment; RETURN;
    END IF;

    BEGIN
      IF p_new THEN
        INSERT INTO pool_grants (id, pool_id, partner_id, organisation_id, benefit_code, purpose, expires_on, granted_on, reserved, open, created_at)
        VALUES (p_grant, p_pool, p_partner, organisation, p_benefit, p_purpose, p_expires, CASE WHEN p_to = 'GRANTED' THEN today END,
                CASE WHEN p_to = 'RESERVED' THEN p_amount ELSE 0 END, CASE WHEN p_to = 'GRANTED' THEN p_amount ELSE 0 END, moment);
      ELSIF p_grant IS NOT NULL THEN
        UPDATE pool_grants g SET
          granted_on = CASE WHEN p_to = 'GRANTED' THEN coalesce(g.granted_on, today) ELSE g.granted_on END,
          reserved = g.reserved - CASE WHEN p_from = 'RESERVED' THEN p_amount ELSE 0 END,
          open = g.open + CASE 'GRANTED'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END,
          spent = g.spent + CASE 'SPENT'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END,
          expired = g.expired + CASE WHEN p_to = 'EXPIRED' THEN p_amount ELSE 0 END,
          clawed_back = g.clawed_back + CASE WHEN p_to = 'CLAWED_BACK' THEN p_amount ELSE 0 END,
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
        || coalesce(to_json(receiver)::text, 'null') || ',"to":"' || p_to || '","unit":"' || pool_unit || '"}';
      INSERT INTO decision_entries (id, kind, subject_type, subject_id, reference, organisation_id, at, payload, hash)
      VALUES (p_decision, 'POOL_MOVEMENT', 'pool', p_pool, p_id, organisation, moment, said,
              hash_decision(p_decision, 'POOL_MOVEMENT', 'pool', p_pool, p_id, organisation, moment, said));

      INSERT INTO audit_entries (actor_user_id, actor_label, organisation_id, action, subject_type, subject_id, after, reason, address)
      VALUES (p_actor, p_label, organisation, 'pool.' || replace(lower(p_kind::text), '_', '-'), 'pool', p_pool,
              jsonb_build_object('movement', p_id, 'amount', p_amount::text, 'grant', p_grant), p_reason, p_address);

      UPDATE pools x SET
        total = x.total + CASE WHEN p_from = 'FUNDING' THEN p_amount WHEN p_to = 'FUNDING' THEN -p_amount ELSE 0 END,
        available = x.available + CASE 'AVAILABLE'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END,
        reserved = x.reserved + CASE 'RESERVED'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END,
        granted = x.granted + CASE 'GRANTED'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END,
        spent = x.spent + CASE 'SPENT'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END,
        expired = x.expired + CASE 'EXPIRED'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END,
        clawed_back = x.clawed_back + CASE 'CLAWED_BACK'::pool_account WHEN p_to THEN p_amount WHEN p_from THEN -p_amount ELSE 0 END
      WHERE x.id = p_pool AND p_amount <= CASE p_from
        WHEN 'AVAILABLE' THEN x.available WHEN 'RESERVED' THEN x.reserved WHEN 'GRANTED' THEN x.granted WHEN 'SPENT' THEN x.spent
        WHEN 'EXPIRED' THEN x.expired WHEN 'CLAWED_BACK' THEN x.clawed_back ELSE p_amount END;
      IF NOT FOUND THEN RAISE EXCEPTION 'the account has not enough' USING ERRCODE = 'PL002'; END IF;

      -- A month that is being closed holds the pool; what is told of it late finds it closed afterwards.
      IF booked < today AND EXISTS (
        SELECT FROM pool_months c WHERE c.pool_id = p_pool AND c.month >= date_trunc('month', booked)::date) THEN
        RAISE EXCEPTION 'the month is closed' USING ERRCODE = 'PL003';
      END IF;
      RETURN QUERY SELECT 'MOVED', p_id, p_grant, moment;
      RETURN;
    EXCEPTION
      WHEN SQLSTATE 'PL001' THEN SELECT * INTO done FROM pool_movements m WHERE m.key = p_key;
      WHEN SQLSTATE 'PL002' THEN
        RETURN QUERY SELECT CASE WHEN p_kind = 'CUT' THEN 'CUT_BELOW_USE' WHEN p_kind = 'RETURN' THEN 'RETURN_NOT_ENOUGH'
          WHEN p_from = 'AVAILABLE' THEN 'POOL_EXHAUSTED' ELSE 'GRANT_NOT_ENOUGH' END, NULL::text, NULL::text, moment;
        RETURN;
      WHEN SQLSTATE 'PL003' THEN RETURN QUERY SELECT 'MONTH_CLOSED', NULL::text, NULL::text, moment; RETURN;
    END;
  END IF;

  RETURN QUERY SELECT
    CASE WHEN (done.pool_id, done.kind, done.from_account, done.to_account, done.amount) = (p_pool, p_kind, p_from, p_to, p_amount)
          AND (NOT p_new OR done.partner_id IS NOT DISTINCT FROM p_partner)
          AND (p_new OR done.grant_id IS NOT DISTINCT FROM p_grant)
         THEN 'REPLAYED' ELSE 'CONFLICT' END,
    done.id, done.grant_id, done.at;
END $$;
