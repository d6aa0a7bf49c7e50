-- AlterEnum
ALTER TYPE "upload_state" ADD VALUE 'UNMAPPED';

-- AlterTable
ALTER TABLE "import_batches" ADD COLUMN     "mapping" JSONB;

-- AlterTable
ALTER TABLE "import_uploads" ADD COLUMN     "mapping" JSONB,
ADD COLUMN     "opening" JSONB;

-- CreateTable
CREATE TABLE "import_mappings" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "grain" "feed_grain" NOT NULL,
    "definition" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" TEXT NOT NULL,
    "updated_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_mappings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rehearsals" (
    "id" TEXT NOT NULL,
    "upload_id" TEXT NOT NULL,
    "grain" "feed_grain" NOT NULL,
    "definition" JSONB NOT NULL,
    "state" "upload_state" NOT NULL DEFAULT 'QUEUED',
    "phase" TEXT NOT NULL DEFAULT 'waiting',
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "failure" TEXT,
    "errors_key" TEXT,
    "started_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_rehearsals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_mappings_name_key" ON "import_mappings"("name");

-- CreateIndex
CREATE UNIQUE INDEX "import_rehearsals_upload_id_key" ON "import_rehearsals"("upload_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_rehearsals_errors_key_key" ON "import_rehearsals"("errors_key");

-- AddForeignKey
ALTER TABLE "import_rehearsals" ADD CONSTRAINT "import_rehearsals_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "import_uploads"("id") ON DELETE CASCADE ON UPDATE CASCADE;
