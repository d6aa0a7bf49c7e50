-- Facts stand in one partition a month. A unique index of a partitioned table must hold the partition key, and a key that
-- holds the day is no key: the same line with another day would pass. So the keys of order lines have a table of their own,
-- never partitioned, never emptied; every statement that adds lines claims their keys in it, whoever writes.

-- CreateTable
CREATE TABLE "order_line_keys" (
    "source_id" SMALLINT NOT NULL,
    "event_id" TEXT NOT NULL,
    "line_no" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "content" BIGINT NOT NULL,

    CONSTRAINT "order_line_keys_pkey" PRIMARY KEY ("source_id","event_id","line_no")
);

ALTER TABLE order_lines RENAME TO order_lines_whole;
ALTER TABLE order_lines_whole RENAME CONSTRAINT order_lines_pkey TO order_lines_whole_pkey;
ALTER INDEX order_lines_shop_id_day_idx RENAME TO order_lines_whole_shop_id_day_idx;
ALTER TABLE shop_day_facts RENAME TO shop_day_facts_whole;
ALTER TABLE shop_day_facts_whole RENAME CONSTRAINT shop_day_facts_pkey TO shop_day_facts_whole_pkey;

CREATE TABLE "order_lines" (
    "source_id" SMALLINT NOT NULL,
    "event_id" TEXT NOT NULL,
    "line_no" INTEGER NOT NULL,
    "type" "order_event_type" NOT NULL,
    "channel" "sale_channel" NOT NULL DEFAULT 'other',
    "occurred_at" TIMESTAMPTZ(0) NOT NULL,
    "day" DATE NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "product_id" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "buyer_id" TEXT,
    "streamer_id" TEXT,
    "is_exclusive" BOOLEAN,
    "sale_event_id" TEXT,
    "batch_id" TEXT NOT NULL,

    CONSTRAINT order_lines_positive CHECK (quantity > 0 AND amount_fen > 0)
) PARTITION BY RANGE (day);

-- CreateIndex
CREATE INDEX "order_lines_shop_id_day_idx" ON "order_lines"("shop_id", "day");
-- Refunds that name their sale: those whose sale nobody sent are listed for operations.
CREATE INDEX order_lines_named_sales ON order_lines (source_id, sale_event_id) WHERE sale_event_id IS NOT NULL;

CREATE TABLE "shop_day_facts" (
    "source_id" SMALLINT NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "channel" "sale_channel" NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL,
    "sale_orders" INTEGER NOT NULL,
    "batch_id" TEXT,

    CONSTRAINT "shop_day_facts_pkey" PRIMARY KEY ("source_id","shop_id","day","channel"),
    CONSTRAINT shop_day_facts_not_negative CHECK (paid_fen >= 0 AND refunded_fen >= 0 AND sale_orders >= 0)
) PARTITION BY RANGE (day);

CREATE TRIGGER order_lines_append_only BEFORE UPDATE OR DELETE ON order_lines
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER shop_day_facts_append_only BEFORE UPDATE OR DELETE ON shop_day_facts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_line_keys_append_only BEFORE UPDATE OR DELETE ON order_line_keys
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a line says, in 64 bits: equal for the same line again. Enums go in as text, which survives a restored backup.
CREATE FUNCTION order_line_content(
  type order_event_type, channel sale_channel, occurred_at timestamptz, shop_id integer, quantity integer,
  amount_fen bigint, product_id text, product_name text, buyer_id text, streamer_id text, is_exclusive boolean,
  sale_event_id text
) RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT hash_record_extended(ROW(type::text, channel::text, occurred_at, shop_id, quantity, amount_fen, product_id,
    product_name, buyer_id, streamer_id, is_exclusive, sale_event_id), 0)
$$;

CREATE FUNCTION claim_order_line_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO order_line_keys (source_id, event_id, line_no, day, shop_id, content)
  SELECT source_id, event_id, line_no, day, shop_id,
         order_line_content(type, channel, occurred_at, shop_id, quantity, amount_fen, product_id, product_name, buyer_id,
           streamer_id, is_exclusive, sale_event_id)
    FROM fresh;
  RETURN NULL;
END $$;

-- A statement fires the triggers of the table it names: the whole, or one month.
CREATE TRIGGER order_lines_claim_keys AFTER INSERT ON order_lines
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION claim_order_line_keys();

-- Makes the partition of a month, named like `order_lines_2026_11`, unless it is there. It is made beside the table and
-- attached, which stops neither readers nor writers of other months.
CREATE FUNCTION ensure_fact_partition(fact_table text, month date) RETURNS boolean LANGUAGE plpgsql AS $$
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

CREATE FUNCTION ensure_fact_partitions(from_day date, to_day date) RETURNS integer LANGUAGE sql AS $$
  SELECT count(*) FILTER (WHERE ensure_fact_partition(fact_table, month::date))::integer
    FROM unnest(ARRAY['order_lines', 'shop_day_facts']) AS fact_table,
         generate_series(date_trunc('month', from_day), to_day, interval '1 month') AS month
$$;

-- Months there are facts of, fifteen back for what comes late, and a quarter ahead.
DO $$
DECLARE
  today date := (now() AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  PERFORM ensure_fact_partition('order_lines', month)
     FROM (SELECT DISTINCT date_trunc('month', day)::date AS month FROM order_lines_whole) m;
  PERFORM ensure_fact_partition('shop_day_facts', month)
     FROM (SELECT DISTINCT date_trunc('month', day)::date AS month FROM shop_day_facts_whole) m;
  PERFORM ensure_fact_partitions((today - interval '15 months')::date, (today + interval '3 months')::date);
END $$;

INSERT INTO order_lines (source_id, event_id, line_no, type, channel, occurred_at, day, shop_id, quantity, amount_fen,
                         product_id, product_name, buyer_id, batch_id)
SELECT source_id, event_id, line_no, type, channel, occurred_at, day, shop_id, quantity, amount_fen,
       product_id, product_name, buyer_id, batch_id
  FROM order_lines_whole;
INSERT INTO shop_day_facts (source_id, shop_id, day, channel, paid_fen, refunded_fen, sale_orders, batch_id)
SELECT source_id, shop_id, day, channel, paid_fen, refunded_fen, sale_orders, batch_id FROM shop_day_facts_whole;
DROP TABLE order_lines_whole;
DROP TABLE shop_day_facts_whole;
