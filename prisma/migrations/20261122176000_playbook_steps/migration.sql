-- CreateEnum
CREATE TYPE "playbook_step_state" AS ENUM ('OPEN', 'CLOSED', 'REOPENED');

-- CreateEnum
CREATE TYPE "exclusive_stage" AS ENUM ('IDEA', 'SAMPLE', 'TRIAL', 'ON_SALE', 'ENDED');

-- CreateTable
CREATE TABLE "playbook_product_days" (
    "shop_id" INTEGER NOT NULL,
    "product_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL,
    "distribution_fen" BIGINT NOT NULL,
    "distribution_sales" INTEGER NOT NULL,
    "week_fen" BIGINT NOT NULL DEFAULT 0,
    "week_sales" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "playbook_product_days_pkey" PRIMARY KEY ("shop_id","product_id","day")
);

-- CreateTable
CREATE TABLE "playbook_products" (
    "shop_id" INTEGER NOT NULL,
    "product_id" TEXT NOT NULL,
    "first_distribution_day" DATE NOT NULL,
    "baseline_kind" TEXT NOT NULL,
    "baseline_eighths" BIGINT,

    CONSTRAINT "playbook_products_pkey" PRIMARY KEY ("shop_id","product_id")
);

-- CreateTable
CREATE TABLE "playbook_streamer_days" (
    "shop_id" INTEGER NOT NULL,
    "streamer_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "distribution_fen" BIGINT NOT NULL,
    "sales" INTEGER NOT NULL,

    CONSTRAINT "playbook_streamer_days_pkey" PRIMARY KEY ("shop_id","day","streamer_id")
);

-- CreateTable
CREATE TABLE "playbook_buyer_days" (
    "shop_id" INTEGER NOT NULL,
    "buyer_id" TEXT NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "playbook_buyer_days_pkey" PRIMARY KEY ("shop_id","buyer_id","day")
);

-- CreateTable
CREATE TABLE "playbook_batches" (
    "batch_id" TEXT NOT NULL,
    "rolled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "playbook_batches_pkey" PRIMARY KEY ("batch_id")
);

-- CreateTable
CREATE TABLE "playbook_brand_days" (
    "brand_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "first_day" DATE,
    "gmv_fen" BIGINT NOT NULL,
    "public_fen" BIGINT NOT NULL,
    "self_live_fen" BIGINT NOT NULL,
    "private_fen" BIGINT NOT NULL,
    "exclusive_fen" BIGINT NOT NULL,
    "product_fen" BIGINT NOT NULL,
    "first_fen" BIGINT NOT NULL,
    "streamers" INTEGER NOT NULL,
    "products" INTEGER NOT NULL,
    "burst_shop_id" INTEGER,
    "burst_product_id" TEXT,
    "burst_week_fen" BIGINT,
    "burst_baseline_eighths" BIGINT,
    "live_days" INTEGER NOT NULL,
    "live_minutes" INTEGER NOT NULL,
    "buyers" INTEGER NOT NULL,
    "buyers_again" INTEGER NOT NULL,
    "exclusive_products" INTEGER NOT NULL,
    "met" SMALLINT NOT NULL,
    "policy_version" INTEGER NOT NULL,

    CONSTRAINT "playbook_brand_days_pkey" PRIMARY KEY ("brand_id","day")
);

-- CreateTable
CREATE TABLE "playbook_steps" (
    "brand_id" TEXT NOT NULL,
    "step" SMALLINT NOT NULL,
    "state" "playbook_step_state" NOT NULL DEFAULT 'OPEN',
    "since" DATE,
    "below_days" INTEGER NOT NULL DEFAULT 0,
    "judged_day" DATE NOT NULL,

    CONSTRAINT "playbook_steps_pkey" PRIMARY KEY ("brand_id","step")
);

-- CreateTable
CREATE TABLE "playbook_step_changes" (
    "brand_id" TEXT NOT NULL,
    "step" SMALLINT NOT NULL,
    "day" DATE NOT NULL,
    "from_state" "playbook_step_state" NOT NULL,
    "to_state" "playbook_step_state" NOT NULL,
    "reason" TEXT NOT NULL,
    "missing" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "playbook_step_changes_pkey" PRIMARY KEY ("brand_id","step","day")
);

-- CreateTable
CREATE TABLE "live_sessions" (
    "shop_code" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "streamer_id" TEXT,
    "kind" "sale_channel" NOT NULL,
    "started_at" TIMESTAMPTZ(0) NOT NULL,
    "ended_at" TIMESTAMPTZ(0) NOT NULL,
    "day" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "batch_id" TEXT,

    CONSTRAINT "live_sessions_pkey" PRIMARY KEY ("shop_code","session_id")
);

-- CreateTable
CREATE TABLE "exclusive_products" (
    "id" TEXT NOT NULL,
    "brand_id" TEXT NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "product_id" TEXT,
    "name" TEXT NOT NULL,
    "stage" "exclusive_stage" NOT NULL DEFAULT 'IDEA',
    "on_sale_from" DATE,
    "on_sale_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exclusive_products_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "playbook_product_days_shop_id_day_idx" ON "playbook_product_days"("shop_id", "day");

-- CreateIndex
CREATE INDEX "playbook_product_days_day_idx" ON "playbook_product_days"("day");

-- CreateIndex
CREATE INDEX "playbook_streamer_days_day_idx" ON "playbook_streamer_days"("day");

-- CreateIndex
CREATE INDEX "playbook_buyer_days_shop_id_day_idx" ON "playbook_buyer_days"("shop_id", "day");

-- CreateIndex
CREATE INDEX "playbook_brand_days_day_idx" ON "playbook_brand_days"("day");

-- CreateIndex
CREATE INDEX "playbook_step_changes_day_idx" ON "playbook_step_changes"("day");

-- CreateIndex
CREATE INDEX "live_sessions_shop_code_day_idx" ON "live_sessions"("shop_code", "day");

-- CreateIndex
CREATE INDEX "live_sessions_batch_id_idx" ON "live_sessions"("batch_id");

-- CreateIndex
CREATE INDEX "exclusive_products_brand_id_idx" ON "exclusive_products"("brand_id");

-- CreateIndex
CREATE UNIQUE INDEX "exclusive_products_shop_id_product_id_key" ON "exclusive_products"("shop_id", "product_id");
