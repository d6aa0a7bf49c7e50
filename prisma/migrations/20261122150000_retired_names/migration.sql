-- The tables taken out of the facts are named by the microsecond: a month taken out twice within a second collided.
CREATE OR REPLACE FUNCTION retire_fact_month(month date) RETURNS bigint LANGUAGE plpgsql AS $$
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
      EXECUTE format('ALTER TABLE %I RENAME TO %I', part, 'retired_' || part || to_char(clock_timestamp(), '_YYYYMMDDHH24MISSUS'));
    END IF;
  END LOOP;
  RETURN facts;
END $$;
