-- Admission and exit: what must never break is refused by the database itself, whoever writes.

CREATE SEQUENCE appeal_numbers;
CREATE SEQUENCE exit_numbers;

-- Partners -------------------------------------------------------------------

CREATE UNIQUE INDEX partners_one_current_per_organisation ON partners (organisation_id) WHERE status <> 'EXITED';
ALTER TABLE partners ADD CONSTRAINT partners_exited_has_day CHECK ((status = 'EXITED') = (exited_on IS NOT NULL));

CREATE TRIGGER partner_events_append_only BEFORE UPDATE OR DELETE ON partner_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Conflicts of interest: nobody handles the case of a company they are bound to ------

CREATE FUNCTION has_conflict(person text, organisation text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM conflicts_of_interest WHERE user_id = person AND organisation_id = organisation)
$$;

CREATE FUNCTION refuse_conflicted_assignee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.assignee_id IS NOT NULL AND has_conflict(NEW.assignee_id, NEW.organisation_id) THEN
    RAISE EXCEPTION 'a declared conflict of interest keeps this case from %', NEW.assignee_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'conflict_of_interest';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER applications_no_conflicted_assignee BEFORE INSERT OR UPDATE OF assignee_id ON applications
  FOR EACH ROW EXECUTE FUNCTION refuse_conflicted_assignee();

CREATE FUNCTION refuse_conflicted_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF has_conflict(NEW.reviewer_id, (SELECT organisation_id FROM applications WHERE id = NEW.application_id)) THEN
    RAISE EXCEPTION 'a declared conflict of interest keeps this case from %', NEW.reviewer_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'conflict_of_interest';
  END IF;
  IF EXISTS (
    SELECT FROM appeals p JOIN reviews r ON r.application_id = p.application_id AND r.submission_no = p.submission_no
     WHERE p.application_id = NEW.application_id AND p.state = 'OVERTURNED' AND r.reviewer_id = NEW.reviewer_id
  ) THEN
    RAISE EXCEPTION 'the decision of % was overturned: others review anew', NEW.reviewer_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'reviewed_anew_by_others';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER reviews_by_the_unbound BEFORE INSERT ON reviews
  FOR EACH ROW EXECUTE FUNCTION refuse_conflicted_review();

-- Appeals --------------------------------------------------------------------

ALTER TABLE appeals ADD CONSTRAINT appeals_decided_wholly CHECK (
  (state IN ('DISMISSED', 'OVERTURNED')) = (decided_by_id IS NOT NULL AND decided_at IS NOT NULL AND decision_reason IS NOT NULL)
);

CREATE FUNCTION refuse_partial_appeal_judge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person text;
BEGIN
  FOREACH person IN ARRAY array_remove(ARRAY[NEW.assignee_id, NEW.decided_by_id], NULL) LOOP
    IF has_conflict(person, NEW.organisation_id) OR EXISTS (
      SELECT FROM reviews WHERE application_id = NEW.application_id AND reviewer_id = person
    ) THEN
      RAISE EXCEPTION 'the appeal is for somebody who had no part in the decision, not for %', person
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'appeal_judge_is_impartial';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

CREATE TRIGGER appeals_impartial_judge BEFORE INSERT OR UPDATE OF assignee_id, decided_by_id ON appeals
  FOR EACH ROW EXECUTE FUNCTION refuse_partial_appeal_judge();
CREATE TRIGGER appeals_decided_immutable BEFORE UPDATE OR DELETE ON appeals
  FOR EACH ROW WHEN (OLD.state <> 'OPEN') EXECUTE FUNCTION refuse_change();

-- Agreement and deposit ------------------------------------------------------

