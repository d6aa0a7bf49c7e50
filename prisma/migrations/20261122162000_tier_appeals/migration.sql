-- CreateEnum
CREATE TYPE "tier_appeal_state" AS ENUM ('OPEN', 'ACCEPTED', 'REJECTED', 'WITHDRAWN');

-- AlterEnum
ALTER TYPE "file_purpose" ADD VALUE 'TIER_APPEAL';

-- CreateTable
CREATE TABLE "tier_appeals" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "receipt_hash" TEXT NOT NULL,
    "shown" JSONB NOT NULL,
    "statement" TEXT NOT NULL,
    "state" "tier_appeal_state" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "filed_by_id" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "reason_code" TEXT,
    "decision_reason" TEXT,
    "difference" JSONB,
    "difference_digest" TEXT,
    "amended_run_id" TEXT,

    CONSTRAINT "tier_appeals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "tier_appeals_number_key" ON "tier_appeals"("number");

-- CreateIndex
CREATE INDEX "tier_appeals_state_due_on_id_idx" ON "tier_appeals"("state", "due_on", "id");

-- CreateIndex
CREATE INDEX "tier_appeals_state_closed_at_id_idx" ON "tier_appeals"("state", "closed_at", "id");

-- CreateIndex
CREATE INDEX "tier_appeals_partner_id_filed_at_idx" ON "tier_appeals"("partner_id", "filed_at");

-- CreateIndex
CREATE INDEX "tier_appeals_run_id_state_idx" ON "tier_appeals"("run_id", "state");

-- AddForeignKey
ALTER TABLE "tier_appeals" ADD CONSTRAINT "tier_appeals_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partners"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tier_appeals" ADD CONSTRAINT "tier_appeals_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "evaluation_runs"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tier_appeals" ADD CONSTRAINT "tier_appeals_amended_run_id_fkey" FOREIGN KEY ("amended_run_id") REFERENCES "evaluation_runs"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- What Prisma cannot say.

CREATE SEQUENCE tier_appeal_numbers;

-- One question is asked once at a time.
CREATE UNIQUE INDEX tier_appeals_one_open ON tier_appeals (run_id, partner_id, criterion) WHERE state = 'OPEN';

ALTER TABLE tier_appeals
  ADD CONSTRAINT tier_appeals_statement_length CHECK (char_length(statement) BETWEEN 20 AND 2000),
  ADD CONSTRAINT tier_appeals_closed_dated CHECK ((state <> 'OPEN') = (closed_at IS NOT NULL)),
  ADD CONSTRAINT tier_appeals_decided_wholly CHECK (
    CASE WHEN state IN ('ACCEPTED', 'REJECTED')
      THEN num_nulls(decided_by_id, reason_code, decision_reason) = 0 AND decided_by_id <> filed_by_id
      ELSE num_nonnulls(decided_by_id, reason_code, decision_reason) = 0 END),
  ADD CONSTRAINT tier_appeals_acceptance_changes CHECK (
    num_nonnulls(difference, difference_digest, amended_run_id) = CASE WHEN state = 'ACCEPTED' THEN 3 ELSE 0 END);

-- The receipt that is appealed is the partner's of that run, and partners saw it: in notice, or final.
CREATE FUNCTION refuse_appeal_of_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM classifications c JOIN evaluation_runs r ON r.id = c.run_id
     WHERE c.run_id = NEW.run_id AND c.partner_id = NEW.partner_id AND r.status IN ('NOTICE', 'FINAL')
  ) THEN
    RAISE EXCEPTION 'there is no receipt of % in run % to appeal', NEW.partner_id, NEW.run_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tier_appeal_of_a_receipt';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER tier_appeals_of_a_receipt BEFORE INSERT ON tier_appeals
  FOR EACH ROW EXECUTE FUNCTION refuse_appeal_of_nothing();

-- Decided by somebody who neither started the run nor opened its notice, had no part in setting the partner's tier by
-- hand, and is not bound to the company.
CREATE FUNCTION refuse_partial_tier_appeal_judge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by_id IS NOT NULL AND (
    has_conflict(NEW.decided_by_id, NEW.organisation_id) OR EXISTS (
      SELECT FROM evaluation_runs r
       WHERE r.id = NEW.run_id AND NEW.decided_by_id IN (r.started_by_id, r.notice_by_id))
    OR EXISTS (
      SELECT FROM tier_overrides o
       WHERE o.partner_id = NEW.partner_id AND NEW.run_id IN (o.run_id, o.amended_run_id)
         AND (o.proposed_by_id = NEW.decided_by_id OR o.state = 'CONFIRMED' AND o.decided_by_id = NEW.decided_by_id))
  ) THEN
    RAISE EXCEPTION 'the tier appeal is for somebody who had no part in the run, not for %', NEW.decided_by_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tier_appeal_judge_is_impartial';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER tier_appeals_impartial_judge BEFORE UPDATE OF decided_by_id ON tier_appeals
  FOR EACH ROW EXECUTE FUNCTION refuse_partial_tier_appeal_judge();

-- What was asked never changes; what was answered neither.
CREATE FUNCTION refuse_change_of_appealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.number, OLD.partner_id, OLD.organisation_id, OLD.run_id, OLD.criterion, OLD.receipt_hash, OLD.shown,
      OLD.statement, OLD.filed_by_id, OLD.filed_at)
     IS DISTINCT FROM
     (NEW.number, NEW.partner_id, NEW.organisation_id, NEW.run_id, NEW.criterion, NEW.receipt_hash, NEW.shown,
      NEW.statement, NEW.filed_by_id, NEW.filed_at) THEN
    RAISE EXCEPTION 'what a tier appeal asks never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER tier_appeals_question_stands BEFORE UPDATE ON tier_appeals
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_appealed();
CREATE TRIGGER tier_appeals_closed_immutable BEFORE UPDATE OR DELETE ON tier_appeals
  FOR EACH ROW WHEN (OLD.state <> 'OPEN') EXECUTE FUNCTION refuse_change();

-- A run with an open appeal is not made final.
CREATE FUNCTION refuse_finalising_appealed_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM tier_appeals WHERE run_id = NEW.id AND state = 'OPEN') THEN
    RAISE EXCEPTION 'run % has open appeals', NEW.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'evaluation_runs_appeals_answered';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER evaluation_runs_appeals_answered BEFORE UPDATE OF status ON evaluation_runs
  FOR EACH ROW WHEN (NEW.status = 'FINAL' AND OLD.status <> 'FINAL') EXECUTE FUNCTION refuse_finalising_appealed_run();
