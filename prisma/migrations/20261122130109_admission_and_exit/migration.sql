-- CreateEnum
CREATE TYPE "review_stage" AS ENUM ('FIRST', 'SECOND', 'LEAD');

-- CreateEnum
CREATE TYPE "appeal_state" AS ENUM ('OPEN', 'DISMISSED', 'OVERTURNED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "deposit_state" AS ENUM ('REPORTED', 'RETURNED', 'CONFIRMED', 'REFUNDED');

-- CreateEnum
CREATE TYPE "exit_kind" AS ENUM ('VOLUNTARY', 'FAILED_STANDARDS', 'RED_LINE', 'LICENCE_EXPIRED');

-- CreateEnum
CREATE TYPE "exit_state" AS ENUM ('NOTICE', 'REPLIED', 'CONFIRMED', 'DISMISSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "probation_state" AS ENUM ('OPEN', 'RECOVERED', 'FAILED');

-- CreateEnum
CREATE TYPE "verification_state" AS ENUM ('OPEN', 'SUBMITTED', 'PASSED', 'FAILED');

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('EXIT', 'RULES');

-- CreateEnum
CREATE TYPE "policy_draft_state" AS ENUM ('OPEN', 'PUBLISHED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "file_purpose" AS ENUM ('APPLICATION', 'APPEAL', 'DEPOSIT', 'EXIT_NOTICE', 'EXIT_REPLY', 'PROBATION', 'VERIFICATION');

-- AlterEnum
ALTER TYPE "policy_kind" ADD VALUE 'agreement';

-- DropIndex
DROP INDEX "partners_organisation_id_key";

-- DropIndex
DROP INDEX "partners_organisation_id_organisation_kind_key";

-- AlterTable
ALTER TABLE "applications" ADD COLUMN     "address_key" TEXT,
ADD COLUMN     "due_on" DATE,
ADD COLUMN     "representative_key" TEXT,
ADD COLUMN     "review_stage" "review_stage" NOT NULL DEFAULT 'FIRST',
ADD COLUMN     "submission_no" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "partners" ADD COLUMN     "benefits_frozen_from" DATE,
ADD COLUMN     "exited_on" DATE,
ADD COLUMN     "licence_expires_on" DATE,
ADD COLUMN     "next_verification_on" DATE;

-- AlterTable
ALTER TABLE "policies" ADD COLUMN     "published_by_id" TEXT;

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "stage" "review_stage" NOT NULL DEFAULT 'FIRST',
ADD COLUMN     "submission_no" INTEGER NOT NULL DEFAULT 1;

-- What was there before: every submission had one review, in the order the reviews were made.
ALTER TABLE "reviews" DISABLE TRIGGER reviews_append_only;
UPDATE "reviews" r SET "submission_no" = n.n
  FROM (SELECT id, row_number() OVER (PARTITION BY application_id ORDER BY decided_at, id) AS n FROM "reviews") n
 WHERE n.id = r.id AND n.n > 1;
ALTER TABLE "reviews" ENABLE TRIGGER reviews_append_only;
UPDATE "applications" a SET "submission_no" = (
  SELECT count(*) FROM "application_events" e WHERE e.application_id = a.id AND e.event = 'submit'
);
UPDATE "partners" SET "next_verification_on" = "admitted_on" + interval '6 months';

-- CreateTable
CREATE TABLE "conflicts_of_interest" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conflicts_of_interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeals" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "submission_no" INTEGER NOT NULL,
    "state" "appeal_state" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "grounds" TEXT NOT NULL,
    "filed_by_id" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "assignee_id" TEXT,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_acceptances" (
    "id" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "agreement_version" INTEGER NOT NULL,
    "document_hash" TEXT NOT NULL,
    "accepted_by_id" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,

    CONSTRAINT "agreement_acceptances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deposits" (
    "id" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "state" "deposit_state" NOT NULL DEFAULT 'REPORTED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "amount_fen" BIGINT NOT NULL,
    "paid_on" DATE NOT NULL,
    "payer" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "reported_by_id" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_by_id" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "refund_fen" BIGINT,
    "deduction_fen" BIGINT,
    "deduction_reason" TEXT,
    "refunded_on" DATE,
    "refund_reference" TEXT,
    "refunded_by_id" TEXT,

    CONSTRAINT "deposits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_events" (
    "id" BIGSERIAL NOT NULL,
    "partner_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "from_status" "partner_status",
    "to_status" "partner_status" NOT NULL,
    "actor_user_id" TEXT,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partner_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exit_cases" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "kind" "exit_kind" NOT NULL,
    "state" "exit_state" NOT NULL DEFAULT 'NOTICE',
    "version" INTEGER NOT NULL DEFAULT 1,
    "prior_status" "partner_status" NOT NULL,
    "reason_codes" TEXT[],
    "statement" TEXT NOT NULL,
    "opened_by_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "reply_by" DATE NOT NULL,
    "reply" TEXT,
    "is_appeal" BOOLEAN,
    "replied_by_id" TEXT,
    "replied_at" TIMESTAMPTZ(3),
    "decide_by" DATE,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "effective_on" DATE,

    CONSTRAINT "exit_cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "probations" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "state" "probation_state" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "reason" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "deadline" DATE NOT NULL,
    "opened_by_id" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "progress" TEXT,
    "closed_by_id" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closing_note" TEXT,

    CONSTRAINT "probations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "state" "verification_state" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "due_on" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "form" JSONB NOT NULL DEFAULT '{}',
    "submitted_by_id" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "checks" JSONB,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_notices" (
    "id" TEXT NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "subject_id" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "effective_on" DATE NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "public_notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_drafts" (
    "id" TEXT NOT NULL,
    "kind" "policy_kind" NOT NULL,
    "state" "policy_draft_state" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "base_version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "updated_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_version" INTEGER,

    CONSTRAINT "policy_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_days" (
    "day" DATE NOT NULL,
    "is_workday" BOOLEAN NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "updated_by_id" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_days_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "purpose" "file_purpose" NOT NULL,
    "subject_id" TEXT NOT NULL,
    "slot" TEXT NOT NULL DEFAULT '',
    "storage_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" TEXT,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "conflicts_of_interest_organisation_id_idx" ON "conflicts_of_interest"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "conflicts_of_interest_user_id_organisation_id_key" ON "conflicts_of_interest"("user_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeals_number_key" ON "appeals"("number");

-- CreateIndex
CREATE INDEX "appeals_state_due_on_id_idx" ON "appeals"("state", "due_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "appeals_application_id_submission_no_key" ON "appeals"("application_id", "submission_no");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_acceptances_application_id_organisation_id_key" ON "agreement_acceptances"("application_id", "organisation_id");

-- CreateIndex
CREATE INDEX "deposits_state_reported_at_idx" ON "deposits"("state", "reported_at");

-- CreateIndex
CREATE UNIQUE INDEX "deposits_application_id_organisation_id_key" ON "deposits"("application_id", "organisation_id");

-- CreateIndex
CREATE INDEX "partner_events_partner_id_id_idx" ON "partner_events"("partner_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "exit_cases_number_key" ON "exit_cases"("number");

-- CreateIndex
CREATE INDEX "exit_cases_state_reply_by_id_idx" ON "exit_cases"("state", "reply_by", "id");

-- CreateIndex
CREATE INDEX "exit_cases_partner_id_opened_at_idx" ON "exit_cases"("partner_id", "opened_at");

-- CreateIndex
CREATE INDEX "probations_state_deadline_id_idx" ON "probations"("state", "deadline", "id");

-- CreateIndex
CREATE INDEX "probations_partner_id_opened_at_idx" ON "probations"("partner_id", "opened_at");

-- CreateIndex
CREATE INDEX "verifications_state_due_on_id_idx" ON "verifications"("state", "due_on", "id");

-- CreateIndex
CREATE INDEX "verifications_partner_id_opened_at_idx" ON "verifications"("partner_id", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "public_notices_subject_id_key" ON "public_notices"("subject_id");

-- CreateIndex
CREATE INDEX "public_notices_published_at_id_idx" ON "public_notices"("published_at", "id");

-- CreateIndex
CREATE INDEX "policy_drafts_kind_created_at_idx" ON "policy_drafts"("kind", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "stored_files_storage_key_key" ON "stored_files"("storage_key");

-- CreateIndex
CREATE INDEX "stored_files_purpose_subject_id_slot_created_at_idx" ON "stored_files"("purpose", "subject_id", "slot", "created_at");

-- CreateIndex
CREATE INDEX "stored_files_organisation_id_created_at_idx" ON "stored_files"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "applications_state_due_on_idx" ON "applications"("state", "due_on");

-- CreateIndex
CREATE INDEX "applications_representative_key_idx" ON "applications"("representative_key");

-- CreateIndex
CREATE INDEX "applications_contact_phone_idx" ON "applications"("contact_phone");

-- CreateIndex
CREATE INDEX "applications_address_key_idx" ON "applications"("address_key");

-- CreateIndex
CREATE UNIQUE INDEX "applications_id_organisation_id_key" ON "applications"("id", "organisation_id");

-- CreateIndex
CREATE INDEX "partners_organisation_id_idx" ON "partners"("organisation_id");

-- CreateIndex
CREATE INDEX "partners_status_next_verification_on_idx" ON "partners"("status", "next_verification_on");

-- CreateIndex
CREATE UNIQUE INDEX "partners_id_organisation_id_key" ON "partners"("id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_application_id_submission_no_stage_key" ON "reviews"("application_id", "submission_no", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_application_id_submission_no_reviewer_id_key" ON "reviews"("application_id", "submission_no", "reviewer_id");

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_application_id_organisation_id_fkey" FOREIGN KEY ("application_id", "organisation_id") REFERENCES "applications"("id", "organisation_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_acceptances" ADD CONSTRAINT "agreement_acceptances_application_id_organisation_id_fkey" FOREIGN KEY ("application_id", "organisation_id") REFERENCES "applications"("id", "organisation_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deposits" ADD CONSTRAINT "deposits_application_id_organisation_id_fkey" FOREIGN KEY ("application_id", "organisation_id") REFERENCES "applications"("id", "organisation_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_events" ADD CONSTRAINT "partner_events_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_cases" ADD CONSTRAINT "exit_cases_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partners"("id", "organisation_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "probations" ADD CONSTRAINT "probations_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partners"("id", "organisation_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partners"("id", "organisation_id") ON DELETE CASCADE ON UPDATE CASCADE;
