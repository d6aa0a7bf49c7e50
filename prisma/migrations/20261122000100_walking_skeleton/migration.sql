-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "application_state" AS ENUM ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "review_decision" AS ENUM ('APPROVE', 'REJECT', 'REQUEST_CHANGES');

-- CreateEnum
CREATE TYPE "partner_status" AS ENUM ('ACTIVE', 'PROBATION', 'EXIT_NOTICE', 'EXITED');

-- CreateEnum
CREATE TYPE "red_line_kind" AS ENUM ('FABRICATED_TRADES', 'FORGED_CREDENTIALS');

-- CreateEnum
CREATE TYPE "certificate_level" AS ENUM ('junior', 'intermediate', 'senior');

-- CreateEnum
CREATE TYPE "feed_grain" AS ENUM ('ORDER_LINE', 'SHOP_DAY');

-- CreateEnum
CREATE TYPE "sale_channel" AS ENUM ('distribution', 'public', 'self_live', 'private', 'other');

-- CreateEnum
CREATE TYPE "order_event_type" AS ENUM ('sale', 'refund');

-- CreateEnum
CREATE TYPE "binding_status" AS ENUM ('PROPOSED', 'CONFIRMED', 'DECLINED');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('RUNNING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('PARTNER', 'BRAND', 'PLATFORM');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('partner_owner', 'partner_member', 'brand_manager', 'ops_reviewer', 'ops_lead', 'auditor', 'admin');

-- CreateEnum
CREATE TYPE "user_status" AS ENUM ('ACTIVE', 'DEACTIVATED');

-- CreateEnum
CREATE TYPE "account_token_kind" AS ENUM ('EMAIL_CONFIRMATION', 'PASSWORD_RESET');

-- CreateEnum
CREATE TYPE "mail_status" AS ENUM ('PENDING', 'SENT', 'KEPT', 'FAILED');

-- CreateEnum
CREATE TYPE "policy_kind" AS ENUM ('admission', 'forces', 'tiers');

-- CreateEnum
CREATE TYPE "brand_kind" AS ENUM ('WELL_KNOWN', 'NEW_CONSUMPTION');

-- CreateEnum
CREATE TYPE "run_status" AS ENUM ('DRAFT', 'NOTICE', 'FINAL');

-- CreateTable
CREATE TABLE "tracks" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "tracks_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "applications" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "organisation_kind" "organisation_kind" NOT NULL DEFAULT 'PARTNER',
    "state" "application_state" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "form" JSONB NOT NULL,
    "company_name" TEXT NOT NULL DEFAULT '',
    "uscc" TEXT,
    "contact_name" TEXT,
    "contact_phone" TEXT,
    "region" TEXT,
    "primary_track" TEXT,
    "checks" JSONB,
    "policy_version" INTEGER,
    "assignee_id" TEXT,
    "created_by_id" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_events" (
    "id" BIGSERIAL NOT NULL,
    "application_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" "application_state",
    "to_state" "application_state" NOT NULL,
    "actor_user_id" TEXT,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "application_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "traffic" INTEGER,
    "livestream" INTEGER,
    "incubation" INTEGER,
    "fulfilment" INTEGER,
    "supply" INTEGER,
    "composite_bps" INTEGER,
    "decision" "review_decision" NOT NULL,
    "reason_codes" TEXT[],
    "comment" TEXT NOT NULL DEFAULT '',
    "policy_version" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partners" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "organisation_kind" "organisation_kind" NOT NULL DEFAULT 'PARTNER',
    "application_id" TEXT,
    "name" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "primary_track" TEXT NOT NULL,
    "status" "partner_status" NOT NULL DEFAULT 'ACTIVE',
    "admitted_on" DATE NOT NULL,
    "tier" INTEGER NOT NULL DEFAULT 1,
    "tier_period" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partners_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_tracks" (
    "partner_id" TEXT NOT NULL,
    "track_code" TEXT NOT NULL,

    CONSTRAINT "partner_tracks_pkey" PRIMARY KEY ("partner_id","track_code")
);

