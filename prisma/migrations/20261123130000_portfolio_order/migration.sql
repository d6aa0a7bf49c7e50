-- Every brand has its sums from its first moment, so that the portfolio is read in their order.
CREATE FUNCTION begin_playbook_sums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO playbook_data_sums (brand_id) SELECT id FROM added ON CONFLICT (brand_id) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER brands_begin_playbook_sums AFTER INSERT ON brands
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION begin_playbook_sums();
INSERT INTO playbook_data_sums (brand_id) SELECT id FROM brands ON CONFLICT (brand_id) DO NOTHING;

-- The portfolio as it opens: since when, or from when on, a brand stands still; never both days at once (`stand_brands`).
CREATE INDEX playbook_data_sums_standing ON playbook_data_sums (coalesce(due_on, data_on), brand_id) INCLUDE (due_on, data_on);
