-- CreateEnum
CREATE TYPE "fund_stage" AS ENUM ('APPLIED', 'SCREENING', 'DUE_DILIGENCE', 'COMMITTEE', 'INVESTED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "fund_choice" AS ENUM ('FOR', 'AGAINST', 'ABSTAIN');

-- AlterEnum
ALTER TYPE "policy_kind" ADD VALUE 'fund';

-- AlterEnum
ALTER TYPE "file_purpose" ADD VALUE 'FUND';
ALTER TYPE "file_purpose" ADD VALUE 'FUND_REVIEW';

-- CreateTable
CREATE TABLE "fund_applications" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "use_of_funds" TEXT NOT NULL,
    "asked_fen" BIGINT NOT NULL,
    "stage" "fund_stage" NOT NULL DEFAULT 'APPLIED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "round" INTEGER NOT NULL DEFAULT 0,
    "policy_version" INTEGER,
    "stage_since" TIMESTAMPTZ(3) NOT NULL,
    "assignee_id" TEXT,
    "applied_by_id" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "committed_fen" BIGINT,
    "pool_grant_id" TEXT,

    CONSTRAINT "fund_applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_events" (
    "id" BIGSERIAL NOT NULL,
    "application_id" TEXT NOT NULL,
    "from_stage" "fund_stage",
    "to_stage" "fund_stage" NOT NULL,
    "actor_user_id" TEXT,
    "actor_label" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "is_shared" BOOLEAN NOT NULL,

    CONSTRAINT "fund_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_notes" (
    "id" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fund_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_votes" (
    "application_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,
    "user_name" TEXT NOT NULL,
    "choice" "fund_choice" NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fund_votes_pkey" PRIMARY KEY ("application_id","round","user_id")
);

-- CreateTable
CREATE TABLE "fund_members" (
    "user_id" TEXT NOT NULL,
    "added_by_id" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fund_members_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "fund_applications_number_key" ON "fund_applications"("number");

-- CreateIndex
CREATE UNIQUE INDEX "fund_applications_pool_grant_id_key" ON "fund_applications"("pool_grant_id");

-- CreateIndex
CREATE INDEX "fund_applications_stage_stage_since_idx" ON "fund_applications"("stage", "stage_since");

-- CreateIndex
CREATE INDEX "fund_applications_organisation_id_applied_at_idx" ON "fund_applications"("organisation_id", "applied_at");

-- CreateIndex
CREATE INDEX "fund_events_application_id_id_idx" ON "fund_events"("application_id", "id");

-- CreateIndex
CREATE INDEX "fund_notes_application_id_at_idx" ON "fund_notes"("application_id", "at");

-- AddForeignKey
ALTER TABLE "fund_applications" ADD CONSTRAINT "fund_applications_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partners"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_applications" ADD CONSTRAINT "fund_applications_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_applications" ADD CONSTRAINT "fund_applications_pool_grant_id_fkey" FOREIGN KEY ("pool_grant_id") REFERENCES "pool_grants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_events" ADD CONSTRAINT "fund_events_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "fund_applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_notes" ADD CONSTRAINT "fund_notes_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "fund_applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_votes" ADD CONSTRAINT "fund_votes_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "fund_applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What must never break -------------------------------------------------------

CREATE SEQUENCE fund_numbers;

ALTER TABLE fund_applications ADD CONSTRAINT fund_applications_told CHECK (
  title <> '' AND story <> '' AND use_of_funds <> '' AND asked_fen > 0
);
-- What is invested stands on a commitment of its pool; what is decided says by whom, when and why.
ALTER TABLE fund_applications ADD CONSTRAINT fund_applications_decided CHECK (
  CASE WHEN stage = 'INVESTED' THEN committed_fen BETWEEN 1 AND asked_fen AND pool_grant_id IS NOT NULL
       ELSE committed_fen IS NULL AND pool_grant_id IS NULL END
  AND CASE WHEN stage IN ('INVESTED', 'DECLINED')
           THEN decided_by_id IS NOT NULL AND decided_at IS NOT NULL AND decision_reason <> ''
           ELSE decided_by_id IS NULL AND decided_at IS NULL AND decision_reason IS NULL END
  AND (stage NOT IN ('COMMITTEE', 'INVESTED') OR (round > 0 AND policy_version IS NOT NULL))
);
CREATE UNIQUE INDEX fund_applications_one_open ON fund_applications (partner_id)
  WHERE stage IN ('APPLIED', 'SCREENING', 'DUE_DILIGENCE', 'COMMITTEE');

-- The transition table of lib/domains/fund/rules/transitions.
ALTER TABLE fund_events ADD CONSTRAINT fund_events_along_legal_edges CHECK (
  CASE WHEN from_stage IS NULL THEN to_stage = 'APPLIED'
       ELSE (from_stage, to_stage) IN (
         ('APPLIED', 'SCREENING'), ('SCREENING', 'DUE_DILIGENCE'), ('DUE_DILIGENCE', 'COMMITTEE'),
         ('DUE_DILIGENCE', 'SCREENING'), ('COMMITTEE', 'DUE_DILIGENCE'), ('COMMITTEE', 'INVESTED'),
         ('APPLIED', 'DECLINED'), ('SCREENING', 'DECLINED'), ('DUE_DILIGENCE', 'DECLINED'), ('COMMITTEE', 'DECLINED'),
         ('APPLIED', 'WITHDRAWN'), ('SCREENING', 'WITHDRAWN'), ('DUE_DILIGENCE', 'WITHDRAWN'), ('COMMITTEE', 'WITHDRAWN')) END
);
ALTER TABLE fund_notes ADD CONSTRAINT fund_notes_say_something CHECK (body <> '');
ALTER TABLE fund_votes ADD CONSTRAINT fund_votes_told_why CHECK (reason <> '');

CREATE TRIGGER fund_applications_closed_immutable BEFORE UPDATE OR DELETE ON fund_applications
  FOR EACH ROW WHEN (OLD.stage IN ('INVESTED', 'DECLINED', 'WITHDRAWN')) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fund_events_append_only BEFORE UPDATE OR DELETE ON fund_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fund_notes_append_only BEFORE UPDATE OR DELETE ON fund_notes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A vote is given, changed or taken back in the open round alone, and never by somebody bound to the company. The application
-- is held meanwhile, so that a decision and a vote come one after the other.
CREATE FUNCTION guard_fund_vote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  vote fund_votes := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  application fund_applications;
BEGIN
  SELECT * INTO application FROM fund_applications WHERE id = vote.application_id FOR SHARE;
  IF application.stage <> 'COMMITTEE' OR application.round <> vote.round THEN
    RAISE EXCEPTION 'the vote on % is over', vote.application_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.application_id, OLD.round, OLD.user_id) IS DISTINCT FROM (NEW.application_id, NEW.round, NEW.user_id) THEN
    RAISE EXCEPTION 'a vote stays its voter''s' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP <> 'DELETE' AND has_conflict(vote.user_id, application.organisation_id) THEN
    RAISE EXCEPTION 'a declared conflict of interest keeps this vote from %', vote.user_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'conflict_of_interest';
  END IF;
  RETURN vote;
END $$;
CREATE TRIGGER fund_votes_guarded BEFORE INSERT OR UPDATE OR DELETE ON fund_votes
  FOR EACH ROW EXECUTE FUNCTION guard_fund_vote();

CREATE FUNCTION refuse_conflicted_fund_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF has_conflict(NEW.assignee_id, NEW.organisation_id) OR has_conflict(NEW.decided_by_id, NEW.organisation_id) THEN
    RAISE EXCEPTION 'a declared conflict of interest keeps this case from them'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'conflict_of_interest';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_applications_no_conflicted_hand BEFORE INSERT OR UPDATE OF assignee_id, decided_by_id ON fund_applications
  FOR EACH ROW EXECUTE FUNCTION refuse_conflicted_fund_hand();