-- CreateTable
CREATE TABLE "red_lines" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "kind" "red_line_kind" NOT NULL,
    "occurred_on" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "red_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_user_id" TEXT,
    "actor_label" TEXT NOT NULL,
    "organisation_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "address" TEXT,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificates" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "holder_name" TEXT NOT NULL,
    "level" "certificate_level" NOT NULL,
    "issued_on" DATE NOT NULL,
    "expires_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "force_months" (
    "partner_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "traffic_spend_fen" BIGINT NOT NULL,
    "traffic_gmv_fen" BIGINT NOT NULL,
    "content_views" BIGINT NOT NULL,
    "content_gmv_fen" BIGINT NOT NULL,
    "live_minutes" INTEGER NOT NULL,
    "active_shops" INTEGER NOT NULL,
    "live_gmv_fen" BIGINT NOT NULL,
    "signed_streamers" INTEGER NOT NULL,
    "qualified_streamers" INTEGER NOT NULL,
    "orders_due" INTEGER NOT NULL,
    "orders_shipped_on_time" INTEGER NOT NULL,
    "after_sales_cases_due" INTEGER NOT NULL,
    "after_sales_cases_in_sla" INTEGER NOT NULL,
    "paid_orders" INTEGER NOT NULL,
    "disputes" INTEGER NOT NULL,
    "active_skus" INTEGER NOT NULL,
    "exclusive_skus" INTEGER NOT NULL,
    "sku_days" INTEGER NOT NULL,
    "stockout_sku_days" INTEGER NOT NULL,
    "c2m_orders" INTEGER NOT NULL,

    CONSTRAINT "force_months_pkey" PRIMARY KEY ("partner_id","month")
);

-- CreateTable
CREATE TABLE "gmv_sources" (
    "id" SMALLSERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "grain" "feed_grain" NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gmv_sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shops" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT,
    "region" TEXT,
    "category" TEXT,
    "brand_id" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shops_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop_bindings" (
    "id" TEXT NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "partner_id" TEXT NOT NULL,
    "track_code" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "status" "binding_status" NOT NULL DEFAULT 'PROPOSED',
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shop_bindings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batches" (
    "id" TEXT NOT NULL,
    "source_id" SMALLINT NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'RUNNING',
    "lines" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "duplicate" INTEGER NOT NULL DEFAULT 0,
    "conflict" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "started_by_id" TEXT,
    "failure" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rejections" (
    "batch_id" TEXT NOT NULL,
    "line_number" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "import_rejections_pkey" PRIMARY KEY ("batch_id","line_number")
);

-- CreateTable
CREATE TABLE "order_lines" (
    "source_id" SMALLINT NOT NULL,
    "event_id" TEXT NOT NULL,
    "line_no" INTEGER NOT NULL,
    "type" "order_event_type" NOT NULL,
    "channel" "sale_channel" NOT NULL DEFAULT 'other',
    "occurred_at" TIMESTAMPTZ(0) NOT NULL,
    "day" DATE NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "product_id" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "buyer_id" TEXT,
    "batch_id" TEXT NOT NULL,

    CONSTRAINT "order_lines_pkey" PRIMARY KEY ("source_id","event_id","line_no")
);

-- CreateTable
CREATE TABLE "shop_day_facts" (
    "source_id" SMALLINT NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "channel" "sale_channel" NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL,
    "sale_orders" INTEGER NOT NULL,
    "batch_id" TEXT,

    CONSTRAINT "shop_day_facts_pkey" PRIMARY KEY ("source_id","shop_id","day","channel")
);

-- CreateTable
CREATE TABLE "gmv_shop_days" (
    "day" DATE NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "channel" "sale_channel" NOT NULL,
    "source_id" SMALLINT NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL,

    CONSTRAINT "gmv_shop_days_pkey" PRIMARY KEY ("shop_id","day","channel","source_id")
);

-- CreateTable
CREATE TABLE "gmv_partner_days" (
    "partner_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "track_code" TEXT NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL,

    CONSTRAINT "gmv_partner_days_pkey" PRIMARY KEY ("partner_id","day","track_code")
);

-- CreateTable
CREATE TABLE "gmv_partner_months" (
    "partner_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL,

    CONSTRAINT "gmv_partner_months_pkey" PRIMARY KEY ("month","partner_id")
);

