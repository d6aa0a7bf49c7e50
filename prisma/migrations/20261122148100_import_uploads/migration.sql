-- CreateEnum
CREATE TYPE "upload_state" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateTable
CREATE TABLE "import_uploads" (
    "id" TEXT NOT NULL,
    "source_code" TEXT NOT NULL,
    "grain" "feed_grain" NOT NULL,
    "file_name" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "state" "upload_state" NOT NULL DEFAULT 'QUEUED',
    "phase" TEXT NOT NULL DEFAULT 'waiting',
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "batch_id" TEXT,
    "failure" TEXT,
    "uploaded_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_uploads_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_uploads_storage_key_key" ON "import_uploads"("storage_key");

-- CreateIndex
CREATE INDEX "import_uploads_created_at_idx" ON "import_uploads"("created_at");
