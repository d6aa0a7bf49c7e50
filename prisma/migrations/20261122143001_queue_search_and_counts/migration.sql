-- CreateTable
CREATE TABLE "application_count_changes" (
    "id" BIGSERIAL NOT NULL,
    "state" "application_state" NOT NULL,
    "review_stage" "review_stage" NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "application_count_changes_pkey" PRIMARY KEY ("id")
);

-- Search ---------------------------------------------------------------------
-- Names are searched by their single characters and pairs of neighbours: two characters are a whole Chinese name, which
-- an index of three-character pieces cannot find. What the index finds is compared with the name itself.

CREATE FUNCTION search_text(company text, contact text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 4 AS $$
  SELECT translate(
    lower(normalize(coalesce(company, '') || E'\n' || coalesce(contact, ''), NFKC) COLLATE "C"),
    E' \t()[]{}<>·・-_,.;:''"、。，；：“”‘’《》【】', '')
$$;

CREATE FUNCTION search_grams(source text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 400 AS $$
DECLARE
  letters text[] := string_to_array(left(source, 400), NULL);
  grams text[] := letters;
  letter text;
  before text;
BEGIN
  FOREACH letter IN ARRAY letters LOOP
    IF before IS NOT NULL THEN grams := grams || (before || letter); END IF;
    before := letter;
  END LOOP;
  RETURN grams;
END $$;

-- Without the list of changes still to be sorted in, for a search would have to read through it every time.
CREATE INDEX applications_search ON applications USING gin (search_grams(search_text(company_name, contact_name)))
  WITH (fastupdate = off) WHERE submitted_at IS NOT NULL;
CREATE INDEX applications_uscc_prefix ON applications (uscc text_pattern_ops) WHERE submitted_at IS NOT NULL;
CREATE INDEX applications_number_prefix ON applications (number text_pattern_ops) WHERE submitted_at IS NOT NULL;
CREATE INDEX applications_phone_prefix ON applications (contact_phone text_pattern_ops) WHERE submitted_at IS NOT NULL;
-- The last digits of a number, as people say them.
CREATE INDEX applications_number_tail ON applications (right(number, 6)) WHERE submitted_at IS NOT NULL;

-- The queue's first pages -----------------------------------------------------

CREATE INDEX applications_open ON applications (submitted_at, id) WHERE state IN ('SUBMITTED', 'IN_REVIEW');
-- Whose, due when, at which stage: counted without reading the rows.
CREATE INDEX applications_open_work ON applications (due_on, assignee_id, state, review_stage, submitted_at, id)
  WHERE state IN ('SUBMITTED', 'IN_REVIEW');
CREATE INDEX applications_failed_checks ON applications (submitted_at, id)
  WHERE submitted_at IS NOT NULL AND checks @> '{"results":[{"status":"failed"}]}'::jsonb;

-- Counts ----------------------------------------------------------------------

CREATE FUNCTION fold_application_counts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- One at a time, and never on a snapshot taken before: what another one folded must be seen as folded.
  IF current_setting('transaction_isolation') <> 'read committed'
     OR NOT pg_try_advisory_xact_lock(hashtextextended('application-counts', 0)) THEN
    RETURN;
  END IF;
  WITH taken AS (DELETE FROM application_count_changes RETURNING state, review_stage, change)
  INSERT INTO application_count_changes (state, review_stage, change)
  SELECT state, review_stage, sum(change) FROM taken GROUP BY state, review_stage HAVING sum(change) <> 0;
END $$;

CREATE FUNCTION count_application_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last_id bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO application_count_changes (state, review_stage, change)
    SELECT state, review_stage, count(*) FROM added WHERE submitted_at IS NOT NULL GROUP BY state, review_stage;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO application_count_changes (state, review_stage, change)
    SELECT state, review_stage, -count(*) FROM removed WHERE submitted_at IS NOT NULL GROUP BY state, review_stage;
  ELSIF TG_OP = 'TRUNCATE' THEN
    DELETE FROM application_count_changes;
    RETURN NULL;
  ELSE
    INSERT INTO application_count_changes (state, review_stage, change)
    SELECT state, review_stage, sum(change)
      FROM (SELECT state, review_stage, 1 AS change FROM added WHERE submitted_at IS NOT NULL
            UNION ALL
            SELECT state, review_stage, -1 FROM removed WHERE submitted_at IS NOT NULL) moved
     GROUP BY state, review_stage HAVING sum(change) <> 0;
  END IF;
  IF FOUND THEN
    SELECT max(id) INTO last_id FROM application_count_changes;
    IF last_id % 100 < 2 THEN PERFORM fold_application_counts(); END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER applications_counted_insert AFTER INSERT ON applications
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_application_changes();
CREATE TRIGGER applications_counted_update AFTER UPDATE ON applications
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_application_changes();
CREATE TRIGGER applications_counted_delete AFTER DELETE ON applications
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_application_changes();
CREATE TRIGGER applications_counted_truncate AFTER TRUNCATE ON applications
  FOR EACH STATEMENT EXECUTE FUNCTION count_application_changes();

INSERT INTO application_count_changes (state, review_stage, change)
SELECT state, review_stage, count(*) FROM applications WHERE submitted_at IS NOT NULL GROUP BY state, review_stage;
