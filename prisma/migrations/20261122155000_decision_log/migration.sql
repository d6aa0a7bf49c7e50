-- CreateTable
CREATE TABLE "decision_entries" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "organisation_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "payload" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "decision_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_waiting" (
    "entry_id" TEXT NOT NULL,

    CONSTRAINT "decision_waiting_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "decision_seals" (
    "sequence" BIGINT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "block_number" BIGINT NOT NULL,
    "chain" TEXT NOT NULL,

    CONSTRAINT "decision_seals_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "decision_blocks" (
    "number" BIGINT NOT NULL,
    "first_sequence" BIGINT NOT NULL,
    "last_sequence" BIGINT NOT NULL,
    "merkle_root" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "decision_blocks_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "decision_checks" (
    "id" TEXT NOT NULL,
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "entries" INTEGER NOT NULL,
    "blocks" INTEGER NOT NULL,
    "head" TEXT,
    "fault" JSONB,

    CONSTRAINT "decision_checks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "decision_entries_at_id_idx" ON "decision_entries"("at", "id");

-- CreateIndex
CREATE INDEX "decision_entries_subject_id_at_idx" ON "decision_entries"("subject_id", "at");

-- CreateIndex
CREATE INDEX "decision_entries_reference_subject_id_idx" ON "decision_entries"("reference", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_seals_entry_id_key" ON "decision_seals"("entry_id");

-- CreateIndex
CREATE INDEX "decision_seals_block_number_sequence_idx" ON "decision_seals"("block_number", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "decision_blocks_hash_key" ON "decision_blocks"("hash");

-- CreateIndex
CREATE INDEX "decision_checks_finished_at_idx" ON "decision_checks"("finished_at");

-- AddForeignKey
ALTER TABLE "decision_waiting" ADD CONSTRAINT "decision_waiting_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "decision_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_seals" ADD CONSTRAINT "decision_seals_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "decision_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_seals" ADD CONSTRAINT "decision_seals_block_number_fkey" FOREIGN KEY ("block_number") REFERENCES "decision_blocks"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must never break -------------------------------------------------------

ALTER TABLE decision_entries ADD CONSTRAINT decision_entries_hashed CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE decision_blocks ADD CONSTRAINT decision_blocks_not_empty
  CHECK (number > 0 AND first_sequence > 0 AND last_sequence >= first_sequence);

-- Every entry waits for its block from the moment it is written, whoever writes it.
CREATE FUNCTION queue_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO decision_waiting (entry_id) SELECT id FROM added;
  RETURN NULL;
END $$;
CREATE TRIGGER decision_entries_wait AFTER INSERT ON decision_entries
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION queue_decisions();

CREATE TRIGGER decision_entries_append_only BEFORE UPDATE OR DELETE ON decision_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_entries_not_emptied BEFORE TRUNCATE ON decision_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_seals_append_only BEFORE UPDATE OR DELETE ON decision_seals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_seals_not_emptied BEFORE TRUNCATE ON decision_seals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_blocks_append_only BEFORE UPDATE OR DELETE ON decision_blocks
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_blocks_not_emptied BEFORE TRUNCATE ON decision_blocks
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_waiting_not_emptied BEFORE TRUNCATE ON decision_waiting
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An entry stops waiting by being sealed, and in no other way.
CREATE FUNCTION refuse_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM decision_seals WHERE entry_id = OLD.entry_id) THEN
    RAISE EXCEPTION 'decision % is not sealed yet', OLD.entry_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER decision_waiting_until_sealed BEFORE DELETE ON decision_waiting
  FOR EACH ROW EXECUTE FUNCTION refuse_forgetting();
CREATE TRIGGER decision_waiting_unchanged BEFORE UPDATE ON decision_waiting
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
