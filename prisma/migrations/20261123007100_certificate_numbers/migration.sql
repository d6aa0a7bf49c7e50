-- AlterEnum
ALTER TYPE "file_purpose" ADD VALUE 'EXAM_PRACTICAL';

-- The running part of the number of a certificate that was earned by an exam.
CREATE SEQUENCE certificate_numbers;
