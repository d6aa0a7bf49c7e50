-- AlterEnum
ALTER TYPE "file_purpose" ADD VALUE 'TRUST_CLAIM';

-- CreateEnum
CREATE TYPE "trust_claim_state" AS ENUM ('OPENED', 'EVIDENCE', 'DECIDED', 'PAID', 'CLOSED');

-- CreateEnum
CREATE TYPE "trust_claim_outcome" AS ENUM ('GRANTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "trust_claim_channel" AS ENUM ('API', 'OPERATIONS', 'RECALL');

-- CreateEnum
CREATE TYPE "trust_verdict" AS ENUM ('PASS', 'FAIL', 'PERSON');

-- CreateEnum
CREATE TYPE "trust_payer" AS ENUM ('SHOP', 'PLATFORM');

-- CreateEnum
CREATE TYPE "trust_payment_state" AS ENUM ('NONE', 'QUEUED', 'PAID');

-- CreateEnum
CREATE TYPE "trust_claim_event_kind" AS ENUM ('OPENED', 'SCREENED', 'EVIDENCE', 'ASSIGNED', 'FACTS', 'GRANTED', 'REFUSED', 'QUEUED', 'PAID', 'APPEALED', 'APPEAL_UPHELD', 'APPEAL_REJECTED', 'CLOSED');

-- CreateEnum
CREATE TYPE "trust_party" AS ENUM ('BUYER', 'SHOP', 'PLATFORM');

-- CreateEnum
CREATE TYPE "trust_entry_kind" AS ENUM ('TOP_UP', 'WITHDRAWAL', 'PAYMENT', 'REIMBURSEMENT');

-- CreateEnum
CREATE TYPE "trust_recall_state" AS ENUM ('PREVIEWED', 'RUNNING', 'DONE', 'DROPPED');

-- CreateEnum
CREATE TYPE "trust_guarantee" AS ENUM ('SEVEN_DAY_RETURN', 'RETURN_FREIGHT', 'TENFOLD_COMPENSATION', 'REFUND_WITHOUT_RETURN');

-- CreateEnum
CREATE TYPE "trust_card_event_kind" AS ENUM ('OPTED_IN', 'TERMS_CONFIRMED', 'CEILINGS_CHANGED', 'OPTED_OUT', 'SUSPENDED', 'LIFTED', 'APPEALED', 'APPEAL_UPHELD', 'APPEAL_REJECTED');

-- CreateEnum
CREATE TYPE "trust_appeal_state" AS ENUM ('OPEN', 'UPHELD', 'REJECTED');

-- CreateTable
CREATE TABLE "trust_claims" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "guarantee" "trust_guarantee" NOT NULL,
    "source_id" SMALLINT NOT NULL,
    "event_id" TEXT NOT NULL,
    "line_no" INTEGER NOT NULL,
    "paid_at" TIMESTAMPTZ(3) NOT NULL,
    "product_id" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "buyer_id" TEXT,
    "reason" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "notice_sent_at" TIMESTAMPTZ(3) NOT NULL,
    "channel" "trust_claim_channel" NOT NULL,
    "outbound_freight_fen" BIGINT NOT NULL DEFAULT 0,
    "signed_on" DATE,
    "goods_class" TEXT,
    "is_food" BOOLEAN,
    "is_exclusion_confirmed" BOOLEAN,
    "freight_fen" BIGINT,
    "has_carrier_proof" BOOLEAN NOT NULL DEFAULT false,
    "region" TEXT,
    "is_counterfeit_established" BOOLEAN,
    "policy_version" INTEGER NOT NULL,
    "screening" JSONB NOT NULL,
    "verdict" "trust_verdict" NOT NULL,
    "state" "trust_claim_state" NOT NULL DEFAULT 'OPENED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "outcome" "trust_claim_outcome",
    "amount_fen" BIGINT,
    "working" JSONB,
    "reason_codes" TEXT[],
    "decision_note" TEXT,
    "decided_by_id" TEXT,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "payer" "trust_payer",
    "payment_state" "trust_payment_state" NOT NULL DEFAULT 'NONE',
    "payment_at" TIMESTAMPTZ(3),
    "due_on" DATE,
    "was_overdue" BOOLEAN NOT NULL DEFAULT false,
    "appealable_until" DATE,
    "assignee_id" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "responded_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "recall_id" TEXT,

    CONSTRAINT "trust_claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_claim_events" (
    "id" BIGSERIAL NOT NULL,
    "claim_id" TEXT NOT NULL,
    "kind" "trust_claim_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_user_id" TEXT,
    "actor_label" TEXT NOT NULL,
    "party" "trust_party" NOT NULL,
    "values" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT,

    CONSTRAINT "trust_claim_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_claim_evidences" (
    "id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "party" "trust_party" NOT NULL,
    "text" TEXT NOT NULL,
    "added_by_id" TEXT,
    "added_by_name" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trust_claim_evidences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_claim_appeals" (
    "claim_id" TEXT NOT NULL,
    "party" "trust_party" NOT NULL,
    "statement" TEXT NOT NULL,
    "outcome_before" "trust_claim_outcome" NOT NULL,
    "amount_before" BIGINT,
    "lodged_at" TIMESTAMPTZ(3) NOT NULL,
    "lodged_by_id" TEXT,
    "lodged_by_name" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "trust_appeal_state" NOT NULL DEFAULT 'OPEN',
    "decided_by_id" TEXT,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "trust_claim_appeals_pkey" PRIMARY KEY ("claim_id")
);

-- CreateTable
CREATE TABLE "trust_accounts" (
    "id" TEXT NOT NULL,
    "shop_id" INTEGER,
    "organisation_id" TEXT,
    "balance_fen" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trust_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_entries" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "trust_entry_kind" NOT NULL,
    "from_account" TEXT NOT NULL,
    "to_account" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "claim_id" TEXT,
    "actor_user_id" TEXT,
    "actor_label" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trust_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_recalls" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "guarantee" "trust_guarantee" NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "is_food" BOOLEAN NOT NULL DEFAULT false,
    "state" "trust_recall_state" NOT NULL DEFAULT 'PREVIEWED',
    "lines" INTEGER NOT NULL,
    "left_out" INTEGER NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "digest" TEXT NOT NULL,
    "granted" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "trust_recalls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_holdings" (
    "id" TEXT NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "guarantee" "trust_guarantee" NOT NULL,
    "held_from" TIMESTAMPTZ(3) NOT NULL,
    "held_to" TIMESTAMPTZ(3),
    "terms_version" INTEGER NOT NULL,
    "consent_by_id" TEXT NOT NULL,
    "consent_by_name" TEXT NOT NULL,
    "order_ceiling_fen" BIGINT,
    "buyer_ceiling_fen" BIGINT,
    "ended_by_id" TEXT,

    CONSTRAINT "trust_holdings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_suspensions" (
    "id" TEXT NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "guarantee" "trust_guarantee" NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),
    "reason_code" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "lifted_by_id" TEXT,
    "lift_note" TEXT,
    "appeal_state" "trust_appeal_state",
    "appeal_statement" TEXT,
    "appealed_by_id" TEXT,
    "appealed_at" TIMESTAMPTZ(3),
    "appeal_due_on" DATE,
    "appeal_decided_by_id" TEXT,
    "appeal_decided_at" TIMESTAMPTZ(3),
    "appeal_note" TEXT,

    CONSTRAINT "trust_suspensions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_card_events" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "guarantee" "trust_guarantee" NOT NULL,
    "kind" "trust_card_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_user_id" TEXT,
    "actor_label" TEXT NOT NULL,
    "values" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT,

    CONSTRAINT "trust_card_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "trust_claims_number_key" ON "trust_claims"("number");

-- CreateIndex
CREATE UNIQUE INDEX "trust_claims_key_key" ON "trust_claims"("key");

-- CreateIndex
CREATE INDEX "trust_claims_state_due_on_id_idx" ON "trust_claims"("state", "due_on", "id");

-- CreateIndex
CREATE INDEX "trust_claims_organisation_id_opened_at_idx" ON "trust_claims"("organisation_id", "opened_at");

-- CreateIndex
CREATE INDEX "trust_claims_shop_id_opened_at_idx" ON "trust_claims"("shop_id", "opened_at");

-- CreateIndex
CREATE INDEX "trust_claims_buyer_id_opened_at_idx" ON "trust_claims"("buyer_id", "opened_at");

-- CreateIndex
CREATE INDEX "trust_claims_source_id_event_id_idx" ON "trust_claims"("source_id", "event_id");

-- CreateIndex
CREATE INDEX "trust_claim_events_claim_id_id_idx" ON "trust_claim_events"("claim_id", "id");

-- CreateIndex
CREATE INDEX "trust_claim_evidences_claim_id_idx" ON "trust_claim_evidences"("claim_id");

-- CreateIndex
CREATE INDEX "trust_claim_appeals_state_due_on_idx" ON "trust_claim_appeals"("state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "trust_accounts_shop_id_key" ON "trust_accounts"("shop_id");

-- CreateIndex
CREATE UNIQUE INDEX "trust_entries_key_key" ON "trust_entries"("key");

-- CreateIndex
CREATE INDEX "trust_entries_from_account_at_idx" ON "trust_entries"("from_account", "at");

-- CreateIndex
CREATE INDEX "trust_entries_to_account_at_idx" ON "trust_entries"("to_account", "at");

-- CreateIndex
CREATE INDEX "trust_entries_claim_id_idx" ON "trust_entries"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "trust_recalls_number_key" ON "trust_recalls"("number");

-- CreateIndex
CREATE INDEX "trust_recalls_created_at_idx" ON "trust_recalls"("created_at");

-- CreateIndex
CREATE INDEX "trust_holdings_shop_id_guarantee_held_from_idx" ON "trust_holdings"("shop_id", "guarantee", "held_from");

-- CreateIndex
CREATE INDEX "trust_holdings_organisation_id_idx" ON "trust_holdings"("organisation_id");

-- CreateIndex
CREATE INDEX "trust_suspensions_shop_id_guarantee_from_at_idx" ON "trust_suspensions"("shop_id", "guarantee", "from_at");

-- CreateIndex
CREATE INDEX "trust_suspensions_appeal_state_appeal_due_on_idx" ON "trust_suspensions"("appeal_state", "appeal_due_on");

-- CreateIndex
CREATE INDEX "trust_card_events_shop_id_id_idx" ON "trust_card_events"("shop_id", "id");

-- AddForeignKey
ALTER TABLE "trust_claims" ADD CONSTRAINT "trust_claims_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_claims" ADD CONSTRAINT "trust_claims_recall_id_fkey" FOREIGN KEY ("recall_id") REFERENCES "trust_recalls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_claim_events" ADD CONSTRAINT "trust_claim_events_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "trust_claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_claim_evidences" ADD CONSTRAINT "trust_claim_evidences_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "trust_claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_claim_appeals" ADD CONSTRAINT "trust_claim_appeals_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "trust_claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_accounts" ADD CONSTRAINT "trust_accounts_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_entries" ADD CONSTRAINT "trust_entries_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "trust_claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_recalls" ADD CONSTRAINT "trust_recalls_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_holdings" ADD CONSTRAINT "trust_holdings_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_suspensions" ADD CONSTRAINT "trust_suspensions_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_card_events" ADD CONSTRAINT "trust_card_events_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The card ------------------------------------------------------------------
ALTER TABLE trust_holdings
  ADD CONSTRAINT trust_holdings_one_at_a_time
    EXCLUDE USING gist (shop_id WITH =, guarantee WITH =, tstzrange(held_from, held_to, '[)') WITH &&),
  ADD CONSTRAINT trust_holdings_in_order CHECK (held_to IS NULL OR held_to >= held_from),
  ADD CONSTRAINT trust_holdings_ceilings CHECK (
    (guarantee = 'REFUND_WITHOUT_RETURN') = (order_ceiling_fen IS NOT NULL)
    AND (order_ceiling_fen IS NULL) = (buyer_ceiling_fen IS NULL)
    AND (order_ceiling_fen IS NULL OR (order_ceiling_fen > 0 AND buyer_ceiling_fen >= order_ceiling_fen)));

ALTER TABLE trust_suspensions
  ADD CONSTRAINT trust_suspensions_one_at_a_time
    EXCLUDE USING gist (shop_id WITH =, guarantee WITH =, tstzrange(from_at, to_at, '[)') WITH &&),
  ADD CONSTRAINT trust_suspensions_in_order CHECK (to_at IS NULL OR to_at >= from_at),
  ADD CONSTRAINT trust_suspensions_appealed CHECK (
    (appeal_state IS NULL) = (appeal_statement IS NULL) AND (appeal_state IS NULL) = (appealed_at IS NULL)
    AND (appeal_state IS NOT NULL AND appeal_state <> 'OPEN') = (appeal_decided_at IS NOT NULL)
    AND (appeal_decided_at IS NULL) = (appeal_decided_by_id IS NULL)),
  ADD CONSTRAINT trust_suspensions_appeal_to_another CHECK (appeal_decided_by_id <> by_id);

-- What is over stays as it was; what runs may be ended, nothing else of it changes.
CREATE FUNCTION keep_trust_holding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.held_to IS NOT NULL
     OR (to_jsonb(NEW) - 'held_to' - 'ended_by_id') <> (to_jsonb(OLD) - 'held_to' - 'ended_by_id') THEN
    RAISE EXCEPTION 'holding %: a consent does not change', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER trust_holdings_guarded BEFORE UPDATE OR DELETE ON trust_holdings
  FOR EACH ROW EXECUTE FUNCTION keep_trust_holding();
CREATE TRIGGER trust_card_events_append_only BEFORE UPDATE OR DELETE ON trust_card_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Whether a shop held a guarantee at an instant.
CREATE FUNCTION trust_held(p_shop integer, p_guarantee trust_guarantee, p_at timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM trust_holdings h WHERE h.shop_id = p_shop AND h.guarantee = p_guarantee
                    AND h.held_from <= p_at AND (h.held_to IS NULL OR p_at < h.held_to))
     AND NOT EXISTS (SELECT FROM trust_suspensions s WHERE s.shop_id = p_shop AND s.guarantee = p_guarantee
                    AND s.from_at <= p_at AND (s.to_at IS NULL OR p_at < s.to_at))
$$;

-- The ledger ----------------------------------------------------------------
ALTER TABLE trust_accounts
  ADD CONSTRAINT trust_accounts_not_negative CHECK (balance_fen >= 0),
  ADD CONSTRAINT trust_accounts_named CHECK (id = coalesce('shop:' || shop_id, 'platform')),
  ADD CONSTRAINT trust_accounts_of_a_shop CHECK ((shop_id IS NULL) = (organisation_id IS NULL));
INSERT INTO trust_accounts (id) VALUES ('platform');

ALTER TABLE trust_entries
  ADD CONSTRAINT trust_entries_positive CHECK (amount_fen > 0),
  ADD CONSTRAINT trust_entries_legal CHECK (CASE kind
    WHEN 'TOP_UP' THEN from_account = 'outside' AND (to_account LIKE 'shop:%' OR to_account = 'platform') AND claim_id IS NULL
    WHEN 'WITHDRAWAL' THEN (from_account LIKE 'shop:%' OR from_account = 'platform') AND to_account = 'outside' AND claim_id IS NULL
    WHEN 'PAYMENT' THEN (from_account LIKE 'shop:%' OR from_account = 'platform') AND to_account = 'buyers' AND claim_id IS NOT NULL
    WHEN 'REIMBURSEMENT' THEN from_account = 'platform' AND to_account LIKE 'shop:%' AND claim_id IS NOT NULL
  END);
CREATE TRIGGER trust_entries_append_only BEFORE UPDATE OR DELETE ON trust_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The balances move with the entries, in the order of the accounts' names, so that two entries never wait for each other.
CREATE FUNCTION move_trust_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT unnest(ARRAY[NEW.from_account, NEW.to_account]) AS n ORDER BY n LOOP
    CONTINUE WHEN name IN ('outside', 'buyers');
    UPDATE trust_accounts SET balance_fen = balance_fen
      + CASE WHEN name = NEW.to_account THEN NEW.amount_fen ELSE -NEW.amount_fen END WHERE id = name;
    IF NOT FOUND THEN RAISE EXCEPTION 'there is no account %', name USING ERRCODE = 'foreign_key_violation'; END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER trust_entries_move_balances AFTER INSERT ON trust_entries
  FOR EACH ROW EXECUTE FUNCTION move_trust_balances();

-- Claims --------------------------------------------------------------------
-- Two channels at once: one claim. A refused one makes room, for what was refused for want of proof may be claimed again.
CREATE UNIQUE INDEX trust_claims_one_per_line ON trust_claims (source_id, event_id, line_no, guarantee)
  WHERE outcome IS DISTINCT FROM 'REFUSED';
CREATE UNIQUE INDEX trust_claims_freight_once ON trust_claims (source_id, event_id)
  WHERE guarantee = 'RETURN_FREIGHT' AND outcome IS DISTINCT FROM 'REFUSED';
CREATE UNIQUE INDEX trust_entries_paid_once ON trust_entries (claim_id) WHERE kind = 'PAYMENT';
CREATE UNIQUE INDEX trust_entries_reimbursed_once ON trust_entries (claim_id) WHERE kind = 'REIMBURSEMENT';
-- Payments that wait for a deposit, the oldest first.
CREATE INDEX trust_claims_queued ON trust_claims (shop_id, decided_at) WHERE payment_state = 'QUEUED';

ALTER TABLE trust_claims
  ADD CONSTRAINT trust_claims_amounts CHECK (paid_fen > 0 AND outbound_freight_fen >= 0 AND quantity > 0
    AND (freight_fen IS NULL OR freight_fen > 0)),
  ADD CONSTRAINT trust_claims_undecided CHECK (state NOT IN ('OPENED', 'EVIDENCE') OR (outcome IS NULL AND decided_at IS NULL)),
  ADD CONSTRAINT trust_claims_decided CHECK (state IN ('OPENED', 'EVIDENCE') OR (outcome IS NOT NULL AND decided_at IS NOT NULL
    AND cardinality(reason_codes) > 0)),
  ADD CONSTRAINT trust_claims_granted CHECK ((outcome = 'GRANTED') IS NOT DISTINCT FROM (amount_fen IS NOT NULL AND payer IS NOT NULL)
    OR outcome IS NULL),
  ADD CONSTRAINT trust_claims_amount_positive CHECK (amount_fen IS NULL OR (outcome = 'GRANTED' AND amount_fen > 0)),
  ADD CONSTRAINT trust_claims_paid CHECK ((payment_state = 'PAID') = (payment_at IS NOT NULL)),
  ADD CONSTRAINT trust_claims_paid_granted CHECK (payment_state <> 'PAID' OR outcome = 'GRANTED' OR state = 'CLOSED'),
  ADD CONSTRAINT trust_claims_in_paid CHECK (state <> 'PAID' OR payment_state = 'PAID'),
  ADD CONSTRAINT trust_claims_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
  ADD CONSTRAINT trust_claims_of_a_recall CHECK ((channel = 'RECALL') = (recall_id IS NOT NULL));

CREATE FUNCTION keep_trust_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'CLOSED' THEN
    RAISE EXCEPTION 'claim %: what is closed stays', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.version <= OLD.version THEN
    RAISE EXCEPTION 'claim %: a change raises the version', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  -- Paid is paid: the buyer keeps it, whatever an appeal of the shop says.
  IF OLD.payment_state = 'PAID' AND (NEW.payment_state <> 'PAID' OR NEW.amount_fen <> OLD.amount_fen OR NEW.payer <> OLD.payer) THEN
    RAISE EXCEPTION 'claim %: what was paid does not change', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.decided_at IS NOT NULL AND (NEW.outcome, NEW.amount_fen) IS DISTINCT FROM (OLD.outcome, OLD.amount_fen)
     AND NOT EXISTS (SELECT FROM trust_claim_appeals a WHERE a.claim_id = OLD.id AND a.state = 'UPHELD') THEN
    RAISE EXCEPTION 'claim %: a decision changes by an appeal alone', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER trust_claims_guarded BEFORE UPDATE OR DELETE ON trust_claims
  FOR EACH ROW EXECUTE FUNCTION keep_trust_claim();
CREATE TRIGGER trust_claim_events_append_only BEFORE UPDATE OR DELETE ON trust_claim_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER trust_claim_evidences_append_only BEFORE UPDATE OR DELETE ON trust_claim_evidences
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE trust_claim_appeals
  ADD CONSTRAINT trust_claim_appeals_decided CHECK ((state = 'OPEN') = (decided_at IS NULL)
    AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT trust_claim_appeals_party CHECK (party <> 'PLATFORM');
CREATE FUNCTION guard_trust_claim_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'OPEN' THEN
    RAISE EXCEPTION 'an answered appeal does not change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT FROM trust_claims c WHERE c.id = NEW.claim_id AND c.decided_by_id = NEW.decided_by_id) THEN
    RAISE EXCEPTION 'an appeal goes to someone else' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER trust_claim_appeals_guarded BEFORE UPDATE ON trust_claim_appeals
  FOR EACH ROW EXECUTE FUNCTION guard_trust_claim_appeal();

-- Recalls -------------------------------------------------------------------
ALTER TABLE trust_recalls
  ADD CONSTRAINT trust_recalls_days CHECK (from_day <= to_day),
  ADD CONSTRAINT trust_recalls_counts CHECK (lines >= 0 AND left_out >= 0 AND amount_fen >= 0 AND granted BETWEEN 0 AND lines),
  ADD CONSTRAINT trust_recalls_finished CHECK ((state = 'DONE') = (finished_at IS NOT NULL));

CREATE SEQUENCE trust_claim_numbers;
CREATE SEQUENCE trust_recall_numbers;
