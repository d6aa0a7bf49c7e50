-- AlterTable
ALTER TABLE "policies" ADD COLUMN     "proposed_by_id" TEXT,
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "policy_drafts" ADD COLUMN     "proposal_reason" TEXT,
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_by_id" TEXT,
ADD COLUMN     "proposed_effective_on" DATE;

-- A tier policy decides what partners are entitled to: after the one the portal came with, two people publish it.
ALTER TABLE policies ADD CONSTRAINT policies_tiers_by_two CHECK (
  kind <> 'tiers' OR version = 1
  OR (coalesce(published_by_id, '') <> '' AND coalesce(proposed_by_id, '') <> '' AND published_by_id <> proposed_by_id
      AND coalesce(reason, '') <> '')
);

-- A proposal is whole or not there.
ALTER TABLE policy_drafts ADD CONSTRAINT policy_drafts_proposal_whole CHECK (
  num_nulls(proposed_by_id, proposed_at, proposed_effective_on, proposal_reason) IN (0, 4)
);

-- What was proposed is what is confirmed: another document needs another proposal.
CREATE FUNCTION refuse_change_of_proposed_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.document IS DISTINCT FROM OLD.document AND NEW.proposed_at IS NOT NULL
     AND NEW.proposed_at IS NOT DISTINCT FROM OLD.proposed_at THEN
    RAISE EXCEPTION 'the document of a proposed draft is changed: the proposal has to be taken back'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER policy_drafts_proposal_of_document BEFORE UPDATE ON policy_drafts
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_proposed_draft();
