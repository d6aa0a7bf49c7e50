-- AlterTable
ALTER TABLE "playbook_steps" ADD COLUMN     "below_since" DATE;

-- CreateTable
CREATE TABLE "playbook_item_sums" (
    "brand_id" TEXT NOT NULL,
    "required" INTEGER[],
    "done" INTEGER[],
    "due_on" DATE[],
    "done_on" DATE[],
    "open_steps" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "playbook_item_sums_pkey" PRIMARY KEY ("brand_id")
);

-- CreateTable
CREATE TABLE "playbook_data_sums" (
    "brand_id" TEXT NOT NULL,
    "is_judged" BOOLEAN NOT NULL DEFAULT false,
    "closed_steps" SMALLINT NOT NULL DEFAULT 0,
    "below_since" DATE[],
    "net_day" DATE,
    "net_fen" BIGINT,
    "before_fen" BIGINT,
    "before_days" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "playbook_data_sums_pkey" PRIMARY KEY ("brand_id")
);

-- AddForeignKey
ALTER TABLE "playbook_item_sums" ADD CONSTRAINT "playbook_item_sums_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "playbook_data_sums" ADD CONSTRAINT "playbook_data_sums_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Since when the data of a step lie below on end, as far as days were kept.
UPDATE playbook_steps s SET below_since = (
  SELECT min(d.day) FROM playbook_brand_days d
   WHERE d.brand_id = s.brand_id AND d.day <= s.judged_day
     AND d.day > coalesce((SELECT max(m.day) FROM playbook_brand_days m
                            WHERE m.brand_id = s.brand_id AND m.day <= s.judged_day
                              AND (m.met >> (s.step - 1)) & 1 = 1), '-infinity'));

