-- CreateTable
CREATE TABLE "playbook_briefs" (
    "brand_id" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "document" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "playbook_briefs_pkey" PRIMARY KEY ("brand_id","week")
);

-- CreateTable
CREATE TABLE "playbook_brief_silences" (
    "user_id" TEXT NOT NULL,
    "brand_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "playbook_brief_silences_pkey" PRIMARY KEY ("brand_id","user_id")
);

-- AddForeignKey
ALTER TABLE "playbook_briefs" ADD CONSTRAINT "playbook_briefs_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "playbook_brief_silences" ADD CONSTRAINT "playbook_brief_silences_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "playbook_brief_silences" ADD CONSTRAINT "playbook_brief_silences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
