-- CreateTable
CREATE TABLE "programme_touches" (
    "transaction" BIGINT NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_touches_pkey" PRIMARY KEY ("transaction")
);

-- One row per transaction that changed what the programme's figures are made of, visible from its commit on. The rows are
-- only ever added, each under a key of its own, so that writers never wait for each other.
CREATE FUNCTION programme_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO programme_touches (transaction) VALUES (pg_current_xact_id()::text::bigint) ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;

CREATE TRIGGER programme_touch AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON gmv_partner_days
	FOR EACH STATEMENT EXECUTE FUNCTION programme_touch();
CREATE TRIGGER programme_touch AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON gmv_partner_months
	FOR EACH STATEMENT EXECUTE FUNCTION programme_touch();
CREATE TRIGGER programme_touch AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON gmv_platform_days
	FOR EACH STATEMENT EXECUTE FUNCTION programme_touch();
CREATE TRIGGER programme_touch AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON partners
	FOR EACH STATEMENT EXECUTE FUNCTION programme_touch();
CREATE TRIGGER programme_touch AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON programmes
	FOR EACH STATEMENT EXECUTE FUNCTION programme_touch();
CREATE TRIGGER programme_touch AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON programme_bands
	FOR EACH STATEMENT EXECUTE FUNCTION programme_touch();
CREATE TRIGGER programme_touch AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON tracks
	FOR EACH STATEMENT EXECUTE FUNCTION programme_touch();
