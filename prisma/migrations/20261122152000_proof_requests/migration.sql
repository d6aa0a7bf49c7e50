-- CreateEnum
CREATE TYPE "proof_state" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED');

-- AlterTable
ALTER TABLE "reconcile_runs" ADD COLUMN     "checks" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "proof_requests" (
    "id" TEXT NOT NULL,
    "started_by" TEXT NOT NULL,
    "state" "proof_state" NOT NULL DEFAULT 'QUEUED',
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "checks" INTEGER NOT NULL DEFAULT 0,
    "checks_done" INTEGER NOT NULL DEFAULT 0,
    "current" TEXT,
    "proof_id" TEXT,

    CONSTRAINT "proof_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proof_requests_asked_at_idx" ON "proof_requests"("asked_at");
