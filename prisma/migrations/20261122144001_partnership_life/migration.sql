-- AlterTable
ALTER TABLE "deposits" ADD COLUMN     "deduction_rule" TEXT;

-- AlterTable
ALTER TABLE "exit_cases" ADD COLUMN     "wished_on" DATE;

-- What the models cannot say -------------------------------------------------

ALTER TABLE deposits ADD CONSTRAINT deposits_deduction_has_rule CHECK (
  coalesce(deduction_fen, 0) = 0 OR deduction_rule IS NOT NULL
);
ALTER TABLE exit_cases ADD CONSTRAINT exit_cases_wish_is_the_partners CHECK (
  (kind = 'VOLUNTARY') = (wished_on IS NOT NULL)
);
-- Nobody can refuse an exit the partner asked for.
ALTER TABLE exit_cases ADD CONSTRAINT exit_cases_voluntary_not_refused CHECK (
  kind <> 'VOLUNTARY' OR state <> 'DISMISSED'
);
