-- CreateTable
CREATE TABLE "fund_tranches" (
    "id" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "due_on" DATE NOT NULL,
    "condition" TEXT NOT NULL,
    "planned_by_id" TEXT,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_on" DATE,
    "paid_by_id" TEXT,
    "movement_id" TEXT,

    CONSTRAINT "fund_tranches_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "fund_tranches_movement_id_key" ON "fund_tranches"("movement_id");

-- CreateIndex
CREATE INDEX "fund_tranches_application_id_due_on_idx" ON "fund_tranches"("application_id", "due_on");

-- CreateIndex
CREATE INDEX "fund_tranches_due_on_idx" ON "fund_tranches"("due_on");

-- AddForeignKey
ALTER TABLE "fund_tranches" ADD CONSTRAINT "fund_tranches_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "fund_applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What must never break -------------------------------------------------------

ALTER TABLE fund_tranches ADD CONSTRAINT fund_tranches_amount CHECK (amount_fen > 0);
ALTER TABLE fund_tranches ADD CONSTRAINT fund_tranches_paid CHECK ((paid_on IS NULL) = (movement_id IS NULL));
-- What is paid stands; what is planned may change.
CREATE TRIGGER fund_tranches_paid_immutable BEFORE UPDATE OR DELETE ON fund_tranches
  FOR EACH ROW WHEN (OLD.paid_on IS NOT NULL) EXECUTE FUNCTION refuse_change();