CREATE TRIGGER agreement_acceptances_append_only BEFORE UPDATE OR DELETE ON agreement_acceptances
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE deposits ADD CONSTRAINT deposits_positive CHECK (amount_fen > 0);
ALTER TABLE deposits ADD CONSTRAINT deposits_checked_by_somebody CHECK (
  state = 'REPORTED' OR (checked_by_id IS NOT NULL AND checked_at IS NOT NULL AND checked_by_id <> reported_by_id)
);
ALTER TABLE deposits ADD CONSTRAINT deposits_refund_adds_up CHECK (
  CASE WHEN state = 'REFUNDED'
    THEN refund_fen >= 0 AND deduction_fen >= 0 AND refund_fen + deduction_fen = amount_fen
     AND refunded_on IS NOT NULL AND refunded_by_id IS NOT NULL AND (deduction_fen = 0 OR deduction_reason IS NOT NULL)
    ELSE refund_fen IS NULL AND deduction_fen IS NULL AND refunded_on IS NULL
  END
);
CREATE TRIGGER deposits_settled_immutable BEFORE UPDATE OR DELETE ON deposits
  FOR EACH ROW WHEN (OLD.state = 'REFUNDED') EXECUTE FUNCTION refuse_change();

-- Exit, probation, verification ----------------------------------------------

CREATE UNIQUE INDEX exit_cases_one_open_per_partner ON exit_cases (partner_id) WHERE state IN ('NOTICE', 'REPLIED');
ALTER TABLE exit_cases ADD CONSTRAINT exit_cases_decided_by_somebody_else CHECK (
  decided_by_id IS NULL OR decided_by_id <> opened_by_id
);
ALTER TABLE exit_cases ADD CONSTRAINT exit_cases_decided_wholly CHECK (
  (state IN ('CONFIRMED', 'DISMISSED')) = (decided_by_id IS NOT NULL AND decided_at IS NOT NULL AND decision_reason IS NOT NULL)
);
ALTER TABLE exit_cases ADD CONSTRAINT exit_cases_confirmed_has_day CHECK ((state = 'CONFIRMED') = (effective_on IS NOT NULL));
CREATE TRIGGER exit_cases_closed_immutable BEFORE UPDATE OR DELETE ON exit_cases
  FOR EACH ROW WHEN (OLD.state IN ('CONFIRMED', 'DISMISSED', 'CANCELLED')) EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_conflicted_exit_judge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by_id IS NOT NULL AND has_conflict(NEW.decided_by_id, NEW.organisation_id) THEN
    RAISE EXCEPTION 'a declared conflict of interest keeps this case from %', NEW.decided_by_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'conflict_of_interest';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER exit_cases_unbound_judge BEFORE INSERT OR UPDATE OF decided_by_id ON exit_cases
  FOR EACH ROW EXECUTE FUNCTION refuse_conflicted_exit_judge();

CREATE UNIQUE INDEX probations_one_open_per_partner ON probations (partner_id) WHERE state = 'OPEN';
CREATE TRIGGER probations_closed_immutable BEFORE UPDATE OR DELETE ON probations
  FOR EACH ROW WHEN (OLD.state <> 'OPEN') EXECUTE FUNCTION refuse_change();

CREATE UNIQUE INDEX verifications_one_open_per_partner ON verifications (partner_id) WHERE state IN ('OPEN', 'SUBMITTED');
CREATE TRIGGER verifications_closed_immutable BEFORE UPDATE OR DELETE ON verifications
  FOR EACH ROW WHEN (OLD.state IN ('PASSED', 'FAILED')) EXECUTE FUNCTION refuse_change();

CREATE TRIGGER public_notices_append_only BEFORE UPDATE OR DELETE ON public_notices
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Policies, files ------------------------------------------------------------

CREATE UNIQUE INDEX policy_drafts_one_open_per_kind ON policy_drafts (kind) WHERE state = 'OPEN';
CREATE TRIGGER policy_drafts_closed_immutable BEFORE UPDATE OR DELETE ON policy_drafts
  FOR EACH ROW WHEN (OLD.state <> 'OPEN') EXECUTE FUNCTION refuse_change();

ALTER TABLE stored_files ADD CONSTRAINT stored_files_not_empty CHECK (size_bytes BETWEEN 1 AND 10485760);
ALTER TABLE stored_files ADD CONSTRAINT stored_files_removed_by_somebody CHECK ((removed_at IS NULL) = (removed_by_id IS NULL));
