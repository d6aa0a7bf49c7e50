-- AlterEnum
ALTER TYPE "feed_grain" ADD VALUE 'COMPLAINT_DAY';

-- CreateEnum
CREATE TYPE "complaint_kind" AS ENUM ('content', 'price');

-- CreateTable
CREATE TABLE "complaint_days" (
    "shop_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" "complaint_kind" NOT NULL,
    "revision" INTEGER NOT NULL,
    "complaints" INTEGER NOT NULL,
    "batch_id" TEXT NOT NULL,

    CONSTRAINT "complaint_days_pkey" PRIMARY KEY ("shop_code","day","kind","revision")
);

-- CreateIndex
CREATE INDEX "complaint_days_batch_id_idx" ON "complaint_days"("batch_id");

-- CreateIndex
CREATE INDEX "complaint_days_day_idx" ON "complaint_days"("day");

-- A corrected count is a further revision: what a week was scored by stays to be read.
ALTER TABLE complaint_days ADD CONSTRAINT complaint_days_revised CHECK (revision BETWEEN 1 AND 9999);
ALTER TABLE complaint_days ADD CONSTRAINT complaint_days_counted CHECK (complaints >= 0);
CREATE TRIGGER complaint_days_append_only BEFORE UPDATE OR DELETE ON complaint_days
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