-- CreateTable
CREATE TABLE "gmv_platform_days" (
    "day" DATE NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL,
    "unattributed_paid_fen" BIGINT NOT NULL,
    "unattributed_refunded_fen" BIGINT NOT NULL,

    CONSTRAINT "gmv_platform_days_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "status" "user_status" NOT NULL DEFAULT 'ACTIVE',
    "email_verified_at" TIMESTAMPTZ(3),
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "role_version" INTEGER NOT NULL DEFAULT 1,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "organisation_kind" "organisation_kind" NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "active_organisation_id" TEXT,
    "role_version" INTEGER NOT NULL,
    "address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_tokens" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" "account_token_kind" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "id" BIGSERIAL NOT NULL,
    "account_key" TEXT NOT NULL,
    "address_key" TEXT NOT NULL,
    "succeeded" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_messages" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" "mail_status" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "organisation_id" TEXT,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "href" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policies" (
    "id" TEXT NOT NULL,
    "kind" "policy_kind" NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "document_hash" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "brands" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "organisation_kind" "organisation_kind" NOT NULL DEFAULT 'BRAND',
    "name" TEXT NOT NULL,
    "kind" "brand_kind" NOT NULL,
    "category" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programmes" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "start_day" DATE NOT NULL,
    "end_day" DATE NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "programmes_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "programme_bands" (
    "programme_code" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "threshold_fen" BIGINT NOT NULL,
    "inclusive" BOOLEAN NOT NULL,
    "target_count" INTEGER NOT NULL,

    CONSTRAINT "programme_bands_pkey" PRIMARY KEY ("programme_code","code")
);

