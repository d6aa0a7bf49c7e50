-- AlterTable
ALTER TABLE "classifications" ADD COLUMN     "percentiles" JSONB;
