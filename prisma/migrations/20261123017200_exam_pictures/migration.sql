-- AlterEnum
ALTER TYPE "file_purpose" ADD VALUE 'EXAM_PICTURE';
