-- AlterTable
ALTER TABLE "import_batches" ADD COLUMN     "known_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "gmv_shop_day_changes" (
    "batch_id" TEXT NOT NULL,
    "source_id" SMALLINT NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "channel" "sale_channel" NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "gmv_partner_day_changes" (
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "partner_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "track_code" TEXT NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "gmv_platform_day_changes" (
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL,
    "unattributed_paid_fen" BIGINT NOT NULL,
    "unattributed_refunded_fen" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "reconcile_runs" (
    "id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,
    "violations" INTEGER NOT NULL,
    "first" JSONB NOT NULL DEFAULT '[]',
    "order_lines" BIGINT NOT NULL,
    "shop_day_facts" BIGINT NOT NULL,
    "batches" BIGINT NOT NULL,
    "first_day" DATE,
    "last_day" DATE,

    CONSTRAINT "reconcile_runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_batches_known_at_idx" ON "import_batches"("known_at");

-- CreateIndex
CREATE INDEX "gmv_shop_day_changes_batch_id_idx" ON "gmv_shop_day_changes"("batch_id");

-- CreateIndex
CREATE INDEX "gmv_partner_day_changes_known_at_idx" ON "gmv_partner_day_changes"("known_at");

-- CreateIndex
CREATE INDEX "gmv_platform_day_changes_known_at_idx" ON "gmv_platform_day_changes"("known_at");

-- CreateIndex
CREATE INDEX "reconcile_runs_finished_at_idx" ON "reconcile_runs"("finished_at");

CREATE TRIGGER gmv_shop_day_changes_append_only BEFORE UPDATE OR DELETE ON gmv_shop_day_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gmv_partner_day_changes_append_only BEFORE UPDATE OR DELETE ON gmv_partner_day_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gmv_platform_day_changes_append_only BEFORE UPDATE OR DELETE ON gmv_platform_day_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reconcile_runs_append_only BEFORE UPDATE OR DELETE ON reconcile_runs
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What each batch of real orders has added so far, told apart by the facts themselves. Batches of summaries from before
-- count as known from the start: their demo, the only one there is, is dated back as a whole.
UPDATE import_batches b SET known_at = finished_at
  FROM gmv_sources s WHERE s.id = b.source_id AND s.grain = 'ORDER_LINE' AND b.state = 'DONE';
INSERT INTO gmv_shop_day_changes (batch_id, source_id, shop_id, day, channel, paid_fen, refunded_fen)
SELECT batch_id, source_id, shop_id, day, channel,
       sum(CASE WHEN type = 'sale' THEN amount_fen ELSE 0 END), sum(CASE WHEN type = 'refund' THEN amount_fen ELSE 0 END)
  FROM order_lines GROUP BY batch_id, source_id, shop_id, day, channel;
