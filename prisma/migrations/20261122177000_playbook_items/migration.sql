-- CreateEnum
CREATE TYPE "playbook_side" AS ENUM ('BRAND', 'PARTNER', 'PLATFORM');

-- CreateEnum
CREATE TYPE "playbook_evidence_kind" AS ENUM ('NONE', 'FILE', 'LINK', 'METRIC', 'STREAMERS');

-- CreateEnum
CREATE TYPE "playbook_item_state" AS ENUM ('OPEN', 'PROPOSED', 'DONE');

-- CreateEnum
CREATE TYPE "playbook_event_kind" AS ENUM ('START', 'COMPLETE', 'REOPEN', 'PROPOSE', 'RETURN', 'ASSIGN', 'COMMENT', 'EVIDENCE', 'EVIDENCE_REMOVED', 'MIGRATE', 'RETIRE');

-- AlterEnum
ALTER TYPE "file_purpose" ADD VALUE 'PLAYBOOK';

-- AlterTable
ALTER TABLE "brands" ADD COLUMN     "manager_id" TEXT,
ADD COLUMN     "playbook_from" DATE,
ADD COLUMN     "playbook_version" INTEGER;

-- CreateTable
CREATE TABLE "playbook_templates" (
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "published_by_id" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "playbook_templates_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "playbook_items" (
    "id" TEXT NOT NULL,
    "brand_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "template_version" INTEGER NOT NULL,
    "step" SMALLINT NOT NULL,
    "position" SMALLINT NOT NULL,
    "owner" "playbook_side" NOT NULL,
    "is_required" BOOLEAN NOT NULL,
    "evidence_kind" "playbook_evidence_kind" NOT NULL,
    "due_on" DATE NOT NULL,
    "assignee_id" TEXT,
    "state" "playbook_item_state" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_retired" BOOLEAN NOT NULL DEFAULT false,
    "moved_by_id" TEXT,
    "moved_by_name" TEXT,
    "moved_at" TIMESTAMPTZ(3),

    CONSTRAINT "playbook_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "playbook_events" (
    "id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "kind" "playbook_event_kind" NOT NULL,
    "key" TEXT NOT NULL,
    "by_id" TEXT,
    "by_name" TEXT NOT NULL,
    "side" "playbook_side" NOT NULL,
    "text" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "playbook_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "playbook_evidences" (
    "id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "kind" "playbook_evidence_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "added_by_id" TEXT NOT NULL,
    "added_by_name" TEXT NOT NULL,
    "side" "playbook_side" NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "playbook_evidences_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "playbook_items_due_on_idx" ON "playbook_items"("due_on");

-- CreateIndex
CREATE UNIQUE INDEX "playbook_items_brand_id_key_key" ON "playbook_items"("brand_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "playbook_events_key_key" ON "playbook_events"("key");

-- CreateIndex
CREATE INDEX "playbook_events_item_id_at_idx" ON "playbook_events"("item_id", "at");

-- CreateIndex
CREATE INDEX "playbook_evidences_item_id_idx" ON "playbook_evidences"("item_id");

-- AddForeignKey
ALTER TABLE "brands" ADD CONSTRAINT "brands_playbook_version_fkey" FOREIGN KEY ("playbook_version") REFERENCES "playbook_templates"("version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "playbook_items" ADD CONSTRAINT "playbook_items_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "playbook_events" ADD CONSTRAINT "playbook_events_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "playbook_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "playbook_evidences" ADD CONSTRAINT "playbook_evidences_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "playbook_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A published version is what brands were judged by.
CREATE FUNCTION refuse_template_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published playbook never changes';
END $$;
CREATE TRIGGER playbook_templates_immutable BEFORE UPDATE ON playbook_templates
  FOR EACH ROW EXECUTE FUNCTION refuse_template_change();

-- A partner serves a brand while it is bound to one of its shops today (Asia/Shanghai).
CREATE FUNCTION serves_brand(organisation text, brand text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM shops s JOIN shop_bindings x ON x.shop_id = s.id JOIN partners p ON p.id = x.partner_id
     WHERE s.brand_id = brand AND p.organisation_id = organisation AND x.status = 'CONFIRMED'
       AND x.from_day <= (now() AT TIME ZONE 'Asia/Shanghai')::date
       AND (x.to_day IS NULL OR x.to_day > (now() AT TIME ZONE 'Asia/Shanghai')::date))
$$;
