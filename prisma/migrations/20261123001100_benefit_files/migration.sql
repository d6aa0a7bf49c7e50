-- AlterEnum
ALTER TYPE "file_purpose" ADD VALUE 'BENEFIT_USE';
ALTER TYPE "file_purpose" ADD VALUE 'BENEFIT_REPORT';
