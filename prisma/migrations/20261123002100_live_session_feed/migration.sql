-- AlterEnum
ALTER TYPE "feed_grain" ADD VALUE 'LIVE_SESSION';

-- CreateTable
CREATE TABLE "live_session_revisions" (
    "shop_code" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" "sale_channel" NOT NULL,
    "started_at" TIMESTAMPTZ(0) NOT NULL,
    "ended_at" TIMESTAMPTZ(0) NOT NULL,
    "day" DATE NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "streamer_id" TEXT,
    "is_withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "batch_id" TEXT NOT NULL,

    CONSTRAINT "live_session_revisions_pkey" PRIMARY KEY ("shop_code","session_id","revision")
);

-- CreateIndex
CREATE INDEX "live_session_revisions_batch_id_idx" ON "live_session_revisions"("batch_id");

-- CreateIndex
CREATE INDEX "live_sessions_shop_code_started_at_idx" ON "live_sessions"("shop_code", "started_at");

-- A corrected session is a further revision: what a step was judged by stays to be read.
ALTER TABLE live_session_revisions ADD CONSTRAINT live_session_revisions_revised CHECK (revision BETWEEN 1 AND 9999);
ALTER TABLE live_session_revisions ADD CONSTRAINT live_session_revisions_length
  CHECK (ended_at - started_at BETWEEN interval '1 minute' AND interval '24 hours');
ALTER TABLE live_session_revisions ADD CONSTRAINT live_session_revisions_paid CHECK (paid_fen >= 0);
CREATE TRIGGER live_session_revisions_append_only BEFORE UPDATE OR DELETE ON live_session_revisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
