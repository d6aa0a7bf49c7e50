-- CreateEnum
CREATE TYPE "binding_side" AS ENUM ('PARTNER', 'BRAND', 'PLATFORM');

-- AlterEnum
ALTER TYPE "binding_status" ADD VALUE 'WITHDRAWN';

-- AlterTable
ALTER TABLE "shop_bindings" ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by_id" TEXT,
ADD COLUMN     "decision_reason" TEXT,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "proposed_by" "binding_side" NOT NULL DEFAULT 'PLATFORM';

-- CreateIndex
CREATE INDEX "shop_bindings_status_created_at_idx" ON "shop_bindings"("status", "created_at");

-- A partner waits once for the same shop in the same track.
CREATE UNIQUE INDEX shop_bindings_one_open_proposal ON shop_bindings (shop_id, partner_id, track_code)
  WHERE status = 'PROPOSED';
