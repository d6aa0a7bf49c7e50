-- What must never break is refused by the database itself, whoever writes.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Identity -------------------------------------------------------------------

ALTER TABLE users ADD CONSTRAINT users_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%');
ALTER TABLE invitations ADD CONSTRAINT invitations_email_lower CHECK (email = lower(email));

ALTER TABLE memberships ADD CONSTRAINT memberships_role_fits_organisation CHECK (
  (organisation_kind = 'PARTNER' AND role IN ('partner_owner', 'partner_member'))
  OR (organisation_kind = 'BRAND' AND role = 'brand_manager')
  OR (organisation_kind = 'PLATFORM' AND role IN ('ops_reviewer', 'ops_lead', 'auditor', 'admin'))
);

CREATE UNIQUE INDEX invitations_one_open_per_address ON invitations (organisation_id, email)
  WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- Admission ------------------------------------------------------------------

CREATE SEQUENCE application_numbers;

ALTER TABLE applications ADD CONSTRAINT applications_of_partners CHECK (organisation_kind = 'PARTNER');
ALTER TABLE applications ADD CONSTRAINT applications_submitted_has_time
  CHECK (state IN ('DRAFT', 'WITHDRAWN') OR submitted_at IS NOT NULL);
CREATE UNIQUE INDEX applications_one_open_per_organisation ON applications (organisation_id)
  WHERE state IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED');

ALTER TABLE reviews ADD CONSTRAINT reviews_scores_in_range CHECK (
  coalesce(traffic BETWEEN 0 AND 5, true) AND coalesce(livestream BETWEEN 0 AND 5, true)
  AND coalesce(incubation BETWEEN 0 AND 5, true) AND coalesce(fulfilment BETWEEN 0 AND 5, true)
  AND coalesce(supply BETWEEN 0 AND 5, true)
);
ALTER TABLE reviews ADD CONSTRAINT reviews_approval_is_scored CHECK (
  decision <> 'APPROVE' OR (traffic IS NOT NULL AND livestream IS NOT NULL AND incubation IS NOT NULL
  AND fulfilment IS NOT NULL AND supply IS NOT NULL AND composite_bps IS NOT NULL)
);

ALTER TABLE partners ADD CONSTRAINT partners_of_partner_organisations CHECK (organisation_kind = 'PARTNER');
ALTER TABLE partners ADD CONSTRAINT partners_tier_in_scale CHECK (tier BETWEEN 1 AND 5);
CREATE UNIQUE INDEX partners_uscc_once ON partners (uscc) WHERE status <> 'EXITED';
ALTER TABLE partners ADD CONSTRAINT partners_primary_track_is_theirs
  FOREIGN KEY (id, primary_track) REFERENCES partner_tracks (partner_id, track_code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE brands ADD CONSTRAINT brands_of_brand_organisations CHECK (organisation_kind = 'BRAND');

-- GMV ------------------------------------------------------------------------

ALTER TABLE shop_bindings ADD CONSTRAINT shop_bindings_not_empty CHECK (to_day IS NULL OR to_day > from_day);
-- domain.md §3.4: at most one partner at any time in a track.
ALTER TABLE shop_bindings ADD CONSTRAINT shop_bindings_one_partner_per_track
  EXCLUDE USING gist (shop_id WITH =, track_code WITH =, daterange(from_day, to_day, '[)') WITH &&)
  WHERE (status = 'CONFIRMED');
-- A partner's GMV counts a shop once, so the same pair cannot stand in two tracks on one day.
ALTER TABLE shop_bindings ADD CONSTRAINT shop_bindings_pair_once
  EXCLUDE USING gist (shop_id WITH =, partner_id WITH =, daterange(from_day, to_day, '[)') WITH &&)
  WHERE (status = 'CONFIRMED');

ALTER TABLE order_lines ADD CONSTRAINT order_lines_positive CHECK (quantity > 0 AND amount_fen > 0);
ALTER TABLE shop_day_facts ADD CONSTRAINT shop_day_facts_not_negative
  CHECK (paid_fen >= 0 AND refunded_fen >= 0 AND sale_orders >= 0);
ALTER TABLE import_batches ADD CONSTRAINT import_batches_add_up
  CHECK (state <> 'DONE' OR accepted + duplicate + conflict + rejected = lines);

-- Forces, certification, programme -------------------------------------------

ALTER TABLE force_months ADD CONSTRAINT force_months_plausible CHECK (
  traffic_spend_fen >= 0 AND traffic_gmv_fen >= 0 AND content_views >= 0 AND content_gmv_fen >= 0
  AND live_minutes >= 0 AND active_shops >= 0 AND live_gmv_fen >= 0
  AND signed_streamers >= 0 AND qualified_streamers BETWEEN 0 AND signed_streamers
  AND orders_due >= 0 AND orders_shipped_on_time BETWEEN 0 AND orders_due
  AND after_sales_cases_due >= 0 AND after_sales_cases_in_sla BETWEEN 0 AND after_sales_cases_due
  AND paid_orders >= 0 AND disputes >= 0
  AND active_skus >= 0 AND exclusive_skus BETWEEN 0 AND active_skus
  AND sku_days >= 0 AND stockout_sku_days BETWEEN 0 AND sku_days AND c2m_orders >= 0
  AND extract(day FROM month) = 1
);
ALTER TABLE certificates ADD CONSTRAINT certificates_last CHECK (expires_on > issued_on);
ALTER TABLE programmes ADD CONSTRAINT programmes_last CHECK (end_day > start_day);
ALTER TABLE programme_bands ADD CONSTRAINT programme_bands_ask_something CHECK (threshold_fen > 0 AND target_count > 0);
ALTER TABLE classifications ADD CONSTRAINT classifications_in_scale CHECK (
  tier BETWEEN 1 AND 5 AND absolute_tier BETWEEN 1 AND 5 AND coalesce(previous_tier BETWEEN 1 AND 5, true)
);
ALTER TABLE evaluation_runs ADD CONSTRAINT evaluation_runs_of_months CHECK (extract(day FROM period) = 1);

-- Append-only and immutable rows ---------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: its rows never change', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER application_events_append_only BEFORE UPDATE OR DELETE ON application_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reviews_append_only BEFORE UPDATE OR DELETE ON reviews
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_lines_append_only BEFORE UPDATE OR DELETE ON order_lines
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER shop_day_facts_append_only BEFORE UPDATE OR DELETE ON shop_day_facts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER policies_immutable BEFORE UPDATE OR DELETE ON policies
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evaluation_runs_final_immutable BEFORE UPDATE OR DELETE ON evaluation_runs
  FOR EACH ROW WHEN (OLD.status = 'FINAL') EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_of_final_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM evaluation_runs
    WHERE id = CASE WHEN TG_OP = 'INSERT' THEN NEW.run_id ELSE OLD.run_id END AND status = 'FINAL'
  ) THEN
    RAISE EXCEPTION '% on classifications is refused: the run is final', TG_OP
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER classifications_final_immutable BEFORE INSERT OR UPDATE OR DELETE ON classifications
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_run();
