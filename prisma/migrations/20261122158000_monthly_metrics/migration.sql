-- AlterEnum
ALTER TYPE "feed_grain" ADD VALUE 'FORCE_MONTH';

-- AlterTable
ALTER TABLE "force_months" DROP CONSTRAINT "force_months_pkey",
ADD COLUMN     "batch_id" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "force_months_pkey" PRIMARY KEY ("partner_id", "month", "revision");

-- CreateIndex
CREATE INDEX "force_months_batch_id_idx" ON "force_months"("batch_id");

-- A corrected month is a further revision: what a verdict was made from stays to be read.
ALTER TABLE force_months ADD CONSTRAINT force_months_revised CHECK (revision BETWEEN 1 AND 9999);
ALTER TABLE force_months ADD CONSTRAINT force_months_disputes CHECK (disputes <= paid_orders);
CREATE TRIGGER force_months_append_only BEFORE UPDATE OR DELETE ON force_months
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
