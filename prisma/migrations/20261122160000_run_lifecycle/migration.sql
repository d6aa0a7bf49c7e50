-- AlterEnum
CREATE TYPE "run_status_new" AS ENUM ('COMPUTING', 'DRAFT', 'NOTICE', 'FINAL', 'DISCARDED', 'FAILED');
DROP TRIGGER evaluation_runs_final_immutable ON evaluation_runs;
ALTER TABLE "evaluation_runs" ALTER COLUMN "status" DROP DEFAULT;
ALTER TABLE "evaluation_runs" ALTER COLUMN "status" TYPE "run_status_new" USING ("status"::text::"run_status_new");
ALTER TYPE "run_status" RENAME TO "run_status_old";
ALTER TYPE "run_status_new" RENAME TO "run_status";
DROP TYPE "run_status_old";
ALTER TABLE "evaluation_runs" ALTER COLUMN "status" SET DEFAULT 'COMPUTING';

-- AlterTable
ALTER TABLE "evaluation_runs" ADD COLUMN     "computed_at" TIMESTAMPTZ(3),
ADD COLUMN     "corrects_run_id" TEXT,
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "finalised_by_id" TEXT,
ADD COLUMN     "notice_at" TIMESTAMPTZ(3),
ADD COLUMN     "notice_by_id" TEXT,
ADD COLUMN     "notice_until" DATE,
ADD COLUMN     "reason" TEXT;

-- CreateTable
CREATE TABLE "evaluation_progress" (
    "run_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_progress_pkey" PRIMARY KEY ("run_id")
);

-- CreateIndex
CREATE INDEX "evaluation_runs_corrects_run_id_idx" ON "evaluation_runs"("corrects_run_id");

-- AddForeignKey
ALTER TABLE "evaluation_runs" ADD CONSTRAINT "evaluation_runs_corrects_run_id_fkey" FOREIGN KEY ("corrects_run_id") REFERENCES "evaluation_runs"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_progress" ADD CONSTRAINT "evaluation_progress_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "evaluation_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

CREATE TRIGGER evaluation_runs_final_immutable BEFORE UPDATE OR DELETE ON evaluation_runs
  FOR EACH ROW WHEN (OLD.status = 'FINAL') EXECUTE FUNCTION refuse_change();

-- Of a month one run at most is under way.
CREATE UNIQUE INDEX evaluation_runs_one_open ON evaluation_runs (period)
  WHERE status IN ('COMPUTING', 'DRAFT', 'NOTICE');

-- What a run has been through is written down, and a correction says why.
ALTER TABLE evaluation_runs
  ADD CONSTRAINT evaluation_runs_notice_known CHECK (
    status <> 'NOTICE' OR (notice_at IS NOT NULL AND notice_until IS NOT NULL)),
  ADD CONSTRAINT evaluation_runs_final_dated CHECK ((status = 'FINAL') = (finalised_at IS NOT NULL)),
  ADD CONSTRAINT evaluation_runs_ended_dated CHECK ((status IN ('DISCARDED', 'FAILED')) = (ended_at IS NOT NULL)),
  ADD CONSTRAINT evaluation_runs_failure_named CHECK ((status = 'FAILED') = (failure IS NOT NULL)),
  ADD CONSTRAINT evaluation_runs_correction_reasoned CHECK (
    corrects_run_id IS NULL OR (reason IS NOT NULL AND corrects_run_id <> id));

-- A run ends once: what was discarded or failed stays as it is, and nothing goes back to an earlier step.
CREATE FUNCTION refuse_run_going_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.status, NEW.status) NOT IN (
    ('COMPUTING', 'COMPUTING'), ('COMPUTING', 'DRAFT'), ('COMPUTING', 'FAILED'), ('COMPUTING', 'DISCARDED'),
    ('DRAFT', 'DRAFT'), ('DRAFT', 'NOTICE'), ('DRAFT', 'FINAL'), ('DRAFT', 'DISCARDED'),
    ('NOTICE', 'NOTICE'), ('NOTICE', 'FINAL'), ('NOTICE', 'DISCARDED'))
  THEN
    RAISE EXCEPTION 'a run does not go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER evaluation_runs_go_forward BEFORE UPDATE OF status ON evaluation_runs
  FOR EACH ROW EXECUTE FUNCTION refuse_run_going_back();
