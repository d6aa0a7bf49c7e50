-- CreateTable
CREATE TABLE "trust_score_counts" (
    "shop_id" INTEGER NOT NULL,
    "week" DATE NOT NULL,
    "indicator" TEXT NOT NULL,
    "events" DOUBLE PRECISION NOT NULL,
    "over" INTEGER NOT NULL,

    CONSTRAINT "trust_score_counts_pkey" PRIMARY KEY ("shop_id","week","indicator")
);

-- CreateTable
CREATE TABLE "trust_score_shops" (
    "shop_id" INTEGER NOT NULL,
    "week" DATE NOT NULL,
    "score" DOUBLE PRECISION,
    "change" DOUBLE PRECISION,
    "browse" DOUBLE PRECISION,
    "buy" DOUBLE PRECISION,
    "sell" DOUBLE PRECISION,
    "use" DOUBLE PRECISION,
    "serve" DOUBLE PRECISION,
    "pull" TEXT,
    "points" DOUBLE PRECISION,

    CONSTRAINT "trust_score_shops_pkey" PRIMARY KEY ("shop_id","week")
);

-- CreateTable
CREATE TABLE "trust_score_peers" (
    "category" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "indicator" TEXT NOT NULL,
    "shops" INTEGER NOT NULL,
    "median" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "trust_score_peers_pkey" PRIMARY KEY ("category","week","indicator")
);

-- CreateTable
CREATE TABLE "trust_score_weeks" (
    "week" DATE NOT NULL,
    "rolled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trust_score_weeks_pkey" PRIMARY KEY ("week")
);

-- CreateTable
CREATE TABLE "trust_repurchase_runs" (
    "made_on" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "as_of" DATE NOT NULL,
    "from_month" DATE NOT NULL,
    "buyers" INTEGER NOT NULL,
    "users" INTEGER NOT NULL,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "trust_repurchase_runs_pkey" PRIMARY KEY ("made_on")
);

-- CreateTable
CREATE TABLE "trust_repurchase_strata" (
    "shop_id" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "band" SMALLINT NOT NULL,
    "arm" TEXT NOT NULL,
    "buyers" INTEGER NOT NULL,
    "over_30" INTEGER NOT NULL,
    "again_30" INTEGER NOT NULL,
    "over_60" INTEGER NOT NULL,
    "again_60" INTEGER NOT NULL,
    "over_90" INTEGER NOT NULL,
    "again_90" INTEGER NOT NULL,

    CONSTRAINT "trust_repurchase_strata_pkey" PRIMARY KEY ("shop_id","month","band","arm")
);

-- CreateTable
CREATE TABLE "trust_repurchase_effects" (
    "shop_id" INTEGER NOT NULL,
    "guarantee" TEXT NOT NULL,
    "window" SMALLINT NOT NULL,
    "is_enough" BOOLEAN NOT NULL,
    "used" INTEGER NOT NULL,
    "others" INTEGER NOT NULL,
    "unmatched" INTEGER NOT NULL,
    "strata" INTEGER NOT NULL,
    "not_over" INTEGER NOT NULL,
    "used_share" DOUBLE PRECISION,
    "others_share" DOUBLE PRECISION,
    "difference" DOUBLE PRECISION,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,

    CONSTRAINT "trust_repurchase_effects_pkey" PRIMARY KEY ("shop_id","guarantee","window")
);

-- CreateIndex
CREATE INDEX "trust_score_counts_week_shop_id_idx" ON "trust_score_counts"("week", "shop_id");

-- CreateIndex
CREATE INDEX "trust_score_shops_week_score_idx" ON "trust_score_shops"("week", "score");

-- CreateIndex
CREATE INDEX "trust_repurchase_effects_guarantee_window_shop_id_idx" ON "trust_repurchase_effects"("guarantee", "window", "shop_id");

-- A week is its Monday.
ALTER TABLE trust_score_counts ADD CONSTRAINT trust_score_counts_monday CHECK (extract(isodow FROM week) = 1),
  ADD CONSTRAINT trust_score_counts_counted CHECK (events >= 0 AND over >= 0);
ALTER TABLE trust_repurchase_strata ADD CONSTRAINT trust_repurchase_strata_counted CHECK (
  buyers >= over_30 AND over_30 >= over_60 AND over_60 >= over_90 AND over_30 >= again_30 AND over_60 >= again_60 AND over_90 >= again_90
  AND least(again_30, again_60, again_90) >= 0);
-- No figure without enough buyers behind it.
ALTER TABLE trust_repurchase_effects ADD CONSTRAINT trust_repurchase_effects_known CHECK (
  is_enough = (difference IS NOT NULL AND low IS NOT NULL AND high IS NOT NULL AND used_share IS NOT NULL AND others_share IS NOT NULL));
