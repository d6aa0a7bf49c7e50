-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "requests" JSONB NOT NULL DEFAULT '[]';

-- CreateIndex
CREATE INDEX "applications_submitted_at_id_idx" ON "applications"("submitted_at", "id");
