-- CreateTable
CREATE TABLE "programme_forecasts" (
    "id" TEXT NOT NULL,
    "programme_code" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "model" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "inputs_hash" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "runtime" TEXT NOT NULL,
    "start_day" DATE NOT NULL,
    "end_day" DATE NOT NULL,
    "partners" INTEGER NOT NULL,
    "periods" INTEGER NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "programme_forecasts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_forecast_partners" (
    "forecast_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "net_fen" BIGINT NOT NULL,
    "low_fen" BIGINT NOT NULL,
    "middle_fen" BIGINT NOT NULL,
    "high_fen" BIGINT NOT NULL,
    "reach" JSONB NOT NULL,

    CONSTRAINT "programme_forecast_partners_pkey" PRIMARY KEY ("forecast_id","partner_id")
);

-- CreateTable
CREATE TABLE "programme_backtests" (
    "programme_code" TEXT NOT NULL,
    "through" DATE NOT NULL,
    "model" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "programme_backtests_pkey" PRIMARY KEY ("programme_code","through","model","seed")
);

-- CreateIndex
CREATE UNIQUE INDEX "programme_forecasts_programme_code_as_of_model_seed_key" ON "programme_forecasts"("programme_code", "as_of", "model", "seed");

-- CreateIndex
CREATE INDEX "programme_forecast_partners_partner_id_idx" ON "programme_forecast_partners"("partner_id");

-- AddForeignKey
ALTER TABLE "programme_forecasts" ADD CONSTRAINT "programme_forecasts_programme_code_fkey" FOREIGN KEY ("programme_code") REFERENCES "programmes"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_forecast_partners" ADD CONSTRAINT "programme_forecast_partners_forecast_id_fkey" FOREIGN KEY ("forecast_id") REFERENCES "programme_forecasts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_forecast_partners" ADD CONSTRAINT "programme_forecast_partners_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_backtests" ADD CONSTRAINT "programme_backtests_programme_code_fkey" FOREIGN KEY ("programme_code") REFERENCES "programmes"("code") ON DELETE CASCADE ON UPDATE CASCADE;
