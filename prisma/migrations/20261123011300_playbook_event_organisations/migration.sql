-- AlterTable
ALTER TABLE "playbook_events" ADD COLUMN     "organisation_id" TEXT;

-- CreateIndex
CREATE INDEX "playbook_events_organisation_id_kind_idx" ON "playbook_events"("organisation_id", "kind");

-- Whose people did it, as far as it can still be known: of a partner, the one that served the brand on the day and has the
-- person among its members; else the only one that served it then.
UPDATE playbook_events e SET organisation_id = b.organisation_id
  FROM playbook_items i JOIN brands b ON b.id = i.brand_id
 WHERE i.id = e.item_id AND e.side = 'BRAND';

WITH served AS (
  SELECT DISTINCT e.id, p.organisation_id,
         EXISTS (SELECT FROM memberships m WHERE m.user_id = e.by_id AND m.organisation_id = p.organisation_id) AS is_member
    FROM playbook_events e
    JOIN playbook_items i ON i.id = e.item_id
    JOIN shops s ON s.brand_id = i.brand_id
    JOIN shop_bindings x ON x.shop_id = s.id AND x.status = 'CONFIRMED'
     AND x.from_day <= (e.at AT TIME ZONE 'Asia/Shanghai')::date
     AND (x.to_day IS NULL OR x.to_day > (e.at AT TIME ZONE 'Asia/Shanghai')::date)
    JOIN partners p ON p.id = x.partner_id
   WHERE e.side = 'PARTNER'
), known AS (
  SELECT id, min(organisation_id) FILTER (WHERE is_member) AS member, count(*) FILTER (WHERE is_member) AS members,
         min(organisation_id) AS only_one, count(*) AS partners
    FROM served GROUP BY id
)
UPDATE playbook_events e SET organisation_id = CASE WHEN k.members = 1 THEN k.member ELSE k.only_one END
  FROM known k WHERE k.id = e.id AND (k.members = 1 OR (k.members = 0 AND k.partners = 1));