-- CreateTable
CREATE TABLE "evaluation_runs" (
    "id" TEXT NOT NULL,
    "period" DATE NOT NULL,
    "as_of" DATE NOT NULL,
    "status" "run_status" NOT NULL DEFAULT 'DRAFT',
    "tier_policy_version" INTEGER NOT NULL,
    "force_policy_version" INTEGER NOT NULL,
    "partner_count" INTEGER NOT NULL DEFAULT 0,
    "started_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finalised_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classifications" (
    "run_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "track_code" TEXT NOT NULL,
    "tier" INTEGER NOT NULL,
    "previous_tier" INTEGER,
    "absolute_tier" INTEGER NOT NULL,
    "race_rank" INTEGER,
    "race_score_bps" INTEGER NOT NULL,
    "composite_bps" INTEGER NOT NULL,
    "net_fen" BIGINT NOT NULL,
    "receipt" JSONB NOT NULL,
    "receipt_hash" TEXT NOT NULL,

    CONSTRAINT "classifications_pkey" PRIMARY KEY ("run_id","partner_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "applications_number_key" ON "applications"("number");

-- CreateIndex
CREATE INDEX "applications_state_submitted_at_id_idx" ON "applications"("state", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "applications_organisation_id_created_at_idx" ON "applications"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "applications_uscc_idx" ON "applications"("uscc");

-- CreateIndex
CREATE INDEX "application_events_application_id_id_idx" ON "application_events"("application_id", "id");

-- CreateIndex
CREATE INDEX "reviews_application_id_decided_at_idx" ON "reviews"("application_id", "decided_at");

-- CreateIndex
CREATE INDEX "reviews_reviewer_id_decided_at_idx" ON "reviews"("reviewer_id", "decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "partners_organisation_id_key" ON "partners"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "partners_application_id_key" ON "partners"("application_id");

-- CreateIndex
CREATE INDEX "partners_primary_track_id_idx" ON "partners"("primary_track", "id");

-- CreateIndex
CREATE UNIQUE INDEX "partners_organisation_id_organisation_kind_key" ON "partners"("organisation_id", "organisation_kind");

-- CreateIndex
CREATE INDEX "red_lines_partner_id_occurred_on_idx" ON "red_lines"("partner_id", "occurred_on");

-- CreateIndex
CREATE INDEX "audit_entries_subject_type_subject_id_id_idx" ON "audit_entries"("subject_type", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_entries_organisation_id_id_idx" ON "audit_entries"("organisation_id", "id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_user_id_id_idx" ON "audit_entries"("actor_user_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_number_key" ON "certificates"("number");

-- CreateIndex
CREATE INDEX "certificates_partner_id_expires_on_idx" ON "certificates"("partner_id", "expires_on");

-- CreateIndex
CREATE INDEX "force_months_month_idx" ON "force_months"("month");

-- CreateIndex
CREATE UNIQUE INDEX "gmv_sources_code_key" ON "gmv_sources"("code");

-- CreateIndex
CREATE UNIQUE INDEX "shops_code_key" ON "shops"("code");

-- CreateIndex
CREATE INDEX "shops_brand_id_idx" ON "shops"("brand_id");

-- CreateIndex
CREATE INDEX "shop_bindings_partner_id_from_day_idx" ON "shop_bindings"("partner_id", "from_day");

-- CreateIndex
CREATE INDEX "shop_bindings_shop_id_from_day_idx" ON "shop_bindings"("shop_id", "from_day");

-- CreateIndex
CREATE INDEX "import_batches_started_at_idx" ON "import_batches"("started_at");

-- CreateIndex
CREATE INDEX "order_lines_shop_id_day_idx" ON "order_lines"("shop_id", "day");

-- CreateIndex
CREATE INDEX "gmv_shop_days_day_idx" ON "gmv_shop_days"("day");

-- CreateIndex
CREATE INDEX "gmv_partner_days_day_idx" ON "gmv_partner_days"("day");

-- CreateIndex
CREATE INDEX "gmv_partner_months_partner_id_month_idx" ON "gmv_partner_months"("partner_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "organisations_id_kind_key" ON "organisations"("id", "kind");

-- CreateIndex
CREATE INDEX "memberships_organisation_id_idx" ON "memberships"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_user_id_organisation_id_key" ON "memberships"("user_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_created_at_idx" ON "sessions"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "account_tokens_token_hash_key" ON "account_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "account_tokens_user_id_kind_idx" ON "account_tokens"("user_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_organisation_id_created_at_idx" ON "invitations"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "sign_in_attempts_account_key_at_idx" ON "sign_in_attempts"("account_key", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempts_address_key_at_idx" ON "sign_in_attempts"("address_key", "at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_messages_key_key" ON "mail_messages"("key");

-- CreateIndex
CREATE INDEX "mail_messages_status_next_attempt_at_idx" ON "mail_messages"("status", "next_attempt_at");

-- CreateIndex
CREATE INDEX "mail_messages_created_at_idx" ON "mail_messages"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_key_key" ON "notifications"("key");

-- CreateIndex
CREATE INDEX "notifications_user_id_created_at_idx" ON "notifications"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "policies_kind_version_key" ON "policies"("kind", "version");

-- CreateIndex
CREATE UNIQUE INDEX "brands_organisation_id_key" ON "brands"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "brands_organisation_id_organisation_kind_key" ON "brands"("organisation_id", "organisation_kind");

-- CreateIndex
CREATE INDEX "evaluation_runs_period_created_at_idx" ON "evaluation_runs"("period", "created_at");

-- CreateIndex
CREATE INDEX "classifications_run_id_track_code_race_rank_idx" ON "classifications"("run_id", "track_code", "race_rank");

-- CreateIndex
CREATE INDEX "classifications_partner_id_idx" ON "classifications"("partner_id");

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_organisation_id_organisation_kind_fkey" FOREIGN KEY ("organisation_id", "organisation_kind") REFERENCES "organisations"("id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_events" ADD CONSTRAINT "application_events_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partners" ADD CONSTRAINT "partners_organisation_id_organisation_kind_fkey" FOREIGN KEY ("organisation_id", "organisation_kind") REFERENCES "organisations"("id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partners" ADD CONSTRAINT "partners_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partners" ADD CONSTRAINT "partners_primary_track_fkey" FOREIGN KEY ("primary_track") REFERENCES "tracks"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_tracks" ADD CONSTRAINT "partner_tracks_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_tracks" ADD CONSTRAINT "partner_tracks_track_code_fkey" FOREIGN KEY ("track_code") REFERENCES "tracks"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "red_lines" ADD CONSTRAINT "red_lines_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "force_months" ADD CONSTRAINT "force_months_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shops" ADD CONSTRAINT "shops_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shop_bindings" ADD CONSTRAINT "shop_bindings_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shop_bindings" ADD CONSTRAINT "shop_bindings_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shop_bindings" ADD CONSTRAINT "shop_bindings_partner_id_track_code_fkey" FOREIGN KEY ("partner_id", "track_code") REFERENCES "partner_tracks"("partner_id", "track_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "gmv_sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rejections" ADD CONSTRAINT "import_rejections_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "gmv_sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shop_day_facts" ADD CONSTRAINT "shop_day_facts_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "gmv_sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shop_day_facts" ADD CONSTRAINT "shop_day_facts_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gmv_shop_days" ADD CONSTRAINT "gmv_shop_days_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "gmv_sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gmv_shop_days" ADD CONSTRAINT "gmv_shop_days_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisation_kind_fkey" FOREIGN KEY ("organisation_id", "organisation_kind") REFERENCES "organisations"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brands" ADD CONSTRAINT "brands_organisation_id_organisation_kind_fkey" FOREIGN KEY ("organisation_id", "organisation_kind") REFERENCES "organisations"("id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_bands" ADD CONSTRAINT "programme_bands_programme_code_fkey" FOREIGN KEY ("programme_code") REFERENCES "programmes"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classifications" ADD CONSTRAINT "classifications_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "evaluation_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classifications" ADD CONSTRAINT "classifications_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

