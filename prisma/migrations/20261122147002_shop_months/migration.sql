-- CreateTable
CREATE TABLE "gmv_shop_months" (
    "month" DATE NOT NULL,
    "shop_id" INTEGER NOT NULL,
    "channel" "sale_channel" NOT NULL,
    "source_id" SMALLINT NOT NULL,
    "paid_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL,
    "days" INTEGER NOT NULL,

    CONSTRAINT "gmv_shop_months_pkey" PRIMARY KEY ("month","shop_id","channel","source_id")
);

-- CreateIndex
CREATE INDEX "gmv_shop_months_shop_id_month_idx" ON "gmv_shop_months"("shop_id", "month");

-- The months of a shop follow its days in the transaction that changes them, whoever does. The source is part of the key
-- because imports of two sources at once must not wait for each other's rows.
CREATE FUNCTION add_shop_months() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO gmv_shop_months AS m (month, shop_id, channel, source_id, paid_fen, refunded_fen, days)
  SELECT date_trunc('month', day)::date, shop_id, channel, source_id, sum(paid_fen), sum(refunded_fen), count(*)
    FROM added GROUP BY 1, 2, 3, 4
  ON CONFLICT (month, shop_id, channel, source_id) DO UPDATE
    SET paid_fen = m.paid_fen + excluded.paid_fen, refunded_fen = m.refunded_fen + excluded.refunded_fen,
        days = m.days + excluded.days;
  RETURN NULL;
END $$;

CREATE FUNCTION remove_shop_months() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE gmv_shop_months m
     SET paid_fen = m.paid_fen - r.paid, refunded_fen = m.refunded_fen - r.refunded, days = m.days - r.days
    FROM (SELECT date_trunc('month', day)::date AS month, shop_id, channel, source_id,
                 sum(paid_fen) AS paid, sum(refunded_fen) AS refunded, count(*) AS days
            FROM removed GROUP BY 1, 2, 3, 4) r
   WHERE (m.month, m.shop_id, m.channel, m.source_id) = (r.month, r.shop_id, r.channel, r.source_id);
  DELETE FROM gmv_shop_months m
   USING (SELECT DISTINCT date_trunc('month', day)::date AS month, shop_id, channel, source_id FROM removed) r
   WHERE (m.month, m.shop_id, m.channel, m.source_id) = (r.month, r.shop_id, r.channel, r.source_id) AND m.days = 0;
  RETURN NULL;
END $$;

CREATE FUNCTION change_shop_months() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO gmv_shop_months AS m (month, shop_id, channel, source_id, paid_fen, refunded_fen, days)
  SELECT date_trunc('month', day)::date, shop_id, channel, source_id, sum(paid_fen), sum(refunded_fen), sum(days)
    FROM (SELECT day, shop_id, channel, source_id, paid_fen, refunded_fen, 1 AS days FROM added
          UNION ALL
          SELECT day, shop_id, channel, source_id, -paid_fen, -refunded_fen, -1 FROM removed) x
   GROUP BY 1, 2, 3, 4
  ON CONFLICT (month, shop_id, channel, source_id) DO UPDATE
    SET paid_fen = m.paid_fen + excluded.paid_fen, refunded_fen = m.refunded_fen + excluded.refunded_fen,
        days = m.days + excluded.days;
  RETURN NULL;
END $$;

CREATE FUNCTION empty_shop_months() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE gmv_shop_months;
  RETURN NULL;
END $$;

CREATE TRIGGER gmv_shop_days_add_months AFTER INSERT ON gmv_shop_days
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_shop_months();
CREATE TRIGGER gmv_shop_days_change_months AFTER UPDATE ON gmv_shop_days
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION change_shop_months();
CREATE TRIGGER gmv_shop_days_remove_months AFTER DELETE ON gmv_shop_days
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION remove_shop_months();
CREATE TRIGGER gmv_shop_days_empty_months AFTER TRUNCATE ON gmv_shop_days
  FOR EACH STATEMENT EXECUTE FUNCTION empty_shop_months();

INSERT INTO gmv_shop_months (month, shop_id, channel, source_id, paid_fen, refunded_fen, days)
SELECT date_trunc('month', day)::date, shop_id, channel, source_id, sum(paid_fen), sum(refunded_fen), count(*)
  FROM gmv_shop_days GROUP BY 1, 2, 3, 4;