-- The row is held before the items are read: of two moves at once the second sees the first.
CREATE FUNCTION sum_playbook_items(brands_moved text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO playbook_item_sums (brand_id)
    SELECT id FROM brands WHERE id = ANY(brands_moved) ORDER BY id ON CONFLICT (brand_id) DO NOTHING;
  PERFORM FROM playbook_item_sums WHERE brand_id = ANY(brands_moved) ORDER BY brand_id FOR NO KEY UPDATE;
  WITH own AS (
    SELECT brand_id, step, count(*) FILTER (WHERE is_required)::int AS required,
           count(*) FILTER (WHERE is_required AND state = 'DONE')::int AS done,
           min(due_on) FILTER (WHERE is_required AND state <> 'DONE') AS due_on,
           max((moved_at AT TIME ZONE 'Asia/Shanghai')::date) FILTER (WHERE is_required AND state = 'DONE') AS done_on
      FROM playbook_items WHERE brand_id = ANY(brands_moved) AND NOT is_retired GROUP BY 1, 2
  ), summed AS (
    SELECT b.id, array_agg(coalesce(o.required, 0) ORDER BY n) AS required, array_agg(coalesce(o.done, 0) ORDER BY n) AS done,
           array_agg(o.due_on ORDER BY n) AS due_on, array_agg(o.done_on ORDER BY n) AS done_on,
           coalesce(sum(1 << (n - 1)) FILTER (WHERE o.done < o.required), 0) AS open_steps
      FROM unnest(brands_moved) b(id) CROSS JOIN generate_series(1, 5) n
      LEFT JOIN own o ON o.brand_id = b.id AND o.step = n GROUP BY b.id
  )
  UPDATE playbook_item_sums s SET required = m.required, done = m.done, due_on = m.due_on, done_on = m.done_on,
         open_steps = m.open_steps
    FROM summed m WHERE m.id = s.brand_id;
END $$;

CREATE FUNCTION sum_playbook_steps(brands_moved text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO playbook_data_sums (brand_id)
    SELECT id FROM brands WHERE id = ANY(brands_moved) ORDER BY id ON CONFLICT (brand_id) DO NOTHING;
  PERFORM FROM playbook_data_sums WHERE brand_id = ANY(brands_moved) ORDER BY brand_id FOR NO KEY UPDATE;
  WITH summed AS (
    SELECT b.id, count(s.step) > 0 AS is_judged, array_agg(s.below_since ORDER BY n) AS below_since,
           coalesce(sum(1 << (n - 1)) FILTER (WHERE s.state = 'CLOSED'), 0) AS closed_steps
      FROM unnest(brands_moved) b(id) CROSS JOIN generate_series(1, 5) n
      LEFT JOIN playbook_steps s ON s.brand_id = b.id AND s.step = n GROUP BY b.id
  )
  UPDATE playbook_data_sums d SET is_judged = m.is_judged, closed_steps = m.closed_steps, below_since = m.below_since
    FROM summed m
   WHERE m.id = d.brand_id AND (d.is_judged, d.closed_steps, d.below_since)
         IS DISTINCT FROM (m.is_judged, m.closed_steps::smallint, m.below_since);
END $$;

CREATE FUNCTION playbook_sums_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moved text[];
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    IF TG_TABLE_NAME = 'playbook_items' THEN DELETE FROM playbook_item_sums;
    ELSE UPDATE playbook_data_sums SET is_judged = false, closed_steps = 0, below_since = NULL; END IF;
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN SELECT array_agg(DISTINCT brand_id) INTO moved FROM added;
  ELSIF TG_OP = 'DELETE' THEN SELECT array_agg(DISTINCT brand_id) INTO moved FROM removed;
  ELSE SELECT array_agg(DISTINCT brand_id) INTO moved FROM (SELECT brand_id FROM added UNION ALL SELECT brand_id FROM removed) t;
  END IF;
  IF moved IS NULL THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'playbook_items' THEN PERFORM sum_playbook_items(moved);
  ELSE PERFORM sum_playbook_steps(moved); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER playbook_items_summed_insert AFTER INSERT ON playbook_items
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION playbook_sums_follow();
CREATE TRIGGER playbook_items_summed_update AFTER UPDATE ON playbook_items
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION playbook_sums_follow();
CREATE TRIGGER playbook_items_summed_delete AFTER DELETE ON playbook_items
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION playbook_sums_follow();
CREATE TRIGGER playbook_items_summed_truncate AFTER TRUNCATE ON playbook_items
  FOR EACH STATEMENT EXECUTE FUNCTION playbook_sums_follow();
CREATE TRIGGER playbook_steps_summed_insert AFTER INSERT ON playbook_steps
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION playbook_sums_follow();
CREATE TRIGGER playbook_steps_summed_update AFTER UPDATE ON playbook_steps
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION playbook_sums_follow();
CREATE TRIGGER playbook_steps_summed_delete AFTER DELETE ON playbook_steps
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION playbook_sums_follow();
CREATE TRIGGER playbook_steps_summed_truncate AFTER TRUNCATE ON playbook_steps
  FOR EACH STATEMENT EXECUTE FUNCTION playbook_sums_follow();

-- Net GMV of the brands' shops in the `days` that end with `until`, and in the same days a year before; one pass.
CREATE FUNCTION sum_portfolio_nets(until date, days int) RETURNS void LANGUAGE sql AS $$
  WITH spans AS (
    SELECT until - days + 1 AS "from", ((until - days + 1) - interval '1 year')::date AS before_from,
           ((until + 1) - interval '1 year')::date AS before_to
  ), shop_days AS (
    SELECT s.brand_id, g.day, g.day >= p."from" AS is_now, sum(g.paid_fen - g.refunded_fen)::bigint AS fen,
           sum(g.paid_fen) > 0 AS has_sales
      FROM spans p JOIN gmv_shop_days g
        ON (g.day >= p."from" AND g.day <= until) OR (g.day >= p.before_from AND g.day < p.before_to)
      JOIN shops s ON s.id = g.shop_id AND s.brand_id IS NOT NULL GROUP BY 1, 2, 3
  ), nets AS (
    SELECT brand_id, coalesce(sum(fen) FILTER (WHERE is_now), 0)::bigint AS net_fen,
           (sum(fen) FILTER (WHERE NOT is_now))::bigint AS before_fen,
           count(*) FILTER (WHERE NOT is_now AND has_sales)::int AS before_days FROM shop_days GROUP BY 1
  )
  INSERT INTO playbook_data_sums AS d (brand_id, net_day, net_fen, before_fen, before_days)
  SELECT b.id, until, coalesce(n.net_fen, 0), n.before_fen, coalesce(n.before_days, 0)
    FROM brands b LEFT JOIN nets n ON n.brand_id = b.id ORDER BY b.id
  ON CONFLICT (brand_id) DO UPDATE SET net_day = excluded.net_day, net_fen = excluded.net_fen,
    before_fen = excluded.before_fen, before_days = excluded.before_days
  WHERE (d.net_day, d.net_fen, d.before_fen, d.before_days)
        IS DISTINCT FROM (excluded.net_day, excluded.net_fen, excluded.before_fen, excluded.before_days)
$$;

SELECT sum_playbook_items(array_agg(DISTINCT brand_id)) FROM playbook_items HAVING count(*) > 0;
SELECT sum_playbook_steps(array_agg(DISTINCT brand_id)) FROM playbook_steps HAVING count(*) > 0;
SELECT sum_portfolio_nets((now() AT TIME ZONE 'Asia/Shanghai')::date - 1, 28);
