-- CreateEnum
CREATE TYPE "question_kind" AS ENUM ('single', 'multiple', 'boolean', 'ordering', 'case');

-- CreateEnum
CREATE TYPE "question_state" AS ENUM ('DRAFT', 'IN_REVIEW', 'APPROVED', 'RETURNED', 'RETIRED');

-- CreateEnum
CREATE TYPE "sitting_state" AS ENUM ('SITTING', 'PASSED', 'FAILED', 'PRACTICAL');

-- AlterEnum
ALTER TYPE "policy_kind" ADD VALUE 'exam';

-- AlterTable
ALTER TABLE "certificates" ADD COLUMN     "key_id" TEXT,
ADD COLUMN     "signature" TEXT,
ADD COLUMN     "sitting_id" TEXT,
ADD COLUMN     "user_id" TEXT;

-- CreateTable
CREATE TABLE "exam_questions" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exam_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_question_versions" (
    "id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "question_kind" NOT NULL,
    "level" "certificate_level" NOT NULL,
    "topic" TEXT NOT NULL,
    "force" TEXT,
    "difficulty" SMALLINT NOT NULL,
    "body" JSONB NOT NULL,
    "state" "question_state" NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "written_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "reviewed_by_id" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "review_note" TEXT,

    CONSTRAINT "exam_question_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_windows" (
    "id" TEXT NOT NULL,
    "level" "certificate_level" NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3),
    "seats" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "exam_windows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_bookings" (
    "id" TEXT NOT NULL,
    "window_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "booked_by_id" TEXT NOT NULL,
    "extra_percent" INTEGER NOT NULL DEFAULT 0,
    "extra_reason" TEXT,
    "extra_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "exam_bookings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_sittings" (
    "id" TEXT NOT NULL,
    "booking_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "level" "certificate_level" NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "state" "sitting_state" NOT NULL DEFAULT 'SITTING',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "device_hash" TEXT NOT NULL,
    "points" INTEGER,
    "of_points" INTEGER,
    "paper_passed" BOOLEAN,

    CONSTRAINT "exam_sittings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_sitting_questions" (
    "sitting_id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "version_id" TEXT NOT NULL,
    "orders" JSONB NOT NULL,
    "answer" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "saved_at" TIMESTAMPTZ(3),
    "is_flagged" BOOLEAN NOT NULL DEFAULT false,
    "points" SMALLINT,

    CONSTRAINT "exam_sitting_questions_pkey" PRIMARY KEY ("sitting_id","position")
);

-- CreateTable
CREATE TABLE "exam_sitting_events" (
    "id" TEXT NOT NULL,
    "sitting_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exam_sitting_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_practicals" (
    "sitting_id" TEXT NOT NULL,
    "file_id" TEXT,
    "link" TEXT,
    "note" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "due_on" DATE NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "halves" INTEGER,

    CONSTRAINT "exam_practicals_pkey" PRIMARY KEY ("sitting_id")
);

-- CreateTable
CREATE TABLE "exam_practical_marks" (
    "sitting_id" TEXT NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "marker_id" TEXT NOT NULL,
    "scores" JSONB NOT NULL,
    "total" SMALLINT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exam_practical_marks_pkey" PRIMARY KEY ("sitting_id","ordinal")
);

-- CreateTable
CREATE TABLE "certificate_reminders" (
    "certificate_id" TEXT NOT NULL,
    "days" SMALLINT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certificate_reminders_pkey" PRIMARY KEY ("certificate_id","days")
);

-- CreateTable
CREATE TABLE "certificate_keys" (
    "id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certificate_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "exam_questions_code_key" ON "exam_questions"("code");

-- CreateIndex
CREATE INDEX "exam_question_versions_state_level_topic_difficulty_idx" ON "exam_question_versions"("state", "level", "topic", "difficulty");

-- CreateIndex
CREATE UNIQUE INDEX "exam_question_versions_question_id_version_key" ON "exam_question_versions"("question_id", "version");

-- CreateIndex
CREATE INDEX "exam_windows_level_opens_at_idx" ON "exam_windows"("level", "opens_at");

-- CreateIndex
CREATE INDEX "exam_bookings_partner_id_idx" ON "exam_bookings"("partner_id");

-- CreateIndex
CREATE INDEX "exam_bookings_user_id_idx" ON "exam_bookings"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "exam_sittings_booking_id_key" ON "exam_sittings"("booking_id");

-- CreateIndex
CREATE INDEX "exam_sittings_user_id_started_at_idx" ON "exam_sittings"("user_id", "started_at");

-- CreateIndex
CREATE INDEX "exam_sittings_partner_id_started_at_idx" ON "exam_sittings"("partner_id", "started_at");

-- CreateIndex
CREATE INDEX "exam_sittings_state_deadline_at_idx" ON "exam_sittings"("state", "deadline_at");

-- CreateIndex
CREATE INDEX "exam_sitting_questions_version_id_idx" ON "exam_sitting_questions"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "exam_sitting_questions_sitting_id_version_id_key" ON "exam_sitting_questions"("sitting_id", "version_id");

-- CreateIndex
CREATE INDEX "exam_sitting_events_sitting_id_at_idx" ON "exam_sitting_events"("sitting_id", "at");

-- CreateIndex
CREATE INDEX "exam_practicals_settled_at_submitted_at_idx" ON "exam_practicals"("settled_at", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "exam_practical_marks_sitting_id_marker_id_key" ON "exam_practical_marks"("sitting_id", "marker_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_sitting_id_key" ON "certificates"("sitting_id");

-- AddForeignKey
ALTER TABLE "exam_question_versions" ADD CONSTRAINT "exam_question_versions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "exam_questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_bookings" ADD CONSTRAINT "exam_bookings_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "exam_windows"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_bookings" ADD CONSTRAINT "exam_bookings_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partners"("id", "organisation_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_sittings" ADD CONSTRAINT "exam_sittings_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "exam_bookings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_sittings" ADD CONSTRAINT "exam_sittings_partner_id_organisation_id_fkey" FOREIGN KEY ("partner_id", "organisation_id") REFERENCES "partners"("id", "organisation_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_sitting_questions" ADD CONSTRAINT "exam_sitting_questions_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "exam_sittings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_sitting_questions" ADD CONSTRAINT "exam_sitting_questions_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exam_question_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_sitting_events" ADD CONSTRAINT "exam_sitting_events_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "exam_sittings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_practicals" ADD CONSTRAINT "exam_practicals_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "exam_sittings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_practical_marks" ADD CONSTRAINT "exam_practical_marks_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "exam_practicals"("sitting_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_reminders" ADD CONSTRAINT "certificate_reminders_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "exam_sittings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A question is reviewed by somebody other than its writer; what sat papers show never changes.
ALTER TABLE exam_question_versions ADD CONSTRAINT exam_question_versions_state_told CHECK (
  revision > 0 AND version > 0 AND difficulty BETWEEN 1 AND 3
  AND (state = 'DRAFT' OR submitted_at IS NOT NULL)
  AND (state NOT IN ('APPROVED', 'RETURNED', 'RETIRED') OR (reviewed_by_id IS NOT NULL AND reviewed_at IS NOT NULL))
  AND (state <> 'RETURNED' OR review_note <> '')
);
ALTER TABLE exam_question_versions ADD CONSTRAINT exam_question_versions_two_people CHECK (reviewed_by_id <> written_by_id);
CREATE UNIQUE INDEX exam_question_versions_one_in_use ON exam_question_versions (question_id) WHERE state = 'APPROVED';
CREATE UNIQUE INDEX exam_question_versions_one_in_the_making ON exam_question_versions (question_id)
  WHERE state IN ('DRAFT', 'IN_REVIEW', 'RETURNED');
CREATE FUNCTION guard_exam_question_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.question_id, OLD.version, OLD.kind, OLD.level, OLD.topic, OLD.force, OLD.difficulty, OLD.body, OLD.written_by_id,
      OLD.reviewed_by_id, OLD.reviewed_at)
     IS DISTINCT FROM
     (NEW.question_id, NEW.version, NEW.kind, NEW.level, NEW.topic, NEW.force, NEW.difficulty, NEW.body, NEW.written_by_id,
      NEW.reviewed_by_id, NEW.reviewed_at) OR NEW.state NOT IN ('APPROVED', 'RETIRED') THEN
    RAISE EXCEPTION 'an approved question never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exam_question_versions_approved_immutable BEFORE UPDATE ON exam_question_versions
  FOR EACH ROW WHEN (OLD.state IN ('APPROVED', 'RETIRED')) EXECUTE FUNCTION guard_exam_question_version();

ALTER TABLE exam_windows ADD CONSTRAINT exam_windows_in_order CHECK (
  version > 0 AND (closes_at IS NULL OR closes_at > opens_at) AND (seats IS NULL OR seats > 0)
);

ALTER TABLE exam_bookings ADD CONSTRAINT exam_bookings_extra_told CHECK (
  extra_percent BETWEEN 0 AND 100 AND (extra_percent = 0 OR (extra_reason <> '' AND extra_by_id IS NOT NULL))
);
CREATE UNIQUE INDEX exam_bookings_one_seat ON exam_bookings (window_id, user_id) WHERE cancelled_at IS NULL;
-- No window is overbooked: the window is held while a seat is taken.
CREATE FUNCTION guard_exam_seats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  room int;
BEGIN
  SELECT seats INTO room FROM exam_windows WHERE id = NEW.window_id AND cancelled_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the window is cancelled' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'exam_window_cancelled';
  END IF;
  IF room IS NOT NULL AND room <= (SELECT count(*) FROM exam_bookings WHERE window_id = NEW.window_id AND cancelled_at IS NULL) THEN
    RAISE EXCEPTION 'the window is full' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'exam_window_full';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exam_bookings_within_seats BEFORE INSERT ON exam_bookings
  FOR EACH ROW WHEN (NEW.cancelled_at IS NULL) EXECUTE FUNCTION guard_exam_seats();

ALTER TABLE exam_sittings ADD CONSTRAINT exam_sittings_state_told CHECK (
  deadline_at > started_at
  AND (ended_by IS NULL OR ended_by IN ('CANDIDATE', 'CLOCK'))
  AND CASE WHEN state = 'SITTING'
           THEN ended_at IS NULL AND ended_by IS NULL AND points IS NULL AND of_points IS NULL AND paper_passed IS NULL
           ELSE ended_at IS NOT NULL AND ended_by IS NOT NULL AND points BETWEEN 0 AND of_points AND paper_passed IS NOT NULL
                AND (paper_passed OR state = 'FAILED') END
);
CREATE UNIQUE INDEX exam_sittings_one_at_a_time ON exam_sittings (user_id) WHERE state IN ('SITTING', 'PRACTICAL');
-- One result: what ended stays ended, and only a practical part moves it on.
CREATE FUNCTION guard_exam_sitting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.state, NEW.state) NOT IN (('SITTING', 'SITTING'), ('SITTING', 'PASSED'), ('SITTING', 'FAILED'), ('SITTING', 'PRACTICAL'),
      ('PRACTICAL', 'PASSED'), ('PRACTICAL', 'FAILED'))
     OR (OLD.booking_id, OLD.user_id, OLD.partner_id, OLD.level, OLD.policy_version, OLD.seed, OLD.started_at, OLD.deadline_at)
        IS DISTINCT FROM (NEW.booking_id, NEW.user_id, NEW.partner_id, NEW.level, NEW.policy_version, NEW.seed, NEW.started_at, NEW.deadline_at)
     OR (OLD.state <> 'SITTING' AND (OLD.points, OLD.of_points, OLD.paper_passed, OLD.ended_at, OLD.ended_by)
         IS DISTINCT FROM (NEW.points, NEW.of_points, NEW.paper_passed, NEW.ended_at, NEW.ended_by)) THEN
    RAISE EXCEPTION 'a sitting has one result' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exam_sittings_guarded BEFORE UPDATE ON exam_sittings
  FOR EACH ROW EXECUTE FUNCTION guard_exam_sitting();

ALTER TABLE exam_sitting_questions ADD CONSTRAINT exam_sitting_questions_answered CHECK (
  revision >= 0 AND (answer IS NULL) = (saved_at IS NULL) AND (points IS NULL OR points >= 0)
);
-- A paper stays as it was drawn, and nothing is answered once it is marked.
CREATE FUNCTION guard_exam_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.sitting_id, OLD.position, OLD.version_id, OLD.orders) IS DISTINCT FROM (NEW.sitting_id, NEW.position, NEW.version_id, NEW.orders)
     OR OLD.points IS NOT NULL THEN
    RAISE EXCEPTION 'a paper stays as it was drawn and marked' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exam_sitting_questions_guarded BEFORE UPDATE ON exam_sitting_questions
  FOR EACH ROW EXECUTE FUNCTION guard_exam_answer();

ALTER TABLE exam_practicals ADD CONSTRAINT exam_practicals_told CHECK (
  (submitted_at IS NULL) = (file_id IS NULL AND link IS NULL) AND (settled_at IS NULL) = (halves IS NULL)
);
ALTER TABLE exam_practical_marks ADD CONSTRAINT exam_practical_marks_told CHECK (ordinal BETWEEN 1 AND 3 AND total >= 0 AND note <> '');
CREATE TRIGGER exam_practical_marks_append_only BEFORE UPDATE OR DELETE ON exam_practical_marks
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION guard_exam_marker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM exam_sittings s WHERE s.id = NEW.sitting_id AND has_conflict(NEW.marker_id, s.organisation_id)) THEN
    RAISE EXCEPTION 'a declared conflict of interest keeps this work from them'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'conflict_of_interest';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exam_practical_marks_no_conflict BEFORE INSERT ON exam_practical_marks
  FOR EACH ROW EXECUTE FUNCTION guard_exam_marker();

ALTER TABLE certificates ADD CONSTRAINT certificates_signed_whole CHECK (
  (signature IS NULL) = (key_id IS NULL) AND (sitting_id IS NULL OR user_id IS NOT NULL)
);
ALTER TABLE certificate_reminders ADD CONSTRAINT certificate_reminders_days CHECK (days IN (60, 30, 7));
