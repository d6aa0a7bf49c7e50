-- CreateEnum
CREATE TYPE "tier_override_state" AS ENUM ('PROPOSED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "tier_overrides" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "tier" INTEGER NOT NULL,
    "from_tier" INTEGER NOT NULL,
    "receipt_hash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "tier_override_state" NOT NULL DEFAULT 'PROPOSED',
    "proposed_by_id" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,
    "amended_run_id" TEXT,

    CONSTRAINT "tier_overrides_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tier_overrides_run_id_state_idx" ON "tier_overrides"("run_id", "state");

-- CreateIndex
CREATE INDEX "tier_overrides_partner_id_proposed_at_idx" ON "tier_overrides"("partner_id", "proposed_at");

-- AddForeignKey
ALTER TABLE "tier_overrides" ADD CONSTRAINT "tier_overrides_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partners"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tier_overrides" ADD CONSTRAINT "tier_overrides_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "evaluation_runs"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tier_overrides" ADD CONSTRAINT "tier_overrides_amended_run_id_fkey" FOREIGN KEY ("amended_run_id") REFERENCES "evaluation_runs"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- What Prisma cannot say.

-- One proposal at a time.
CREATE UNIQUE INDEX tier_overrides_one_open ON tier_overrides (run_id, partner_id) WHERE state = 'PROPOSED';

ALTER TABLE tier_overrides
  ADD CONSTRAINT tier_overrides_in_scale CHECK (
    tier BETWEEN 1 AND 5 AND from_tier BETWEEN 1 AND 5 AND tier <> from_tier),
  ADD CONSTRAINT tier_overrides_reason_length CHECK (char_length(reason) BETWEEN 20 AND 1000),
  ADD CONSTRAINT tier_overrides_decided_dated CHECK ((state <> 'PROPOSED') = (decided_at IS NOT NULL)),
  -- Two leads: whoever confirms or rejects is another than the one who proposed it.
  ADD CONSTRAINT tier_overrides_two_leads CHECK (
    CASE WHEN state IN ('CONFIRMED', 'REJECTED')
      THEN decided_by_id IS NOT NULL AND decided_by_id <> proposed_by_id
      ELSE decided_by_id IS NULL OR (state = 'WITHDRAWN' AND decided_by_id = proposed_by_id) END),
  ADD CONSTRAINT tier_overrides_confirmed_applied CHECK ((state = 'CONFIRMED') = (amended_run_id IS NOT NULL));

-- The receipt it is about is the partner's of that run, as it stands.
CREATE FUNCTION refuse_override_of_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM classifications c JOIN evaluation_runs r ON r.id = c.run_id
     WHERE c.run_id = NEW.run_id AND c.partner_id = NEW.partner_id AND c.receipt_hash = NEW.receipt_hash
       AND r.status IN ('DRAFT', 'NOTICE', 'FINAL')
  ) THEN
    RAISE EXCEPTION 'there is no such receipt of % in run % to override', NEW.partner_id, NEW.run_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tier_override_of_a_receipt';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER tier_overrides_of_a_receipt BEFORE INSERT ON tier_overrides
  FOR EACH ROW EXECUTE FUNCTION refuse_override_of_nothing();

-- What was proposed never changes; what was answered neither.
CREATE FUNCTION refuse_change_of_override() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.run_id, OLD.partner_id, OLD.organisation_id, OLD.tier, OLD.from_tier, OLD.receipt_hash, OLD.reason,
      OLD.proposed_by_id, OLD.proposed_at)
     IS DISTINCT FROM
     (NEW.run_id, NEW.partner_id, NEW.organisation_id, NEW.tier, NEW.from_tier, NEW.receipt_hash, NEW.reason,
      NEW.proposed_by_id, NEW.proposed_at) THEN
    RAISE EXCEPTION 'what an override proposes never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER tier_overrides_proposal_stands BEFORE UPDATE ON tier_overrides
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_override();
CREATE TRIGGER tier_overrides_closed_immutable BEFORE UPDATE OR DELETE ON tier_overrides
  FOR EACH ROW WHEN (OLD.state <> 'PROPOSED') EXECUTE FUNCTION refuse_change();

-- A run in which a proposal waits is not made final; with a run that is dropped its proposals go.
CREATE FUNCTION end_overrides_of_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'FINAL' AND EXISTS (SELECT FROM tier_overrides WHERE run_id = NEW.id AND state = 'PROPOSED') THEN
    RAISE EXCEPTION 'run % has overrides that wait', NEW.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'evaluation_runs_overrides_answered';
  END IF;
  IF NEW.status = 'DISCARDED' THEN
    UPDATE tier_overrides SET state = 'WITHDRAWN', decided_at = NEW.ended_at
     WHERE run_id = NEW.id AND state = 'PROPOSED';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER evaluation_runs_overrides_answered BEFORE UPDATE OF status ON evaluation_runs
  FOR EACH ROW WHEN (NEW.status IN ('FINAL', 'DISCARDED') AND OLD.status <> NEW.status)
  EXECUTE FUNCTION end_overrides_of_run();
