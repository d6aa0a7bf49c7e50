-- AlterTable
ALTER TABLE "playbook_data_sums" ADD COLUMN     "below_on" DATE,
ADD COLUMN     "data_on" DATE,
ADD COLUMN     "drivers" JSONB,
ADD COLUMN     "due_on" DATE,
ADD COLUMN     "met_day" DATE,
ADD COLUMN     "met_steps" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "since" DATE[],
ADD COLUMN     "states" "playbook_step_state"[],
ADD COLUMN     "step" SMALLINT;

-- How many items of a brand are overdue, without reading those that are done.
CREATE INDEX playbook_items_open_due ON playbook_items (brand_id, due_on) WHERE NOT is_retired AND state <> 'DONE';

-- Where a brand stands: its current step is the first that is not closed on data or has a required item to do. Of that step:
-- when its oldest item is due, since when nothing but its data holds it, and since when they lie below. Of two who change what
-- it is made of at once, the second sees both.
CREATE FUNCTION stand_brands(brands_moved text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO playbook_data_sums (brand_id)
    SELECT id FROM brands WHERE id = ANY(brands_moved) ORDER BY id ON CONFLICT (brand_id) DO NOTHING;
  PERFORM FROM playbook_data_sums WHERE brand_id = ANY(brands_moved) ORDER BY brand_id FOR NO KEY UPDATE;
  WITH open AS (
    SELECT b.id, coalesce(i.open_steps, 0)::int AS items, 31 & ~q.closed_steps::int AS data, i.due_on, i.done_on, q.is_judged,
           q.below_since, b.playbook_version IS NOT NULL AS has_begun
      FROM brands b JOIN playbook_data_sums q ON q.brand_id = b.id LEFT JOIN playbook_item_sums i ON i.brand_id = b.id
     WHERE b.id = ANY(brands_moved)
  ), stepped AS (
    SELECT o.*, (SELECT min(n) FROM generate_series(1, 5) n WHERE o.has_begun AND ((o.items | o.data) >> (n - 1)) & 1 = 1) AS step
      FROM open o
  ), stood AS (
    SELECT id, step, due_on[step] AS due_on, below_since[step] AS below_on,
           CASE WHEN (items >> (step - 1)) & 1 = 0 AND (NOT is_judged OR below_since[step] IS NOT NULL)
                THEN greatest(done_on[step], below_since[step]) END AS data_on
      FROM stepped
  )
  UPDATE playbook_data_sums d SET step = s.step, due_on = s.due_on, data_on = s.data_on, below_on = s.below_on
    FROM stood s
   WHERE s.id = d.brand_id AND (d.step, d.due_on, d.data_on, d.below_on)
         IS DISTINCT FROM (s.step::smallint, s.due_on, s.data_on, s.below_on);
END $$;

CREATE OR REPLACE FUNCTION sum_playbook_steps(brands_moved text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO playbook_data_sums (brand_id)
    SELECT id FROM brands WHERE id = ANY(brands_moved) ORDER BY id ON CONFLICT (brand_id) DO NOTHING;
  PERFORM FROM playbook_data_sums WHERE brand_id = ANY(brands_moved) ORDER BY brand_id FOR NO KEY UPDATE;
  WITH summed AS (
    SELECT b.id, count(s.step) > 0 AS is_judged, array_agg(s.below_since ORDER BY n) AS below_since,
           array_agg(s.state ORDER BY n) AS states, array_agg(s.since ORDER BY n) AS since,
           coalesce(sum(1 << (n - 1)) FILTER (WHERE s.state = 'CLOSED'), 0) AS closed_steps
      FROM unnest(brands_moved) b(id) CROSS JOIN generate_series(1, 5) n
      LEFT JOIN playbook_steps s ON s.brand_id = b.id AND s.step = n GROUP BY b.id
  )
  UPDATE playbook_data_sums d SET is_judged = m.is_judged, closed_steps = m.closed_steps, below_since = m.below_since,
         states = m.states, since = m.since
    FROM summed m
   WHERE m.id = d.brand_id AND (d.is_judged, d.closed_steps, d.below_since, d.states, d.since)
         IS DISTINCT FROM (m.is_judged, m.closed_steps::smallint, m.below_since, m.states, m.since);
END $$;

CREATE OR REPLACE FUNCTION playbook_sums_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moved text[];
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    IF TG_TABLE_NAME = 'playbook_items' THEN DELETE FROM playbook_item_sums;
    ELSE
      UPDATE playbook_data_sums SET is_judged = false, closed_steps = 0, below_since = NULL, states = NULL, since = NULL,
             met_day = NULL, met_steps = 0, drivers = NULL;
    END IF;
    PERFORM stand_brands(array_agg(brand_id)) FROM playbook_data_sums HAVING count(*) > 0;
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN SELECT array_agg(DISTINCT brand_id) INTO moved FROM added;
  ELSIF TG_OP = 'DELETE' THEN SELECT array_agg(DISTINCT brand_id) INTO moved FROM removed;
  ELSE SELECT array_agg(DISTINCT brand_id) INTO moved FROM (SELECT brand_id FROM added UNION ALL SELECT brand_id FROM removed) t;
  END IF;
  IF moved IS NULL THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'playbook_items' THEN PERFORM sum_playbook_items(moved);
  ELSE PERFORM sum_playbook_steps(moved); END IF;
  PERFORM stand_brands(moved);
  RETURN NULL;
END $$;

SELECT sum_playbook_steps(array_agg(DISTINCT brand_id)) FROM playbook_steps HAVING count(*) > 0;
SELECT stand_brands(array_agg(id)) FROM brands HAVING count(*) > 0;
