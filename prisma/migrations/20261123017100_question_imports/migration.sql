-- CreateTable
CREATE TABLE "exam_question_imports" (
    "id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "header" JSONB NOT NULL,
    "mapping" JSONB,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "result" JSONB,
    "lines" INTEGER,
    "accepted" INTEGER,
    "rejected" INTEGER,
    "duplicate" INTEGER,
    "uploaded_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "exam_question_imports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exam_question_imports_created_at_idx" ON "exam_question_imports"("created_at");

-- CreateIndex
CREATE INDEX "exam_question_imports_sha256_idx" ON "exam_question_imports"("sha256");

-- Every line of an imported file is accounted for.
ALTER TABLE exam_question_imports ADD CONSTRAINT exam_question_imports_accounted CHECK (
  revision > 0 AND state IN ('OPEN', 'DONE', 'DISCARDED') AND (state = 'OPEN') = (finished_at IS NULL)
  AND (state <> 'DONE' OR (result IS NOT NULL AND lines = accepted + rejected + duplicate
       AND lines IS NOT NULL AND accepted >= 0 AND rejected >= 0 AND duplicate >= 0))
);
-- What came of a file stays as it was told.
CREATE FUNCTION guard_exam_question_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a finished import never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER exam_question_imports_finished BEFORE UPDATE ON exam_question_imports
  FOR EACH ROW WHEN (OLD.state <> 'OPEN') EXECUTE FUNCTION guard_exam_question_import();
