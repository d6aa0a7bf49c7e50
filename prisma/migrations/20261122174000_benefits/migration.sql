-- CreateTable
CREATE TABLE "benefits" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "programme" TEXT NOT NULL,
    "module" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "description_zh" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "pool_id" TEXT,
    "amount" BIGINT,
    "per_period" INTEGER,
    "period" TEXT NOT NULL DEFAULT 'MONTH',
    "total_limit" INTEGER,
    "approval" TEXT NOT NULL DEFAULT 'AUTO',
    "four_eyes_above" BIGINT,
    "opens_on" DATE,
    "closes_on" DATE,
    "valid_days" INTEGER,
    "proof_zh" TEXT NOT NULL DEFAULT '',
    "proof_en" TEXT NOT NULL DEFAULT '',
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "benefits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "benefit_versions" (
    "benefit_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "benefit_versions_pkey" PRIMARY KEY ("benefit_id","version")
);

-- CreateTable
CREATE TABLE "benefit_items" (
    "id" TEXT NOT NULL,
    "benefit_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "benefit_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "benefit_takings" (
    "item_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "taken_by_id" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "benefit_takings_pkey" PRIMARY KEY ("item_id","organisation_id")
);

-- CreateTable
CREATE TABLE "benefit_applications" (
    "id" TEXT NOT NULL,
    "benefit_id" TEXT NOT NULL,
    "benefit_version" INTEGER NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "partner_id" TEXT,
    "streamer" TEXT,
    "statement" TEXT NOT NULL,
    "amount" BIGINT NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "eligibility" JSONB NOT NULL,
    "first_by_id" TEXT,
    "first_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "grant_id" TEXT,
    "granted_on" DATE,
    "expires_on" DATE,
    "spent" BIGINT NOT NULL DEFAULT 0,
    "effect" JSONB,
    "reported_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "benefit_applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "benefit_uses" (
    "id" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "used_on" DATE NOT NULL,
    "evidence" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "used_by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "benefit_uses_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "benefits_code_key" ON "benefits"("code");

-- CreateIndex
CREATE INDEX "benefits_pool_id_idx" ON "benefits"("pool_id");

-- CreateIndex
CREATE INDEX "benefit_items_benefit_id_position_idx" ON "benefit_items"("benefit_id", "position");

-- CreateIndex
CREATE INDEX "benefit_takings_organisation_id_idx" ON "benefit_takings"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "benefit_applications_grant_id_key" ON "benefit_applications"("grant_id");

-- CreateIndex
CREATE INDEX "benefit_applications_benefit_id_created_at_idx" ON "benefit_applications"("benefit_id", "created_at");

-- CreateIndex
CREATE INDEX "benefit_applications_state_created_at_idx" ON "benefit_applications"("state", "created_at");

-- CreateIndex
CREATE INDEX "benefit_applications_organisation_id_created_at_idx" ON "benefit_applications"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "benefit_applications_partner_id_idx" ON "benefit_applications"("partner_id");

-- CreateIndex
CREATE INDEX "benefit_applications_expires_on_idx" ON "benefit_applications"("expires_on");

-- CreateIndex
CREATE UNIQUE INDEX "benefit_applications_organisation_id_key_key" ON "benefit_applications"("organisation_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "benefit_uses_key_key" ON "benefit_uses"("key");

-- CreateIndex
CREATE INDEX "benefit_uses_application_id_at_idx" ON "benefit_uses"("application_id", "at");

-- AddForeignKey
ALTER TABLE "benefits" ADD CONSTRAINT "benefits_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_versions" ADD CONSTRAINT "benefit_versions_benefit_id_fkey" FOREIGN KEY ("benefit_id") REFERENCES "benefits"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_items" ADD CONSTRAINT "benefit_items_benefit_id_fkey" FOREIGN KEY ("benefit_id") REFERENCES "benefits"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_takings" ADD CONSTRAINT "benefit_takings_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "benefit_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_takings" ADD CONSTRAINT "benefit_takings_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_applications" ADD CONSTRAINT "benefit_applications_benefit_id_fkey" FOREIGN KEY ("benefit_id") REFERENCES "benefits"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_applications" ADD CONSTRAINT "benefit_applications_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_applications" ADD CONSTRAINT "benefit_applications_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_applications" ADD CONSTRAINT "benefit_applications_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "pool_grants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_uses" ADD CONSTRAINT "benefit_uses_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "benefit_applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma has no word for.
ALTER TABLE benefits
  ADD CONSTRAINT benefits_status CHECK (status IN ('DRAFT', 'PUBLISHED', 'PAUSED', 'RETIRED')),
  ADD CONSTRAINT benefits_module CHECK ((programme = 'WINDMAKER' AND module IN ('INCENTIVE', 'RIGHTS', 'ENABLEMENT'))
                                     OR (programme = 'DIVIDEND' AND module IN ('POLICY', 'PRODUCT', 'TRAFFIC'))),
  ADD CONSTRAINT benefits_audience CHECK (audience IN ('PARTNER', 'STREAMER', 'BRAND')),
  ADD CONSTRAINT benefits_delivery CHECK (delivery IN ('GRANT', 'RIGHT', 'ITEMS')),
  ADD CONSTRAINT benefits_amount CHECK ((delivery = 'GRANT') = (amount IS NOT NULL) AND coalesce(amount, 1) > 0
                                     AND (delivery = 'GRANT' OR pool_id IS NULL)),
  ADD CONSTRAINT benefits_approval CHECK (approval IN ('AUTO', 'PERSON')),
  ADD CONSTRAINT benefits_period CHECK (period IN ('MONTH', 'QUARTER', 'YEAR', 'EVER')),
  ADD CONSTRAINT benefits_limits CHECK (coalesce(per_period, 1) > 0 AND coalesce(total_limit, 1) > 0 AND coalesce(valid_days, 1) > 0),
  ADD CONSTRAINT benefits_window CHECK (closes_on >= opens_on);
ALTER TABLE benefit_items ADD CONSTRAINT benefit_items_kind CHECK (kind IN ('TRAINING', 'TOOL', 'DOCUMENT'));
ALTER TABLE benefit_applications
  ADD CONSTRAINT benefit_applications_state CHECK (state IN ('APPLIED', 'SECOND', 'REFUSED', 'WITHDRAWN', 'GRANTED', 'USED',
                                                            'REPORTED', 'EXPIRED', 'CLOSED', 'CLAWED_BACK')),
  ADD CONSTRAINT benefit_applications_spent CHECK (spent >= 0 AND spent <= amount),
  ADD CONSTRAINT benefit_applications_granted CHECK (
    (state IN ('GRANTED', 'USED', 'REPORTED', 'EXPIRED', 'CLOSED', 'CLAWED_BACK')) = (granted_on IS NOT NULL)),
  ADD CONSTRAINT benefit_applications_two_people CHECK (first_by_id <> decided_by_id),
  ADD CONSTRAINT benefit_applications_reasons CHECK (state NOT IN ('REFUSED', 'CLAWED_BACK') OR btrim(reason) <> '');
ALTER TABLE benefit_uses ADD CONSTRAINT benefit_uses_amount CHECK (amount >= 0);

CREATE FUNCTION refuse_benefit_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% keeps its rows as they were written', TG_TABLE_NAME;
END $$;
CREATE TRIGGER benefit_versions_append_only BEFORE UPDATE OR DELETE ON benefit_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_benefit_history();
CREATE TRIGGER benefit_uses_append_only BEFORE UPDATE OR DELETE ON benefit_uses
  FOR EACH ROW EXECUTE FUNCTION refuse_benefit_history();
