-- DropIndex
DROP INDEX "order_lines_shop_id_day_idx";

-- AlterTable
ALTER TABLE "gmv_shop_days" ADD COLUMN     "order_lines" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "order_lines_shop_id_day_occurred_at_idx" ON "order_lines"("shop_id", "day", "occurred_at");

-- The lines there are, and those of months taken out of the facts.
UPDATE gmv_shop_days d SET order_lines = f.lines
  FROM (
    SELECT shop_id, day, channel, source_id, sum(lines) AS lines
      FROM (SELECT shop_id, day, channel, source_id, count(*) AS lines FROM order_lines GROUP BY 1, 2, 3, 4
            UNION ALL
            SELECT shop_id, day, channel, source_id, order_lines FROM retired_facts) x
     GROUP BY 1, 2, 3, 4
  ) f
 WHERE (d.shop_id, d.day, d.channel, d.source_id) = (f.shop_id, f.day, f.channel, f.source_id) AND f.lines > 0;
