-- AlterTable
ALTER TABLE "certificates" ADD COLUMN     "registered_by_id" TEXT,
ADD COLUMN     "revoke_reason" TEXT,
ADD COLUMN     "revoked_by_id" TEXT,
ADD COLUMN     "revoked_on" DATE;

-- AlterTable
ALTER TABLE "red_lines" ADD COLUMN     "recorded_by_id" TEXT,
ADD COLUMN     "withdraw_reason" TEXT,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by_id" TEXT;

-- CreateIndex
CREATE INDEX "certificates_expires_on_id_idx" ON "certificates"("expires_on", "id");

-- CreateIndex
CREATE INDEX "red_lines_occurred_on_id_idx" ON "red_lines"("occurred_on", "id");

-- What must never break -------------------------------------------------------

ALTER TABLE certificates ADD CONSTRAINT certificates_revoked_with_reason
  CHECK ((revoked_on IS NULL) = (revoke_reason IS NULL));
ALTER TABLE red_lines ADD CONSTRAINT red_lines_withdrawn_with_reason
  CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL));
