-- CreateTable
CREATE TABLE "shop_binding_changes" (
    "binding_id" TEXT NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "from_day" DATE,
    "to_day" DATE,

    CONSTRAINT "shop_binding_changes_pkey" PRIMARY KEY ("binding_id","known_at")
);

-- CreateIndex
CREATE INDEX "shop_binding_changes_known_at_idx" ON "shop_binding_changes"("known_at");

-- AddForeignKey
ALTER TABLE "shop_binding_changes" ADD CONSTRAINT "shop_binding_changes_binding_id_fkey" FOREIGN KEY ("binding_id") REFERENCES "shop_bindings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
