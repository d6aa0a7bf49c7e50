-- AlterTable
ALTER TABLE "evaluation_runs" ADD COLUMN     "summary" JSONB;

-- CreateTable
CREATE TABLE "run_reviews" (
    "run_id" TEXT NOT NULL,
    "partners" INTEGER NOT NULL,
    "found" INTEGER NOT NULL,
    "searched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "run_reviews_pkey" PRIMARY KEY ("run_id")
);

-- CreateTable
CREATE TABLE "run_anomalies" (
    "run_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "track_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "run_anomalies_pkey" PRIMARY KEY ("run_id","partner_id","kind","metric")
);

-- CreateTable
CREATE TABLE "anomaly_looks" (
    "run_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,
    "looked_by_id" TEXT NOT NULL,

    CONSTRAINT "anomaly_looks_pkey" PRIMARY KEY ("run_id","partner_id","kind","metric")
);

-- CreateTable
CREATE TABLE "ranking_choices" (
    "partner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,
    "chosen_by_id" TEXT NOT NULL,

    CONSTRAINT "ranking_choices_pkey" PRIMARY KEY ("partner_id")
);

-- CreateIndex
CREATE INDEX "run_anomalies_run_id_kind_weight_partner_id_metric_idx" ON "run_anomalies"("run_id", "kind", "weight" DESC, "partner_id", "metric");

-- AddForeignKey
ALTER TABLE "run_reviews" ADD CONSTRAINT "run_reviews_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "evaluation_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_anomalies" ADD CONSTRAINT "run_anomalies_run_id_partner_id_fkey" FOREIGN KEY ("run_id", "partner_id") REFERENCES "classifications"("run_id", "partner_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anomaly_looks" ADD CONSTRAINT "anomaly_looks_run_id_partner_id_kind_metric_fkey" FOREIGN KEY ("run_id", "partner_id", "kind", "metric") REFERENCES "run_anomalies"("run_id", "partner_id", "kind", "metric") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ranking_choices" ADD CONSTRAINT "ranking_choices_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partners"("id", "organisation_id") ON DELETE CASCADE ON UPDATE CASCADE;
