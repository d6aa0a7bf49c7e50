-- CreateEnum
CREATE TYPE "brand_request_state" AS ENUM ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "brand_requests" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "kind" "brand_kind" NOT NULL,
    "category" TEXT NOT NULL,
    "shops" TEXT[],
    "contact_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "message" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "user_id" TEXT,
    "token_hash" TEXT NOT NULL,
    "state" "brand_request_state" NOT NULL DEFAULT 'OPEN',
    "reason_codes" TEXT[],
    "reason" TEXT,
    "decided_by_id" TEXT,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "brand_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brand_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "brand_requests_token_hash_key" ON "brand_requests"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "brand_requests_brand_id_key" ON "brand_requests"("brand_id");

-- CreateIndex
CREATE INDEX "brand_requests_state_created_at_idx" ON "brand_requests"("state", "created_at");

-- CreateIndex
CREATE INDEX "brand_requests_email_created_at_idx" ON "brand_requests"("email", "created_at");

-- AddForeignKey
ALTER TABLE "brand_requests" ADD CONSTRAINT "brand_requests_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One open request per brand, however often and however spaced its name is sent.
CREATE UNIQUE INDEX brand_requests_one_open_per_name ON brand_requests (name_key) WHERE state = 'OPEN';

ALTER TABLE brand_requests
  ADD CONSTRAINT brand_requests_decided CHECK ((state = 'OPEN') = (decided_at IS NULL)),
  ADD CONSTRAINT brand_requests_accepted CHECK ((state = 'ACCEPTED') = (brand_id IS NOT NULL)),
  ADD CONSTRAINT brand_requests_refused CHECK ((state = 'REFUSED') = (cardinality(reason_codes) > 0)),
  ADD CONSTRAINT brand_requests_decided_by CHECK ((state IN ('ACCEPTED', 'REFUSED')) = (decided_by_id IS NOT NULL));

CREATE FUNCTION keep_decided_brand_requests() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a brand request that is % does not change', OLD.state USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER brand_requests_decided_immutable BEFORE UPDATE ON brand_requests
  FOR EACH ROW WHEN (OLD.state <> 'OPEN') EXECUTE FUNCTION keep_decided_brand_requests();
