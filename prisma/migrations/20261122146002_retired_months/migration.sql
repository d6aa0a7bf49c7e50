-- CreateTable
CREATE TABLE "retired_facts" (
    "batch_id" TEXT,
    "source_id" SMALLINT NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "channel" "sale_channel" NOT NULL,
    "order_lines" BIGINT NOT NULL,
    "shop_day_facts" BIGINT NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "retired_facts_day_idx" ON "retired_facts"("day");

CREATE TRIGGER retired_facts_append_only BEFORE UPDATE OR DELETE ON retired_facts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Takes a month out of the facts: its partitions become the tables `retired_order_lines_2020_01_…` and the like, to be kept
-- elsewhere and dropped. What they came to stays, so that every proof still holds; their keys stay, so that no line of the
-- month is ever taken again. A transaction record is kept three years at least.
CREATE FUNCTION retire_fact_month(month date) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  fact_table text;
  part text;
  facts bigint;
BEGIN
  IF month <> date_trunc('month', month)::date OR month > (now() AT TIME ZONE 'Asia/Shanghai')::date - interval '37 months' THEN
    RAISE EXCEPTION 'facts of % must be kept', to_char(month, 'YYYY-MM') USING ERRCODE = 'invalid_parameter_value';
  END IF;
  LOCK TABLE order_lines, shop_day_facts IN ACCESS EXCLUSIVE MODE;
  INSERT INTO retired_facts (batch_id, source_id, shop_id, day, channel, order_lines, shop_day_facts, paid_fen, refunded_fen)
  SELECT batch_id, source_id, shop_id, day, channel, sum(lines), sum(days), sum(paid), sum(refunded)
    FROM (
      SELECT batch_id, source_id, shop_id, day, channel, 1 AS lines, 0 AS days,
             CASE WHEN type = 'sale' THEN amount_fen ELSE 0 END AS paid, CASE WHEN type = 'refund' THEN amount_fen ELSE 0 END AS refunded
        FROM order_lines
      UNION ALL
      SELECT batch_id, source_id, shop_id, day, channel, 0, 1, paid_fen, refunded_fen FROM shop_day_facts
    ) f
   WHERE day >= month AND day < month + interval '1 month'
   GROUP BY batch_id, source_id, shop_id, day, channel;
  GET DIAGNOSTICS facts = ROW_COUNT;
  FOREACH fact_table IN ARRAY ARRAY['order_lines', 'shop_day_facts'] LOOP
    part := fact_table || to_char(month, '_YYYY_MM');
    IF EXISTS (SELECT FROM pg_inherits WHERE inhparent = fact_table::regclass AND inhrelid = to_regclass(part)) THEN
      EXECUTE format('ALTER TABLE %I DETACH PARTITION %I', fact_table, part);
      EXECUTE format('ALTER TABLE %I RENAME TO %I', part, 'retired_' || part || to_char(clock_timestamp(), '_YYMMDDHH24MISS'));
    END IF;
  END LOOP;
  RETURN facts;
END $$;

-- Summaries have their key in the month itself: with the month gone, one sent again would count twice. None is taken.
CREATE OR REPLACE FUNCTION ensure_fact_partition(fact_table text, month date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  part text := fact_table || to_char(month, '_YYYY_MM');
BEGIN
  IF fact_table NOT IN ('order_lines', 'shop_day_facts') OR month <> date_trunc('month', month)::date THEN
    RAISE EXCEPTION 'no partition of % begins on %', fact_table, month USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF month < DATE '2000-01-01' OR month > (now() AT TIME ZONE 'Asia/Shanghai')::date + 120 THEN
    RAISE EXCEPTION 'no facts are expected in %', to_char(month, 'YYYY-MM') USING ERRCODE = 'datetime_field_overflow';
  END IF;
  IF EXISTS (SELECT FROM pg_inherits WHERE inhparent = fact_table::regclass AND inhrelid = to_regclass(part)) THEN
    RETURN false;
  END IF;
  IF fact_table = 'shop_day_facts' AND EXISTS (
    SELECT FROM retired_facts f WHERE f.shop_day_facts > 0 AND f.day >= month AND f.day < month + interval '1 month'
  ) THEN
    RAISE EXCEPTION 'the summaries of % have been retired', to_char(month, 'YYYY-MM')
      USING ERRCODE = 'FM001', DETAIL = to_char(month, 'YYYY-MM');
  END IF;
  PERFORM pg_advisory_xact_lock(7105, 0);
  IF EXISTS (SELECT FROM pg_inherits WHERE inhparent = fact_table::regclass AND inhrelid = to_regclass(part)) THEN
    RETURN false;
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, fact_table);
  IF fact_table = 'order_lines' THEN
    EXECUTE format('CREATE TRIGGER order_lines_claim_keys AFTER INSERT ON %I
      REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION claim_order_line_keys()', part);
  END IF;
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
    fact_table, part, month, (month + interval '1 month')::date);
  RETURN true;
END $$;
