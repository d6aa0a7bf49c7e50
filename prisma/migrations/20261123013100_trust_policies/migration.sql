-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "policy_kind" ADD VALUE 'trust_seven_day';
ALTER TYPE "policy_kind" ADD VALUE 'trust_freight';
ALTER TYPE "policy_kind" ADD VALUE 'trust_tenfold';
ALTER TYPE "policy_kind" ADD VALUE 'trust_refund_only';
